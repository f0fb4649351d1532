extension Area {
  /// Draws a border with a title above and a note below, and answers with the area inside.
  ///
  /// A focused box has double lines and `>` before its title, so that the focus shows without colour.
  @discardableResult
  package func box(
    title: String = "", note: String = "", footer: String = "", isFocused: Bool = false,
    tone: Tone? = nil, titleTone: Tone? = nil
  ) -> Area {
    guard columns >= 2, rows >= 2 else { return inset(rows: 1, columns: 1) }
    let lineTone = tone ?? (isFocused ? .borderFocus : .border)
    drawLines(isFocused: isFocused, lineTone)
    let shown = title.isEmpty || !isFocused ? title : "> " + title
    let right = noteStart(note, row: 0, lineTone)
    if !shown.isEmpty {
      inscribe(shown, row: 0, from: 2, to: right, titleTone ?? lineTone)
    }
    if !footer.isEmpty {
      let start = max(2, columns - displayWidth(footer) - 4)
      inscribe(footer, row: rows - 1, from: start, to: columns - 1, lineTone)
    }
    return inset(rows: 1, columns: 1)
  }

  private func drawLines(isFocused: Bool, _ tone: Tone) {
    let across: Symbol = isFocused ? .focusHorizontal : .horizontal
    let down: Symbol = isFocused ? .focusVertical : .vertical
    horizontalLine(row: 0, tone: tone, symbol: across)
    horizontalLine(row: rows - 1, tone: tone, symbol: across)
    verticalLine(column: 0, tone: tone, symbol: down)
    verticalLine(column: columns - 1, tone: tone, symbol: down)
    put(isFocused ? .focusTopLeft : .topLeft, row: 0, column: 0, tone: tone)
    put(isFocused ? .focusTopRight : .topRight, row: 0, column: columns - 1, tone: tone)
    put(isFocused ? .focusBottomLeft : .bottomLeft, row: rows - 1, column: 0, tone: tone)
    put(
      isFocused ? .focusBottomRight : .bottomRight, row: rows - 1, column: columns - 1, tone: tone)
  }

  /// Writes the note at the right of the top line; answers with where the title must end.
  private func noteStart(_ note: String, row: Int, _ tone: Tone) -> Int {
    let width = displayWidth(note)
    let start = columns - width - 4
    guard width > 0, start > 2 else { return columns - 1 }
    inscribe(note, row: row, from: start, to: columns - 1, tone)
    return start
  }

  /// Text in a line, with a blank on both sides.
  private func inscribe(_ text: String, row: Int, from start: Int, to end: Int, _ tone: Tone) {
    let room = end - start - 2
    guard room > 0 else { return }
    let width = min(room, displayWidth(text))
    write(" ", row: row, column: start, tone: tone)
    write(text, row: row, column: start + 1, tone: tone, width: width)
    write(" ", row: row, column: start + 1 + width, tone: tone)
  }

  /// The place for a popup: under the row if it fits there, else above it.
  package func popup(under row: Int, column: Int, rows wanted: Int, columns width: Int) -> Area {
    let below = rows - row - 1
    let columns = min(width, self.columns)
    let column = max(0, min(column, self.columns - columns))
    if below >= wanted || below >= row {
      return part(row: row + 1, column: column, rows: min(wanted, below), columns: columns)
    }
    let height = min(wanted, row)
    return part(row: row - height, column: column, rows: height, columns: columns)
  }
}
