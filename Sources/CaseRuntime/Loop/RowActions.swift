import CaseApp
import CaseRules
import CaseStore

/// What can be done with a row without opening it.
enum RowActions {
  static func offered(
    for ref: RecordRef, on records: Records, in context: RuleContext
  ) throws -> [OfferedForm] {
    try context.mustKnow(ref.kind)
    switch ref.kind {
    case .custodyEntry:
      return EntryActions.offered(for: try EntryFiles.load(ref, in: records, context), in: context)
    case .appointment:
      let one = try AppointmentID(ref).flatMap { try AppointmentRecords.one($0, in: records) }
        .orNotFound()
      return AppointmentActions.offered(for: one, in: context)
    case .consent:
      let one = try ConsentID(ref).flatMap { try ConsentRecords.one($0, in: records) }.orNotFound()
      return PersonActions.offered(for: one, in: context)
    case .referral:
      let one = try ReferralID(ref).flatMap { try ReferralRecords.one($0, in: records) }
        .orNotFound()
      return CarePlanActions.offered(for: one, in: context)
    case .modality:
      let one = try ModalityID(ref).flatMap { try TreatmentRecords.one($0, in: records) }
        .orNotFound()
      return TreatmentActions.offered(for: one, in: context)
    case .prescribing:
      let file = try PrescribingFiles.load(ref, in: records, context)
      return PrescribingActions.offered(for: file.record, in: context)
    case .handover: return try handoverActions(ref, on: records, in: context)
    case .contact:
      let one = try ContactID(ref).flatMap { try ContactRecords.one($0, in: records) }.orNotFound()
      return [StrikeActions.offered(for: ref, struckBecause: one.struckBecause, in: context)]
    case .person, .episode, .carePlan:
      let file = try PersonFiles.load(person(of: ref, records), in: records, context)
      return PersonActions.offered(for: file, in: context)
    case .dir:
      return DIRActions.offered(
        for: try DIRFiles.load(ref, in: records, context).summary, in: context)
    case .worker:
      return WorkerActions.offered(for: WorkerID(ref.number), in: context)
    case .suite: return PlaceActions.offered(forSuite: ref, in: context)
    case .officer: return PlaceActions.offered(forOfficer: ref, in: context)
    case .agency:
      return EnquiryActions.offered(for: try ServiceRecords.load(ref, in: records), in: context)
    case .helplineCall:
      return EnquiryActions.offered(for: try CallFiles.load(ref, in: records, context), in: context)
    case .incomingReferral:
      return EnquiryActions.offered(
        for: try ReferralFiles.load(ref, in: records, context), in: context)
    case .possibleRecord:
      let file = try PossibleRecordFiles.load(ref, in: records, context)
      return MatchActions.offered(for: file, in: context)
    case .merge:
      let file = try PersonFiles.load(person(of: ref, records), in: records, context)
      return file.merges.first { $0.ref == ref }.map {
        MatchActions.offered(for: $0, responsible: file.responsible, in: context)
      } ?? []
    case .ediiActivity:
      return EDIIActions.offered(
        for: try EDIIRecords.load(ref, in: records, context), in: context)
    case .ediiReferral:
      return EDIIActions.offered(
        for: try EDIIReferralRecords.load(ref, in: records, context), in: context)
    case .warrant:
      return EDIIActions.offered(
        for: try WarrantRecords.load(ref, in: records, context), in: context)
    case .exceptionalAccess:
      return ExceptionalAccessActions.offered(
        for: try ExceptionalAccessRecords.load(ref, in: records, context), in: context)
    case .proposal:
      return ProposalActions.offered(
        for: try ProposalRecords.load(ref, in: records, context), in: context)
    case .bronzeAction:
      let file = try BronzeFiles.load(ref, in: records, context)
      return BronzeActions.offered(for: file.record, in: context)
    case .intelligenceReport:
      return IntelligenceActions.offered(
        for: try IntelligenceFiles.report(ref, in: records, context).report, in: context)
    case .intelligenceSubject:
      return IntelligenceActions.offered(
        for: try IntelligenceFiles.subject(ref, in: records, context).subject, in: context)
    case .custodyFact:
      let file = try EntryFiles.load(fact: ref, in: records, context)
      return file.timeline.filter { $0.ref == ref }
        .flatMap { EntryActions.offered(for: $0, in: file, context) }
    }
  }

  private static func handoverActions(
    _ ref: RecordRef, on records: Records, in context: RuleContext
  ) throws -> [OfferedForm] {
    let file = try PersonFiles.load(person(of: ref, records), in: records, context)
    let answers = PersonActions.offered(for: file, in: context)
    return answers.filter { $0.about == ref } + answers.filter { $0.about != ref }
  }

  /// What can be done with each of several rows, and what they are called.
  static func ofEach(
    _ refs: [RecordRef], on records: Records, in context: RuleContext
  ) throws -> ActionsOfEach {
    ActionsOfEach(
      try refs.map { (try name(of: $0, records), try offered(for: $0, on: records, in: context)) })
  }

  /// "DABELL Laura" for what is a person's, the number for the rest; CUS-010: of a detention the
  /// name only with permission.
  private static func name(of ref: RecordRef, _ records: Records) throws -> String {
    if let entry = EntryID(ref) {
      return try EntryRecords.entry(entry, in: records)?.entry.details?.personName ?? ref.text
    }
    let person = try RecordNames.person(of: ref, in: records)
    let identity = try person.flatMap { try PersonRecords.identity($0, in: records) }
    return identity?.name.display ?? ref.text
  }

  private static func person(of ref: RecordRef, _ records: Records) throws -> PersonID {
    try RecordNames.person(of: ref, in: records).orNotFound()
  }
}
