package import CaseRules
import SQLite

/// A deadline as the file keeps it.
package struct DeadlineRow: Equatable, Sendable {
  package let id: Int64
  package let deadline: Deadline
  package let subject: RecordRef
  package let person: PersonID?
  package let owner: DeadlineOwner
  /// The name of the worker who owes it; nil where a role or somebody outside does.
  package let ownerName: String?
  /// As it was worked out when the start fact was recorded or corrected; nil before that.
  package let due: CalendarDate?
  /// The last instant at which it is still met.
  package let expires: Moment?
  package let met: Occasion?
  /// The form that meets it.
  package let metByForm: FormID?

  /// Nothing has met it, nothing has set it aside.
  package var isOpen: Bool { met == nil && deadline.notApplicable == nil && due != nil }

  /// Nothing has set it aside, and its start fact has not been recorded yet.
  package var isWaiting: Bool { met == nil && deadline.notApplicable == nil && due == nil }

  /// TIME-011: where it stands now, from the kept due date.
  package func status(now: Moment, in calendar: WorkingCalendar) -> DeadlineStatus {
    if let reason = deadline.notApplicable { return .notApplicable(reason) }
    guard let due, let expires else { return .noStartDate }
    return Deadline.status(due: due, last: expires, now: now, met: met, in: calendar)
  }
}

extension DeadlineRow {
  static let columns = """
    SELECT deadline.id, deadline.name, deadline.rule, deadline.person, deadline.subject_kind,
           deadline.subject, deadline.owner_worker, deadline.owner_role, deadline.owner,
           deadline.start_fact, deadline.start_day, deadline.start_at, deadline.unit,
           deadline.amount, deadline.due, deadline.expires, deadline.met_by, deadline.met_form,
           deadline.met_day, deadline.met_at, deadline.not_applicable,
           (SELECT worker.name FROM worker WHERE worker.id = deadline.owner_worker)
    """
  /// How many columns the above are; a query may add its own after them.
  static let columnCount = 22

  /// What makes a deadline open, in the words of the partial indexes.
  static let isOpenSQL = """
    deadline.met_day IS NULL AND deadline.not_applicable IS NULL AND deadline.superseded_by IS NULL
    """

  init(row: Row) throws {
    id = try row.int64(0)
    person = try row.get(3)
    guard let kind = RecordRef.Kind(rawValue: try row.text(4)) else { throw row.unreadable(4) }
    subject = RecordRef(kind, try row.int64(5))
    let worker: WorkerID? = try row.get(6)
    let role: Role? = try row.get(7)
    ownerName = try row.get(21)
    owner = worker.map(DeadlineOwner.worker) ?? role.map(DeadlineOwner.role) ?? .outside
    guard let length = DeadlineLength(unit: try row.text(12), amount: try row.int(13)) else {
      throw row.unreadable(12)
    }
    deadline = Deadline(
      name: try row.text(1), ruleID: try row.text(2), startFact: try row.text(9),
      start: try Occasion(row, day: 10, moment: 11), length: length, owner: try row.text(8),
      metBy: try row.text(16), notApplicable: try row.get(20))
    due = try row.get(14)
    expires = try row.get(15)
    met = try Occasion(row, day: 18, moment: 19)
    metByForm = try row.get(17, as: String?.self).map { FormID($0) }
  }
}

extension Occasion {
  /// Two columns: the local day, and the instant where the time is known.
  init?(_ row: Row, day: Int, moment: Int) throws {
    if let moment: Moment = try row.get(moment) {
      self = .moment(moment)
    } else if let day: CalendarDate = try row.get(day) {
      self = .day(day)
    } else {
      return nil
    }
  }

  /// The instant, where it is known.
  var instant: Moment? {
    switch self {
    case .day: nil
    case .moment(let moment): moment
    }
  }
}

extension DeadlineLength {
  /// The two columns a length is kept in.
  var stored: (unit: String, amount: Int) {
    switch self {
    case .workingDays(let count): ("working days", count)
    case .calendarDays(let count): ("calendar days", count)
    case .weeks(let count): ("weeks", count)
    case .months(let count): ("months", count)
    case .weeksBefore(let count): ("weeks before", count)
    case .sameDay: ("same day", 0)
    case .followingDay: ("following day", 0)
    case .nextWorkingDay: ("next working day", 0)
    case .minutes(let count): ("minutes", count)
    case .immediately(let count): ("immediately", count)
    }
  }

  init?(unit: String, amount: Int) {
    switch unit {
    case "working days": self = .workingDays(amount)
    case "calendar days": self = .calendarDays(amount)
    case "weeks": self = .weeks(amount)
    case "months": self = .months(amount)
    case "weeks before": self = .weeksBefore(amount)
    case "same day": self = .sameDay
    case "following day": self = .followingDay
    case "next working day": self = .nextWorkingDay
    case "minutes": self = .minutes(amount)
    case "immediately": self = .immediately(withinMinutes: amount)
    default: return nil
    }
  }
}
