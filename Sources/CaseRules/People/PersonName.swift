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

  /// The most characters a name may have; far more than any register keeps.
  package static let longest = 200

  /// The name as it is kept: one space between words, plain hyphens and apostrophes, nothing
  /// invisible in it.
  ///
  /// Capitals and accents stay as they were typed.
  package static func clean(_ typed: some StringProtocol) -> String {
    var words: [String] = [""]
    for character in typed {
      if character.isWhitespace {
        if words.last != "" { words.append("") }
      } else {
        words[words.count - 1] += kept(character)
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func kept(_ character: Character) -> String {
    switch character {
    case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{00B4}", "`": return "'"
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": return "-"
    default:
      return String(String.UnicodeScalarView(character.unicodeScalars.filter { !isInvisible($0) }))
    }
  }

  /// Controls, direction marks and zero-width characters have no place in a name.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default: false
    }
  }

  /// What is wrong with a cleaned name, in words; nil when it can be kept.
  package static func problem(_ cleaned: String) -> String? {
    if cleaned.count > longest {
      return "A name can have \(longest) characters; this one has \(cleaned.count)"
    }
    if !cleaned.contains(where: \.isLetter) {
      return "A name needs a letter. Type Unknown when it is not known"
    }
    return nil
  }

  /// The title a given name wrongly starts with: "Mr".
  package static func title(in given: String) -> String? {
    guard let first = given.split(separator: " ").first else { return nil }
    let word = first.hasSuffix(".") ? first.dropLast() : first
    return ["mr", "mrs", "ms", "miss", "dr"].contains(word.lowercased()) ? String(word) : nil
  }
}
