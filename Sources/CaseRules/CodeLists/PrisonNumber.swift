/// COD-006: a prison number; only its form can be checked.
package struct PrisonNumber: Hashable, Sendable {
  /// The stored form: "A1234BC", or "AB1234" of the older system.
  package let text: String

  /// Reads a letter, four digits and two letters, or two letters and four digits.
  package static func read(_ typed: String) -> Checked<PrisonNumber> {
    let compact = typed.compactUppercase
    let shape = compact.utf8.count <= 7 ? compact.utf8.map(shape).joined() : ""
    guard shape == "A9999AA" || shape == "AA9999" else {
      return .refused(
        "A prison number is a letter, four digits and two letters (A1234BC), "
          + "or two letters and four digits (AB1234)")
    }
    return .valid(PrisonNumber(text: compact))
  }

  private static func shape(_ byte: UInt8) -> String {
    switch byte {
    case 48...57: "9"
    case 65...90: "A"
    default: "?"
    }
  }
}
