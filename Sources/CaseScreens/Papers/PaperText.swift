import TextScreen

/// A paper as plain text for any printer, 78 columns wide.
package enum PaperText {
  private static let width = 78
  private static let column = 24

  /// Nothing in it can act on a terminal or hide.
  package static func text(of paper: Paper) -> String {
    let marking = AppPicture.marking
    var lines = [marking]
    // A letter begins with itself.
    if !paper.title.isEmpty { lines += ["", paper.title, paper.subject, paper.origin] }
    for part in paper.parts {
      lines.append("")
      if !part.title.isEmpty {
        lines += [part.title, String(repeating: "-", count: min(width, displayWidth(part.title)))]
      }
      lines += part.blocks.flatMap(self.lines)
    }
    lines += ["", marking]
    return lines.flatMap { wrap($0, indent: "") }.joined(separator: "\n") + "\n"
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
