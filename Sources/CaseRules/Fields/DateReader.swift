/// Reads the ways in which people type a day; the day always comes before the month.
struct DateReader {
  let direction: DateDirection
  let partial: Bool
  let birth: Bool
  let context: ReadingContext

  /// What was found in the text.
  enum Found: Equatable {
    /// A day, and what the read-back should add.
    case day(CalendarDate, note: String = "")
    case part(PartialDate)
    case problem(String)
  }

  func read(_ typed: String) -> Reading {
    switch find(typed) {
    case .day(let date, let note):
      .value(.date(date), readBack: DateWording(context: context).words(date, in: self, note: note))
    case .part(let date): .value(.partialDate(date), readBack: date.words)
    case .problem(let words): .problem(timeBehind(typed) ?? words)
    }
  }

  /// A day with a time behind it was meant for a field that takes both, or for two.
  private func timeBehind(_ typed: String) -> String? {
    guard let gap = typed.lastIndex(of: " ") else { return nil }
    let time = typed[typed.index(after: gap)...]
    guard case .time = TimeReader.find(String(time)), case .day = find(String(typed[..<gap])) else {
      return nil
    }
    return "Only the day belongs here. Leave out the time, \(time)"
  }

  func find(_ typed: String) -> Found {
    let text = typed.lowercased()
    let today = context.today
    switch text {
    case "t", "today", ".": return .day(today)
    case "y", "yesterday": return .day(today.adding(days: -1))
    case "tom", "tomorrow": return .day(today.adding(days: 1))
    default: break
    }
    if text.hasPrefix("+") || text.hasPrefix("-") { return offset(text) }
    guard let tokens = DateToken.tokens(of: text) else { return .problem(DateReader.help) }
    return weekday(tokens) ?? calendarDay(tokens)
  }

  static let help = "Type a day like 3/4, 3 apr 2026, today, +7 or mon"

  // MARK: Steps from today

  /// "+7", "-3d", "+2w", "+6m", "+1y", "+5wd".
  private func offset(_ text: String) -> Found {
    let body = text.dropFirst().filter { $0 != " " }
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count <= 4, let size = Digits.number(digits) else {
      return .problem("After + or - type up to four digits: +7, +2w, +6m or +5wd")
    }
    let count = text.hasPrefix("-") ? -size : size
    let today = context.today
    switch String(body.dropFirst(digits.count)) {
    case "", "d", "day", "days": return .day(today.adding(days: count))
    case "w", "week", "weeks": return .day(today.adding(weeks: count))
    case "m", "month", "months": return months(count)
    case "y", "year", "years": return months(count * 12)
    case "wd", "workingday", "workingdays":
      return .day(context.calendar.adding(workingDays: count, to: today))
    default: return .problem("Count in d, w, m, y or wd (working days): +7d, +2w, +6m, +5wd")
    }
  }

  private func months(_ count: Int) -> Found {
    let found = context.today.adding(months: count)
    let moved = found.day != context.today.day
    return .day(found, note: moved ? "the last day of that month" : "")
  }

  // MARK: Days of the week

  /// "mon", "next fri", "last tue"; nil when the text names more than a day of the week.
  private func weekday(_ tokens: [DateToken]) -> Found? {
    guard let last = tokens.last, let weekday = last.weekday, tokens.count <= 2 else { return nil }
    let today = context.today
    let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
    switch tokens.dropLast().first?.text {
    case nil: return .day(today.adding(days: nearest(ahead)))
    case "next": return .day(today.adding(days: ahead + 7))
    case "last": return .day(today.adding(days: ahead - 7))
    case "this": return .day(today.monday.adding(days: weekday.rawValue))
    default: return nil
    }
  }

  private func nearest(_ ahead: Int) -> Int {
    let back = ahead == 0 ? 0 : ahead - 7
    switch direction {
    case .past: return back
    case .future: return ahead
    case .either: return ahead <= 3 ? ahead : back
    }
  }

  // MARK: Days of the calendar

  private func calendarDay(_ tokens: [DateToken]) -> Found {
    guard let weekday = tokens.first?.weekday else { return written(tokens) }
    let found = written(Array(tokens.dropFirst()))
    guard case .day(let date, _) = found, date.weekday != weekday else { return found }
    return .problem("\(date.uk) is a \(date.weekday.name), not a \(weekday.name)")
  }

  /// Told apart by the order of numbers (n) and words (w).
  private func written(_ tokens: [DateToken]) -> Found {
    let texts = tokens.map(\.text)
    switch tokens.map({ $0.isNumber ? "n" : "w" }).joined() {
    case "n": return digitsOnly(texts[0])
    case "nn": return twoNumbers(texts[0], texts[1])
    case "nnn" where texts[0].utf8.count == 4:
      return dayAssembler.day(texts[2], texts[1], year: texts[0])
    case "nnn": return dayAssembler.day(texts[0], texts[1], year: texts[2])
    case "nw": return named(texts[0], texts[1], year: nil)
    case "nwn": return named(texts[0], texts[1], year: texts[2])
    case "wnn": return named(texts[1], texts[0], year: texts[2])
    case "wn": return monthFirst(texts[0], texts[1])
    default: return .problem(DateReader.help)
    }
  }

  private var dayAssembler: DayAssembler {
    DayAssembler(direction: direction, birth: birth, today: context.today)
  }

  private func named(_ day: String, _ name: String, year: String?) -> Found {
    guard let month = MonthName.number(name) else {
      return .problem("There is no month “\(name.prefix(20))”. \(DateReader.help)")
    }
    return dayAssembler.day(day, String(month), year: year)
  }

  /// "030426", "03042026", "0304", and a year alone where parts are allowed.
  private func digitsOnly(_ digits: String) -> Found {
    let (first, second) = (String(digits.prefix(2)), String(digits.dropFirst(2).prefix(2)))
    switch digits.utf8.count {
    case 4 where partial: return part(month: nil, year: digits)
    case 4: return dayAssembler.day(first, second, year: nil)
    case 6, 8: return dayAssembler.day(first, second, year: String(digits.dropFirst(4)))
    default: return .problem(DateReader.help)
    }
  }

  /// "3/4", and "4/1985" where parts are allowed.
  private func twoNumbers(_ first: String, _ second: String) -> Found {
    if second.utf8.count == 4 { return part(month: first, year: second) }
    if first.utf8.count == 4 { return part(month: second, year: first) }
    return dayAssembler.day(first, second, year: nil)
  }

  /// "apr 85" where parts are allowed, otherwise "apr 3".
  private func monthFirst(_ name: String, _ number: String) -> Found {
    guard let month = MonthName.number(name) else {
      return .problem("There is no month “\(name.prefix(20))”. \(DateReader.help)")
    }
    let isYear = number.utf8.count == 4 || (Digits.number(number) ?? 0) > 31 || partial
    if isYear { return part(month: String(month), year: number) }
    return dayAssembler.day(number, String(month), year: nil)
  }

  private func part(month: String?, year: String) -> Found {
    guard let fullYear = dayAssembler.fullYear(year) else { return .problem(DayAssembler.yearHelp) }
    let number = month.flatMap { Digits.number($0) }
    guard let date = PartialDate(year: fullYear, month: number), (number == nil) == (month == nil)
    else { return .problem("There is no month \(month?.prefix(4) ?? "")") }
    if partial { return .part(date) }
    let example = "3/\(number ?? 4)/\(fullYear)"
    return .problem("The \(number == nil ? "day and month are" : "day is") missing: \(example)")
  }
}
