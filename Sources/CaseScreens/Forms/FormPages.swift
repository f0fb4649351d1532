import CaseApp
import CaseRules
import TextScreen

/// What has to be put right before the form can be saved.
struct FindingsDrawing {
  let state: FormFeature.State
  let page: FindingsPage
  let keys: FormKeyNames

  func draw(in area: Area) {
    let count = page.findings.count { $0.force == .blocks }
    area.write("\(count) to fix before this can be saved", row: 0, column: 1, tone: .textStrong)
    let list = area.droppingTop(2)
    let rows = page.findings.map { lines(of: $0, columns: list.columns - 6) }
    let first = FormLines.top(rows.map(\.count), at: page.at, height: list.rows)
    var row = 0
    for (index, lines) in rows.enumerated().dropFirst(first) {
      guard row < list.rows else { break }
      draw(
        page.findings[index], lines, isCursor: index == page.at,
        in: list.part(row: row, column: 0, rows: lines.count, columns: list.columns))
      row += lines.count + 1
    }
  }

  /// Where it is, then what is wrong in whole sentences.
  private func lines(of finding: Finding, columns: Int) -> [String] {
    let place = finding.field.flatMap { FieldPlace(path: $0) }
    let isUnread = place.map { FormWording.isAboutReading(finding, at: $0, in: state) } ?? false
    let words = isUnread ? finding.words : finding.display
    return [subject(of: finding)] + wrapped(words, to: max(10, columns)).map(\.text)
  }

  private func subject(of finding: Finding) -> String {
    guard let place = finding.field.flatMap({ FieldPlace(path: $0) }),
      let item = state.sheet.item(place.field)
    else { return "The whole form" }
    return "\(item.number)  \(state.sheet.label(at: place, in: state.draft))"
  }

  private func draw(_ finding: Finding, _ lines: [String], isCursor: Bool, in area: Area) {
    let tone: Tone = isCursor ? .listCursor : .text
    area.row(0).fill(tone: tone)
    area.write(isCursor ? ">" : " ", column: 1, tone: tone)
    area.write(
      FormWording.mark(of: finding.force), column: 3, tone: FormWording.tone(of: finding.force))
    if isCursor { area.placeCursor(row: 0, column: 5) }
    for (row, line) in lines.enumerated() {
      area.write(line, row: row, column: 5, tone: row == 0 ? tone : .text)
    }
  }
}

/// Warnings, each with the line its reason is typed in (GEN-002).
struct ReasonsDrawing {
  let page: ReasonsPage
  let keys: FormKeyNames

  func draw(in area: Area) {
    let count = page.warnings.count
    area.write(
      count == 1
        ? "One warning needs a reason before this is saved"
        : "\(count) warnings need a reason each before this is saved",
      row: 0, column: 1, tone: .textStrong)
    let list = area.droppingTop(2).droppingBottom(1)
    let blocks = page.warnings.map { words(of: $0, columns: list.columns - 8) }
    // A warning and its reason are seen whole; the line that saves comes last.
    let heights = blocks.map { $0.count + 1 } + [1]
    let first = FormLines.top(heights, at: page.at, height: list.rows)
    var row = 0
    var next = first
    while next < heights.count, next == first || row + heights[next] <= list.rows {
      let part = list.part(row: row, column: 0, rows: heights[next], columns: list.columns)
      if page.warnings.indices.contains(next) {
        draw(page.warnings[next], blocks[next], isCursor: next == page.at, in: part)
      } else {
        drawSaveLine(in: part)
      }
      row += heights[next] + 1
      next += 1
    }
    drawMore(above: first, below: max(0, count - next), in: area.bottom(1))
  }

  private func drawSaveLine(in area: Area) {
    let isCursor = page.isAtSaveLine
    if isCursor {
      area.write(">", column: 1, tone: .fieldLabel)
      area.placeCursor(row: 0, column: 8)
    }
    let end = area.write("<< Save >>", column: 5, tone: isCursor ? .buttonFocus : .button)
    area.write(keys.name("save"), column: end + 2, tone: .textQuiet)
  }

  /// How many warnings there are that are not seen.
  private func drawMore(above: Int, below: Int, in area: Area) {
    let parts = [(above, "above"), (below, "below")].filter { $0.0 > 0 }
      .map { Digits.counted($0.0, "more warning") + " " + $0.1 }
    area.write(parts.joined(separator: ", "), column: 5, tone: .info)
  }

  private func words(of warning: ReasonsPage.Warning, columns: Int) -> [String] {
    warning.findings.flatMap { wrapped($0.display, to: max(10, columns)).map(\.text) }
  }

  private func draw(
    _ warning: ReasonsPage.Warning, _ lines: [String], isCursor: Bool, in area: Area
  ) {
    area.write(isCursor ? ">" : " ", column: 1, tone: .fieldLabel)
    area.write("?", column: 3, tone: .fieldWarn)
    for (row, line) in lines.enumerated() { area.write(line, row: row, column: 5, tone: .text) }
    let row = area.row(lines.count)
    let start = row.write("Reason", column: 5, tone: .fieldLabel) + 2
    let missing =
      warning.missing > 0 ? Digits.counted(warning.missing, "character") + " to go" : "enough"
    let room = max(4, row.columns - start - 24)
    row.write("[", column: start, tone: .fieldLabel)
    let before = warning.reason.before.suffix(room)
    let text = before + warning.reason.after.prefix(room)
    ValueBox(text: String(text), caret: isCursor ? before.count : nil)
      .draw(
        in: row.part(row: 0, column: start + 1, rows: 1, columns: room),
        tone: isCursor ? .fieldFocus : .fieldValue)
    row.write("]", column: start + 1 + room, tone: .fieldLabel)
    row.write(
      missing, column: start + room + 4, tone: warning.missing > 0 ? .fieldWarn : .ok)
  }
}

/// What became of a saved form, where there is more to say than that it is saved.
struct SavedDrawing {
  let state: FormFeature.State
  let page: SavedPage
  let keys: FormKeyNames

  func draw(in area: Area) {
    let words = state.savedWords(page.ref)
    area.write(words, row: 0, column: 1, tone: .ok)
    var row = 2
    for (words, tone) in lines {
      for line in wrapped(words, to: max(10, area.columns - 6)) {
        area.write(line.text, row: row, column: 3, tone: tone)
        row += 1
      }
    }
    let button = "<< Close >>"
    area.write(button, row: row + 1, column: 3, tone: .buttonFocus)
    area.placeCursor(row: row + 1, column: 6)
    area.write(
      "\(keys.name("actions-menu")) shows what is next", row: row + 1,
      column: 6 + displayWidth(button), tone: .textQuiet)
  }

  private var lines: [(words: String, tone: Tone)] {
    page.flags.map { ("+ " + $0.display, .warn) }
      + page.notes.map { ("- " + $0, .text) }
      + page.joined.map { joined in
        let label = state.sheet.label(at: joined.place, in: state.draft)
        return ("# \(label) was changed by somebody else meanwhile: \(joined.theirs)", .text)
      }
      + page.notSaved.map { place in
        let label = state.sheet.label(at: place, in: state.draft)
        return (
          "! Typed too late to be saved: \(label) \(state.draft[place])", .fieldError
        )
      }
  }
}

/// Windows over items of different heights.
enum FormLines {
  /// The first item to show so that the one at `at` is seen whole, a blank line between items.
  static func top(_ heights: [Int], at: Int, height: Int) -> Int {
    guard heights.indices.contains(at) else { return 0 }
    var first = at
    var used = heights[at]
    while first > 0, used + heights[first - 1] + 1 <= height {
      first -= 1
      used += heights[first] + 1
    }
    return first
  }
}
