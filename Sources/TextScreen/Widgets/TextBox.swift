/// Several lines of text being typed or read.
package struct TextBox: Sendable {
  package var text: String
  /// Where the next letter goes, counted in characters; nil when the keys go elsewhere.
  package var caret: Int?
  package var selection: Range<Int>?
  /// The first line to show when there is no caret to follow.
  package var top: Int
  package var tone: Tone

  package init(
    text: String, caret: Int? = nil, selection: Range<Int>? = nil, top: Int = 0,
    tone: Tone = .fieldValue
  ) {
    self.text = text
    self.caret = caret
    self.selection = selection
    self.top = top
    self.tone = tone
  }

  /// Columns for the text in an area so wide: the left edge and the caret at line ends need one each.
  package static func textColumns(in columns: Int) -> Int { max(1, columns - 2) }

  package func draw(in area: Area) {
    let shownTone: Tone = caret == nil ? tone : .fieldFocus
    area.verticalLine(column: 0, tone: caret == nil ? .border : .borderFocus)
    let inner = area.droppingLeft(1)
    inner.fill(tone: shownTone)
    guard inner.rows > 0 else { return }
    let lines = wrapped(text, to: TextBox.textColumns(in: area.columns))
    let caretLine = caret.map { TextBox.line(of: $0, in: lines) }
    let first = ListWindow.top(
      top, cursor: caretLine ?? top, height: inner.rows, count: lines.count)
    for (row, line) in lines.dropFirst(first).prefix(inner.rows).enumerated() {
      inner.write(line.text, row: row, tone: shownTone)
      paintSelection(line, row: row, in: inner)
    }
    if let caret, let caretLine {
      let line = lines[caretLine]
      let before = line.text.prefix(max(0, caret - line.start))
      inner.placeCursor(row: caretLine - first, column: displayWidth(String(before)))
    }
    showMore(above: first, below: lines.count - first - inner.rows, in: area)
  }

  /// The line a place in the text belongs to.
  package static func line(of caret: Int, in lines: [WrappedLine]) -> Int {
    max(0, (lines.lastIndex { $0.start <= caret }) ?? 0)
  }

  private func paintSelection(_ line: WrappedLine, row: Int, in area: Area) {
    guard let selection else { return }
    let shown = selection.clamped(to: line.start..<line.end)
    if shown.isEmpty { return }
    let start = displayWidth(String(line.text.prefix(shown.lowerBound - line.start)))
    let end = displayWidth(String(line.text.prefix(shown.upperBound - line.start)))
    area.paint(row: row, columns: start..<end, tone: .fieldSelected)
  }

  private func showMore(above: Int, below: Int, in area: Area) {
    if above > 0 { area.put(.sortedUp, row: 0, column: 0, tone: .border) }
    if below > 0 { area.put(.sortedDown, row: area.rows - 1, column: 0, tone: .border) }
  }
}
