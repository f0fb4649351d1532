/// What the records say that the forms about a person need.
package struct PersonFacts: Equatable, Sendable {
  /// Somebody on file who may be the same person.
  package struct Match: Equatable, Sendable {
    package var ref: RecordRef
    /// "SMITH John, born 03/04/1985 (41), P-1042".
    package var words: String
    /// Why it was found: "one day out".
    package var because: String

    package init(ref: RecordRef, words: String, because: String = "") {
      self.ref = ref
      self.words = words
      self.because = because
    }
  }

  /// PPL-004: others with the PNC ID or CRO number that was typed.
  package var samePNC: [Match]
  package var sameCRO: [Match]
  /// PPL-004: others with the same family name and date of birth.
  package var sameNameAndBirth: [Match]
  /// PPL-004: others who may be the same as somebody not on file yet: a name that sounds alike, a
  /// date nearly the same.
  package var possible: [Match]
  /// Somebody has been assessed, so what is asked at an assessment has to be known.
  package var isAssessed: Bool
  /// The consent that is to be withdrawn.
  package var consent: Consent?
  /// There is no such person.
  package var isUnknown: Bool
  /// The records that say of the person: pregnant.
  package var pregnantIn: [RecordRef] = []

  package init(
    samePNC: [Match] = [], sameCRO: [Match] = [], sameNameAndBirth: [Match] = [],
    possible: [Match] = [], isAssessed: Bool = false, consent: Consent? = nil,
    isUnknown: Bool = false
  ) {
    self.samePNC = samePNC
    self.sameCRO = sameCRO
    self.sameNameAndBirth = sameNameAndBirth
    self.possible = possible
    self.isAssessed = isAssessed
    self.consent = consent
    self.isUnknown = isUnknown
  }
}
