package import CaseRules

/// A granted letter on paper, word for word.
package enum BronzePaper {
  package static func paper(of letter: PrintableLetter) -> Paper {
    var parts: [Paper.Part] = []
    var (title, lines) = ("", [String]())
    for line in letter.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(BronzeLetter.headingMark) {
        parts.append(part(title, lines))
        (title, lines) = (String(line.dropFirst(BronzeLetter.headingMark.count)), [])
      } else {
        lines.append(String(line))
      }
    }
    parts.append(part(title, lines))
    return Paper(title: "", subject: letter.name, origin: "", parts: parts)
  }

  private static func part(_ title: String, _ lines: [String]) -> Paper.Part {
    Paper.Part(title, [.text(trimmed(lines).joined(separator: "\n"))])
  }

  /// Blank lines at either end are the paper's own affair.
  private static func trimmed(_ lines: [String]) -> [String] {
    let start = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? start
    return Array(lines[start..<max(start, end)])
  }
}
