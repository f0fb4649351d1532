/// As the person describes it.
package enum Sex: String, CaseIterable, Hashable, Sendable {
  case male = "M"
  case female = "F"
  case other = "O"
  case notStated = "N"

  package var title: String {
    switch self {
    case .male: "Male"
    case .female: "Female"
    case .other: "Other"
    case .notStated: "Not stated"
    }
  }
}

/// What everybody who meets the person has to know first.
package enum RiskMarker: String, CaseIterable, Hashable, Sendable {
  case selfHarm = "self-harm"
  case violence, weapons, health, other

  package var title: String {
    switch self {
    case .selfHarm: "Self-harm"
    case .violence: "Violence"
    case .weapons: "Weapons"
    case .health: "Health"
    case .other: "Other"
    }
  }
}
