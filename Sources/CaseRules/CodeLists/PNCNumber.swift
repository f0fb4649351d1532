/// COD-006: a Police National Computer number, "2004/1234567F".
package struct PNCNumber: Hashable, Sendable {
  /// The stored form with a four-digit year and seven digits.
  package let text: String

  /// Reads "04/1234567F", "2004/1234567F", "79/163001B" and the full forms without the stroke.
  ///
  /// Two-digit years after `currentYear` belong to the 1900s. COD-006.
  package static func read(_ typed: String, currentYear: Int) -> Checked<PNCNumber> {
    let compact = typed.compactUppercase
    guard compact.utf8.count <= 20, let letter = compact.last, letter.isASCII, letter.isLetter
    else { return .refused(form) }
    guard let (year, serial) = split(String(compact.dropLast())) else { return .refused(form) }
    guard let fullYear = full(year, currentYear: currentYear) else {
      return .refused("The year of a PNC number is from 1900 to \(currentYear). Check \(year)")
    }
    let padded = String(repeating: "0", count: 7 - serial.utf8.count) + serial
    let shortYear = Digits.padded(fullYear % 100, 2)
    guard let expected = CheckLetter.letter(for: shortYear + padded) else { return .refused(form) }
    guard expected == letter else {
      return .refused(
        "The last letter of this PNC number should be \(expected), not \(letter). "
          + "Check each digit against the paper")
    }
    return .valid(PNCNumber(text: "\(fullYear)/\(padded)\(letter)"))
  }

  private static let form =
    "A PNC number is a year, a stroke, up to seven digits and a letter: "
    + "2004/1234567F"

  private static func split(_ digits: String) -> (year: String, serial: String)? {
    let parts = digits.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, [2, 4].contains(parts[0].utf8.count),
      (1...7).contains(parts[1].utf8.count), parts.allSatisfy({ Digits.only($0) })
    {
      return (parts[0], parts[1])
    }
    guard parts.count == 1, Digits.only(digits), [9, 11].contains(digits.utf8.count) else {
      return nil
    }
    let yearLength = digits.utf8.count - 7
    return (String(digits.prefix(yearLength)), String(digits.dropFirst(yearLength)))
  }

  private static func full(_ year: String, currentYear: Int) -> Int? {
    guard let number = Digits.number(year) else { return nil }
    if year.utf8.count == 4 {
      return (1900...max(1900, currentYear)).contains(number) ? number : nil
    }
    return number > currentYear % 100 ? 1900 + number : currentYear / 100 * 100 + number
  }
}
