/// A number that something typed may be, in the form it is looked up by.
package enum NumberGuess: Hashable, Sendable {
  /// The person's own number on file.
  case person(Int64)
  /// A PNC, CRO or prison number as it is stored.
  case pnc(String)
  case cro(String)
  case prison(String)
  case postcode(String)
  /// All but the last letter, and a letter that does not belong to these digits: one of the two is
  /// wrong.
  case pncMiswritten(String, letter: String)
  case croMiswritten(String, letter: String)
  /// How such a number begins: still being typed.
  case pncStart(String)
  case croStart(String)
  case prisonStart(String)
  case postcodeStart(String)
  /// A reference of the partnership or of OASys, in capitals without gaps.
  case reference(String)
  /// Digits of a phone number, as dialled in this country.
  case phone(String)
}

extension NumberGuess {
  /// Everything a text of one kind may be; empty when it can be no number at all.
  package static func guesses(_ typed: String, on today: CalendarDate) -> [NumberGuess] {
    let compact = typed.compactUppercase.filter { !"-()".contains($0) }
    guard (1...20).contains(compact.utf8.count), compact.utf8.count == compact.count,
      compact.contains(where: \.isNumber)
    else { return [] }
    var guesses: [NumberGuess] = []
    if let ref = RecordRef(typed), ref.kind == .person { guesses.append(.person(ref.number)) }
    if let number = Digits.number(typed.trimmed), number > 0 {
      guesses.append(.person(Int64(number)))
    }
    guesses += pncs(compact, currentYear: today.year)
    guesses += cros(compact)
    guesses += prisons(compact)
    guesses += postcodes(compact)
    if compact.utf8.count >= 3 { guesses.append(.reference(compact)) }
    if let digits = phoneDigits(typed) { guesses.append(.phone(digits)) }
    var seen: Set<NumberGuess> = []
    return guesses.filter { seen.insert($0).inserted }
  }

  // MARK: PNC and CRO

  /// With its stroke, or nine or eleven digits and a letter.
  private static func pncs(_ compact: String, currentYear: Int) -> [NumberGuess] {
    if case .valid(let number) = PNCNumber.read(compact, currentYear: currentYear) {
      return [.pnc(number.text)]
    }
    let body = compact.last?.isLetter == true ? String(compact.dropLast()) : compact
    let hasLetter = body != compact
    var parts = body.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, hasLetter, [9, 11].contains(body.utf8.count) {
      parts = [String(body.dropLast(7)), String(body.suffix(7))]
    }
    guard parts.count == 2, [2, 4].contains(parts[0].utf8.count), parts[1].utf8.count <= 7,
      Digits.only(parts[0]), Digits.only(parts[1]),
      let year = Digits.number(parts[0])
    else { return [] }
    let full =
      parts[0].utf8.count == 4
      ? year : year > currentYear % 100 ? 1900 + year : currentYear / 100 * 100 + year
    // Fewer digits stand in every date, and begin the numbers of half the file.
    guard hasLetter || parts[1].utf8.count >= 4 else { return [] }
    let padded = String(repeating: "0", count: 7 - parts[1].utf8.count) + parts[1]
    if hasLetter, let letter = compact.last {
      return [.pncMiswritten("\(full)/\(padded)", letter: String(letter))]
    }
    let whole = NumberGuess.pncStart("\(full)/\(padded)")
    return parts[1].utf8.count == 7 ? [whole] : [whole, .pncStart("\(full)/\(parts[1])")]
  }

  /// Up to six digits, a stroke, two digits of the year and a letter; or the short file.
  private static func cros(_ compact: String) -> [NumberGuess] {
    switch CRONumber.read(compact) {
    case .valid(let number): return [.cro(number.text)]
    case .doubtful(let number, _): return [.cro(number.text)]
    case .refused: break
    }
    let body = compact.last?.isLetter == true ? String(compact.dropLast()) : compact
    let parts = body.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[1].isEmpty || Digits.only(parts[1]) else { return [] }
    if parts[0].hasPrefix("SF"), Digits.only(parts[0].dropFirst(2)) { return [.croStart(body)] }
    guard (3...6).contains(parts[0].utf8.count), Digits.only(parts[0]), parts[1].utf8.count <= 2
    else { return [] }
    let padded = String(repeating: "0", count: 6 - parts[0].utf8.count) + parts[0]
    if body != compact, parts[1].utf8.count == 2, let letter = compact.last {
      return [.croMiswritten("\(padded)/\(parts[1])", letter: String(letter))]
    }
    return [.croStart("\(padded)/\(parts[1])")]
  }

  // MARK: Prison number and postcode

  private static func prisons(_ compact: String) -> [NumberGuess] {
    if case .valid(let number) = PrisonNumber.read(compact) { return [.prison(number.text)] }
    let misread = [looksLike(compact, "A9999AA") ?? looksLike(compact, "AA9999")]
    let guesses = misread.compactMap(\.self).map { NumberGuess.prison($0) }
    let letters = compact.prefix { $0.isLetter }.count
    let digits = compact.dropFirst(letters)
    guard (1...2).contains(letters), (2...4).contains(digits.prefix(while: \.isNumber).count),
      compact.utf8.count < 7, digits.drop(while: \.isNumber).count <= 2
    else { return guesses }
    return guesses + [.prisonStart(compact)]
  }

  private static func postcodes(_ compact: String) -> [NumberGuess] {
    if case .valid(let code) = Postcode.read(compact) { return [.postcode(code.text)] }
    for shape in ["AA99", "AA9", "A99", "A9", "AA9A", "A9A"] {
      guard let read = looksLike(compact, shape + "9AA"),
        case .valid(let code) = Postcode.read(read)
      else { continue }
      return [.postcode(code.text)]
    }
    // The district alone, or as far as it has been typed.
    let letters = compact.prefix { $0.isLetter }.count
    let rest = compact.dropFirst(letters)
    guard (1...2).contains(letters), (1...3).contains(rest.utf8.count), rest.first?.isNumber == true
    else { return [] }
    var starts: [NumberGuess] = [.postcodeStart(compact)]
    if rest.utf8.count >= 2, rest.last?.isNumber == true {
      starts.append(.postcodeStart(compact.dropLast() + " " + compact.suffix(1)))
    }
    return starts
  }

  /// The text with O and 0, I and 1, S and 5, B and 8 put right for a shape; nil where it differs.
  private static func looksLike(_ text: String, _ shape: String) -> String? {
    guard text.count == shape.count else { return nil }
    var read = ""
    for (sign, wanted) in zip(text, shape) {
      let meant = wanted == "9" ? (digitFor[sign] ?? sign) : (letterFor[sign] ?? sign)
      guard wanted == "9" ? meant.isNumber : meant.isLetter else { return nil }
      read.append(meant)
    }
    return read
  }

  private static let digitFor: [Character: Character] = [
    "O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2",
  ]
  private static let letterFor: [Character: Character] = [
    "0": "O", "1": "I", "5": "S", "8": "B", "2": "Z",
  ]

  // MARK: Phone

  /// At least three digits, with nothing but gaps, dashes and brackets between them.
  private static func phoneDigits(_ typed: String) -> String? {
    let signs = typed.filter { !$0.isWhitespace && !"-().".contains($0) }
    let digits = signs.hasPrefix("+") ? String(signs.dropFirst()) : signs
    guard digits.utf8.count >= 3, Digits.only(digits) else { return nil }
    return PhoneDigits.national(signs)
  }
}

/// A phone number as it is looked up: digits only, and from this country's own 0.
package enum PhoneDigits {
  /// "+44 7700 900123", "0044 7700 900123" and "(0)7700-900123" give "07700900123".
  package static func national(_ number: some StringProtocol) -> String {
    let isAbroad = number.trimmed.hasPrefix("+")
    var digits = String(number.filter { $0.isASCII && $0.isNumber })
    if digits.hasPrefix("00") {
      digits = String(digits.dropFirst(2))
    } else if !isAbroad, !(digits.hasPrefix("44") && digits.utf8.count == 12) {
      return digits
    }
    guard digits.hasPrefix("44") else { return digits }
    digits = String(digits.dropFirst(2))
    return digits.hasPrefix("0") ? digits : "0" + digits
  }
}
