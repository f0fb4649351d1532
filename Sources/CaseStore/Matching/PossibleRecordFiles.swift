package import CaseRules
package import SQLite

/// The page of two records that may be of one person.
package enum PossibleRecordFiles {
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> PossibleRecordFile {
    try context.mustRead(.personAndCaseload)
    let pair = try PossibleRecords.found(ref, in: records)
    return PossibleRecordFile(
      pair: pair, older: try side(pair.older.id, in: records),
      newer: try side(pair.newer.id, in: records),
      earlier: try PossibleRecords.earlier(than: pair, in: records),
      merge: try merge(of: pair, in: records))
  }

  private static func merge(
    of pair: PossibleRecord, in records: Connection
  ) throws -> PersonMergeRecord? {
    let two = [pair.older.id, pair.newer.id]
    return try two.flatMap { try PersonMerges.all(into: $0, in: records) }
      .first { $0.split == nil && two.contains($0.gone.id) }
  }

  /// Opens it for somebody: both records are looked at (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> PossibleRecordFile {
    let file = try load(ref, in: transaction.connection, context)
    for person in [file.older.person.id, file.newer.person.id] {
      try transaction.audit(
        AuditEvent(.personViewed, person: person, record: AuditedRecord(ref)))
    }
    return file
  }

  static func side(_ id: PersonID, in records: Connection) throws -> MatchSide {
    let person = try PersonRecords.one(id, in: records).orNotFound()
    return MatchSide(
      person: person,
      gpName: try person.gp.flatMap { try ServiceRecords.one($0, in: records)?.name },
      openEpisode: try EpisodeRecords.open(of: id, in: records),
      openPrescribing: try records.first(
        "SELECT id FROM prescribing WHERE person = ? AND ended IS NULL AND struck_at IS NULL", id
      ) { RecordRef(.prescribing, try $0.int64(0)) },
      coordinator: try records.first(
        "SELECT name FROM involved_agency WHERE person = ? AND is_coordinator = 1", id
      ) { try $0.text(0) },
      holdings: try PersonTables.moved.filter { $0.isTold && $0.only.utf8CodeUnitCount == 0 }.map {
        MatchSide.Holding($0.title, try $0.count(of: id, in: records))
      })
  }
}
