/// Somebody sent to early intervention by anybody at all (INT-054).
///
/// Who sent them is sealed from the start: it may become intelligence, and then that is its source
/// (INT-005).
package struct EDIIReferral: Equatable, Sendable {
  /// What it became; a referral waits until an officer has said which.
  package enum Outcome: Equatable, Sendable {
    case report(RecordRef)
    case treatment(RecordRef)

    package var ref: RecordRef {
      switch self {
      case .report(let ref), .treatment(let ref): ref
      }
    }

    package var words: String {
      switch self {
      case .report(let ref): "intelligence report \(ref.text)"
      case .treatment(let ref): "treatment referral \(ref.text)"
      }
    }
  }

  package var ref: RecordRef
  package var received: Moment
  package var source: SourceNumber
  /// As it was given; the rest of who it is about stands in the description.
  package var family: String
  package var given: String
  package var description: String
  package var phone: String
  /// nil where nobody has asked the subject.
  package var consent: Bool?
  /// Without a clue to who said it.
  package var reason: String
  package var outcome: Outcome?
  package var recordedBy: String
  package var revision: Int
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    ref: RecordRef, received: Moment, source: SourceNumber, family: String, given: String = "",
    description: String = "", phone: String = "", consent: Bool? = nil, reason: String,
    outcome: Outcome? = nil, recordedBy: String = "", revision: Int = 1,
    struckBecause: String? = nil
  ) {
    self.ref = ref
    self.received = received
    self.source = source
    self.family = family
    self.given = given
    self.description = description
    self.phone = phone
    self.consent = consent
    self.reason = reason
    self.outcome = outcome
    self.recordedBy = recordedBy
    self.revision = revision
    self.struckBecause = struckBecause
  }

  /// "MARSH Robin", or what is known instead.
  package var subject: String {
    let name = PersonName(family: family, given: given).display.trimmed
    return name.isEmpty ? description : name
  }

  package var isOpen: Bool { outcome == nil && struckBecause == nil }

  /// "to be answered", "became intelligence report I-0012".
  package var stateWords: String {
    if struckBecause != nil { return "struck through" }
    return outcome.map { "became \($0.words)" } ?? "to be answered"
  }

  /// "ER-0003  EDII referral of Tue 02/10/2007, MARSH Robin".
  package var heading: String {
    "\(ref.text)  EDII referral of \(received.date.ukWithWeekday), \(subject)"
  }
}
