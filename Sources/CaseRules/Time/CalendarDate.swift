/// A day of the Gregorian calendar, years 1 to 9999, without a time or a zone.
///
/// Stored as days since 01/01/1970. Arithmetic that would leave the range stops at its end.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 01/01/1970.
  package let dayNumber: Int

  /// 01/01/0001.
  package static let earliest = CalendarDate(uncheckedYear: 1, month: 1, day: 1)
  /// 31/12/9999.
  package static let latest = CalendarDate(uncheckedYear: 9999, month: 12, day: 31)

  /// The day so many days after 01/01/1970, held inside the years 1 to 9999.
  package init(dayNumber: Int) {
    let range = CalendarDate.earliest.dayNumber...CalendarDate.latest.dayNumber
    self.dayNumber = dayNumber.clamped(to: range)
  }

  /// The day, or nil when the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.daysIn(month: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// Reads "YYYY-MM-DD" and nothing else.
  package init?(iso: some StringProtocol) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Digits.number(parts[0]),
      let month = Digits.number(parts[1]), let day = Digits.number(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Counts years from 1 March, so that the leap day is the last day of its year.
  private init(uncheckedYear year: Int, month: Int, day: Int) {
    let marchYear = month > 2 ? year : year - 1
    let monthsSinceMarch = (month + 9) % 12
    let daysBeforeMonth = (153 * monthsSinceMarch + 2) / 5
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    dayNumber =
      marchYear * 365 + leapDays + daysBeforeMonth + day - 1 - CalendarDate.epochFromMarchYearZero
  }

  /// Days from 1 March of year 0 to 1 January 1970.
  private static let epochFromMarchYearZero = 719_468

  package static func < (one: CalendarDate, other: CalendarDate) -> Bool {
    one.dayNumber < other.dayNumber
  }

  /// Year, month and day together; cheaper than asking for each.
  package var parts: (year: Int, month: Int, day: Int) {
    let days = dayNumber + CalendarDate.epochFromMarchYearZero
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthsSinceMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1
    let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  package var weekday: Weekday {
    // 01/01/1970 was a Thursday.
    let index = ((dayNumber + 3) % 7 + 7) % 7
    return Weekday(rawValue: index) ?? .monday
  }

  /// How many days the month has; 0 for a month that does not exist.
  package static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  /// True when the year has a 29 February.
  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// TIME-004: the day so many calendar days later, or earlier when negative.
  package func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    if overflow { return days > 0 ? .latest : .earliest }
    return CalendarDate(dayNumber: sum)
  }

  /// TIME-004: 7 calendar days for each week.
  package func adding(weeks: Int) -> CalendarDate {
    adding(days: weeks.clamped(to: -600_000...600_000) * 7)
  }

  /// TIME-005: the same day number so many months on, or that month's last day when it has none.
  package func adding(months: Int) -> CalendarDate {
    let now = parts
    let total = now.year * 12 + now.month - 1 + months.clamped(to: -200_000...200_000)
    if total < 12 { return .earliest }
    if total >= 120_000 { return .latest }
    let (year, month) = (total / 12, total % 12 + 1)
    let day = min(now.day, CalendarDate.daysIn(month: month, year: year))
    return CalendarDate(uncheckedYear: year, month: month, day: day)
  }

  /// Whole days from the other date to this one; negative when this one is earlier.
  package func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// The first day of this date's month.
  package var firstOfMonth: CalendarDate { adding(days: 1 - day) }

  /// The Monday of this date's week.
  package var monday: CalendarDate { adding(days: -weekday.rawValue) }

  /// "2026-04-03", the stored form.
  package var iso: String {
    let now = parts
    return Digits.text(10) {
      $0.append(now.year, width: 4)
      $0.append("-")
      $0.append(now.month, width: 2)
      $0.append("-")
      $0.append(now.day, width: 2)
    }
  }

  /// TIME-001: "03/04/2026".
  package var uk: String {
    let now = parts
    return Digits.text(10) {
      $0.append(now.day, width: 2)
      $0.append("/")
      $0.append(now.month, width: 2)
      $0.append("/")
      $0.append(now.year, width: 4)
    }
  }

  /// "Fri 03/04/2026".
  package var ukWithWeekday: String { weekday.short + " " + uk }
}

extension CalendarDate: CustomStringConvertible {
  package var description: String { iso }
}
