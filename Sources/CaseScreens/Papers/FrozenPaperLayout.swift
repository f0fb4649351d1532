package import CaseRules

/// A letter or a notice on paper, word for word.
package enum FrozenPaperLayout {
  package static func paper(of frozen: FrozenPaper) -> Paper {
    Paper(
      title: "", subject: frozen.name, origin: "",
      parts: FrozenText.parts(of: frozen.text).map { part in
        Paper.Part(part.heading, [.text(trimmed(part.lines).joined(separator: "\n"))])
      })
  }

  /// Blank lines at either end are the paper's own affair.
  private static func trimmed(_ lines: [String]) -> [String] {
    let start = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? start
    return Array(lines[start..<max(start, end)])
  }
}
