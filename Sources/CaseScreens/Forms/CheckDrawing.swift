import CaseApp
import CaseRules
import TextScreen

/// All answers on one page, before a long form is saved.
struct CheckDrawing {
  let state: FormFeature.State
  let page: CheckPage
  let keys: FormKeyNames

  private enum Line {
    case heading(String, SectionStatus)
    case answer(label: String, words: String, stop: Int?, isAnswered: Bool)
    case more(String)
    case save

    func isStop(_ at: Int, of count: Int) -> Bool {
      switch self {
      case .answer(_, _, let stop, _): stop == at
      case .save: at >= count
      case .heading, .more: false
      }
    }
  }

  private static let labelWidth = 30
  private static let start = 3

  func draw(in area: Area) {
    area.write("Check the answers, then save", row: 0, column: 1, tone: .textStrong)
    let hint = "\(keys.name("take")) changes an answer, \(keys.name("save")) saves"
    area.write(
      hint, row: 0, column: max(0, area.columns - displayWidth(hint) - 1), tone: .textQuiet)
    let list = area.droppingTop(1)
    let lines = lines(columns: list.columns)
    let cursor = lines.firstIndex { $0.isStop(page.at, of: page.stops.count) } ?? 0
    let top = max(0, min(cursor - list.rows / 2, lines.count - list.rows))
    for (row, line) in lines.dropFirst(top).prefix(list.rows).enumerated() {
      draw(line, isCursor: top + row == cursor, in: list.row(row))
    }
  }

  private func lines(columns: Int) -> [Line] {
    let stops = Dictionary(page.stops.enumerated().map { ($1, $0) }) { first, _ in first }
    let room = max(10, columns - CheckDrawing.start - CheckDrawing.labelWidth - 3)
    var lines: [Line] = []
    for (index, range) in state.sheet.sections.enumerated() {
      let title = "\(index + 1)  \(state.form.sections[index].title)"
      lines.append(.heading(title, state.status(ofSection: index)))
      for item in state.sheet.items[range]
      where state.isAsked(item.field) && !item.field.isForReading {
        lines += answers(item, stops, room: room)
      }
    }
    return lines + [.save]
  }

  private func answers(
    _ item: FormSheet.Item, _ stops: [FieldPlace: Int], room: Int
  ) -> [Line] {
    let label = "\(item.number)  \(item.field.label)"
    switch item.field.content {
    case .explained: return []
    case .computed(let work):
      return [
        .answer(label: label, words: work(state.reading) ?? "-", stop: nil, isAnswered: true)
      ]
    case .typed(let kind):
      let place = FieldPlace(item.field.code)
      return split(
        label, FormWording.fullWords(at: place, kind, in: state), stops[place], room: room)
    case .rows(let columns, _):
      let rows = state.draft.filledRows(of: item.field.code)
      if rows.isEmpty { return split(label, "", stops[FieldPlace(item.field.code)], room: room) }
      return rows.enumerated().flatMap { index, row -> [Line] in
        let places = columns.map { FieldPlace(item.field.code, row: row.id, column: $0.code) }
        let words = zip(columns, places).compactMap { column, place -> String? in
          guard case .typed(let kind) = column.content else { return nil }
          let words = FormWording.words(at: place, kind, in: state)
          return words.isEmpty ? nil : words
        }.joined(separator: ", ")
        let label = index == 0 ? label : ""
        return split(
          label, "\(index + 1)  \(words)", places.first.flatMap { stops[$0] }, room: room)
      }
    }
  }

  /// A long answer goes on in the lines below.
  private func split(_ label: String, _ words: String, _ stop: Int?, room: Int) -> [Line] {
    let lines = wrapped(displaySafe(words, lines: .many), to: room).map(\.text)
    let first = words.isEmpty ? "not answered" : lines.first ?? ""
    return [.answer(label: label, words: first, stop: stop, isAnswered: !words.isEmpty)]
      + lines.dropFirst().map { .more($0) }
  }

  private func draw(_ line: Line, isCursor: Bool, in area: Area) {
    let answer = CheckDrawing.start + CheckDrawing.labelWidth + 2
    switch line {
    case .heading(let title, let status):
      area.write(title, column: 1, tone: .textStrong)
      let shown = FormWording.status(status)
      area.write(shown.words, column: answer, tone: shown.tone)
    case .answer(let label, let words, _, let isAnswered):
      let tone: Tone = isCursor ? .listCursor : .fieldLabel
      if isCursor {
        area.fill(tone: tone)
        area.write(">", column: 1, tone: tone)
        area.placeCursor(row: 0, column: CheckDrawing.start)
      }
      area.write(label, column: CheckDrawing.start, tone: tone, width: CheckDrawing.labelWidth)
      let quiet: Tone = isAnswered ? .text : .textQuiet
      area.write(words, column: answer, tone: isCursor ? tone : quiet)
    case .more(let words): area.write(words, column: answer, tone: .text)
    case .save:
      if isCursor {
        area.write(">", column: 1, tone: .fieldLabel)
        area.placeCursor(row: 0, column: answer + 3)
      }
      area.write("<< Save >>", column: answer, tone: isCursor ? .buttonFocus : .button)
    }
  }
}

/// Two people's answers side by side, to choose between.
struct ConflictDrawing {
  let state: FormFeature.State
  let page: ConflictPage
  let keys: FormKeyNames

  func draw(in area: Area) {
    let by = page.by?.by ?? "Somebody else"
    let at = page.by.map { " at \($0.at.time.text)" } ?? ""
    area.write(
      "\(by) saved this record\(at) while you were typing", row: 0, column: 1, tone: .textStrong)
    area.write(summary, row: 1, column: 1, tone: .text)
    let columns = Columns(area.columns)
    let header = area.row(3)
    header.fill(tone: .listHeader)
    header.write("Question", column: 3, tone: .listHeader, width: columns.label)
    for (index, title) in [by, "You", "Before"].enumerated() {
      header.write(
        title, column: columns.start(index) + 4, tone: .listHeader,
        width: columns.answer - 4)
    }
    let list = area.droppingTop(4).droppingBottom(5)
    let count = page.merge.conflicts.count
    let top = max(0, min(page.at - list.rows / 2, count - list.rows))
    for (row, conflict) in page.merge.conflicts.dropFirst(top).prefix(list.rows).enumerated() {
      draw(conflict, isCursor: top + row == page.at, columns, in: list.row(row))
    }
    drawWhole(in: area.bottom(5))
  }

  private struct Columns {
    let label: Int
    let answer: Int

    init(_ columns: Int) {
      label = max(10, columns / 4)
      answer = max(8, (columns - 3 - label - 2) / 3)
    }

    func start(_ index: Int) -> Int { 3 + label + 1 + index * answer }
  }

  private var summary: String {
    let joined = page.merge.joined.count
    let joinedWords =
      joined == 0 ? "" : joined == 1 ? "1 change was joined. " : "\(joined) changes were joined. "
    let open = page.open
    let count = page.merge.conflicts.count
    let needs = count == 1 ? "This one needs you" : "These \(count) need you"
    let state = open == 0 ? "all chosen" : "\(open) still to choose"
    return "\(joinedWords)\(needs) (\(state)). "
      + "\(keys.name("tick")) chooses, \(keys.name("save")) saves"
  }

  private func draw(
    _ conflict: FormMerge.Conflict, isCursor: Bool, _ columns: Columns, in area: Area
  ) {
    let tone: Tone = isCursor ? .listCursor : .listRow
    area.fill(tone: tone)
    if isCursor {
      area.write(">", column: 1, tone: tone)
      area.placeCursor(row: 0, column: 3)
    }
    area.write(
      state.sheet.label(at: conflict.place, in: state.draft), column: 3, tone: tone,
      width: columns.label)
    let choice = page.choices[conflict.place]
    let sides: [(FormMerge.Choice, FormMerge.Side)] = [
      (.theirs, conflict.theirs), (.mine, conflict.mine), (.before, conflict.before),
    ]
    for (index, side) in sides.enumerated() {
      let mark = choice == side.0 ? "(x) " : "( ) "
      area.write(
        mark + words(side.1, side.0, of: conflict), column: columns.start(index), tone: tone,
        width: columns.answer - 1)
    }
  }

  private func words(
    _ side: FormMerge.Side, _ choice: FormMerge.Choice, of conflict: FormMerge.Conflict
  ) -> String {
    if let words = page.words[conflict.place]?[choice] { return words }
    return switch side {
    case .text(let text): text.isEmpty ? "(empty)" : text
    case .row(let row): row.texts.keys.sorted().compactMap { row.texts[$0] }.joined(separator: ", ")
    case .rowRemoved: "(row removed)"
    }
  }

  /// The answers under the cursor in full, where the columns are too narrow for them.
  private func drawWhole(in area: Area) {
    guard page.merge.conflicts.indices.contains(page.at) else { return }
    let conflict = page.merge.conflicts[page.at]
    area.horizontalLine(row: 0)
    let theirs = page.by?.by ?? "Theirs"
    let lines: [(String, FormMerge.Side, FormMerge.Choice)] = [
      (theirs, conflict.theirs, .theirs), ("You", conflict.mine, .mine),
      ("Before", conflict.before, .before),
    ]
    for (row, line) in lines.enumerated() {
      area.write(line.0, row: row + 1, column: 3, tone: .fieldLabel, width: 14)
      area.write(words(line.1, line.2, of: conflict), row: row + 1, column: 18, tone: .text)
    }
    area.write(
      "Neither is lost: the other stays in the history.", row: 4, column: 3, tone: .textQuiet)
  }
}
