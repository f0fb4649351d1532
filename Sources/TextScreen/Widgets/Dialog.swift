/// A question with buttons; it opens on the safe one.
package struct Dialog: Sendable {
  package struct Button: Sendable {
    package var label: String
    /// The one Esc presses; it is marked `<<Keep>>`.
    package var isSafe: Bool
    /// Cannot be pressed yet.
    package var isOff: Bool

    package init(_ label: String, isSafe: Bool = false, isOff: Bool = false) {
      self.label = label
      self.isSafe = isSafe
      self.isOff = isOff
    }
  }

  /// Names the verb and the thing, as a question.
  package var title: String
  /// What happens, to how many, who sees it, whether it can be undone; long lines are wrapped.
  package var body: [String]
  package var buttons: [Button]
  /// Which button has the focus; nil while something inside the dialog has it.
  package var focus: Int?
  package var isDangerous: Bool
  /// Rows for something of the caller's own between the words and the buttons.
  package var contentRows: Int
  /// How wide it likes to be, borders included.
  package var width: Int

  package init(
    title: String, body: [String], buttons: [Button], focus: Int?, isDangerous: Bool = false,
    contentRows: Int = 0, width: Int = 64
  ) {
    self.title = title
    self.body = body
    self.buttons = buttons
    self.focus = focus
    self.isDangerous = isDangerous
    self.contentRows = contentRows
    self.width = width
  }

  /// Draws it in the middle of the area and answers with the rows for the caller's own content.
  @discardableResult
  package func draw(in area: Area) -> Area {
    let columns = min(max(width, displayWidth(title) + 6, buttonWidth + 4), area.columns)
    let lines = body.flatMap { wrapped(displaySafe($0, lines: .many), to: columns - 4) }
    let middle = lines.count + (contentRows == 0 ? 0 : contentRows + 1)
    let buttonRows = buttonRows(in: columns - 4)
    let box = area.centred(rows: middle + buttonRows.count + 4, columns: columns).raised
    let tone: Tone = isDangerous ? .dialogDanger : .dialog
    box.fill(tone: .dialog)
    let inner = box.box(title: title, tone: tone, titleTone: isDangerous ? tone : .dialogTitle)
      .inset(columns: 1)
    let wordRows = max(0, min(lines.count, inner.rows - buttonRows.count - 2))
    for (row, line) in lines.prefix(wordRows).enumerated() {
      inner.write(line.text, row: row + 1, tone: .dialog)
    }
    let foot = inner.bottom(buttonRows.count)
    for (row, range) in buttonRows.enumerated() { drawButtons(range, in: foot.row(row)) }
    return inner.droppingTop(wordRows + (contentRows == 0 ? 1 : 2))
      .droppingBottom(buttonRows.count + 1)
      .top(contentRows)
  }

  private static let gap = 3

  private var buttonWidth: Int { width(of: buttons.indices) + Dialog.gap }

  private func width(of range: Range<Int>) -> Int {
    buttons[range].reduce(-Dialog.gap) { $0 + displayWidth(Dialog.words($1)) + Dialog.gap }
  }

  /// A button that does not fit beside the others stands in a row below them: none is cut.
  private func buttonRows(in columns: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    for index in buttons.indices {
      if let last = rows.last, width(of: last.lowerBound..<index + 1) <= columns {
        rows[rows.count - 1] = last.lowerBound..<index + 1
      } else {
        rows.append(index..<index + 1)
      }
    }
    return rows.isEmpty ? [0..<0] : rows
  }

  private static func words(_ button: Button) -> String {
    button.isSafe ? "<<\(button.label)>>" : "< \(button.label) >"
  }

  private func drawButtons(_ range: Range<Int>, in area: Area) {
    area.fill(tone: .dialog)
    var column = max(0, (area.columns - width(of: range)) / 2)
    for (index, button) in zip(range, buttons[range]) {
      let isFocused = index == focus
      let tone: Tone = isFocused ? .buttonFocus : button.isOff ? .buttonOff : .button
      if isFocused { area.placeCursor(row: 0, column: min(column + 2, max(0, area.columns - 1))) }
      column = area.write(Dialog.words(button), column: column, tone: tone) + Dialog.gap
    }
  }
}
