package import CaseRules
package import SQLite

/// Everything a person's record shows, gathered from the rooms that hold it.
package enum PersonFiles {
  /// A number that points to another record opens that one, and says so.
  package static func load(
    _ asked: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> PersonFile {
    try context.mustRead(.personAndCaseload)
    let id = try PersonPointers.standing(asked, in: records)
    var file = try ownFile(id, in: records, context)
    if asked != id { file.askedAs = try PersonRecords.identity(asked, in: records) }
    file.possible = try PossibleRecords.waiting(for: id, in: records)
    file.merges = try PersonMerges.all(into: id, in: records)
    return file
  }

  private static func ownFile(
    _ id: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> PersonFile {
    guard let person = try PersonRecords.one(id, in: records) else { throw StoreError.notFound }
    let episodes = try EpisodeRecords.all(of: id, in: records)
    let markers = try markers(of: id, in: records)
    return PersonFile(
      person: person, consents: try ConsentRecords.all(of: id, in: records), episodes: episodes,
      history: try episodes.first.map { try EpisodeRecords.events(of: $0.id, in: records) } ?? [],
      pendingHandover: try episodes.first.flatMap {
        try HandoverRecords.pending(of: $0.id, in: records)
      },
      appointments: try AppointmentRecords.all(of: id, in: records),
      contacts: try ContactRecords.all(of: id, in: records),
      assessments: try assessments(of: id, in: records, context),
      agencies: try AgencyRecords.all(of: id, in: records),
      treatments: try TreatmentRecords.all(of: id, in: records),
      prescribing: try PrescribingRecords.all(of: id, in: records),
      enquiries: try EnquiryEvents.all(of: id, in: records, context),
      deadlines: try DeadlineRecords.all(of: id, in: records).map {
        EntryDueLines.line($0, about: $0.subject, name: person.name.display, context)
      },
      plan: try episodes.first.flatMap { try CarePlanRecords.current(of: $0.id, in: records) },
      planVersions: try CarePlanRecords.versions(of: id, in: records),
      referrals: try ReferralRecords.all(of: id, in: records),
      gpName: try person.gp.flatMap { try ServiceRecords.one($0, in: records)?.name },
      isPPO: markers.ppo, isDRR: markers.drr,
      lastChange: try LastChange.of(id.ref, in: records))
  }

  /// Opens a person's record for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ id: PersonID, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> PersonFile {
    let file = try load(id, in: transaction.connection, context)
    try transaction.audit(
      AuditEvent(
        .personViewed, person: file.person.id, record: AuditedRecord(file.ref),
        facts: file.askedAs.map { [.init("asked-as", $0.id.ref)] } ?? []))
    return file
  }

  /// CUS-022: what was said in an assessment stays with those who may read assessments.
  private static func assessments(
    of id: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> [DIRSummary] {
    guard AccessMatrix.whyNotRead(context.worker, .custodyBoardAndDIR) == nil else { return [] }
    return try DIRRecords.summaries(of: id, in: records, context)
  }

  private static func markers(
    of id: PersonID, in records: Connection
  ) throws -> (ppo: Bool, drr: Bool) {
    try records.first(
      "SELECT coalesce(max(is_ppo), 0), coalesce(max(is_drr), 0) FROM custody_entry WHERE person = ?",
      id
    ) { (try $0.bool(0), try $0.bool(1)) } ?? (false, false)
  }
}
