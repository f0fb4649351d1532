/// What a clock and a calendar on a British wall show.
package struct LocalDateTime: Hashable, Comparable, Sendable {
  package let date: CalendarDate
  package let time: ClockTime

  /// A date and a time of day.
  package init(_ date: CalendarDate, _ time: ClockTime) {
    self.date = date
    self.time = time
  }

  init(secondsOnLocalClock seconds: Int64) {
    let day = floorDivide(seconds, 86_400)
    date = CalendarDate(dayNumber: Int(day))
    time = ClockTime(minutesOfDay: Int((seconds - day * 86_400) / 60))
  }

  package static func < (one: LocalDateTime, other: LocalDateTime) -> Bool {
    (one.date, one.time) < (other.date, other.time)
  }

  /// TIME-001: "03/04/2026 09:05".
  package var uk: String { date.uk + " " + time.text }
}

/// How often local clocks show a date and time on that day.
package enum LocalTimeOccurrence: Equatable, Sendable {
  case once
  /// Skipped when clocks go forward in spring.
  case never
  /// Shown twice when clocks go back in autumn; both instants, the summer-time one first.
  case twice(Moment, Moment)

  /// How often the local time happens.
  package static func of(_ date: CalendarDate, _ time: ClockTime) -> LocalTimeOccurrence {
    let early = Moment(local: date, time, preferring: .earlier)
    let late = Moment(local: date, time, preferring: .later)
    if early == late { return .once }
    return early.local == LocalDateTime(date, time) ? .twice(early, late) : .never
  }
}
