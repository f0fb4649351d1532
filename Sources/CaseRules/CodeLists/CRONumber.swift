/// COD-006: a Criminal Records Office number, "265416/21G", or of the short file, "SF05/482703J".
package struct CRONumber: Hashable, Sendable {
  /// The stored form: six digits before the stroke; short-file numbers stay as typed.
  package let text: String

  /// Reads both forms; a short-file letter that fits no published rule is doubtful, not refused.
  package static func read(_ typed: String) -> Checked<CRONumber> {
    let compact = typed.compactUppercase
    guard compact.utf8.count <= 20, let letter = compact.last, letter.isASCII, letter.isLetter
    else { return .refused(form) }
    let parts = compact.dropLast().split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return .refused(form) }
    return parts[0].hasPrefix("SF")
      ? shortFile(year: parts[0].dropFirst(2), serial: parts[1], letter, typed: compact)
      : standard(serial: parts[0], year: parts[1], letter)
  }

  private static let form =
    "A CRO number is up to six digits, a stroke, two digits for the year "
    + "and a letter: 265416/21G. Short file: SF05/482703J"

  private static func standard(
    serial: Substring, year: Substring, _ letter: Character
  )
    -> Checked<CRONumber>
  {
    guard (1...6).contains(serial.utf8.count), Digits.only(serial), year.utf8.count == 2,
      Digits.only(year)
    else { return .refused(form) }
    let padded = String(repeating: "0", count: 6 - serial.utf8.count) + serial
    guard let expected = CheckLetter.letter(for: year + padded) else { return .refused(form) }
    guard expected == letter else {
      return .refused(
        "The last letter of this CRO number should be \(expected), not \(letter). "
          + "Check each digit against the paper")
    }
    return .valid(CRONumber(text: "\(padded)/\(year)\(letter)"))
  }

  private static func shortFile(
    year: Substring, serial: Substring, _ letter: Character, typed: String
  ) -> Checked<CRONumber> {
    guard year.utf8.count == 2, let yearNumber = Digits.number(year),
      (1...6).contains(serial.utf8.count), let serialNumber = Digits.number(serial)
    else { return .refused(form) }
    let number = CRONumber(text: typed)
    // The two published rules agree from five digits on; either letter is accepted.
    let national = yearNumber < 65 ? "\(serialNumber)" : year + Digits.padded(serialNumber, 5)
    let letters = [year + "\(serialNumber)", national].compactMap { CheckLetter.letter(for: $0) }
    if letters.contains(letter) { return .valid(number) }
    let expected = Set(letters).sorted().map { String($0) }.joined(separator: " or ")
    return .doubtful(
      number, "COD-006: the last letter is usually \(expected), not \(letter). Please check")
  }
}
