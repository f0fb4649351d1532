/// Little words before a family name that people write together, apart, or leave out.
package enum NamePrefixes {
  /// As they are folded: "O'", "Mc", "al-", "van der", "ap".
  static let all: Set<String> = [
    "o", "mac", "mc", "mag", "fitz", "st", "saint", "de", "da", "du", "la", "le", "van", "von",
    "der", "den", "ter", "ten", "al", "el", "ul", "ur", "abu", "bin", "ibn", "ben", "bint", "ap",
    "ab", "ferch", "verch", "ni", "nic", "ui", "bean",
  ]

  /// Those that are written as one with the name.
  private static let written = [
    "mac", "mc", "o", "al", "el", "fitz", "van", "vander", "vanden", "de", "du", "la", "le", "st",
    "abu", "bin", "ibn", "ben", "ap", "ab", "ferch", "mag", "ni", "nic",
  ]

  /// The shortest name that is left without its prefix.
  private static let shortest = 3

  /// The word without a prefix, with one, or with Mac for Mc; what of it is a name is for the file
  /// to say.
  package static func alternatives(of word: String) -> Set<String> {
    guard word.utf8.count >= shortest else { return [] }
    var others = Set(written.map { $0 + word })
    for prefix in written where word.hasPrefix(prefix) {
      let bare = String(word.dropFirst(prefix.count))
      guard bare.utf8.count >= shortest else { continue }
      others.insert(bare)
      if ["mac", "mc", "mag"].contains(prefix) {
        others.formUnion(["mac" + bare, "mc" + bare, "mag" + bare])
      }
      if ["al", "el"].contains(prefix) { others.formUnion(["al" + bare, "el" + bare]) }
      if ["ap", "ab"].contains(prefix) { others.formUnion(["ap" + bare, "ab" + bare]) }
    }
    others.remove(word)
    return others
  }
}
