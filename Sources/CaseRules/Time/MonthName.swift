/// English month names.
package enum MonthName {
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// "January" for 1; a number outside 1 to 12 is taken as the nearer end.
  package static func full(_ month: Int) -> String { names[month.clamped(to: 1...12) - 1] }

  /// "Jan" for 1.
  package static func short(_ month: Int) -> String { String(full(month).prefix(3)) }

  /// The month a typed word starts: at least three letters ("apr", "sept", "April").
  package static func number(_ word: some StringProtocol) -> Int? {
    let lower = word.lowercased()
    guard lower.utf8.count >= 3 else { return nil }
    if lower == "sept" { return 9 }
    return names.firstIndex { $0.lowercased().hasPrefix(lower) }.map { $0 + 1 }
  }
}
