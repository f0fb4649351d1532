extension HelplineCall.Caller: FormChoice {
  package var code: String {
    switch self {
    case .client: "CLI"
    case .family: "FAM"
    case .professional: "PRO"
    case .anonymous: "ANO"
    }
  }
}

extension HelplineCall.Purpose: FormChoice {
  package var code: String {
    switch self {
    case .drugInformation: "INF"
    case .harmReduction: "HAR"
    case .referral: "REF"
    case .appointment: "APP"
    case .localServices: "LOC"
    }
  }
}

extension HelplineCall.Advice: FormChoice {
  package var code: String {
    switch self {
    case .ambulance: "AMB"
    case .recoveryPosition: "REC"
    case .stayWithThem: "STA"
    case .nothingMore: "NOT"
    case .tellOfficer: "OFF"
    }
  }
}
