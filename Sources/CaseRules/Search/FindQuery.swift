/// What was typed into a search, taken apart: numbers, a date of birth, and names.
package struct FindQuery: Equatable, Sendable {
  /// What all of it, or a part of it, may be.
  package var numbers: [NumberGuess] = []
  package var birth: TypedBirth?
  /// The words that are names, as typed.
  package var names: [String] = []

  /// So much of a text is looked at.
  private static let longest = 100

  package var isEmpty: Bool { numbers.isEmpty && birth == nil && names.isEmpty }

  /// Somebody whose names and date of birth are known.
  package init(_ name: PersonName, born: CalendarDate?) {
    names = [name.given, name.family].flatMap { $0.split(separator: " ").map(String.init) }
    birth = born.map { TypedBirth(day: $0.day, month: $0.month, year: $0.year) }
  }

  /// What "kowalski jan 1985" may mean: somebody of January 1985, or a Jan of that year.
  ///
  /// The likelier reading comes first; nearly always there is only one.
  package static func readings(_ typed: String, on today: CalendarDate) -> [FindQuery] {
    let dated = FindQuery(typed, on: today)
    guard let birth = dated.birth, !birth.isWhole, birth.month != nil, birth.year != nil else {
      return [dated]
    }
    let named = FindQuery(typed, on: today, monthsAreNames: true)
    return named == dated ? [dated] : [dated, named]
  }

  /// Reads "smith 3/4/85", "J S 1985", "04/1234567F", "phone ends 123", "po33 2zz smith" ...
  package init(_ typed: String, on today: CalendarDate) {
    self.init(typed, on: today, monthsAreNames: false)
  }

  private init(_ typed: String, on today: CalendarDate, monthsAreNames: Bool) {
    let text = CleanedText(line: String(typed.prefix(FindQuery.longest))).text
    var words = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
    if words.contains(where: { $0.contains(where: \.isNumber) }) {
      words.removeAll { FindQuery.labels.contains($0.lowercased()) }
    }
    numbers = NumberGuess.guesses(words.joined(separator: " "), on: today)
    takeBirth(from: &words, today, monthsAreNames)
    takeNumbers(from: &words, today)
    names = words.flatMap(FindQuery.nameWords)
  }

  /// Words that only say what stands beside them.
  private static let labels: Set<String> = [
    "born", "dob", "d.o.b.", "d.o.b", "dob:", "birth", "phone", "tel", "tel:", "telephone",
    "mobile", "mob", "ends", "ending", "in", "pnc", "pnc:", "cro", "cro:", "postcode", "number",
    "no", "no.", "ref", "prison",
  ]

  /// The longest run of words that reads as a date of birth is one; whole dates before parts.
  private mutating func takeBirth(
    from words: inout [String], _ today: CalendarDate, _ monthsAreNames: Bool
  ) {
    guard !words.isEmpty else { return }
    var best: (run: Range<Int>, birth: TypedBirth)?
    for length in stride(from: min(5, words.count), through: 1, by: -1) {
      for start in 0...(words.count - length) {
        let run = start..<start + length
        guard !monthsAreNames || words[run].allSatisfy({ $0.contains(where: \.isNumber) }),
          let birth = FindQuery.birth(words[run], today)
        else { continue }
        if birth.isWhole {
          best = (run, birth)
          break
        }
        if best == nil { best = (run, birth) }
      }
      if best?.birth.isWhole == true { break }
    }
    guard let best else { return }
    birth = best.birth
    words.removeSubrange(best.run)
  }

  private static let fillers: Set<String> = ["of", "the"]

  private static func birth(_ words: ArraySlice<String>, _ today: CalendarDate) -> TypedBirth? {
    // Every word of a date says something of it: a number, a month, "3rd".
    for word in words where !word.contains(where: \.isNumber) {
      guard
        fillers.contains(word.lowercased()) || MonthName.number(word.filter { $0 != "." }) != nil
      else { return nil }
    }
    return TypedBirth.read(words.joined(separator: " "), on: today)
  }

  /// Words with digits in them that are no date: each by itself, or two of one postcode.
  private mutating func takeNumbers(from words: inout [String], _ today: CalendarDate) {
    var left: [String] = []
    var place = 0
    while place < words.count {
      let word = words[place]
      let pair = place + 1 < words.count ? word + words[place + 1] : ""
      if case .valid(let code) = Postcode.read(pair) {
        add([.postcode(code.text)])
        place += 2
      } else if word.contains(where: \.isNumber) {
        // Digits in groups are one number.
        let run = words[place...].prefix { FindQuery.isDigits($0) }
        add(NumberGuess.guesses(run.isEmpty ? word : run.joined(separator: " "), on: today))
        place += max(1, run.count)
      } else {
        left.append(word)
        place += 1
      }
    }
    words = left
  }

  private static func isDigits(_ word: String) -> Bool {
    word.contains(where: \.isNumber) && word.allSatisfy { $0.isNumber || "+-().".contains($0) }
  }

  private mutating func add(_ guesses: [NumberGuess]) {
    for guess in guesses where !numbers.contains(guess) { numbers.append(guess) }
  }

  /// "J.S." are two initials; a full stop after a name says nothing.
  private static func nameWords(_ word: String) -> [String] {
    word.split(separator: ".").map(String.init)
  }
}
