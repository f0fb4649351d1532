package import CaseRules

/// The places that are always there: Today, and the four panes beside it.
package enum PaneID: Int, CaseIterable, Hashable, Sendable {
  case today, custody, caseload, appointments, people

  /// The panes that stand together on a large screen; their number is the raw value.
  package static let numbered: [PaneID] = [.custody, .caseload, .appointments, .people]

  /// As on the strip above the work: "Custody".
  package var name: String {
    switch self {
    case .today: "Today"
    case .custody: "Custody"
    case .caseload: "Caseload"
    case .appointments: "Appointments"
    case .people: "People"
    }
  }

  /// Why the worker's role does not open it; nil when it does.
  package func whyNot(_ worker: Worker) -> String? {
    switch self {
    case .today: nil
    case .custody: AccessMatrix.whyNotRead(worker, .custodyBoardAndDIR)
    case .caseload, .appointments, .people: AccessMatrix.whyNotRead(worker, .personAndCaseload)
    }
  }
}
