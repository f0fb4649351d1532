import CaseApp
import CaseRules
import TextScreen

/// Where everything of a form's section stands: worked out from the state and the size alone, so that
/// keys which move through lines and the drawing agree.
struct FormLayout {
  /// Rows that belong together and are never torn apart.
  enum Block {
    case field(FormSheet.Item)
    /// Where the label is too long to stand beside the answer.
    case tallField(FormSheet.Item)
    case longText(FormSheet.Item, textRows: Int)
    case explained([String])
    case tableHead(FormSheet.Item, lines: Int)
    case tableRow(FormSheet.Item, row: Int, lines: Int)
    case saveLine
    case remark(Finding, lines: [String])
    /// What is wrong with the question above, where beside its answer is no room to say all of it.
    case said(Finding, lines: [String])

    var rows: Int {
      switch self {
      case .field: 1
      case .tableRow(_, _, let lines): lines
      case .tableHead(_, let lines): 1 + lines
      case .tallField: 2
      case .saveLine: 2
      case .longText(_, let textRows): textRows + 1
      case .explained(let lines): lines.count
      case .remark(_, let lines), .said(_, let lines): lines.count
      }
    }

    /// Under which of its lines a popup opens.
    var caretLine: Int {
      switch self {
      case .tableRow(_, _, let lines): lines - 1
      case .tallField, .longText: 1
      case .field, .explained, .tableHead, .saveLine, .remark, .said: 0
      }
    }
  }

  let state: FormFeature.State
  /// The section's own area, without the rows above it and the panel beside it.
  let columns: Int
  let rows: Int
  let panelColumns: Int
  let fields: FieldRow.Layout
  let blocks: [Block]

  /// Heading and line above the questions, one line below them.
  static let rowsAbove = 2
  static let rowsBelow = 1
  private static let panelFrom = 120
  private static let mostTextRows = 14
  private static let leastTextRows = 4

  init(_ state: FormFeature.State, size: Size) {
    self.state = state
    panelColumns = size.columns >= FormLayout.panelFrom ? min(48, size.columns / 3) : 0
    columns = max(1, size.columns - panelColumns)
    rows = max(1, size.rows - FormLayout.rowsAbove - FormLayout.rowsBelow)
    let range = FormLayout.range(of: state)
    let items = Array(state.sheet.items[range])
    fields = FormLayout.fields(items, columns: columns)
    blocks = FormLayout.blocks(
      items, of: state, fields, columns: columns, rows: rows,
      isLast: range.upperBound == state.sheet.items.count)
  }

  private static func range(of state: FormFeature.State) -> Range<Int> {
    let sections = state.sheet.sections
    return sections.indices.contains(state.section) ? sections[state.section] : 0..<0
  }

  /// Labels are as wide as the longest that leaves room for the answers.
  private static func fields(_ items: [FormSheet.Item], columns: Int) -> FieldRow.Layout {
    let most = max(12, min(34, columns * 3 / 8))
    let labels = items.map { displayWidth($0.field.label) }.filter { $0 <= most }
    let number = items.map { displayWidth($0.number) }.max() ?? 1
    return FieldRow.Layout(
      numberWidth: max(2, number) + 1, labelWidth: max(12, labels.max() ?? 12) + 1)
  }

  private static func blocks(
    _ items: [FormSheet.Item], of state: FormFeature.State, _ fields: FieldRow.Layout,
    columns: Int, rows: Int, isLast: Bool
  ) -> [Block] {
    var blocks: [Block] = []
    for item in items { blocks += self.blocks(of: item, state, fields, columns: columns) }
    if isLast { blocks.append(.saveLine) }
    let remarks = state.shownFindings.filter { FormLayout.isAboutAll($0, state) }
    for remark in remarks {
      let lines = wrapped(remark.display, to: max(10, columns - 8)).map(\.text)
      blocks.append(.remark(remark, lines: lines))
    }
    return stretched(blocks, rows: rows)
  }

  private static func blocks(
    of item: FormSheet.Item, _ state: FormFeature.State, _ fields: FieldRow.Layout, columns: Int
  ) -> [Block] {
    switch item.field.content {
    case .explained:
      let lines = wrapped(item.field.label, to: max(10, columns - fields.numberWidth - 7))
        .map(\.text)
      return [.explained(lines)]
    case .rows:
      let count = max(1, state.draft.rows[item.field.code]?.count ?? 0)
      let lines = TableDrawing.lines(of: item, in: state, columns: columns)
      return [.tableHead(item, lines: lines)]
        + (0..<count).map { .tableRow(item, row: $0, lines: lines) }
    case .typed(let kind) where kind.keepsLines:
      return [.longText(item, textRows: leastTextRows)]
    case .typed, .computed:
      let isTall = displayWidth(item.field.label) >= fields.labelWidth
      return [isTall ? .tallField(item) : .field(item)]
        + said(of: item, state, fields, columns: columns)
    }
  }

  /// Whole sentences, for a dose that can kill is not to be told by half of one.
  ///
  /// They stay while the answer is put right, so that nothing slides while somebody types.
  private static func said(
    of item: FormSheet.Item, _ state: FormFeature.State, _ fields: FieldRow.Layout, columns: Int
  ) -> [Block] {
    saidBelow(item, in: state, fields, columns: columns).map { finding in
      let words = FormWording.words(of: finding, at: FieldPlace(item.field.code), in: state)
      return .said(
        finding, lines: wrapped(words, to: max(10, columns - fields.numberWidth - 7)).map(\.text))
    }
  }

  /// The findings about a question of one line that do not fit beside its answer.
  private static func saidBelow(
    _ item: FormSheet.Item, in state: FormFeature.State, _ fields: FieldRow.Layout, columns: Int
  ) -> [Finding] {
    let place = FieldPlace(item.field.code)
    // Under a list that is open there is nothing to be read.
    guard case .typed(let kind) = item.field.content, state.lookUps.fitting[place] == nil,
      state.place != place || state.popup == nil
    else { return [] }
    let findings = state.shownFindings(at: place).sorted { $0.force < $1.force }
    let room = noteRoom(of: kind, fields, columns: columns)
    let fits = findings.allSatisfy {
      displayWidth(FormWording.words(of: $0, at: place, in: state)) <= room
    }
    return findings.count < 2 && fits ? [] : findings
  }

  /// How wide the box of an answer of one line is.
  static func boxWidth(of kind: FieldKind, _ fields: FieldRow.Layout, columns: Int) -> Int {
    FieldWording.width(of: kind, room: max(1, columns - fields.valueColumn - 3))
  }

  /// How much can stand beside an answer.
  static func noteRoom(of kind: FieldKind, _ fields: FieldRow.Layout, columns: Int) -> Int {
    columns - fields.valueColumn - boxWidth(of: kind, fields, columns: columns) - 5
  }

  /// Whether what is wrong with a question stands in the lines under it.
  func saysBelow(_ item: FormSheet.Item) -> Bool {
    !FormLayout.saidBelow(item, in: state, fields, columns: columns).isEmpty
  }

  /// The last long text of a section takes the room that is left, whatever stands in it; one that is
  /// only read takes all of it.
  private static func stretched(_ blocks: [Block], rows: Int) -> [Block] {
    let used = blocks.reduce(0) { $0 + $1.rows }
    guard used < rows,
      let index = blocks.lastIndex(where: { if case .longText = $0 { true } else { false } }),
      case .longText(let item, let textRows) = blocks[index]
    else { return blocks }
    var blocks = blocks
    let most = item.field.isForReading ? rows : mostTextRows
    blocks[index] = .longText(item, textRows: min(most, textRows + rows - used))
    return blocks
  }

  /// Findings that no question of the form carries.
  static func isAboutAll(_ finding: Finding, _ state: FormFeature.State) -> Bool {
    guard let place = finding.field.flatMap({ FieldPlace(path: $0) }) else { return true }
    return state.sheet.item(place.field) == nil
  }

  // MARK: Pages

  /// The blocks of the page that has the caret, and how many blocks stand before and after it.
  ///
  /// Pages break at the same blocks wherever the caret is, so nothing slides while somebody types. The
  /// last is as full as the others: a save line alone would look like an empty form.
  var page: (blocks: ArraySlice<Block>, before: Int, after: Int) {
    let focus = blocks.firstIndex(where: hasCaret) ?? 0
    var start = 0
    var used = 0
    for (index, block) in blocks.enumerated() {
      if used + block.rows > rows, index > start {
        if focus < index { return (blocks[start..<index], start, blocks.count - index) }
        start = index
        used = 0
      }
      used += block.rows
    }
    start = min(start, startOfLastPage)
    return (blocks[start...], start, 0)
  }

  private var startOfLastPage: Int {
    var (start, room) = (blocks.count, rows)
    while start > 0, blocks[start - 1].rows <= room {
      start -= 1
      room -= blocks[start].rows
    }
    return start
  }

  private func hasCaret(_ block: Block) -> Bool {
    guard let place = state.place else {
      if case .saveLine = block { return true }
      return false
    }
    switch block {
    case .field(let item), .tallField(let item), .longText(let item, _):
      return item.field.code == place.field
    case .tableRow(let item, let row, _):
      guard item.field.code == place.field else { return false }
      let rows = state.draft.rows[place.field] ?? []
      return rows.indices.contains(row) ? rows[row].id == place.row : place.row == nil
    case .explained, .tableHead, .saveLine, .remark, .said: return false
    }
  }

  // MARK: Long texts

  /// Where the box of a long text begins, under its label.
  var textStart: Int { fields.numberWidth + 5 }
  var textColumns: Int { max(4, min(columns - textStart - 2, 90)) }

  private var textRows: Int {
    for block in blocks {
      if case .longText(let item, let rows) = block, item.field.code == state.place?.field {
        return rows
      }
    }
    return FormLayout.leastTextRows
  }

  /// Where all of a text is in view there is no page of it to turn, so the form's pages are.
  private static let turns: [String: FormStep] = [
    "text-page-down": .pageDown, "text-page-up": .pageUp,
  ]

  /// The caret after a step through the lines as they are wrapped on the screen.
  func caretAction(_ name: String) -> FormFeature.Action? {
    let page = max(1, textRows - 1)
    let step =
      switch name {
      case "line-down": 1
      case "line-up": -1
      case "text-page-down": page
      default: -page
      }
    let text = state.box.text
    let lines = wrapped(text, to: TextBox.textColumns(in: textColumns))
    // What is read comes to its end first, and is then left.
    let isRead = state.place.flatMap { state.sheet.field(at: $0) }?.isForReading == true
    if lines.count <= textRows, !isRead, let turn = FormLayout.turns[name] { return .moved(turn) }
    let caret = state.box.before.count
    let line = TextBox.line(of: caret, in: lines)
    // A page beyond either end of the text is a page of the form.
    if name == "text-page-down", line == lines.count - 1 { return .moved(.pageDown) }
    if name == "text-page-up", line == 0 { return .moved(.pageUp) }
    let before = String(lines[line].text.prefix(max(0, caret - lines[line].start)))
    let column = state.wantedColumn ?? displayWidth(before)
    // What is read goes on below what is shown, wherever in it the caret is.
    let from = isRead && step > 0 ? max(line, textRows - 1) : line
    let target = lines[max(0, min(lines.count - 1, from + step))]
    return .edited(
      .caretPlaced(
        after: target.start + letters(of: target, upTo: column),
        column: column))
  }

  private func letters(of line: WrappedLine, upTo column: Int) -> Int {
    var (count, width) = (0, 0)
    for letter in line.text {
      width += displayWidth(String(letter))
      if width > column { break }
      count += 1
    }
    return count
  }
}
