/// An NHS number, "943 476 5919", with its check digit.
package struct NHSNumber: Hashable, Sendable {
  package let text: String

  /// Reads ten digits, spaces and hyphens ignored.
  package static func read(_ typed: String) -> Checked<NHSNumber> {
    let compact = typed.utf8.count <= 40 ? typed.compactUppercase.filter { $0 != "-" } : ""
    guard compact.utf8.count == 10, Digits.only(compact) else {
      return .refused("An NHS number has ten digits: 943 476 5919")
    }
    let digits = compact.utf8.map { Int($0) - 48 }
    let sum = digits.prefix(9).enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
    let check = (11 - sum % 11) % 11
    guard check < 10 else {
      return .refused("No NHS number has these first nine digits. Check them")
    }
    guard digits[9] == check else {
      return .refused("The last digit of this NHS number should be \(check). Check each digit")
    }
    let (one, two, three) = (compact.prefix(3), compact.dropFirst(3).prefix(3), compact.suffix(4))
    return .valid(NHSNumber(text: "\(one) \(two) \(three)"))
  }
}
