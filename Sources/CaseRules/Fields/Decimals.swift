/// Numbers with up to three decimals, kept as whole thousandths.
package enum Decimals {
  /// "0.5": no more decimals than it needs.
  package static func text(thousandths: Int) -> String {
    let magnitude = thousandths.magnitude
    var decimals = Digits.padded(Int(magnitude % 1000), 3)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return (thousandths < 0 ? "-" : "") + String(magnitude / 1000)
      + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// Reads "2", "0.5", ".25" and "-1.5"; nil for more than three decimals.
  package static func thousandths(_ text: some StringProtocol) -> Int? {
    let negative = text.hasPrefix("-")
    let parts = text.dropFirst(negative ? 1 : 0).split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let whole = parts[0].isEmpty && parts.count == 2 ? 0 : Digits.number(parts[0])
    guard let whole, whole <= 1_000_000_000_000 else { return nil }
    guard parts.count == 2 else { return (negative ? -1 : 1) * whole * 1000 }
    guard (1...3).contains(parts[1].utf8.count), let digits = Digits.number(parts[1]) else {
      return nil
    }
    let scale = [100, 10, 1][parts[1].utf8.count - 1]
    return (negative ? -1 : 1) * (whole * 1000 + digits * scale)
  }
}
