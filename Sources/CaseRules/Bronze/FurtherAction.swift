/// INT-039: new valid information, and what it led to.
package struct FurtherAction: Equatable, Sendable {
  package var report: RecordRef
  package var raised: Moment
  package var outcome: FurtherOutcome?
  package var reason: String
  package var decided: Moment?
  package var by: String

  package init(
    report: RecordRef, raised: Moment, outcome: FurtherOutcome? = nil, reason: String = "",
    decided: Moment? = nil, by: String = ""
  ) {
    self.report = report
    self.raised = raised
    self.outcome = outcome
    self.reason = reason
    self.decided = decided
    self.by = by
  }
}

/// INT-039: what new information about somebody ever bronzed leads to.
package enum FurtherOutcome: String, CaseIterable, Hashable, Sendable {
  case none
  case secondBronze = "second_bronze"
  case disruption, arrest, other
}

extension FurtherOutcome: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .none: "None"
    case .secondBronze: "Second bronze"
    case .disruption: "Disruption"
    case .arrest: "Arrest"
    case .other: "Other"
    }
  }
}
