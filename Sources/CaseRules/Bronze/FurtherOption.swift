/// INT-023: what is done instead of a letter.
package enum FurtherOption: String, CaseIterable, Hashable, Sendable {
  case noAction = "no_action"
  case moreResearch = "more_research"
  case treatmentWithoutLetter = "treatment_without_letter"
  case ppoNomination = "ppo_nomination"
  case ordinaryInvestigation = "ordinary_investigation"
  case safeguarding
  case other
}

extension FurtherOption: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .noAction: "No action"
    case .moreResearch: "More research"
    case .treatmentWithoutLetter: "Referral to treatment without a letter"
    case .ppoNomination: "PPO nomination"
    case .ordinaryInvestigation: "Ordinary investigation"
    case .safeguarding: "Safeguarding or youth offending team"
    case .other: "Other"
    }
  }
}
