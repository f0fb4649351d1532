package import CaseRules

/// The lists that open above the panes.
package enum WorkListID: String, CaseIterable, Hashable, Sendable {
  case courtList, bailReturns, flaggedOffers, deadlines, unfinished, figures, settings, codeLists
  case holidays, officers, suites, workers, workloads, trail
  case referrals, calls, directory, callTakers, serviceReview, possibleRecords
  case proposals, exceptionalAccess, intelligence
  case edii, ediiFigures, bronze, missed

  /// Why the worker's role does not open it; nil when it does.
  package func whyNot(_ worker: Worker) -> String? {
    if isReferenceList, AccessMatrix.whyNotEdit(worker, .settings) == nil { return nil }
    return function.flatMap { AccessMatrix.whyNotRead(worker, $0) }
  }

  /// Lists an administrator keeps as well, and that name nobody in custody.
  private var isReferenceList: Bool {
    switch self {
    case .officers, .suites: true
    case .courtList, .bailReturns, .flaggedOffers, .deadlines, .unfinished, .figures, .settings,
      .codeLists, .holidays, .workers, .workloads, .trail, .referrals, .calls, .directory,
      .callTakers,
      .serviceReview, .possibleRecords, .proposals, .exceptionalAccess, .edii, .ediiFigures,
      .bronze, .intelligence, .missed:
      false
    }
  }

  private var function: Function? {
    switch self {
    case .courtList, .bailReturns, .flaggedOffers, .officers, .suites, .calls: .custodyBoardAndDIR
    case .referrals, .directory, .callTakers, .possibleRecords, .missed: .personAndCaseload
    case .deadlines, .unfinished, .workers: nil
    case .workloads: .personAndCaseload
    case .trail: .trail
    case .proposals: .proposals
    case .exceptionalAccess: .exceptionalAccess
    case .edii, .bronze, .intelligence: .intelligence
    case .figures, .serviceReview, .ediiFigures: .statistics
    case .settings, .codeLists, .holidays: .settings
    }
  }
}
