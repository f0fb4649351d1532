/// What a caseload marks a client with besides the risks.
package enum CaseloadFlag {
  package static let ppo = "PPO"
  package static let drr = "DRR"
  package static let handover = "handover waits"

  /// Every flag there can be, risks first.
  package static let all = RiskMarker.allCases.map(\.title) + [ppo, drr, handover]
}
