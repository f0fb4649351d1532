package import CaseRules
package import SQLite

/// How records of the people rooms are called wherever they are mentioned.
package enum RecordNames {
  /// "SMITH John, born 03/04/1985 (41), P-1042"; nil when there is no such record, and for whoever
  /// may not know of it: to them the two are one.
  package static func words(
    of ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> String? {
    guard RecordRights.whyNotKnow(ref.kind, context.worker) == nil else { return nil }
    return try words(of: ref, in: records, on: context.today)
  }

  static func words(
    of ref: RecordRef, in records: Connection, on day: CalendarDate
  ) throws -> String? {
    switch ref.kind {
    case .person:
      try PersonRecords.identity(PersonID(ref.number), in: records).map { identity in
        let standing = try PersonPointers.standing(ref, in: records)
        return identity.heading(on: day) + (standing == ref ? "" : ", now \(standing.text)")
      }
    case .possibleRecord:
      try PossibleRecordID(ref).flatMap { try PossibleRecords.one($0, in: records) }?.heading
    case .merge: try MergeID(ref).flatMap { try PersonMerges.one($0, in: records) }?.heading
    case .worker: try records.worker(WorkerID(ref.number)).map { words(of: $0.worker) }
    case .agency: try ServiceRecords.one(AgencyID(ref.number), in: records)?.name
    case .appointment:
      try AppointmentRecords.one(AppointmentID(ref.number), in: records)
        .map { "\($0.personName), \($0.words)" }
    case .episode, .consent, .contact, .handover, .carePlan, .referral, .modality, .prescribing:
      try person(of: ref, in: records)
        .flatMap { try PersonRecords.identity($0, in: records)?.heading(on: day) }
    case .suite, .officer: try plainName(of: ref, in: records, on: day)
    case .incomingReferral:
      try IncomingReferralRecords.one(IncomingReferralID(ref.number), in: records)?.heading
    case .proposal:
      try ProposalID(ref).flatMap { try ProposalRecords.one($0, in: records) }?.heading
    case .intelligenceReport:
      try IntelligenceReportID(ref).flatMap { try IntelligenceReports.heading($0, in: records) }
    case .intelligenceSubject:
      try IntelligenceSubjectID(ref).flatMap { try IntelligenceSubjects.one($0, in: records) }?
        .heading(on: day)
    case .ediiActivity:
      try EDIIActivityID(ref).flatMap { try EDIIRecords.one($0, in: records) }?.heading
    case .ediiReferral:
      try EDIIReferralID(ref).flatMap { try EDIIReferralRecords.one($0, in: records) }?.heading
    case .warrant: try WarrantID(ref).flatMap { try WarrantRecords.one($0, in: records) }?.heading
    // CUS-010: by name only with permission; the records hand none over without it.
    case .custodyEntry:
      try EntryID(ref).flatMap { try EntryRecords.entry($0, in: records) }?.entry.heading
    case .custodyFact:
      try FactRecords.entry(of: ref, in: records)
        .flatMap { try EntryRecords.entry($0, in: records) }?.entry.heading
    case .dir:
      try DIRID(ref).flatMap { try DIRRecords.row($0, in: records) }
        .flatMap { try PersonRecords.identity($0.person, in: records)?.heading(on: day) }
    case .helplineCall: try CallFiles.heading(of: ref, in: records)
    case .exceptionalAccess: nil
    case .bronzeAction:
      try BronzeFiles.name(of: ref, in: records).map { "\(ref.text)  \($0)" }
    }
  }

  /// "Amina Begum, CJIT key worker".
  static func words(of worker: Worker) -> String {
    "\(worker.name), \(worker.role.titleInSentence)" + (worker.active ? "" : " (has left)")
  }

  /// Whom a record tells of; nil for records that belong to nobody, or do not exist, and for a detention
  /// without permission (CUS-010).
  package static func person(of ref: RecordRef, in records: Connection) throws -> PersonID? {
    switch ref.kind {
    case .person:
      try PersonRecords.exists(PersonID(ref.number), in: records)
        ? PersonPointers.standing(PersonID(ref.number), in: records) : nil
    case .merge: try owner("SELECT kept FROM person_merge WHERE id = ?", ref, records)
    case .possibleRecord: try owner("SELECT newer FROM possible_record WHERE id = ?", ref, records)
    case .episode: try owner("SELECT person FROM episode WHERE id = ?", ref, records)
    case .appointment: try owner("SELECT person FROM appointment WHERE id = ?", ref, records)
    case .consent: try owner("SELECT person FROM consent WHERE id = ?", ref, records)
    case .contact: try owner("SELECT person FROM contact_attempt WHERE id = ?", ref, records)
    case .handover: try owner("SELECT person FROM handover WHERE id = ?", ref, records)
    case .carePlan: try owner("SELECT person FROM care_plan WHERE id = ?", ref, records)
    case .referral:
      try owner("SELECT person FROM wraparound_referral WHERE id = ?", ref, records)
    case .modality: try owner("SELECT person FROM modality_episode WHERE id = ?", ref, records)
    case .prescribing: try owner("SELECT person FROM prescribing WHERE id = ?", ref, records)
    case .custodyEntry: try owner("SELECT person FROM custody_entry WHERE id = ?", ref, records)
    case .dir: try owner("SELECT person FROM dir WHERE id = ?", ref, records)
    case .helplineCall: try owner("SELECT person FROM helpline_call WHERE id = ?", ref, records)
    case .incomingReferral: try owner("SELECT person FROM referral WHERE id = ?", ref, records)
    case .custodyFact:
      try owner(
        """
        SELECT e.person FROM custody_fact AS f JOIN custody_entry AS e ON e.id = f.entry
        WHERE f.id = ?
        """, ref, records)
    case .worker, .agency, .suite, .officer, .proposal, .exceptionalAccess, .ediiActivity,
      .ediiReferral, .warrant, .intelligenceReport, .intelligenceSubject, .bronzeAction:
      nil
    }
  }

  private static func owner(
    _ sql: String, _ ref: RecordRef, _ records: Connection
  ) throws -> PersonID? {
    try records.first(sql, ref.number) { try $0.get(0, as: PersonID?.self) } ?? nil
  }

  // MARK: The links of a form

  /// Names every record that the answers link to, so that a number nobody has stands out.
  static func fill(
    _ facts: inout FormFacts, from reading: FormReading, in records: Connection,
    on day: CalendarDate
  ) throws {
    let answers =
      reading.readings.values.map(\.answer)
      + reading.rows.values.flatMap { $0 }.flatMap { $0.readings.values.map(\.answer) }
    for ref in Set(answers.compactMap { $0?.link }) {
      facts.names[ref] = try words(of: ref, in: records, on: day)
    }
  }

  /// The names behind the links of a form of custody or a DIR, which name a worker without the role.
  static func facts(
    naming reading: FormReading, in records: Connection, on day: CalendarDate
  ) throws -> FormFacts {
    var facts = FormFacts()
    for case .value(.link(let ref), _) in reading.readings.values {
      facts.names[ref] = try plainName(of: ref, in: records, on: day)
    }
    return facts
  }

  private static func plainName(
    of ref: RecordRef, in records: Connection, on day: CalendarDate
  ) throws -> String? {
    switch ref.kind {
    case .officer: try OfficerRecords.officer(OfficerID(ref.number), in: records)?.display
    case .worker: try records.worker(WorkerID(ref.number))?.worker.name
    case .suite: try SuiteRecords.suite(SuiteID(ref.number), in: records)?.suite.name
    case .person: try PersonRecords.identity(PersonID(ref.number), in: records)?.heading(on: day)
    case .custodyEntry, .dir, .episode, .appointment, .consent, .contact, .handover,
      .helplineCall, .incomingReferral, .agency, .custodyFact, .carePlan, .referral, .modality,
      .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess, .ediiActivity,
      .ediiReferral, .warrant, .intelligenceReport, .intelligenceSubject, .bronzeAction:
      nil
    }
  }
}
