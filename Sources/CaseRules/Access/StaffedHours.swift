/// The hours somebody answers: days of the week with one opening and one closing time.
package struct StaffedHours: Hashable, Sendable {
  package let firstDay: Weekday
  package let lastDay: Weekday
  package let opens: ClockTime
  /// The first minute that is no longer staffed.
  package let closes: ClockTime

  /// Monday to Friday, 09:00 to 17:00.
  package static let office = StaffedHours(
    firstDay: .monday, lastDay: .friday, opens: ClockTime(minutesOfDay: 540),
    closes: ClockTime(minutesOfDay: 1020))

  private init(firstDay: Weekday, lastDay: Weekday, opens: ClockTime, closes: ClockTime) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.opens = opens
    self.closes = closes
  }

  /// Reads "Mon-Fri 09:00-17:00".
  package init?(_ text: String) {
    let halves = text.split(separator: " ", omittingEmptySubsequences: true)
    guard halves.count == 2 else { return nil }
    let days = halves[0].split(separator: "-")
    let clock = halves[1].split(separator: "-")
    guard days.count == 2, clock.count == 2, let first = StaffedHours.weekday(days[0]),
      let last = StaffedHours.weekday(days[1]), let opens = ClockTime(text: clock[0]),
      let closes = ClockTime(text: clock[1]), first <= last, opens < closes
    else { return nil }
    self.init(firstDay: first, lastDay: last, opens: opens, closes: closes)
  }

  private static func weekday(_ word: Substring) -> Weekday? {
    Weekday.allCases.first { $0.short.lowercased() == word.lowercased() }
  }

  /// "Mon-Fri 09:00-17:00".
  package var text: String {
    "\(firstDay.short)-\(lastDay.short) \(opens.text)-\(closes.text)"
  }

  /// True inside the hours of a staffed day; bank holidays are not staffed.
  package func isStaffed(at moment: Moment, in calendar: WorkingCalendar) -> Bool {
    let now = moment.local
    return isStaffed(on: now.date, in: calendar) && now.time >= opens && now.time < closes
  }

  /// True on the staffed days of the week that are no bank holiday.
  private func isStaffed(on date: CalendarDate, in calendar: WorkingCalendar) -> Bool {
    (firstDay...lastDay).contains(date.weekday) && calendar.holidayName(on: date) == nil
  }
}
