/// PPL-008: how somebody came to the team.
package enum EntryPoint: String, CaseIterable, Hashable, Sendable {
  case arrest
  case court
  case communitySentence = "community-sentence"
  case prison
  case endOfTreatment = "end-of-treatment"
  case helpline
  case other

  package var title: String {
    switch self {
    case .arrest: "Arrest"
    case .court: "Court"
    case .communitySentence: "Community sentence"
    case .prison: "Prison"
    case .endOfTreatment: "End of treatment"
    case .helpline: "Self-referral or helpline"
    case .other: "Other"
    }
  }
}
