package import CaseRules

extension RecordRef {
  /// Whether the record has a page of its own; the others are seen on their person's page.
  package var hasPage: Bool {
    switch kind {
    case .person, .custodyEntry, .dir, .carePlan, .prescribing, .helplineCall, .incomingReferral,
      .agency, .possibleRecord, .proposal, .exceptionalAccess, .ediiActivity, .ediiReferral,
      .warrant,
      .bronzeAction, .intelligenceReport, .intelligenceSubject:
      true
    case .episode, .appointment, .consent, .contact, .handover, .worker, .suite, .officer,
      .custodyFact, .referral, .modality, .merge:
      false
    }
  }
}
