/// What a setting may be set to, and how its text reads.
package enum SettingKind: Hashable, Sendable {
  /// A whole number with its unit.
  case count(ClosedRange<Int>, unit: String)
  /// A whole number, or "none".
  case optionalCount(ClosedRange<Int>, unit: String)
  /// So many whole numbers divided by "/".
  case counts(Int, ClosedRange<Int>, unit: String)
  /// Pounds and pence; kept as pence.
  case money(ClosedRange<Int>)
  /// One of the words.
  case choice([String])
  /// Some of the words, divided by commas.
  case selection([String])
  /// The name of a printer's queue, or "none".
  case printer
  /// `StaffedHours` text.
  case hours

  /// "A whole number from 1 to 200 (characters)".
  package var words: String {
    switch self {
    case .count(let range, let unit):
      "A whole number from \(range.lowerBound) to \(range.upperBound) (\(unit))"
    case .optionalCount(let range, let unit):
      "A whole number from \(range.lowerBound) to \(range.upperBound) (\(unit)), or none"
    case .counts(let count, let range, let unit):
      "\(count) whole numbers from \(range.lowerBound) to \(range.upperBound) divided by / (\(unit))"
    case .money(let range):
      "An amount from \(Money.words(pence: range.lowerBound)) to "
        + Money.words(pence: range.upperBound)
    case .choice(let words): "One of: " + words.joined(separator: ", ")
    case .selection(let words):
      "One or more, divided by commas, of: " + words.joined(separator: ", ")
    case .printer: "The name of a queue of this host's printers (letters, digits, - _ .), or none"
    case .hours: "Days and hours like " + StaffedHours.office.text
    }
  }

  /// The value a text stands for; nil when it does not fit.
  package func read(_ text: String) -> SettingValue? {
    let typed = text.trimmed
    guard typed.utf8.count <= 200 else { return nil }
    switch self {
    case .count(let range, _): return SettingKind.number(typed, range).map { .count($0) }
    case .optionalCount(let range, _):
      if typed.lowercased() == "none" { return .noCount }
      return SettingKind.number(typed, range).map { .count($0) }
    case .counts(let count, let range, _): return SettingKind.numbers(typed, count, range)
    case .money(let range):
      guard let pence = Money.pence(typed), range.contains(pence) else { return nil }
      return .money(pence)
    case .choice(let words):
      return words.first { $0.lowercased() == typed.lowercased() }.map { .words([$0]) }
    case .selection(let words): return SettingKind.selection(typed, of: words)
    case .printer:
      if typed.lowercased() == "none" { return .noCount }
      return SettingKind.isQueue(typed) ? .words([typed]) : nil
    case .hours: return StaffedHours(typed).map { .hours($0) }
    }
  }

  /// What can stand as one argument of a program and be taken for nothing else.
  private static func isQueue(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 60 else { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    return isLetter(first)
      && text.utf8.allSatisfy { isLetter($0) || [0x2D, 0x2E, 0x5F].contains($0) }
  }

  private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
    Digits.number(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private static func numbers(
    _ text: String, _ count: Int, _ range: ClosedRange<Int>
  )
    -> SettingValue?
  {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number($0.trimmed, range) }
    return parts.count == count && numbers.count == count ? .counts(numbers) : nil
  }

  private static func selection(_ text: String, of words: [String]) -> SettingValue? {
    let typed = text.split(separator: ",").map { $0.trimmed.lowercased() }
    let known = words.filter { typed.contains($0.lowercased()) }
    return !known.isEmpty && known.count == Set(typed).count ? .words(known) : nil
  }
}

/// What a setting is set to.
package enum SettingValue: Hashable, Sendable {
  case count(Int)
  case noCount
  case counts([Int])
  /// In pence.
  case money(Int)
  case words([String])
  case hours(StaffedHours)

  /// The text that reads back as the same value.
  package var text: String {
    switch self {
    case .count(let count): String(count)
    case .noCount: "none"
    case .counts(let counts): counts.map(String.init).joined(separator: "/")
    case .money(let pence): Money.words(pence: pence)
    case .words(let words): words.joined(separator: ",")
    case .hours(let hours): hours.text
    }
  }
}
