/// A date of birth as it was typed into a search: whole, in part, or one that no calendar has.
package struct TypedBirth: Hashable, Sendable {
  package var day: Int?
  package var month: Int?
  package var year: Int?

  package init(day: Int? = nil, month: Int? = nil, year: Int? = nil) {
    self.day = day
    self.month = month
    self.year = year
  }

  /// The day that was typed, when all of it was and the calendar has it.
  package var date: CalendarDate? {
    guard let day, let month, let year else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  package var isWhole: Bool { day != nil && month != nil && year != nil }
}

extension TypedBirth {
  /// Reads "3/4/85", "3 apr 1985", "April 3rd 85", "030485", "1985-04-03", "19850403", and in part
  /// "3/4", "apr 85", "1985"; nil for what is no date.
  ///
  /// What cannot be a date as typed is read as well as it can be: "4/13/85" keeps its month 13, and
  /// is likely to mean the 13th of April.
  package static func read(_ typed: String, on today: CalendarDate) -> TypedBirth? {
    let text = typed.lowercased().trimmed
    guard text.utf8.count <= 40, let tokens = DateToken.tokens(of: text), !tokens.isEmpty,
      tokens.contains(where: \.isNumber), tokens.count <= 4
    else { return nil }
    return reading(tokens.map(\.text), shape(tokens), Years(today)).flatMap(\.plausible)
  }

  private static func shape(_ tokens: [DateToken]) -> String {
    tokens.map { $0.isNumber ? "n" : MonthName.number($0.text) != nil ? "w" : "?" }.joined()
  }

  private static func reading(_ parts: [String], _ shape: String, _ years: Years) -> TypedBirth? {
    switch shape {
    case "nnn" where parts[0].utf8.count == 4: of(parts[2], parts[1], parts[0], years)
    case "nnn": of(parts[0], parts[1], parts[2], years)
    case "nwn": of(parts[0], month(parts[1]), parts[2], years)
    case "wnn": of(parts[1], month(parts[0]), parts[2], years)
    case "nw": of(parts[0], month(parts[1]))
    case "wn": monthAnd(parts[1], month(parts[0]), years)
    case "nn" where parts[1].utf8.count == 4: monthAnd(parts[1], parts[0], years)
    case "nn" where parts[0].utf8.count == 4: monthAnd(parts[0], parts[1], years)
    case "nn": of(parts[0], parts[1])
    case "n": digits(parts[0], years)
    default: nil
    }
  }

  private static func month(_ word: String) -> String {
    MonthName.number(word).map { String($0) } ?? ""
  }

  private static func of(
    _ day: String, _ month: String, _ year: String, _ years: Years
  )
    -> TypedBirth?
  {
    guard let day = short(day), let month = short(month), let year = years.full(year) else {
      return nil
    }
    return TypedBirth(day: day, month: month, year: year)
  }

  private static func of(_ day: String, _ month: String) -> TypedBirth? {
    guard let day = short(day), let month = short(month) else { return nil }
    return TypedBirth(day: day, month: month)
  }

  /// "apr 85" names a year, "apr 3" a day.
  private static func monthAnd(_ number: String, _ month: String, _ years: Years) -> TypedBirth? {
    guard let month = short(month) else { return nil }
    if let day = short(number), day <= 31 { return TypedBirth(day: day, month: month) }
    return years.full(number).map { TypedBirth(month: month, year: $0) }
  }

  private static func short(_ text: String) -> Int? {
    text.utf8.count <= 2 ? Digits.number(text) : nil
  }

  /// Digits without anything between them: ddmmyy, ddmmyyyy, yyyymmdd, or a year.
  private static func digits(_ text: String, _ years: Years) -> TypedBirth? {
    let (first, second) = (String(text.prefix(2)), String(text.dropFirst(2).prefix(2)))
    switch text.utf8.count {
    case 4: return years.full(text).map { TypedBirth(year: $0) }
    case 6: return of(first, second, String(text.suffix(2)), years)
    case 8:
      let dayFirst = of(first, second, String(text.suffix(4)), years)
      if dayFirst?.date != nil { return dayFirst }
      let yearFirst = of(
        String(text.suffix(2)), String(text.dropFirst(4).prefix(2)), String(text.prefix(4)), years)
      return yearFirst?.date == nil ? dayFirst ?? yearFirst : yearFirst
    default: return nil
    }
  }

  /// A month above 12 counts where it can be the day; a day above 31 never does.
  private var plausible: TypedBirth? {
    if let day, !(1...31).contains(day) { return nil }
    guard let month, !(1...12).contains(month) else { return self }
    guard let day, (1...31).contains(month), (1...12).contains(day) else { return nil }
    return self
  }

  /// Years in which somebody alive can be born.
  private struct Years {
    let today: CalendarDate

    init(_ today: CalendarDate) { self.today = today }

    func full(_ text: String) -> Int? {
      let assembler = DayAssembler(direction: .past, birth: true, today: today)
      return assembler.fullYear(text).flatMap {
        (today.year - 120...today.year).contains($0) ? $0 : nil
      }
    }
  }
}
