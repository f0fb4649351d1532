import CaseApp
import CaseRules
import TextScreen

/// The box that finds people, with why each of them fits.
struct FindDrawing {
  let find: FindBox
  let context: ShowContext
  let keys: LiveKeys

  func draw(in area: Area) {
    let popup = area.centred(rows: area.rows - 1, columns: min(110, area.columns - 2))
    popup.fill(tone: .dialog)
    let box = popup.box(
      title: find.title,
      footer: FindWording.count(find), tone: .dialog, titleTone: .dialogTitle)
    box.write(">", row: 0, column: 1, tone: .dialog)
    let field = box.part(row: 0, column: 3, rows: 1, columns: box.columns - 4)
    let body = box.droppingTop(1)
    let hasRoom = body.rows >= 8 && find.current != nil
    drawHits(
      in: hasRoom ? body.part(row: 0, column: 0, rows: body.rows - 1, columns: body.columns) : body)
    if hasRoom { drawReason(in: body) }
    // The caret stays in the box: what is typed narrows, the cursor is marked in its row.
    ValueBox(text: find.query, caret: find.query.count).draw(in: field, tone: .fieldFocus)
  }

  private func drawHits(in area: Area) {
    guard !find.hits.isEmpty else {
      area.write(FindWording.nothing(find), row: 1, column: 3, tone: .dialog)
      return
    }
    let rows = max(1, area.rows - 1)
    let top = ListWindow.top(0, cursor: find.at, height: rows, count: find.hits.count)
    let shown = find.hits.dropFirst(top).prefix(rows)
    Table(
      columns: FindDrawing.columns, rows: shown.map(row), cursor: find.at - top, isFocused: true
    ).draw(in: area)
  }

  /// The row under the cursor once more, with all of its reason and what else tells people apart.
  private func drawReason(in area: Area) {
    guard let hit = find.current else { return }
    let reason = context.reason(hit.because)
    let more = [hit.pnc.map { "PNC \($0)" }, hit.postcode].compactMap(\.self)
      .filter { !reason.contains($0) }
    let words = ([reason] + more).joined(separator: "; ")
    area.write(
      "\(context.name(hit.name, hit.ref)): \(words)", row: area.rows - 1, column: 1, tone: .dialog)
  }

  private static let columns = [
    TableColumn("Name", minimum: 18, ideal: 26, grows: true, maximum: 36),
    TableColumn("Born (age)", minimum: 15),
    TableColumn("Number", minimum: 8), TableColumn("Worker", minimum: 9, ideal: 12, hides: 1),
    TableColumn("Found by", minimum: 14, ideal: 40, grows: true),
  ]

  private func row(_ line: PersonLine) -> TableRow {
    TableRow([
      TableCell(context.name(line.name, line.ref)),
      TableCell(TimeWording.born(line.born, estimated: line.estimatedAge, on: context.today)),
      TableCell(line.ref.text), TableCell(line.worker ?? "-"),
      TableCell(context.reason(line.because)),
    ])
  }
}

enum FindWording {
  static func count(_ find: FindBox) -> String {
    if find.isAsking { return "looking..." }
    if find.query.isEmpty { return "" }
    if find.isLookingFurther { return "\(find.hits.count) so far..." }
    let isFull = find.hits.count >= FindBox.limit
    return isFull
      ? "first \(FindBox.limit); type more to tell them apart" : "\(find.hits.count) found"
  }

  static func nothing(_ find: FindBox) -> String {
    if let trouble = find.trouble { return trouble }
    if find.isAsking || find.isLookingFurther { return "Looking..." }
    switch (find.query.trimmed.isEmpty, find.purpose) {
    case (true, .find):
      return "Type a name, a nickname, a date of birth, a number, a postcode, a phone."
    case (true, .number): return "Type the number of a record, such as P-1042 or C-0017."
    case (false, _):
      return "Nobody fits, however it is spelt. Try the date of birth, or fewer letters."
    }
  }
}
