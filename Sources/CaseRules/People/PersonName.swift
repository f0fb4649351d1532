/// What somebody is called: a family name and given names, or one name only.
package struct PersonName: Hashable, Sendable {
  package let family: String
  /// Empty for somebody with one name only.
  package let given: String

  package init(family: String, given: String) {
    self.family = family
    self.given = given
  }

  /// "SMITH John"; a single name stands alone.
  package var display: String {
    given.isEmpty ? family.uppercased() : family.uppercased() + " " + given
  }

  /// "John Smith", as a letter has it.
  package var spoken: String { [given, family].filter { !$0.isEmpty }.joined(separator: " ") }

  /// The title a given name wrongly starts with: "Mr".
  package static func title(in given: String) -> String? {
    guard let first = given.split(separator: " ").first else { return nil }
    let word = first.hasSuffix(".") ? first.dropLast() : first
    return ["mr", "mrs", "ms", "miss", "dr"].contains(word.lowercased()) ? String(word) : nil
  }
}
