/// Pounds and pence as whole pence.
package enum Money {
  /// "£1,200.50"; whole pounds are shown without pence.
  package static func words(pence: Int) -> String {
    let magnitude = pence.magnitude
    let (pounds, rest) = (Int(magnitude / 100), Int(magnitude % 100))
    let tail = rest == 0 ? "" : "." + Digits.padded(rest, 2)
    return (pence < 0 ? "-" : "") + "£" + grouped(pounds) + tail
  }

  /// "12.50": the plain form that reads back as the same amount.
  package static func plain(pence: Int) -> String {
    let magnitude = pence.magnitude
    return (pence < 0 ? "-" : "") + String(magnitude / 100) + "."
      + Digits.padded(Int(magnitude % 100), 2)
  }

  /// Reads "12", "12.5", "12.50", "£1,200"; nil for three decimals, signs and words.
  package static func pence(_ text: some StringProtocol) -> Int? {
    var typed = text.trimmed[...]
    if typed.hasPrefix("£") { typed = typed.dropFirst() }
    let parts = typed.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let pounds = Digits.numberWithCommas(parts[0]),
      pounds <= 1_000_000_000_000
    else { return nil }
    guard parts.count == 2 else { return pounds * 100 }
    guard (1...2).contains(parts[1].utf8.count), let decimals = Digits.number(parts[1]) else {
      return nil
    }
    return pounds * 100 + (parts[1].utf8.count == 1 ? decimals * 10 : decimals)
  }

  private static func grouped(_ number: Int) -> String {
    var groups: [String] = []
    var rest = number
    while rest >= 1000 {
      groups.append(Digits.padded(rest % 1000, 3))
      rest /= 1000
    }
    return ([String(rest)] + groups.reversed()).joined(separator: ",")
  }
}
