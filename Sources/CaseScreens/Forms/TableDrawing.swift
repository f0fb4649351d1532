import CaseApp
import CaseRules
import TextScreen

/// A repeating table: its head, and one row for each thing said.
struct TableDrawing {
  let state: FormFeature.State
  let layout: FormLayout
  let item: FormSheet.Item

  private struct Column {
    let field: FormField
    let kind: FieldKind
    /// Which of the lines of a row it stands in, from the top.
    let line: Int
    let start: Int
    let width: Int
    let alignsRight: Bool
  }

  /// After the mark and the number of the row.
  private static let firstColumn = 8
  private static let gap = 2
  private static let narrowest = 5

  /// More than this much of what columns want, in percent of the room, needs a further line.
  private static let mostSqueezed = 125

  private typealias Typed = (field: FormField, kind: FieldKind)

  private static func typed(_ item: FormSheet.Item, in state: FormFeature.State) -> [Typed] {
    state.sheet.columns(of: item.field).compactMap { field in
      if case .typed(let kind) = field.content { (field, kind) } else { nil }
    }
  }

  private static func room(_ columns: Int) -> Int { max(1, columns - firstColumn - 2) }

  /// How many lines a row takes: words cut to a few letters tell nobody anything.
  static func lines(of item: FormSheet.Item, in state: FormFeature.State, columns: Int) -> Int {
    lines(typed(item, in: state), columns: columns).count
  }

  /// The columns line by line; as even as their order allows.
  private static func lines(_ typed: [Typed], columns: Int) -> [[Typed]] {
    let widths = typed.map { wanted($0.field, $0.kind, isInHand: false) + gap }
    let all = widths.reduce(0, +)
    let count = max(1, all * 100 / (room(columns) * mostSqueezed) + 1)
    guard count > 1, all * 100 > room(columns) * mostSqueezed else { return [typed] }
    var lines: [[Typed]] = [[]]
    var used = 0
    for (column, width) in zip(typed, widths) {
      let isFull = (used + width / 2) * count > all * lines.count
      if isFull, lines.count < count, lines[lines.count - 1].isEmpty == false { lines.append([]) }
      lines[lines.count - 1].append(column)
      used += width
    }
    return lines
  }

  private var columns: [Column] {
    let typed = TableDrawing.typed(item, in: state)
    return TableDrawing.lines(typed, columns: layout.columns).enumerated()
      .flatMap { columns(of: $1, in: $0) }
  }

  private func columns(of typed: [Typed], in line: Int) -> [Column] {
    let typing = typed.firstIndex { $0.field.code == textInHand && TableDrawing.isText($0.kind) }
    let widths = fitted(
      typed.enumerated().map {
        TableDrawing.wanted($1.field, $1.kind, isInHand: $0 == typing)
      },
      least: typed.map { TableDrawing.least($0.kind) }, sparing: typing)
    var start = TableDrawing.firstColumn
    return zip(typed, widths).map { column, width in
      defer { start += width + TableDrawing.gap }
      return Column(
        field: column.field, kind: column.kind, line: line, start: start, width: width,
        alignsRight: TableDrawing.isAmount(column.kind))
    }
  }

  /// The column the caret is in.
  private var textInHand: FieldCode? {
    state.place?.field == item.field.code ? state.place?.column : nil
  }

  private static func isText(_ kind: FieldKind) -> Bool {
    switch kind {
    case .text, .longText, .name: true
    case .date, .dateTime, .time, .duration, .money, .number, .decimal, .yesNo, .code, .codes,
      .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      false
    }
  }

  private static func wanted(_ field: FormField, _ kind: FieldKind, isInHand: Bool) -> Int {
    let words =
      switch kind {
      case .code, .choice, .codes, .choices: 22
      // "DABELL Laura, born 17/10/1988": a date that is cut is another one.
      case .link: 36
      case .yesNo: 10
      case .text(let max): min(max + 1, isInHand ? 48 : 24)
      case .longText, .name: 24
      case .date, .dateTime, .time, .duration, .money, .number, .decimal, .pnc, .cro,
        .prisonNumber, .nhsNumber, .postcode, .phone, .identifier:
        FieldWording.width(of: kind, room: 24)
      }
    return max(words, min(displayWidth(field.label), 16))
  }

  /// A date is never cut: half of one is another date.
  private static func least(_ kind: FieldKind) -> Int {
    switch kind {
    case .date: 10
    case .dateTime: 16
    case .text, .longText, .name, .time, .duration, .money, .number, .decimal, .yesNo, .code,
      .codes, .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      narrowest
    }
  }

  /// The widest give way first until all fit; the text that is being typed gives way last.
  private func fitted(_ wanted: [Int], least: [Int], sparing index: Int?) -> [Int] {
    let room = TableDrawing.room(layout.columns)
    var widths = wanted
    var over = widths.reduce(0, +) + TableDrawing.gap * max(0, widths.count - 1) - room
    func narrow(_ places: [Int]) {
      while over > 0 {
        let giving = places.filter { widths[$0] > least[$0] }
        guard let widest = giving.map({ widths[$0] }).max(),
          let place = giving.last(where: { widths[$0] == widest })
        else { return }
        widths[place] -= 1
        over -= 1
      }
    }
    narrow(widths.indices.filter { $0 != index })
    narrow(Array(widths.indices))
    return widths
  }

  private static func isAmount(_ kind: FieldKind) -> Bool {
    switch kind {
    case .money, .number, .decimal, .duration: true
    case .text, .name, .longText, .date, .dateTime, .time, .yesNo, .code, .codes, .choice,
      .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone, .identifier:
      false
    }
  }

  /// Where a popup belongs that opens for a cell.
  func column(of place: FieldPlace) -> Int {
    columns.first { $0.field.code == place.column }?.start ?? TableDrawing.firstColumn
  }

  func drawHead(in area: Area) {
    let place = FieldPlace(item.field.code)
    let applies = state.isAsked(item.field)
    let tone: Tone = applies ? .fieldLabel : .fieldOff
    let problem = FormWording.problem(at: place, in: state)
    area.write(FormWording.mark(of: problem), column: 1, tone: .fieldError)
    area.write(item.number, column: 3, tone: tone)
    if state.isNeeded(item.field) {
      area.write("*", column: 3 + layout.fields.numberWidth, tone: .fieldRequired)
    }
    let end = area.write(item.field.label, column: layout.textStart, tone: tone)
    let finding = state.shownFindings(at: place).first
    if let finding {
      area.write(
        finding.words, column: end + 3, tone: FormWording.tone(of: finding.force),
        width: max(0, area.columns - end - 4))
    }
    let isFlat = area.rows == 2
    for column in columns {
      let mayUseTwo = isFlat && finding == nil && column.start > end
      drawHeading(of: column, mayUseTwo: mayUseTwo, in: area)
    }
  }

  /// A heading too long for its column begins in the row of the table's title.
  private func drawHeading(of column: Column, mayUseTwo: Bool, in area: Area) {
    let label = column.field.label
    let align: Alignment = column.alignsRight ? .right : .left
    var lines = wrapped(label, to: max(1, column.width)).map(\.text)
    if lines.count != 2 || !mayUseTwo { lines = ["", label] }
    area.write(
      lines[0], row: 0, column: column.start, tone: .fieldLabel, width: column.width, align: align)
    area.write(
      lines[1], row: 1 + column.line, column: column.start, tone: .listHeader, width: column.width,
      align: align,
      pads: true)
  }

  /// True when the caret is in this row.
  func drawRow(_ index: Int, in area: Area) -> Bool {
    let rows = state.draft.rows[item.field.code] ?? []
    let hasCaret =
      state.place?.field == item.field.code && rows.indices.contains(index)
      && rows[index].id == state.place?.row
    area.write(String(index + 1), column: 3, tone: .fieldLabel, width: 3, align: .right)
    if hasCaret { area.write(">", column: 0, tone: .fieldLabel) }
    guard state.isAsked(item.field) else {
      area.write("-", column: TableDrawing.firstColumn, tone: .fieldOff)
      return false
    }
    guard rows.indices.contains(index) else {
      area.write(".", column: TableDrawing.firstColumn, tone: .textQuiet)
      return false
    }
    let places = columns.map {
      FieldPlace(item.field.code, row: rows[index].id, column: $0.field.code)
    }
    drawMark(of: places, in: area)
    for (column, place) in zip(columns, places) { draw(column, place, in: area) }
    return hasCaret
  }

  /// The worst of a row's cells marks the row.
  private func drawMark(of places: [FieldPlace], in area: Area) {
    let problems = places.map { FormWording.problem(at: $0, in: state) }
    let order: [FieldRow.Problem] = [.error, .warning, .changedByOther]
    guard let worst = order.first(where: { wanted in problems.contains { $0 == wanted } }) else {
      return
    }
    area.write(FormWording.mark(of: worst), column: 1, tone: FormWording.tone(of: worst))
  }

  private func draw(_ column: Column, _ place: FieldPlace, in area: Area) {
    guard state.place == place, state.page == .sheet else {
      let words = FormWording.words(at: place, column.kind, in: state)
      area.write(
        words, row: column.line, column: column.start, tone: tone(of: place), width: column.width,
        align: column.alignsRight ? .right : .left, pads: true)
      return
    }
    area.write("[", row: column.line, column: column.start - 1, tone: .fieldLabel)
    let box = area.part(row: column.line, column: column.start, rows: 1, columns: column.width)
    inHand(column, place).draw(in: box, tone: .fieldFocus)
    area.write("]", row: column.line, column: column.start + box.columns, tone: .fieldLabel)
  }

  /// What is being typed; a record that stands there is called by its name until letters replace it.
  private func inHand(_ column: Column, _ place: FieldPlace) -> ValueBox {
    if state.linkInCell != nil {
      let words = String(FormWording.words(at: place, column.kind, in: state).prefix(column.width))
      return ValueBox(text: words, caret: 0, selection: 0..<words.count)
    }
    let before = state.box.before.suffix(column.width + 1)
    let text = before + state.box.after.prefix(column.width + 1)
    return ValueBox(
      text: String(text), caret: before.count,
      selection: state.box.isSelected ? 0..<text.count : nil)
  }

  private func tone(of place: FieldPlace) -> Tone {
    switch FormWording.problem(at: place, in: state) {
    case .error: .fieldError
    case .warning: .fieldWarn
    case .changedByOther: .fieldChanged
    case .none: state.carried.contains(place) ? .fieldCarried : .fieldValue
    }
  }
}
