/// What came of a worker's approach in the cell.
package enum ApproachResult: String, CaseIterable, Sendable {
  case seen, refused, notAvailable

  package var words: String {
    switch self {
    case .seen: "Seen"
    case .refused: "Refused"
    case .notAvailable: "Not available"
    }
  }

  /// True when worker and detainee spoke, whatever came of it.
  package var wasContact: Bool {
    switch self {
    case .seen, .refused: true
    case .notAvailable: false
    }
  }
}
