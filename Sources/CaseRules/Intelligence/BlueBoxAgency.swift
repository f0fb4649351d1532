/// INT-020: the partners that are asked and told about a subject; the one table of what they are.
package enum BlueBoxAgency: String, CaseIterable, Hashable, Sendable {
  case police
  case treatment = "treatment_services"
  case prison, probation
  case yot
  case health
  case socialServices = "social_services"
  case housing

  package var words: String {
    switch self {
    case .police: "Police"
    case .treatment: "Treatment services"
    case .prison: "Prison"
    case .probation: "Probation"
    case .yot: "Youth offending team"
    case .health: "Health"
    case .socialServices: "Social services"
    case .housing: "Housing"
    }
  }

  /// INT-009: all others are parties that do not prosecute.
  package var isPolice: Bool { self == .police }
}

extension BlueBoxAgency: FormChoice {
  package var code: String {
    switch self {
    case .police: "POL"
    case .treatment: "TRE"
    case .prison: "PRI"
    case .probation: "PROB"
    case .yot: "YOT"
    case .health: "HLTH"
    case .socialServices: "SOC"
    case .housing: "HOU"
    }
  }
}

/// INT-009: what a handling grade lets be told to whom.
package enum HandlingRules {
  /// Why a report may not be told to an agency; nil when it may.
  package static func refusal(
    toTell agency: BlueBoxAgency, under handling: HandlingGrade, field: FieldCode
  ) -> Finding? {
    agency.isPolice ? nil : refusal(toTellOutside: agency.words, under: handling, field: field)
  }

  /// The same for any party that is not police.
  package static func refusal(
    toTellOutside party: String, under handling: HandlingGrade, field: FieldCode
  ) -> Finding? {
    guard !handling.mayLeavePolice else { return nil }
    return Finding(
      "INT-009", .blocks, field: field.text,
      "Handling \(handling.rawValue) does not let it go to \(party.lowercasedFirst) "
        + "(\(handling.words.lowercasedFirst)); only 2 and 5 do")
  }
}
