/// A list that opens under a field, to choose from by typing or moving.
package struct ChoiceList: Sendable {
  package struct Choice: Sendable {
    package var code: String
    package var label: String
    /// At the right: why it is first, or why it cannot be taken.
    package var note: String
    /// Nil where only one can be chosen.
    package var isTicked: Bool?
    package var isOff: Bool
    /// Found letters of the label, counted in characters.
    package var matches: [Range<Int>]

    package init(
      code: String = "", label: String, note: String = "", isTicked: Bool? = nil,
      isOff: Bool = false, matches: [Range<Int>] = []
    ) {
      self.code = code
      self.label = label
      self.note = note
      self.isTicked = isTicked
      self.isOff = isOff
      self.matches = matches
    }
  }

  package var title: String
  package var choices: [Choice]
  /// Which of the choices the cursor is on.
  package var cursor: Int?
  package var footer: String
  /// Instead of choices, when there are none.
  package var emptyWords = "Nothing fits"
  /// Off while the keys still go to the field above: then the field has the terminal's cursor.
  package var placesCursor: Bool

  package init(
    title: String, choices: [Choice], cursor: Int?, footer: String = "", placesCursor: Bool = true
  ) {
    self.title = title
    self.choices = choices
    self.cursor = cursor
    self.footer = footer
    self.placesCursor = placesCursor
  }

  /// What it needs to show everything, borders included.
  package var size: Size {
    let widest = choices.reduce(0) {
      max($0, tickWidth + codeWidth + displayWidth($1.label) + noteRoom($1.note))
    }
    let width = max(widest + 6, displayWidth(title) + 6, displayWidth(footer) + 6, 24)
    return Size(columns: width, rows: max(1, choices.count) + 2)
  }

  private var codeWidth: Int {
    let widest = choices.reduce(0) { max($0, displayWidth($1.code)) }
    return widest == 0 ? 0 : widest + 2
  }

  private var tickWidth: Int { choices.contains { $0.isTicked != nil } ? 4 : 0 }

  private func noteRoom(_ note: String) -> Int { note.isEmpty ? 0 : displayWidth(note) + 2 }

  /// Draws it in the whole area; give it the area from `Area.popup`.
  package func draw(in area: Area) {
    let area = area.raised
    area.fill(tone: .dialog)
    let rows = max(0, area.rows - 2)
    let first = ListWindow.top(0, cursor: cursor ?? 0, height: rows, count: choices.count)
    let more = (above: first, below: max(0, choices.count - first - rows))
    let inner = area.box(
      title: title, note: note(more, in: area), footer: footer, tone: .dialog,
      titleTone: .dialogTitle)
    if choices.isEmpty { inner.write(emptyWords, column: 3, tone: .dialog) }
    if more.above > 0 { area.put(.sortedUp, row: 1, column: area.columns - 1, tone: .dialog) }
    if more.below > 0 {
      area.put(.sortedDown, row: area.rows - 2, column: area.columns - 1, tone: .dialog)
    }
    for (row, choice) in choices.dropFirst(first).prefix(inner.rows).enumerated() {
      draw(choice, isCursor: first + row == cursor, in: inner.row(row))
    }
  }

  /// "3 more below", where the title leaves room for it.
  private func note(_ more: (above: Int, below: Int), in area: Area) -> String {
    let words = [
      more.above > 0 ? "\(more.above) more above" : "",
      more.below > 0 ? "\(more.below) more below" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return displayWidth(title) + displayWidth(words) + 12 <= area.columns ? words : ""
  }

  private func draw(_ choice: Choice, isCursor: Bool, in area: Area) {
    let tone: Tone = isCursor ? .listCursor : choice.isOff ? .buttonOff : .dialog
    area.fill(tone: tone)
    if isCursor {
      area.write(">", column: 1, tone: tone)
      if placesCursor { area.placeCursor(row: 0, column: min(3, max(0, area.columns - 1))) }
    }
    var column = 3
    if let isTicked = choice.isTicked {
      area.write(isTicked ? "[x]" : "[ ]", column: column, tone: tone)
    }
    column += tickWidth
    area.write(choice.code, column: column, tone: tone, width: max(0, codeWidth - 1))
    column += codeWidth
    let noteWidth = displayWidth(choice.note)
    let room = max(0, area.columns - column - 1 - (noteWidth == 0 ? 0 : noteWidth + 2))
    area.write(choice.label, column: column, tone: tone, width: room)
    area.emphasise(choice.matches, of: choice.label, row: 0, column: column, width: room)
    area.write(choice.note, column: max(column, area.columns - noteWidth - 1), tone: tone)
  }
}
