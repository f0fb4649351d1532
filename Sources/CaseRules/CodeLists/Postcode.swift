/// COD-007: a United Kingdom postcode, upper case with one space.
package struct Postcode: Hashable, Sendable {
  package let text: String

  /// The postcode that stands for no fixed abode.
  package static let noFixedAbode = Postcode(text: "ZZ99 3VZ")

  /// Reads a postcode in any case, with or without its space.
  package static func read(_ typed: String) -> Checked<Postcode> {
    let compact = typed.compactUppercase
    guard (5...7).contains(compact.utf8.count), compact.utf8.count == compact.count else {
      return .refused(form)
    }
    let (out, inward) = (String(compact.dropLast(3)), String(compact.suffix(3)))
    let text = out + " " + inward
    if text == noFixedAbode.text || text == "GIR 0AA" { return .valid(Postcode(text: text)) }
    guard outcodes.contains(shape(out)), shape(inward) == "9AA" else { return .refused(form) }
    if let odd = inward.dropFirst().first(where: { "CIKMOV".contains($0) }) {
      return .refused(
        "The last two letters of a postcode are never C, I, K, M, O or V. Check the \(odd)")
    }
    return .valid(Postcode(text: text))
  }

  private static let form = "A postcode looks like PO33 2ZZ. No fixed abode: ZZ99 3VZ"
  private static let outcodes: Set<String> = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"]

  private static func shape(_ text: String) -> String {
    String(text.map { $0.isASCII && $0.isNumber ? "9" : $0.isASCII && $0.isLetter ? "A" : "?" })
  }
}
