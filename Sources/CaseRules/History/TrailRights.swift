/// Who may see what was done with a record, and who the whole trail.
package enum TrailRights {
  /// Why a worker does not see the history of a record, or without one the whole trail; nil when
  /// they do.
  ///
  /// Whoever may read a record sees its history; auditors and team leaders see everything.
  package static func whyNot(_ worker: Worker, _ record: RecordRef?) -> String? {
    guard let why = AccessMatrix.whyNotRead(worker, .trail) else { return nil }
    guard let record else { return why }
    return AccessMatrix.whyNotRead(worker, function(of: record.kind))
  }

  /// CUS-022: what was said in custody stays with those who may read it, also where the history of
  /// the person is open to a role.
  package static func withholds(_ record: RecordRef?, from worker: Worker) -> Bool {
    guard let record, function(of: record.kind) == .custodyBoardAndDIR else { return false }
    return whyNot(worker, record) != nil
  }

  private static func function(of kind: RecordRef.Kind) -> Function {
    switch kind {
    case .custodyEntry, .dir, .custodyFact, .helplineCall, .suite, .officer: .custodyBoardAndDIR
    case .person, .episode, .appointment, .consent, .contact, .handover, .incomingReferral,
      .carePlan, .referral, .modality, .prescribing, .possibleRecord, .merge, .agency:
      .personAndCaseload
    case .worker: .settings
    }
  }
}
