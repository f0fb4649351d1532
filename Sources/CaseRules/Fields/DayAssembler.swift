/// Puts day, month and year together, finds the year that was left out, and says what is wrong.
struct DayAssembler {
  let direction: DateDirection
  let birth: Bool
  let today: CalendarDate

  static let yearHelp = "Type the year with two or four digits: 26 or 2026"

  func day(_ dayText: String, _ monthText: String, year yearText: String?) -> DateReader.Found {
    guard let day = Digits.number(dayText), let month = Digits.number(monthText) else {
      return .problem(DateReader.help)
    }
    if let problem = impossible(day, month, year: yearText) { return .problem(problem) }
    guard let yearText else { return withoutYear(day, month) }
    guard let year = fullYear(yearText) else { return .problem(DayAssembler.yearHelp) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      let last = CalendarDate.daysIn(month: month, year: year)
      return .problem(
        "There is no \(day) \(MonthName.full(month)) in \(year). Try \(last)/\(month)/\(year)")
    }
    return .day(date)
  }

  /// What is wrong with day and month in every year.
  private func impossible(_ day: Int, _ month: Int, year: String?) -> String? {
    if month > 12, (1...12).contains(day), month <= 31 {
      return "There is no month \(month). The day comes first: \(month)/\(day)"
    }
    guard (1...12).contains(month) else { return "There is no month \(month). Months are 1 to 12" }
    guard day >= 1 else { return "There is no day 0. The first is 1/\(month)" }
    guard day <= 31 else { return "No month has \(day) days. Type the day first: 3/4" }
    let longest = CalendarDate.daysIn(month: month, year: 2000)
    if day <= longest { return nil }
    let tail = year.map { "/" + $0 } ?? ""
    // What is proposed has to exist: 29/2 only in a leap year.
    let last = year.flatMap(fullYear).map { CalendarDate.daysIn(month: month, year: $0) } ?? longest
    return "There is no \(day) \(MonthName.full(month)). Try \(last)/\(month)\(tail)"
  }

  private func withoutYear(_ day: Int, _ month: Int) -> DateReader.Found {
    if birth {
      return .problem("Add the year: \(day)/\(month)/1985")
    }
    // Eight years on each side always hold a 29 February.
    let days = (-8...8).compactMap {
      CalendarDate(year: today.year + $0, month: month, day: day)
    }
    let found: CalendarDate? =
      switch direction {
      case .past: days.last { $0 <= today }
      case .future: days.first { $0 >= today }
      case .either: days.min { abs($0.days(since: today)) < abs($1.days(since: today)) }
      }
    guard let found else { return .problem("Add the year: \(day)/\(month)/\(today.year)") }
    return .day(found, note: direction == .either ? "year assumed" : "")
  }

  /// The year that typed digits stand for; nil unless there are two or four of them.
  ///
  /// Two digits: a birth is at least ten years back; other dates are at most twenty years ahead.
  func fullYear(_ text: String) -> Int? {
    guard let number = Digits.number(text) else { return nil }
    switch text.utf8.count {
    case 4: return number >= 1 ? number : nil
    case 2:
      let limit = today.year + (birth ? -10 : 20)
      let inCentury = limit / 100 * 100 + number
      let year = inCentury > limit ? inCentury - 100 : inCentury
      return year >= 1 ? year : nil
    default: return nil
    }
  }
}
