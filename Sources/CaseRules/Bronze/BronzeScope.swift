/// Which bronze actions a list shows.
package enum BronzeScope: CaseIterable, Hashable, Sendable {
  case open, settled, all

  /// In the order in which they are listed.
  package var states: [BronzeState] {
    switch self {
    case .open: BronzeState.listed.filter { !$0.isSettled }
    case .settled: BronzeState.listed.filter(\.isSettled)
    case .all: BronzeState.listed
    }
  }

  /// What is shown when the list is turned.
  package var next: BronzeScope {
    switch self {
    case .open: .settled
    case .settled: .all
    case .all: .open
    }
  }
}

extension BronzeState {
  /// INT-026: what is pending first, then what somebody has to do something about, then what is
  /// settled.
  package static let listed: [BronzeState] = [
    .pending, .furtherAction, .dropOut, .authorised, .served, .humanRightsTest, .research,
    .inTreatment, .rmsRetained, .closedCompleted, .closedRefused, .closedOtherOption,
    .closedNotServed,
  ]
}
