import CaseRules
import SQLite

/// Numbers that people are found by and that have no index of their own.
package struct PersonKey: Hashable, Sendable {
  package enum Kind: Int, Sendable {
    case phone = 1
    /// The same digits from the last to the first, for "ends 123".
    case phoneEnd = 2
    case reference = 3
  }

  let kind: Kind
  let key: String

  /// Both ways to find a phone number; none for one without digits.
  static func phone(_ number: String) -> [PersonKey] {
    let digits = PhoneDigits.national(number)
    guard !digits.isEmpty else { return [] }
    return [
      PersonKey(kind: .phone, key: digits),
      PersonKey(kind: .phoneEnd, key: String(digits.reversed())),
    ]
  }

  /// A reference in capitals, without gaps and dashes.
  static func reference(_ text: String) -> PersonKey {
    PersonKey(kind: .reference, key: folded(text))
  }

  static func folded(_ reference: String) -> String {
    String(reference.uppercased().filter { !$0.isWhitespace && !"-()".contains($0) })
  }

  func insert(_ person: PersonID, in records: Connection) throws {
    try records.execute(
      "INSERT OR IGNORE INTO person_key (kind, key, person) VALUES (?, ?, ?)", kind.rawValue, key,
      person)
  }

  func remove(_ person: PersonID, in records: Connection) throws {
    try records.execute(
      "DELETE FROM person_key WHERE kind = ? AND key = ? AND person = ?", kind.rawValue, key,
      person)
  }
}
