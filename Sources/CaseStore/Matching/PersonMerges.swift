package import CaseRules
package import SQLite

/// Two records of one person made one: the lesser becomes a pointer, and nothing is deleted (GEN-004).
package enum PersonMerges {
  package static func one(_ id: MergeID, in records: Connection) throws -> PersonMergeRecord? {
    try records.first(columns + " WHERE m.id = ?", id, row: merge(row:))
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> PersonMergeRecord {
    try ref.flatMap { MergeID($0) }.flatMap { try one($0, in: records) }.orNotFound()
  }

  /// Everything that was merged into a record, newest first; undone merges too.
  package static func all(
    into person: PersonID, in records: Connection
  ) throws -> [PersonMergeRecord] {
    try records.query(columns + " WHERE m.kept = ? ORDER BY m.id DESC", person, row: merge(row:))
  }

  private static let columns = """
    SELECT m.id, m.reason, m.merged_at, merger.name, m.split_at, splitter.name, m.split_reason,
           m.revision,
           kept.id, kept.family_name, kept.given_names, kept.born, kept.estimated_age,
           kept.estimated_on, gone.id, gone.family_name, gone.given_names, gone.born,
           gone.estimated_age, gone.estimated_on
    FROM person_merge AS m
    JOIN person AS kept ON kept.id = m.kept
    JOIN person AS gone ON gone.id = m.gone
    JOIN worker AS merger ON merger.id = m.merged_by
    LEFT JOIN worker AS splitter ON splitter.id = m.split_by
    """

  private static func merge(row: Row) throws -> PersonMergeRecord {
    var split: PossibleRecord.Decision?
    if let at: Moment = try row.get(4) {
      split = PossibleRecord.Decision(
        by: Worker.initials(of: try row.text(5)), at: at, reason: try row.text(6))
    }
    return PersonMergeRecord(
      ref: RecordRef(.merge, try row.int64(0)), kept: try PossibleRecords.identity(row, 8),
      gone: try PossibleRecords.identity(row, 14),
      decision: PossibleRecord.Decision(
        by: Worker.initials(of: try row.text(3)), at: try row.get(2),
        reason: try row.text(1)), split: split, revision: try row.int(7))
  }

  // MARK: Merging

  /// Makes the merge: details, rows, lists and search in one transaction; answers also with the
  /// names and numbers there was no room for.
  static func merge(
    _ pair: PossibleRecord, keeping kept: PersonID, taking details: Set<PersonDetail>,
    because reason: String, in transaction: WriteTransaction
  ) throws -> (merge: PersonMergeRecord, leftOut: [String]) {
    let records = transaction.connection
    let gone = pair.other(than: kept).id
    guard let before = try PersonRecords.one(kept, in: records),
      let other = try PersonRecords.one(gone, in: records)
    else { throw StoreError.notFound }
    let id = try open(pair, kept, gone, reason, in: transaction)
    try point(other, to: kept, of: id, in: transaction)
    for table in PersonTables.moved {
      try table.move(from: gone, to: kept, of: id, in: records)
    }
    let values = try MergedValues.read(kept, in: records)
    let made = MergedPerson.made(of: before, and: other, taking: details)
    if made.person != before { try PersonRecords.change(made.person, in: transaction) }
    try PersonRecords.sortEpisodes(of: made.person, records)
    try countContacts(of: kept, since: id, in: transaction)
    try MergedValues.keep(values, of: id, kept, in: records)
    try keepAdded(to: before, of: id, in: records)
    try PossibleRecords.decide(pair, .merged, because: reason, in: transaction)
    try carryOn(from: gone, to: kept, in: transaction)
    try audit(.personMerged, id, kept, gone, because: reason, in: transaction)
    return (try found(id.ref, in: records), made.leftOut)
  }

  private static func open(
    _ pair: PossibleRecord, _ kept: PersonID, _ gone: PersonID, _ reason: String,
    in transaction: WriteTransaction
  ) throws -> MergeID {
    try transaction.connection.execute(
      """
      INSERT INTO person_merge (pair, kept, gone, reason, merged_at, merged_by, trail)
      SELECT ?, ?, ?, ?, ?, ?, coalesce(max(seq), 0) FROM audit
      """, pair.ref.number, kept, gone, reason, transaction.attribution.at,
      transaction.attribution.worker)
    return MergeID(transaction.connection.lastInsertRowID)
  }

  /// From now on the number leads to the other record; its own details stay as they are.
  private static func point(
    _ gone: Person, to kept: PersonID, of merge: MergeID, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      gone.id.ref, of: gone.id, table: "person", at: gone.revision,
      changes: [FieldChange("merged-into", to: kept.ref)], facts: [.init("merge", merge.ref)]
    ) {
      try $0.execute(
        "UPDATE person SET merged_into = ? WHERE id = ?", kept, gone.id)
    }
  }

  /// PPL-024: a contact that stood on the other record counts.
  private static func countContacts(
    of kept: PersonID, since merge: MergeID, in transaction: WriteTransaction
  ) throws {
    let last = try transaction.connection.first(
      """
      SELECT max(at) FROM (
        SELECT max(made_at) AS at FROM contact_attempt
         WHERE person = ? AND is_contact = 1 AND struck_at IS NULL
        UNION ALL
        SELECT max(starts) FROM appointment
         WHERE person = ? AND state IN ('attended', 'attendedLate'))
      """, kept, kept
    ) { try $0.get(0, as: Moment?.self) }
    guard let last = last ?? nil else { return }
    try EpisodeRecords.contactMade(with: kept, on: last.date, in: transaction)
  }

  /// Names and phones that came with the merge, so that its undoing can take them out again.
  private static func keepAdded(
    to before: Person, of merge: MergeID, in records: Connection
  ) throws {
    guard let after = try PersonRecords.one(before.id, in: records) else { return }
    let aliases = Set(before.aliases.map(\.id))
    for alias in after.aliases where !aliases.contains(alias.id) {
      try keepAdded("person_alias", alias.id, alias.name, of: merge, in: records)
    }
    let phones = Set(before.phones.map(\.id))
    for phone in after.phones where !phones.contains(phone.id) {
      try keepAdded("person_phone", phone.id, phone.number, of: merge, in: records)
    }
  }

  private static func keepAdded(
    _ table: String, _ row: Int, _ value: String, of merge: MergeID, in records: Connection
  ) throws {
    try records.execute(
      "INSERT INTO person_merge_added (merge, table_name, row_id, value) VALUES (?, ?, ?, ?)",
      merge, table, row, value)
  }

  /// Others who may be the same as the record that went may be the same as the one that stays.
  private static func carryOn(
    from gone: PersonID, to kept: PersonID, in transaction: WriteTransaction
  ) throws {
    let records = transaction.connection
    let pairs = try records.query(
      """
      SELECT iif(older = ?, newer, older), because FROM possible_record
      WHERE (older = ? OR newer = ?) AND state IN ('pending', 'confirmed') ORDER BY id
      """, gone, gone, gone
    ) { PossibleRecords.Likeness(id: try $0.get(0), because: try $0.text(1)) }
    let others = try pairs.map {
      PossibleRecords.Likeness(
        id: try PersonPointers.standing($0.id, in: records), because: $0.because)
    }
    try PossibleRecords.note(
      others.filter { $0.id != kept }, of: kept, .change, in: transaction)
  }

  /// Both histories tell of it.
  static func audit(
    _ kind: AuditKind, _ merge: MergeID, _ kept: PersonID, _ gone: PersonID,
    because reason: String, in transaction: WriteTransaction
  ) throws {
    for (person, other) in [(kept, gone), (gone, kept)] {
      try transaction.audit(
        AuditEvent(
          kind, person: person, record: AuditedRecord(merge.ref),
          facts: [
            .init("kept", kept.ref), .init("gone", gone.ref), .init("other", other.ref),
            .init("rows", try rows(of: merge, in: transaction.connection)),
          ], rule: "GEN-004", reason: reason))
    }
  }

  private static func rows(of merge: MergeID, in records: Connection) throws -> Int {
    try records.first("SELECT count(*) FROM person_move WHERE merge = ?", merge) {
      try $0.int(0)
    } ?? 0
  }
}

extension AuditKind {
  /// Two records of one person were made one.
  package static let personMerged = AuditKind("person.merge")
  /// They were taken apart again.
  package static let personSplit = AuditKind("person.split")
}
