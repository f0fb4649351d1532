/// Finds SQL among the string literals of a Swift file, and what is written into it.
enum SQLText {
  /// The insides of all string literals, with their interpolations as written.
  static func literals(in text: String) -> [String] {
    var literals: [String] = []
    var rest = Array(text.utf8)[...]
    while let next = nextLiteral(in: &rest) { literals.append(next) }
    return literals
  }

  /// Where the string literals stand among the bytes of the text, with their quotation marks.
  static func places(in text: String) -> [Range<Int>] {
    var places: [Range<Int>] = []
    let all = Array(text.utf8)
    var rest = all[...]
    while let next = nextLiteral(in: &rest) {
      let end = rest.startIndex
      let marks = all[..<end].suffix(fence.count).elementsEqual(fence) && !next.isEmpty ? 3 : 1
      places.append(max(0, end - next.utf8.count - 2 * marks)..<end)
    }
    return places
  }

  private static let fence = Array("\"\"\"".utf8)
  private static let interpolation = Array("\\(".utf8)

  private static func nextLiteral(in rest: inout ArraySlice<UInt8>) -> String? {
    while let first = rest.first {
      if rest.starts(with: Array("//".utf8)) {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if rest.starts(with: fence) {
        return literal(in: &rest, until: fence)
      } else if first == UInt8(ascii: "\"") {
        return literal(in: &rest, until: fence.prefix(1))
      } else {
        rest.removeFirst()
      }
    }
    return nil
  }

  private static func literal(
    in rest: inout ArraySlice<UInt8>, until fence: some Collection<UInt8>
  ) -> String {
    rest = rest.dropFirst(fence.count)
    var inside: [UInt8] = []
    var depth = 0
    while let byte = rest.first, depth > 0 || !rest.starts(with: fence) {
      if depth == 0, byte == UInt8(ascii: "\\") {
        if rest.starts(with: interpolation) { depth = 1 }
        inside += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      if depth > 0 { depth += step(byte) }
      inside.append(byte)
      rest.removeFirst()
    }
    rest = rest.dropFirst(fence.count)
    return String(decoding: inside, as: UTF8.self)
  }

  private static func step(_ byte: UInt8) -> Int {
    byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
  }

  private static let beginnings = [
    "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH ", "CREATE ", "DROP ", "ALTER ", "PRAGMA ",
    "REPLACE ", "VALUES", "FROM ", "WHERE ", "ORDER BY", "AND ", "JOIN ", "LEFT JOIN ", "UNION ",
  ]

  private static let inside = [" FROM ", " WHERE ", " ORDER BY ", " LIMIT ", " VALUES "]

  static func isSQL(_ literal: String) -> Bool {
    let text = literal.drop { $0 == " " || $0 == "\n" }
    if beginnings.contains(where: { text.hasPrefix($0) }) { return true }
    let line = " " + literal.split(whereSeparator: \.isWhitespace).joined(separator: " ") + " "
    return inside.contains { line.contains($0) }
  }

  /// A pragma takes no bound values; only the module that wraps SQLite may write one out.
  static func isPragma(_ literal: String) -> Bool { literal.hasPrefix("PRAGMA ") }

  static func interpolations(in literal: String) -> [String] {
    var found: [String] = []
    var rest = Array(literal.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "\\")) {
      guard rest[start...].starts(with: interpolation) else {
        rest = rest[start...].dropFirst(2)
        continue
      }
      rest = rest[start...].dropFirst(2)
      var depth = 1
      let inside = rest.prefix { byte in
        depth += step(byte)
        return depth > 0
      }
      found.append(String(decoding: inside, as: UTF8.self))
      rest = rest.dropFirst(inside.count)
    }
    return found
  }

  /// Names that no data can become: declared with `static let`, or of the type `StaticString`, or
  /// nothing but so many question marks.
  static func constants(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      if line.contains("let marks = Array(repeating: \"(?") { return "marks" }
      if let place = words.firstIndex(where: { $0.hasPrefix("StaticString") }), place > 0 {
        return String(words[place - 1].filter { $0.isLetter || $0.isNumber })
      }
      guard let place = words.firstIndex(of: "let"), place > 0, words[place - 1] == "static",
        place + 1 < words.count
      else { return nil }
      return String(words[place + 1].prefix { $0.isLetter || $0.isNumber })
    }
  }

  /// `columns`, `Self.columns` or `scope.condition`, when such a constant is declared.
  static func isConstant(_ expression: String, among constants: some Sequence<String>) -> Bool {
    let parts = expression.split(separator: ".")
    guard (1...2).contains(parts.count), let name = parts.last else { return false }
    return constants.contains { $0 == name }
  }
}
