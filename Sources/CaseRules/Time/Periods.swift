/// Periods, gaps and ages counted the one way everybody uses.
package enum Periods {
  /// TIME-006: a period of months ends the day before its anniversary.
  package static func lastDay(
    ofPeriodOfMonths months: Int, from start: CalendarDate
  )
    -> CalendarDate
  {
    start.adding(months: months).adding(days: -1)
  }

  /// TIME-007: so many weeks before a date, and the working day to do it by.
  package static func weeksBefore(
    _ weeks: Int, _ date: CalendarDate, in calendar: WorkingCalendar
  ) -> WeeksBefore {
    let due = date.adding(weeks: -weeks.clamped(to: 0...600_000))
    let doBy = calendar.isWorkingDay(due) ? due : calendar.previousWorkingDay(before: due)
    return WeeksBefore(due: due, doBy: doBy)
  }

  /// A date some weeks before another (TIME-007).
  package struct WeeksBefore: Equatable, Sendable {
    /// The day the weeks lead back to, working day or not.
    package let due: CalendarDate
    /// The same day, or the working day before it.
    package let doBy: CalendarDate
  }

  /// TIME-008: whole days strictly between the two dates; never negative.
  package static func clearDays(between one: CalendarDate, and other: CalendarDate) -> Int {
    max(0, abs(other.days(since: one)) - 1)
  }

  /// TIME-008: the first day that leaves so many clear days after the date.
  package static func earliest(afterClearDays days: Int, from date: CalendarDate) -> CalendarDate {
    date.adding(days: days.clamped(to: 0...4_000_000) + 1)
  }

  /// TIME-014: completed years; somebody born on 29/02 has the birthday on 01/03 in other years.
  ///
  /// Negative before the birth.
  package static func age(bornOn birth: CalendarDate, on day: CalendarDate) -> Int {
    let (born, now) = (birth.parts, day.parts)
    let hadBirthday = (now.month, now.day) >= (born.month, born.day)
    return now.year - born.year - (hadBirthday ? 0 : 1)
  }
}
