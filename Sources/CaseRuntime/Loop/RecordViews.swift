import CaseApp
import CaseRules
import CaseStore

/// The page of a record, whatever kind it is.
enum RecordViews {
  /// GEN-003: opens a record; the look is on the trail before it is shown.
  static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, context: RuleContext
  ) throws -> ReadAnswer {
    switch ref.kind {
    case .custodyEntry: .entry(try EntryFiles.view(ref, in: transaction, context))
    case .dir: .dir(try DIRFiles.view(ref, in: transaction, context))
    case .carePlan: .carePlan(try CarePlanFiles.view(ref, in: transaction, context))
    case .prescribing: .prescribing(try PrescribingFiles.view(ref, in: transaction, context))
    case .possibleRecord:
      .possibleRecord(try PossibleRecordFiles.view(ref, in: transaction, context))
    case .person, .episode, .appointment, .consent, .contact, .handover, .referral, .modality,
      .merge:
      .person(
        try PersonFiles.view(asked(ref, transaction.connection), in: transaction, context))
    case .exceptionalAccess:
      .exceptional(try ExceptionalAccessRecords.view(ref, in: transaction, context))
    case .ediiActivity: .ediiActivity(try EDIIRecords.view(ref, in: transaction, context))
    case .ediiReferral:
      .ediiReferral(try EDIIReferralRecords.view(ref, in: transaction, context))
    case .warrant: .warrant(try WarrantRecords.view(ref, in: transaction, context))
    case .bronzeAction: .bronze(try BronzeFiles.view(ref, in: transaction, context))
    case .proposal: .proposal(try ProposalRecords.view(ref, in: transaction, context))
    case .helplineCall: .call(try CallFiles.view(ref, in: transaction, context))
    case .incomingReferral: .referral(try ReferralFiles.view(ref, in: transaction, context))
    case .intelligenceReport:
      .report(try IntelligenceFiles.viewReport(ref, in: transaction, context))
    case .intelligenceSubject:
      .intelligenceSubject(try IntelligenceFiles.viewSubject(ref, in: transaction, context))
    case .worker, .agency, .suite, .officer, .custodyFact:
      throw Trouble("\(ref.text) has no page of its own")
    }
  }

  /// A person's own number, also where it only leads to another; of other records, whose they are.
  private static func asked(_ ref: RecordRef, _ records: Records) throws -> PersonID {
    try PersonID(ref) ?? RecordNames.person(of: ref, in: records).orNotFound()
  }
}
