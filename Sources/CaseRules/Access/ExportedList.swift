/// A list that leaves the program.
package enum ExportedList: String, CaseIterable, Hashable, Sendable {
  case custody, caseload, workloads, appointments
  case carePlans = "care-plans"
  case treatment, calls, referrals, directory
  case serviceReview = "service-review"
  case edii
  case ediiFigures = "edii-figures"
  case reports, bronze
  case due, trail, found

  /// "The custody board".
  package var words: String {
    switch self {
    case .custody: "The custody board"
    case .caseload: "The caseload"
    case .workloads: "Workloads"
    case .appointments: "Appointments"
    case .carePlans: "Care plans"
    case .treatment: "Treatment and prescribing"
    case .calls: "Helpline calls"
    case .referrals: "Referrals to the team"
    case .directory: "The service directory"
    case .serviceReview: "The service review"
    case .edii: "The early intervention log"
    case .ediiFigures: "Figures of early intervention"
    case .reports: "Intelligence reports"
    case .bronze: "Bronze actions"
    case .due: "Deadlines"
    case .trail: "The trail"
    case .found: "People found"
    }
  }

  /// What makes the list shorter, as a sentence; empty where nothing does.
  var narrowing: String {
    switch self {
    case .caseload:
      "Take a part of it: --family A-F, --state, --due, --contact, --flag, --team or --worker; on the screen "
        + "type how a name begins, hold the list to a worker or state (F7 f) or tick rows, then Ctrl+P. "
    case .appointments:
      "Take a part of it: --from and --to, --family A-F, --state, --missed or --worker; on the screen "
        + "one day at a time, by Ctrl+P. "
    case .calls, .edii, .bronze, .trail: "Take fewer days of it: --from and --to. "
    case .due: "Take a part of it: --owner. "
    case .custody, .workloads, .carePlans, .treatment, .referrals, .directory, .serviceReview,
      .ediiFigures, .reports, .found:
      ""
    }
  }

  /// The row of the function matrix that opens it; nil for a list that names nobody.
  package var function: Function? {
    switch self {
    case .custody, .calls: .custodyBoardAndDIR
    case .caseload, .appointments, .carePlans, .treatment: .namedLists
    case .referrals, .due, .found: .personAndCaseload
    case .reports, .bronze: .intelligence
    case .trail: .trail
    case .workloads, .directory, .serviceReview, .edii, .ediiFigures: nil
    }
  }
}
