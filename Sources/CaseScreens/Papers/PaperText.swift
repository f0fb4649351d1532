import TextScreen

/// A paper as plain text for any printer, 78 columns wide.
package enum PaperText {
  private static let width = 78
  private static let column = 24

  /// Nothing in it can act on a terminal or hide; between pages stands a form feed.
  package static func text(of paper: Paper) -> String {
    let subject = wrap(paper.subject, indent: "")
    return PaperPages(groups(of: paper), subject: paper.subject.isEmpty ? [] : subject).text
  }

  /// Lines that stay on one page: a heading and what it is over are not parted.
  private static func groups(of paper: Paper) -> [[String]] {
    var groups: [[String]] = []
    // A letter begins with itself.
    if !paper.title.isEmpty {
      groups.append(
        ["", paper.title, paper.subject, paper.origin].flatMap { wrap($0, indent: "") })
    }
    for part in paper.parts {
      var heading = [""]
      if !part.title.isEmpty {
        heading += wrap(part.title, indent: "")
        heading.append(String(repeating: "-", count: min(width, displayWidth(part.title))))
      }
      let lines = part.blocks.flatMap(self.lines).flatMap { wrap($0, indent: "") }
      groups.append(heading + lines.prefix(1))
      groups += lines.dropFirst().map { [$0] }
    }
    return groups
  }

  private static func lines(_ block: Paper.Block) -> [String] {
    switch block {
    case .facts(let facts): facts.flatMap { fact($0.label, $0.words) }
    case .table(let columns, let rows): rows.flatMap { lines(columns, $0) }
    case .text(let text): wrap(text, indent: "")
    case .signatures(let names):
      names.flatMap { ["", padded("\($0):", to: column) + String(repeating: ".", count: 44)] }
    }
  }

  /// A row of a table as labels under what it is about: columns would be too narrow to read.
  private static func lines(_ columns: [String], _ row: [String]) -> [String] {
    let cells = zip(columns, row).dropFirst().filter { !$0.1.isEmpty }
    return wrap(row.first ?? "", indent: "") + cells.flatMap { fact("  \($0.0)", $0.1) }
  }

  private static func fact(_ label: String, _ words: String) -> [String] {
    let text = wrapped(displaySafe(words, lines: .many), to: width - column).map(\.text)
    return text.enumerated().map { number, line in
      let start = number == 0 ? displaySafe(label, lines: .one) : ""
      return padded(start, to: column) + line
    }
  }

  private static func wrap(_ text: String, indent: String) -> [String] {
    wrapped(displaySafe(text, lines: .many), to: width).map { indent + $0.text }
  }
}
