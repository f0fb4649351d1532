/// A piece of a typed date: digits or a word; what divides them does not matter.
struct DateToken: Equatable {
  let text: String
  let isNumber: Bool

  /// The pieces of lower-case text; nil when a sign in it has no place in a date.
  static func tokens(of text: String) -> [DateToken]? {
    var tokens: [DateToken] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII && first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        tokens.append(DateToken(text: String(digits), isNumber: true))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        if !isFiller(word, after: tokens.last) {
          tokens.append(DateToken(text: String(word), isNumber: false))
        }
        rest = rest.dropFirst(word.count)
      } else if "/-. ,'".contains(first) {
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return tokens
  }

  /// "3rd" and "3 of april": the endings and the word say nothing.
  private static func isFiller(_ word: Substring, after last: DateToken?) -> Bool {
    if word == "of" || word == "the" { return true }
    guard last?.isNumber == true else { return false }
    return ["st", "nd", "rd", "th"].contains(word)
  }

  /// The day of the week that a word of at least three letters starts; nil for anything else.
  var weekday: Weekday? {
    guard !isNumber, text.utf8.count >= 3 else { return nil }
    if text == "weds" { return .wednesday }
    return Weekday.allCases.first { $0.name.lowercased().hasPrefix(text) }
  }
}
