/// TIME-011: where a deadline stands.
package enum DeadlineStatus: Hashable, Sendable {
  /// The start fact is not recorded, so nothing runs yet (TIME-012).
  case noStartDate
  case running
  /// Due today or by the next working day.
  case dueSoon
  case overdue
  case met
  case metLate
  case notApplicable(String)

  /// "Due soon"; the reason is not part of it.
  package var words: String {
    switch self {
    case .noStartDate: "No start date"
    case .running: "Running"
    case .dueSoon: "Due soon"
    case .overdue: "Overdue"
    case .met: "Met"
    case .metLate: "Met late"
    case .notApplicable: "Not applicable"
    }
  }

  /// A stable name for exports: "due_soon".
  package var code: String {
    switch self {
    case .noStartDate: "no_start_date"
    case .running: "running"
    case .dueSoon: "due_soon"
    case .overdue: "overdue"
    case .met: "met"
    case .metLate: "met_late"
    case .notApplicable: "not_applicable"
    }
  }

  /// True while somebody still has to do something.
  package var isOpen: Bool {
    switch self {
    case .running, .dueSoon, .overdue: true
    case .noStartDate, .met, .metLate, .notApplicable: false
    }
  }
}
