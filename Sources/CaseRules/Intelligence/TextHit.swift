/// Why a report was found: the words of its text around the one that was typed.
package enum TextHit {
  /// Words shorter than this are looked for in names, places and offences alone.
  package static let shortest = 3
  private static let around = 4

  /// The words around the first that begins like the one typed; nil where none does.
  package static func excerpt(of text: String, at word: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let place = words.firstIndex { piece in
      NameFolding.typedWords(piece).contains { $0.hasPrefix(word) }
    }
    guard let place else { return nil }
    let (first, last) = (max(0, place - around), min(words.count - 1, place + around))
    let shown = words[first...last].joined(separator: " ")
    return (first > 0 ? "... " : "") + shown + (last < words.count - 1 ? " ..." : "")
  }
}
