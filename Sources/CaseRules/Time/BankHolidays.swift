/// TIME-002: the bank holidays of England and Wales, worked out from their rules.
package enum BankHolidays {
  /// The years the shipped table covers.
  package static let shippedYears = 1998...2040

  /// Every bank holiday of the years, oldest first, with substitute and one-off days.
  package static func englandAndWales(years: ClosedRange<Int> = shippedYears) -> [BankHoliday] {
    years.flatMap { englandAndWales(year: $0) }
  }

  /// The bank holidays of one year, oldest first.
  package static func englandAndWales(year: Int) -> [BankHoliday] {
    let days =
      winter(year) + easterDays(year) + mondays(year) + (oneOffs[year] ?? []).map(\.holiday)
    return days.compactMap { $0 }.sorted { $0.date < $1.date }
  }

  /// Easter Sunday, by the anonymous Gregorian computation.
  private static func easterSunday(year: Int) -> CalendarDate? {
    let golden = year % 19
    let (century, ofCentury) = (year / 100, year % 100)
    let moonDrift = (century - (century + 8) / 25 + 1) / 3
    let fullMoon = (19 * golden + century - century / 4 - moonDrift + 15) % 30
    let weekdayShift = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - fullMoon - ofCentury % 4) % 7
    let late = (golden + 11 * fullMoon + 22 * weekdayShift) / 451
    let days = fullMoon + weekdayShift - 7 * late + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)
  }

  private static func easterDays(_ year: Int) -> [BankHoliday?] {
    guard let sunday = easterSunday(year: year) else { return [] }
    return [
      BankHoliday(date: sunday.adding(days: -2), name: "Good Friday"),
      BankHoliday(date: sunday.adding(days: 1), name: "Easter Monday"),
    ]
  }

  /// The three Mondays, where no proclamation moved them.
  private static func mondays(_ year: Int) -> [BankHoliday?] {
    var days: [BankHoliday?] = []
    if year != 2020 {
      days.append(monday(onOrAfter: 1, month: 5, year: year, "Early May bank holiday"))
    }
    if ![2002, 2012, 2022].contains(year) {
      days.append(monday(onOrAfter: 25, month: 5, year: year, "Spring bank holiday"))
    }
    days.append(monday(onOrAfter: 25, month: 8, year: year, "Summer bank holiday"))
    return days
  }

  private static func monday(
    onOrAfter day: Int, month: Int, year: Int, _ name: String
  ) -> BankHoliday? {
    guard let start = CalendarDate(year: year, month: month, day: day) else { return nil }
    let wait = (7 - start.weekday.rawValue) % 7
    return BankHoliday(date: start.adding(days: wait), name: name)
  }

  /// New Year's Day, Christmas Day and Boxing Day; weekend dates move to the next free weekday.
  private static func winter(_ year: Int) -> [BankHoliday?] {
    [
      moved(year, month: 1, day: 1, "New Year's Day", whenSaturday: 2, whenSunday: 1),
      moved(year, month: 12, day: 25, "Christmas Day", whenSaturday: 2, whenSunday: 2),
      moved(year, month: 12, day: 26, "Boxing Day", whenSaturday: 2, whenSunday: 2),
    ]
  }

  /// Christmas on a Sunday moves behind Boxing Day's Monday, so both Sundays move two days.
  private static func moved(
    _ year: Int, month: Int, day: Int, _ name: String, whenSaturday: Int, whenSunday: Int
  ) -> BankHoliday? {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    switch date.weekday {
    case .saturday:
      return BankHoliday(date: date.adding(days: whenSaturday), name: name + " (substitute day)")
    case .sunday:
      return BankHoliday(date: date.adding(days: whenSunday), name: name + " (substitute day)")
    case .monday, .tuesday, .wednesday, .thursday, .friday:
      return BankHoliday(date: date, name: name)
    }
  }

  private struct OneOff {
    let year: Int
    let month: Int
    let day: Int
    let name: String

    var holiday: BankHoliday? {
      CalendarDate(year: year, month: month, day: day).map { BankHoliday(date: $0, name: name) }
    }
  }

  /// Days proclaimed once, and the regular days that a proclamation moved in those years.
  private static let oneOffs: [Int: [OneOff]] = Dictionary(
    grouping: [
      OneOff(year: 1999, month: 12, day: 31, name: "Millennium Eve"),
      OneOff(year: 2002, month: 6, day: 3, name: "Golden Jubilee"),
      OneOff(year: 2002, month: 6, day: 4, name: "Spring bank holiday"),
      OneOff(year: 2011, month: 4, day: 29, name: "Royal wedding"),
      OneOff(year: 2012, month: 6, day: 4, name: "Spring bank holiday"),
      OneOff(year: 2012, month: 6, day: 5, name: "Diamond Jubilee"),
      OneOff(year: 2020, month: 5, day: 8, name: "Early May bank holiday (VE Day)"),
      OneOff(year: 2022, month: 6, day: 2, name: "Spring bank holiday"),
      OneOff(year: 2022, month: 6, day: 3, name: "Platinum Jubilee"),
      OneOff(year: 2022, month: 9, day: 19, name: "State funeral of the Queen"),
      OneOff(year: 2023, month: 5, day: 8, name: "Coronation of the King"),
    ], by: \.year)
}
