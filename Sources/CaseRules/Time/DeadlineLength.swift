/// How long a deadline leaves, and in which unit it is counted.
package enum DeadlineLength: Hashable, Sendable {
  /// TIME-003.
  case workingDays(Int)
  /// TIME-004.
  case calendarDays(Int)
  /// TIME-004.
  case weeks(Int)
  /// TIME-005.
  case months(Int)
  /// TIME-007: counted back from the start fact.
  case weeksBefore(Int)
  /// TIME-009.
  case sameDay
  /// TIME-009: the next calendar day.
  case followingDay
  /// TIME-009.
  case nextWorkingDay
  /// So many minutes after the start fact's own time.
  case minutes(Int)
  /// TIME-010: within the setting `immediate_minutes`.
  case immediately(withinMinutes: Int = 60)

  /// The day a start day leads to; minutes stay on the day they start.
  package func due(from day: CalendarDate, in calendar: WorkingCalendar) -> CalendarDate {
    switch self {
    case .workingDays(let count): calendar.adding(workingDays: count, to: day)
    case .calendarDays(let count): day.adding(days: count)
    case .weeks(let count): day.adding(weeks: count)
    case .months(let count): day.adding(months: count)
    case .weeksBefore(let count): Periods.weeksBefore(count, day, in: calendar).due
    case .followingDay: day.adding(days: 1)
    case .nextWorkingDay: calendar.nextWorkingDay(after: day)
    case .sameDay, .minutes, .immediately: day
    }
  }

  /// The minutes left, for the two lengths that are counted by the clock.
  package var minutesAllowed: Int? {
    switch self {
    case .minutes(let count): count
    case .immediately(let count): count
    case .workingDays, .calendarDays, .weeks, .months, .weeksBefore, .sameDay, .followingDay,
      .nextWorkingDay:
      nil
    }
  }

  /// True when weekends and bank holidays are passed over.
  package var countsWorkingDays: Bool {
    switch self {
    case .workingDays, .nextWorkingDay: true
    case .calendarDays, .weeks, .months, .weeksBefore, .sameDay, .followingDay, .minutes,
      .immediately:
      false
    }
  }

  /// "4 working days", "6 weeks before", "immediately (within 60 minutes)".
  package var words: String {
    switch self {
    case .workingDays(let count): Digits.counted(count, "working day")
    case .calendarDays(let count): Digits.counted(count, "calendar day")
    case .weeks(let count): Digits.counted(count, "week")
    case .months(let count): Digits.counted(count, "month")
    case .weeksBefore(let count): Digits.counted(count, "week") + " before"
    case .sameDay: "the same day"
    case .followingDay: "the following day"
    case .nextWorkingDay: "the next working day"
    case .minutes(let count): Digits.counted(count, "minute")
    case .immediately(let count): "immediately (within " + Digits.counted(count, "minute") + ")"
    }
  }
}
