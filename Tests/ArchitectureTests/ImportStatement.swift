/// Reads the module names out of a Swift file's import lines.
enum ImportStatement {
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
  ]

  static func modules(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { module(in: $0) }
  }

  /// `package import struct Glibc.stat` names Glibc; any other line names nothing.
  private static func module(in line: Substring) -> String? {
    let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ";" })
    guard let place = words.firstIndex(of: "import"),
      words[..<place].allSatisfy(isModifier)
    else { return nil }
    let named = words[(place + 1)...].drop { kinds.contains($0) }.first
    return named?.split(separator: ".").first.map(String.init)
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || ["package", "public", "internal", "private", "fileprivate"].contains(word)
  }
}
