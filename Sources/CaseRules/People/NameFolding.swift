/// How names are compared, sorted and searched: accents, case, apostrophes and hyphens set aside.
package enum NameFolding {
  /// The key a name is sorted by: "O’Connor-Łuczak" gives "oconnor luczak".
  ///
  /// Lower case, no accents, no apostrophes; everything else that is neither letter nor digit
  /// stands as one space between words.
  package static func key(_ name: some StringProtocol) -> String {
    parts(name).map(\.joined).joined(separator: " ")
  }

  /// Every word a name is found by, each once.
  ///
  /// "O'Brien-Smith" is found by obrien, brien, smith and obriensmith; "van der Berg" also by
  /// vanderberg.
  package static func words(_ name: some StringProtocol) -> [String] {
    let parts = parts(name)
    var words = parts.map(\.joined)
    words += parts.flatMap { $0.pieces.dropFirst() }.filter { $0.count > 1 }
    if parts.count > 1 { words.append(parts.map(\.joined).joined()) }
    return once(words)
  }

  /// The words somebody typed into a search, folded as names are.
  package static func typedWords(_ typed: some StringProtocol) -> [String] {
    once(parts(typed).map(\.joined))
  }

  /// A word of a name: folded as a whole, and the pieces between its apostrophes.
  private struct Part {
    let joined: String
    let pieces: [String]

    init(_ word: Substring) {
      joined = word.foldedForSearch
      pieces = word.split(whereSeparator: NameFolding.isApostrophe).map(\.foldedForSearch)
    }
  }

  private static func parts(_ name: some StringProtocol) -> [Part] {
    String(name).split { !isLetter($0) && !isApostrophe($0) }.map(Part.init)
      .filter { !$0.joined.isEmpty }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
      || character.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  private static func isApostrophe(_ character: Character) -> Bool {
    switch character {
    case "'", "\u{2019}", "\u{2018}", "\u{02BC}", "\u{00B4}", "`": true
    default: false
    }
  }

  private static func once(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
