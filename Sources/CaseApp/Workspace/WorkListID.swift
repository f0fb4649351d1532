package import CaseRules

/// The lists that open above the panes.
package enum WorkListID: String, CaseIterable, Hashable, Sendable {
  case courtList, bailReturns, deadlines, unfinished, figures, settings, codeLists, holidays
  case officers, suites, workers, workloads

  /// Why the worker's role does not open it; nil when it does.
  package func whyNot(_ worker: Worker) -> String? {
    function.flatMap { AccessMatrix.whyNotRead(worker, $0) }
  }

  private var function: Function? {
    switch self {
    case .courtList, .bailReturns, .officers, .suites: .custodyBoardAndDIR
    case .deadlines, .unfinished, .workers: nil
    case .workloads: .personAndCaseload
    case .figures: .statistics
    case .settings, .codeLists, .holidays: .settings
    }
  }
}
