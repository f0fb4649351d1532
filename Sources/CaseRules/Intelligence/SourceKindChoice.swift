// The kinds of source as the report form offers them.
extension SourceKind: FormChoice {
  package var code: String {
    switch self {
    case .informant: "INF"
    case .treatmentService: "TRE"
    case .familyOrFriend: "FAM"
    case .prison: "PRI"
    case .probation: "PROB"
    case .community: "COM"
    }
  }

  package var words: String {
    switch self {
    case .informant: "Informant"
    case .treatmentService: "Treatment service"
    case .familyOrFriend: "Family or friend"
    case .prison: "Prison"
    case .probation: "Probation"
    case .community: "Other community"
    }
  }
}
