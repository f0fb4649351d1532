/// What the records say about somebody who is assessed.
package struct AssessmentFacts: Equatable, Sendable {
  package var person: RecordRef?
  package var birth: Birth?
  package var sex: Sex?
  /// CUS-016: an assessment consent is in force.
  package var hasConsent: Bool
  /// The newest answer to each kind of consent, whether yes or no.
  package var consents: [ConsentType: Bool]
  /// PPL-010: the newest other assessment of this person.
  package var latest: AssessmentRules.Assessment?
  /// An unfinished DIR of this person other than the one in hand.
  package var unfinished: RecordRef?
  /// A DIR of the same detention that somebody else has begun and not saved.
  package var inOtherHands: DIRInHand?
  /// The DIR in hand is complete already.
  package var isComplete: Bool
  /// CUS-016: why the board entry does not allow a DIR now.
  package var refusedByEntry: Finding?

  package init(
    birth: Birth? = nil, hasConsent: Bool = false,
    consents: [ConsentType: Bool] = [:], latest: AssessmentRules.Assessment? = nil,
    unfinished: RecordRef? = nil, isComplete: Bool = false, refusedByEntry: Finding? = nil
  ) {
    self.birth = birth
    self.hasConsent = hasConsent
    self.consents = consents
    self.latest = latest
    self.unfinished = unfinished
    self.isComplete = isComplete
    self.refusedByEntry = refusedByEntry
  }
}
