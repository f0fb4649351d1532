/// Reads numbers, amounts of money and lengths of time.
enum QuantityReader {
  static func number(_ typed: String, _ range: ClosedRange<Int>, unit: String?) -> Reading {
    let (digits, word) = split(typed)
    if let problem = wrongUnit(word, unit) { return .problem(problem) }
    let negative = digits.hasPrefix("-")
    guard let magnitude = Digits.numberWithCommas(digits.dropFirst(negative ? 1 : 0)) else {
      return .problem("Type a whole number" + between(range.lowerBound, range.upperBound, unit))
    }
    let number = negative ? -magnitude : magnitude
    guard range.contains(number) else {
      return .problem(
        "\(number) does not fit: type a number"
          + between(range.lowerBound, range.upperBound, unit))
    }
    return .value(.number(number), readBack: "\(number)" + (unit.map { " " + $0 } ?? ""))
  }

  static func decimal(_ typed: String, _ range: ClosedRange<Int>, unit: String?) -> Reading {
    let (digits, word) = split(typed)
    if let problem = wrongUnit(word, unit) { return .problem(problem) }
    let ends = (
      Decimals.text(thousandths: range.lowerBound), Decimals.text(thousandths: range.upperBound)
    )
    guard let thousandths = Decimals.thousandths(digits) else {
      return .problem("Type a number with at most three decimals" + between(ends.0, ends.1, unit))
    }
    let text = Decimals.text(thousandths: thousandths)
    guard range.contains(thousandths) else {
      return .problem("\(text) does not fit: type a number" + between(ends.0, ends.1, unit))
    }
    return .value(.decimal(thousandths), readBack: text + (unit.map { " " + $0 } ?? ""))
  }

  static func money(_ typed: String, max: Int, per period: MoneyPeriod?) -> Reading {
    let parts = typed.split(separator: "/", maxSplits: 1).map(\.trimmed)
    guard let first = parts.first, let pence = Money.pence(first) else {
      return .problem("Type pounds, and two digits of pence if needed: 12 or 12.50")
    }
    var amount = pence
    var origin = ""
    if typed.contains("/") {
      guard let period, parts.count == 2, let typedPeriod = moneyPeriod(parts[1]) else {
        return .problem(
          period == nil
            ? "Type the amount alone: \(Money.plain(pence: pence))"
            : "After the stroke type d for a day or w for a week: 40/d")
      }
      amount = convert(pence, from: typedPeriod, to: period)
      if typedPeriod != period {
        origin = " (from \(Money.words(pence: pence)) a \(typedPeriod.rawValue))"
      }
    }
    guard amount <= max else {
      return .problem(
        "\(Money.words(pence: amount)) is more than the \(Money.words(pence: max)) "
          + "this field takes. Check the amount")
    }
    let each = period.map { " a " + $0.rawValue } ?? ""
    return .value(.money(amount), readBack: Money.words(pence: amount) + each + origin)
  }

  private static func moneyPeriod(_ word: String) -> MoneyPeriod? {
    let folded = word.foldedForSearch
    if folded.isEmpty { return nil }
    return MoneyPeriod.allCases.first { $0.rawValue.hasPrefix(folded) }
      ?? (folded == "wk" ? .week : nil)
  }

  private static func convert(_ pence: Int, from: MoneyPeriod, to: MoneyPeriod) -> Int {
    switch (from, to) {
    case (.day, .week): pence * 7
    case (.week, .day): (pence + 3) / 7
    case (.day, .day), (.week, .week): pence
    }
  }

  static func duration(_ typed: String, max: Int) -> Reading {
    guard let minutes = minutes(typed.lowercased().filter { !$0.isWhitespace }) else {
      return .problem("Type minutes, or hours and minutes: 90, 1h30, 1.5h or 1:30")
    }
    guard minutes <= max else {
      return .problem("That is \(words(minutes: minutes)); at most \(words(minutes: max)) fit")
    }
    return .value(.minutes(minutes), readBack: words(minutes: minutes))
  }

  /// "1 h 30 min".
  static func words(minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }

  private static func minutes(_ text: String) -> Int? {
    if let plain = Digits.number(text) { return plain }
    if let colon = text.firstIndex(of: ":") {
      return hours(text[..<colon], minutes: text[text.index(after: colon)...])
    }
    guard let hourMark = text.firstIndex(of: "h") else {
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      return isMinuteWord(text.dropFirst(digits.count)) ? Digits.number(digits) : nil
    }
    let rest = text[hourMark...].drop { "hours".contains($0) }
    if rest.isEmpty { return wholeHours(text[..<hourMark]) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let tail = rest.dropFirst(digits.count)
    guard tail.isEmpty || isMinuteWord(tail) else { return nil }
    return hours(text[..<hourMark], minutes: digits)
  }

  private static func isMinuteWord(_ word: Substring) -> Bool {
    ["m", "min", "mins", "minute", "minutes"].contains(word)
  }

  private static func hours(_ hours: Substring, minutes: Substring) -> Int? {
    guard let hours = Digits.number(hours), let minutes = Digits.number(minutes), minutes < 60,
      hours <= 1_000_000
    else { return nil }
    return hours * 60 + minutes
  }

  /// "1.5": decimals of an hour that make whole minutes.
  private static func wholeHours(_ text: Substring) -> Int? {
    guard let thousandths = Decimals.thousandths(text), thousandths >= 0,
      thousandths <= 1_000_000_000, thousandths * 60 % 1000 == 0
    else { return nil }
    return thousandths * 60 / 1000
  }

  private static func split(_ typed: String) -> (digits: String, word: String) {
    let digits = typed.prefix { ($0.isASCII && $0.isNumber) || "-.,".contains($0) }
    return (String(digits), typed.dropFirst(digits.count).trimmed)
  }

  private static func wrongUnit(_ word: String, _ unit: String?) -> String? {
    let folded = word.foldedForSearch
    if folded.isEmpty { return nil }
    guard let unit else { return "Type the number alone" }
    let wanted = unit.foldedForSearch
    if wanted.hasPrefix(folded) || folded.hasPrefix(wanted) { return nil }
    return "This is counted in \(unit). Type the number alone"
  }

  private static func between(
    _ low: some CustomStringConvertible, _ high: some CustomStringConvertible, _ unit: String?
  ) -> String {
    " from \(low) to \(high)" + (unit.map { " (\($0))" } ?? "")
  }
}
