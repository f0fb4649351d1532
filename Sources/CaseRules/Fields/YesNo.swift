/// The answers to a yes-or-no question; an empty field is none of them.
package enum YesNo: String, CaseIterable, Hashable, Sendable {
  case yes, no
  case notKnown = "not known"
  /// Refused, or the question was not asked.
  case refused

  /// "Yes", "Not known", "Refused or not asked".
  package var words: String {
    switch self {
    case .yes: "Yes"
    case .no: "No"
    case .notKnown: "Not known"
    case .refused: "Refused or not asked"
    }
  }
}
