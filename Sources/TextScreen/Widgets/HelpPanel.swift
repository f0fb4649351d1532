/// Help over or beside the work: headed blocks of lines and of keys.
package struct HelpPanel: Sendable {
  package enum Block: Sendable {
    case heading(String)
    /// Wrapped to the width.
    case words(String)
    /// What keys do, two to a row where both can be read whole.
    case keys([(keys: String, does: String)])
    case blank
  }

  package var title: String
  package var blocks: [Block]
  /// The first line to show.
  package var top: Int
  /// What was typed to search the help; nil shows no box.
  package var search: String?
  package var note: String
  package var footer: String

  package init(
    title: String, blocks: [Block], top: Int = 0, search: String? = nil, note: String = "",
    footer: String = ""
  ) {
    self.title = title
    self.blocks = blocks
    self.top = top
    self.search = search
    self.note = note
    self.footer = footer
  }

  private enum Line {
    case heading(String)
    case words(String)
    case keys([(keys: String, does: String)])
  }

  /// How many lines it has in an area so wide, borders included.
  package func lineCount(columns: Int) -> Int { lines(columns - 4).count }

  package func draw(in area: Area) {
    let area = area.raised
    area.fill(tone: .dialog)
    let box = area.box(
      title: title, note: note, footer: footer, tone: .dialog, titleTone: .dialogTitle
    ).inset(columns: 1)
    if let search {
      let end = box.write("Search help: ", tone: .dialog)
      ValueBox(text: search, caret: search.count)
        .draw(in: box.part(row: 0, column: end, rows: 1, columns: 30), tone: .fieldFocus)
    } else {
      box.placeCursor(row: 0, column: 0)
    }
    let page = box.droppingTop(search == nil ? 0 : 2)
    let lines = lines(page.columns)
    let first = max(0, min(top, lines.count - page.rows))
    for (row, line) in lines.dropFirst(first).prefix(page.rows).enumerated() {
      draw(line, in: page.row(row))
    }
  }

  private func lines(_ columns: Int) -> [Line] {
    let columns = max(1, columns)
    return blocks.flatMap { block -> [Line] in
      switch block {
      case .heading(let text): [.heading(text)]
      case .blank: [.words("")]
      case .words(let text):
        wrapped(displaySafe(text, lines: .many), to: columns - 2).map { .words($0.text) }
      case .keys(let keys): pairs(keys, columns)
      }
    }
  }

  private func pairs(_ keys: [(keys: String, does: String)], _ columns: Int) -> [Line] {
    var lines: [Line] = []
    var rest = keys[...]
    while let first = rest.popFirst() {
      let second = rest.first
      let isPair =
        columns >= HelpPanel.wide
        && ([first] + [second].compactMap(\.self)).allSatisfy {
          HelpPanel.width(of: $0) < columns / 2
        }
      if isPair, let second {
        rest = rest.dropFirst()
        lines.append(.keys([first, second]))
      } else {
        lines.append(.keys([first]))
      }
    }
    return lines
  }

  /// From here on two keys stand in a row.
  private static let wide = 70

  private static func width(of key: (keys: String, does: String)) -> Int {
    doesColumn(key) + displayWidth(key.does)
  }

  private static func doesColumn(_ key: (keys: String, does: String)) -> Int {
    max(20, 2 + min(17, displayWidth(key.keys)) + 1)
  }

  private func draw(_ line: Line, in area: Area) {
    switch line {
    case .heading(let text): area.write(text, tone: .dialogTitle)
    case .words(let text): area.write(text, column: 2, tone: .dialog)
    case .keys(let keys):
      let slot = keys.count > 1 ? area.columns / 2 : area.columns
      for (index, key) in keys.enumerated() {
        let part = area.part(row: 0, column: index * slot, rows: 1, columns: slot - 1)
        part.write(key.keys, column: 2, tone: .keyName, width: 17)
        part.write(key.does, column: HelpPanel.doesColumn(key), tone: .dialog)
      }
    }
  }
}
