/// Finds what is joined by `+` to the SQL texts of a Swift file.
enum SQLJoins {
  /// The operands beside SQL literals, as written: `columns`, `name.description`, `sets.joined`.
  static func operands(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SQLText.places(in: text).flatMap { place -> [String] in
      let literal = String(decoding: bytes[place], as: UTF8.self)
      let inside = literal.drop { $0 == "\"" }
      guard SQLText.isSQL(String(inside)) || literal.contains(" = ?") else { return [] }
      return [before(bytes[..<place.lowerBound]), after(bytes[place.upperBound...])]
        .compactMap(\.self)
    }
  }

  /// Whether data can never become the operand: a `static let` here or of a type, or the words of
  /// a `StaticString`.
  static func isConstant(
    _ operand: String, among names: Set<String>, _ staticStrings: Set<String>
  ) -> Bool {
    let parts = operand.split(separator: ".").map(String.init)
    if parts.count > 1, parts.last == "description" {
      return staticStrings.contains(parts[parts.count - 2])
    }
    guard let name = parts.last, names.contains(name) else { return false }
    return parts.count == 1 || parts.count == 2 && parts[0].first?.isUppercase == true
  }

  /// Names declared with `static let`.
  static func names(in text: String) -> [String] {
    declared(in: text) { words, place in
      words[place] == "static" && place + 2 < words.count && words[place + 1] == "let"
        ? words[place + 2] : nil
    }
  }

  /// Names of the type `StaticString`, or of lists of them.
  static func staticStrings(in text: String) -> [String] {
    declared(in: text) { words, place in
      place > 0 && words[place].drop { $0 == "[" }.hasPrefix("StaticString")
        ? words[place - 1] : nil
    }
  }

  private static func declared(
    in text: String, _ name: ([Substring], Int) -> Substring?
  ) -> [String] {
    text.split(separator: "\n").flatMap { line -> [String] in
      let words = line.split { $0 == " " || $0 == "(" }
      return words.indices.compactMap { place in
        name(words, place).map { String($0.prefix { $0.isLetter || $0.isNumber }) }
      }
    }
  }

  private static func after(_ rest: ArraySlice<UInt8>) -> String? {
    let plus = rest.drop(while: isSpace)
    guard plus.first == UInt8(ascii: "+") else { return nil }
    return operand(plus.dropFirst().drop(while: isSpace).prefix(while: isName))
  }

  private static func before(_ rest: ArraySlice<UInt8>) -> String? {
    var rest = trimmed(rest)
    guard rest.last == UInt8(ascii: "+") else { return nil }
    rest = trimmed(rest.dropLast())
    if rest.last == UInt8(ascii: ")") { rest = withoutCall(rest) }
    let name = rest.reversed().prefix(while: isName).reversed()
    return operand(name)
  }

  private static func operand(_ name: some Collection<UInt8>) -> String? {
    name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// The text up to the bracket that the last one closes.
  private static func withoutCall(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (rest, depth) = (rest, 0)
    while let last = rest.popLast() {
      if last == UInt8(ascii: ")") { depth += 1 }
      if last == UInt8(ascii: "(") { depth -= 1 }
      if depth == 0 { break }
    }
    return rest
  }

  private static func trimmed(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest.prefix(through: rest.lastIndex { !isSpace($0) } ?? rest.startIndex - 1)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
