import CaseApp
import CaseRules
import TextScreen

/// The questions of a section, with what is open under the field that has the caret.
struct SheetDrawing {
  let state: FormFeature.State
  let layout: FormLayout
  let keys: FormKeyNames

  /// Lines of a margin around everything: the mark, the number, and what is needed.
  func draw(in area: Area, foot: Area) {
    let page = layout.page
    var row = 0
    var caretRow = 0
    for block in page.blocks {
      if draw(block, in: area.part(row: row, column: 0, rows: block.rows, columns: area.columns)) {
        caretRow = row + block.caretLine
      }
      row += block.rows
    }
    drawMore(before: page.before, after: page.after, in: foot)
    drawPopup(under: caretRow, in: area)
  }

  /// Told at the foot, where the eye goes when a section does not fit.
  private func drawMore(before: Int, after: Int, in area: Area) {
    var words: [String] = []
    if before > 0 { words.append("more above") }
    if after > 0 { words.append("\(after) more below") }
    guard !words.isEmpty else { return }
    let text = " " + words.joined(separator: ", ") + " "
    area.write(text, column: max(0, area.columns - displayWidth(text) - 2), tone: .info)
  }

  /// Draws a block; true when the caret is in it.
  private func draw(_ block: FormLayout.Block, in area: Area) -> Bool {
    switch block {
    case .field(let item): return drawField(item, in: area)
    case .tallField(let item): return drawTallField(item, in: area)
    case .longText(let item, _): return drawLongText(item, in: area)
    case .tableHead(let item, _):
      TableDrawing(state: state, layout: layout, item: item).drawHead(in: area)
      return false
    case .tableRow(let item, let row, _):
      return TableDrawing(state: state, layout: layout, item: item).drawRow(row, in: area)
    case .explained(let lines):
      for (row, line) in lines.enumerated() {
        area.write(line, row: row, column: layout.fields.numberWidth + 5, tone: .textQuiet)
      }
      return false
    case .remark(let finding, let lines):
      drawRemark(finding, lines, in: area)
      return false
    case .said(let finding, let lines):
      let tone = FormWording.tone(of: finding.force)
      for (row, line) in lines.enumerated() {
        area.write(line, row: row, column: layout.textStart, tone: tone)
      }
      return false
    case .saveLine: return drawSaveLine(in: area)
    }
  }

  private func drawRemark(_ finding: Finding, _ lines: [String], in area: Area) {
    let tone = FormWording.tone(of: finding.force)
    area.write(FormWording.mark(of: finding.force), column: 1, tone: tone)
    for (row, line) in lines.enumerated() { area.write(line, row: row, column: 3, tone: tone) }
  }

  /// The last stop of a form: it says what saving will do next.
  private func drawSaveLine(in area: Area) -> Bool {
    let isFocused = state.place == nil
    let label = state.form.sections.count > 1 ? "Check answers and save" : "Save"
    let words = "<< \(label) >>"
    let column = layout.fields.valueColumn
    if isFocused {
      area.write(">", row: 1, column: 0, tone: .fieldLabel)
      area.placeCursor(row: 1, column: column + 3)
    }
    let end = area.write(words, row: 1, column: column, tone: isFocused ? .buttonFocus : .button)
    area.write(keys.name("save"), row: 1, column: end + 2, tone: .textQuiet)
    return isFocused
  }

  // MARK: Fields of one line

  private func drawField(_ item: FormSheet.Item, in area: Area) -> Bool {
    var row = fieldRow(item)
    row.label = item.field.label
    row.draw(in: area, layout: layout.fields)
    return row.state == .focused
  }

  /// A long label has a row of its own; the answer stands in line with the others under it.
  private func drawTallField(_ item: FormSheet.Item, in area: Area) -> Bool {
    var row = fieldRow(item)
    let start = layout.fields.numberWidth + 5
    let tone: Tone = row.state == .off ? .fieldOff : .fieldLabel
    area.write(item.field.label, row: 0, column: start, tone: tone)
    area.write(item.number, row: 0, column: 3, tone: tone)
    row.number = ""
    row.label = ""
    row.draw(in: area.droppingTop(1), layout: layout.fields)
    return row.state == .focused
  }

  private func fieldRow(_ item: FormSheet.Item) -> FieldRow {
    let place = FieldPlace(item.field.code)
    var row = FieldRow(number: item.number, label: "")
    guard case .typed(let kind) = item.field.content else {
      if case .computed(let work) = item.field.content { row.value = work(state.reading) ?? "-" }
      row.state = state.isAsked(item.field) ? .readOnly : .off
      row.width = max(1, layout.columns - layout.fields.valueColumn - 2)
      return row
    }
    let width = FormLayout.boxWidth(of: kind, layout.fields, columns: layout.columns)
    let note: (words: String, tone: Tone?) =
      layout.saysBelow(item)
      ? ("", nil)
      : FormWording.note(
        at: place, kind, in: state, keys,
        room: FormLayout.noteRoom(of: kind, layout.fields, columns: layout.columns))
    let applies = state.isAsked(item.field)
    row.state = state.place == place && state.page == .sheet ? .focused : applies ? .open : .off
    row.width = width
    row.need = need(of: item.field)
    row.isCarried = state.carried.contains(place) && !state.draft[place].isEmpty
    row.problem = FormWording.problem(at: place, in: state)
    row.note = note.words
    row.noteTone = note.tone
    if case .text = kind { makeRoomForSource(&row, at: place) }
    fill(&row, with: place)
    return row
  }

  /// The box of a text is cut to its answer where that leaves room to say where it comes from.
  private func makeRoomForSource(_ row: inout FieldRow, at place: FieldPlace) {
    guard row.isCarried, row.state == .open, row.noteTone == .fieldCarried else { return }
    let room = layout.columns - layout.fields.valueColumn - 5
    let answer = displayWidth(String(state.draft[place].prefix(row.width))) + 1
    row.width = min(row.width, max(answer, room - displayWidth(row.note)))
  }

  /// Only the part of a very long text that can be seen is handed to the drawing.
  private func fill(_ row: inout FieldRow, with place: FieldPlace) {
    guard row.state == .focused else {
      row.value = String(state.draft[place].prefix(row.width + 1))
      return
    }
    let before = state.box.before.suffix(row.width + 1)
    row.caret = before.count
    row.value = String(before + state.box.after.prefix(row.width + 1))
    row.selection = state.box.isSelected ? 0..<row.value.count : nil
  }

  private func need(of field: FormField) -> FieldRow.Need {
    switch field.need {
    case .optional: .free
    case .always: .needed
    case .when: state.isNeeded(field) ? .neededHere : .free
    }
  }

  // MARK: Long texts

  private func drawLongText(_ item: FormSheet.Item, in area: Area) -> Bool {
    let place = FieldPlace(item.field.code)
    let isFocused = state.place == place
    var head = FieldRow(number: item.number, label: item.field.label)
    head.state = isFocused ? .focused : .readOnly
    head.need = need(of: item.field)
    head.problem = FormWording.problem(at: place, in: state)
    drawHead(head, item, in: area.row(0))
    guard state.isAsked(item.field) || isFocused else {
      area.write("-", row: 1, column: layout.textStart, tone: .fieldOff)
      return false
    }
    let box = area.part(
      row: 1, column: layout.textStart, rows: area.rows - 1, columns: layout.textColumns)
    let text = isFocused ? state.box.text : state.draft[place]
    TextBox(
      text: isFocused ? text : String(text.prefix(box.columns * box.rows)),
      caret: isFocused ? state.box.before.count : nil,
      selection: isFocused && state.box.isSelected ? 0..<text.count : nil
    ).draw(in: box)
    return isFocused
  }

  /// Marks, number and label as in any other row, and how long the text is.
  private func drawHead(_ head: FieldRow, _ item: FormSheet.Item, in area: Area) {
    let tone: Tone = state.isAsked(item.field) ? .fieldLabel : .fieldOff
    let place = FieldPlace(item.field.code)
    if head.state == .focused { area.write(">", column: 0, tone: .fieldLabel) }
    let note = FormWording.note(at: place, .longText(max: 0), in: state, keys)
    area.write(FormWording.mark(of: head.problem), column: 1, tone: note.tone ?? .fieldLabel)
    area.write(item.number, column: 3, tone: tone)
    if head.need != .free {
      area.write("*", column: 3 + layout.fields.numberWidth, tone: .fieldRequired)
    }
    let end = area.write(item.field.label, column: layout.textStart, tone: tone)
    if item.field.isForReading {
      guard item.field.mustBeRead(state.reading) else { return }
      let isRead = state.readToEnd.contains(item.field.code)
      let words = isRead ? "read" : "not read to its end yet"
      area.write(words, column: end + 3, tone: isRead ? .done : .warn)
      return
    }
    area.write(note.words, column: end + 3, tone: note.tone ?? .fieldReadonly)
  }

  // MARK: What is open under a field

  private func drawPopup(under row: Int, in area: Area) {
    switch state.popup {
    case .choices(let popup):
      FormPopups.draw(popup, state, keys, under: row, column: popupColumn, in: area)
    case .calendar(let popup):
      FormPopups.draw(popup, keys, under: row, column: popupColumn, in: area)
    // Gone again at once where only one fits.
    case .links(let popup) where popup.isAboutToTake: break
    case .links(let popup):
      FormPopups.draw(popup, state, keys, under: row, column: popupColumn, in: area)
    case .jump, .paste, .discard, nil: break
    }
  }

  private var popupColumn: Int {
    guard let place = state.place, place.column != nil, let item = state.sheet.item(place.field)
    else { return layout.fields.valueColumn }
    return TableDrawing(state: state, layout: layout, item: item).column(of: place)
  }
}
