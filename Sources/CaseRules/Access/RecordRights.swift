/// Which part of the practice a record belongs to, and so who may know of it.
package enum RecordRights {
  package static func function(of kind: RecordRef.Kind) -> Function {
    switch kind {
    case .custodyEntry, .dir, .custodyFact, .helplineCall, .suite, .officer: .custodyBoardAndDIR
    case .person, .episode, .appointment, .consent, .contact, .handover, .incomingReferral,
      .carePlan, .referral, .modality, .prescribing, .possibleRecord, .merge, .agency:
      .personAndCaseload
    case .worker: .settings
    case .proposal: .proposals
    case .exceptionalAccess: .exceptionalAccess
    case .intelligenceReport, .intelligenceSubject, .bronzeAction, .ediiActivity, .ediiReferral,
      .warrant:
      .intelligence
    }
  }

  /// The same for what the trail names by a word, having no number of its own; nil for words that
  /// may stand for either.
  package static func function(ofWord word: some StringProtocol) -> Function? {
    switch word {
    case "sweep": .custodyBoardAndDIR
    case "dose", "opiate test", "programme review", "cover": .personAndCaseload
    case "intelligence link": .intelligenceLink
    case "bank holiday", "code", "setting", "import", "draft", "call-taker": .settings
    default: nil
    }
  }

  /// Why a worker may not know what a record says, or that there is one; nil when they may.
  package static func whyNotKnow(_ kind: RecordRef.Kind, _ worker: Worker) -> String? {
    switch kind {
    // Kept by administrators too, and about nobody in custody.
    case .suite, .officer:
      if AccessMatrix.whyNotEdit(worker, .settings) == nil { return nil }
    case .person, .custodyEntry, .dir, .episode, .appointment, .consent, .contact, .handover,
      .helplineCall, .incomingReferral, .worker, .agency, .custodyFact, .carePlan, .referral,
      .modality, .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess,
      .ediiActivity, .ediiReferral, .warrant,
      .intelligenceReport, .intelligenceSubject,
      .bronzeAction:
      break
    }
    return AccessMatrix.whyNotRead(worker, function(of: kind))
  }
}
