/// Where help sits, from services that are not about drugs to beds (PPL-030).
package enum TreatmentTier: Int, CaseIterable, Comparable, Hashable, Sendable {
  case one = 1
  case two, three, four

  package static func < (one: TreatmentTier, other: TreatmentTier) -> Bool {
    one.rawValue < other.rawValue
  }

  package var title: String {
    switch self {
    case .one: "Not drug-specific"
    case .two: "Open access"
    case .three: "Structured community"
    case .four: "Residential and inpatient"
    }
  }

  /// PPL-031: begins only from a care plan that names it; tiers 1 and 2 need none.
  package var needsCarePlan: Bool {
    switch self {
    case .one, .two: false
    case .three, .four: true
    }
  }
}

extension TreatmentTier: FormChoice {
  package var code: String { String(rawValue) }
  package var words: String { "Tier \(rawValue): \(title.lowercased())" }
}
