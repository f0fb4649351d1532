/// One key, or several pressed one after the other: `F2`, `Ctrl+G f`.
package struct KeySequence: Hashable, Sendable {
  package let keys: [Key]

  package init(_ keys: [Key]) { self.keys = keys }
  package init(_ key: Key) { keys = [key] }

  /// The sequence written like this, keys parted by blanks; nil when a key has no such name.
  package init?(spelling: String) {
    var keys: [Key] = []
    for part in spelling.split(separator: " ") {
      guard let key = Key(spelling: String(part)) else { return nil }
      keys.append(key)
    }
    if keys.isEmpty { return nil }
    self.keys = keys
  }

  package var spelling: String { keys.map(\.spelling).joined(separator: " ") }

  /// Whether `other` begins with these keys and goes on.
  package func isStart(of other: KeySequence) -> Bool {
    keys.count < other.keys.count && other.keys.starts(with: keys)
  }
}
