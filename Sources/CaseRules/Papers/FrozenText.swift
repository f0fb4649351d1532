/// The words of a paper that stays as it was made: a paragraph a line, headings with a mark.
package struct FrozenText: Equatable, Sendable {
  private static let headingMark = "## "
  private var lines: [String]

  /// With its reference and its day at the top.
  package init(reference: String, day: String) {
    lines = ["Reference: \(reference)", "Date: \(day)", ""]
  }

  /// Paragraphs with a gap after them.
  package mutating func add(_ paragraphs: [String]) { lines += paragraphs + [""] }

  /// Paragraphs under a heading of their own.
  package mutating func add(_ heading: String, _ paragraphs: [String]) {
    add([FrozenText.headingMark + heading] + paragraphs)
  }

  /// As it is stored.
  package var text: String { lines.dropLast().joined(separator: "\n") }

  // MARK: Reading

  /// The parts of a stored text, each with its heading; the one before the first heading has none.
  package static func parts(of text: String) -> [(heading: String, lines: [String])] {
    var parts: [(heading: String, lines: [String])] = [("", [])]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(headingMark) {
        parts.append((String(line.dropFirst(headingMark.count)), []))
      } else {
        parts[parts.count - 1].lines.append(String(line))
      }
    }
    return parts
  }

  /// A stored text line by line, its headings without their mark.
  package static func plainLines(of text: String) -> [String] {
    parts(of: text).flatMap { part in
      (part.heading.isEmpty ? [] : [part.heading + ":"]) + part.lines
    }
  }
}
