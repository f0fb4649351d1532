/// INT-001: what kind of source something comes from; the kind alone can identify a relative.
package enum SourceKind: String, CaseIterable, Hashable, Sendable {
  case informant
  case treatmentService = "treatment_service"
  case familyOrFriend = "family_or_friend"
  case prison, probation, community
}

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
