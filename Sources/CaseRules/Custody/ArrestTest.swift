/// A drug test offered after arrest in a test-on-arrest area (CUS-020).
package struct ArrestTest: Equatable, Sendable {
  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case negative
    case opiates
    case cocaine
    case both
    case refused
    case notOffered = "not_offered"

    package var words: String {
      switch self {
      case .negative: "Negative"
      case .opiates: "Positive: opiates"
      case .cocaine: "Positive: cocaine"
      case .both: "Positive: opiates and cocaine"
      case .refused: "Refused"
      case .notOffered: "Not offered"
      }
    }
  }

  package var ref: RecordRef
  package var outcome: Outcome
  package var at: Moment

  package init(ref: RecordRef, outcome: Outcome, at: Moment) {
    self.ref = ref
    self.outcome = outcome
    self.at = at
  }
}
