/// What came of offering the arrest referral service at reception.
package enum OfferResult: String, CaseIterable, Sendable {
  case accepted, refused, deferred, notOffered

  package var words: String {
    switch self {
    case .accepted: "Accepted"
    case .refused: "Refused"
    case .deferred: "Deferred"
    case .notOffered: "Not offered"
    }
  }

  /// True when the words of the offer were really said to the detainee.
  package var wasMade: Bool {
    switch self {
    case .accepted, .refused: true
    case .deferred, .notOffered: false
    }
  }
}
