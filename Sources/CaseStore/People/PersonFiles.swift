package import CaseRules
package import SQLite

/// Everything a person's record shows, gathered from the rooms that hold it.
package enum PersonFiles {
  /// A number that points to another record opens that one, and says so.
  package static func load(
    _ asked: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> PersonFile {
    try context.mustRead(.personAndCaseload)
    return try gathered(asked, in: records, context)
  }

  private static func gathered(
    _ asked: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> PersonFile {
    let id = try PersonPointers.standing(asked, in: records)
    var file = try ownFile(id, in: records, context)
    file.handovers = try HandoverRecords.all(of: id, in: records)
    if asked != id { file.askedAs = try PersonRecords.identity(asked, in: records) }
    file.possible = try PossibleRecords.waiting(for: id, in: records)
    file.merges = try PersonMerges.all(into: id, in: records)
    file.intelligence = try IntelligenceFiles.about(id, in: records, context)
    return file
  }

  private static func ownFile(
    _ id: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> PersonFile {
    let person = try PersonRecords.one(id, in: records).orNotFound()
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
      isPPO: markers.ppo, isDRR: markers.drr)
  }

  /// Opens a person's record for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ id: PersonID, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> PersonFile {
    let records = transaction.connection
    let access = try exceptionalAccess(to: id, in: records, context)
    var file =
      try access == nil
      ? load(id, in: records, context) : gathered(id, in: records, context)
    file.damage = try transaction.damage(to: file.person.id, shownAs: file.ref)
    var facts: [AuditEvent.Fact] = []
    if let other = file.askedAs { facts.append(.init("asked-as", other.id.ref)) }
    if let access { facts.append(.init("exceptional-access", access.ref)) }
    try transaction.audit(
      AuditEvent(
        .personViewed, person: file.person.id, record: AuditedRecord(file.ref), facts: facts))
    return file
  }

  /// Break glass: what lets somebody see this one page whose role does not read people.
  private static func exceptionalAccess(
    to id: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> ExceptionalAccess? {
    guard AccessMatrix.whyNotRead(context.worker, .personAndCaseload) != nil else { return nil }
    let standing = try PersonPointers.standing(id, in: records)
    return try ExceptionalAccessRecords.standing(of: standing, in: records, context)
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
