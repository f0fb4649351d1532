/// TIME-001: how far clocks in Great Britain stand ahead of UTC.
///
/// Summer time since 1972 and the year-round "standard time" of 1968 to 1971. Moments before 1968
/// read as GMT: nothing on file has a time of day that old.
enum LondonClock {
  /// Seconds that local clocks are ahead of UTC: 0 or 3600.
  static func offset(atUTCSeconds seconds: Int64) -> Int64 {
    let date = CalendarDate(dayNumber: Int(floorDivide(seconds, 86_400)))
    let year = date.year
    if year < 1972 {
      return seconds >= standardTimeStart && seconds < standardTimeEnd ? 3600 : 0
    }
    guard seconds >= summerStart(year), seconds < summerEnd(year) else { return 0 }
    return 3600
  }

  /// 18/02/1968 02:00 UTC, when clocks went forward for three and a half years.
  private static let standardTimeStart: Int64 = -59_004_000
  /// 31/10/1971 02:00 UTC.
  private static let standardTimeEnd: Int64 = 57_722_400

  private static func summerStart(_ year: Int) -> Int64 {
    year < 1981
      ? at(hour: 2, sunday(onOrAfter: 16, month: 3, year: year))
      : at(hour: 1, lastSunday(month: 3, year: year))
  }

  private static func summerEnd(_ year: Int) -> Int64 {
    switch year {
    case ..<1981: at(hour: 2, sunday(onOrAfter: 23, month: 10, year: year))
    case ..<1990: at(hour: 1, sunday(onOrAfter: 23, month: 10, year: year))
    case ..<1996: at(hour: 1, sunday(onOrAfter: 22, month: 10, year: year))
    default: at(hour: 1, lastSunday(month: 10, year: year))
    }
  }

  private static func at(hour: Int64, _ date: CalendarDate) -> Int64 {
    Int64(date.dayNumber) * 86_400 + hour * 3600
  }

  private static func lastSunday(month: Int, year: Int) -> CalendarDate {
    sunday(onOrAfter: CalendarDate.daysIn(month: month, year: year) - 6, month: month, year: year)
  }

  private static func sunday(onOrAfter day: Int, month: Int, year: Int) -> CalendarDate {
    let start = CalendarDate(year: year, month: month, day: day) ?? .latest
    return start.adding(days: Weekday.sunday.rawValue - start.weekday.rawValue)
  }
}

/// Division that rounds towards minus infinity; the divisor is positive.
func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}
