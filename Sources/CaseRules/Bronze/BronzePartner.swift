/// INT-008, INT-038: who is told that somebody has dropped out.
package enum BronzePartner: String, CaseIterable, Hashable, Sendable {
  case treatment, probation, prison, yot, health
  case socialServices = "social_services"
  case housing, dip
}

extension BronzePartner: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .treatment: "Treatment agency"
    case .probation: "Probation"
    case .prison: "Prison"
    case .yot: "Youth offending team"
    case .health: "Health"
    case .socialServices: "Social services"
    case .housing: "Housing"
    case .dip: "Drug interventions team"
    }
  }
}
