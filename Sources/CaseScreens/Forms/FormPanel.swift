import CaseApp
import CaseRules
import TextScreen

/// Beside the questions on wide screens: the sections, and everything about the field at hand.
struct FormPanel {
  let state: FormFeature.State
  let keys: FormKeyNames

  func draw(in area: Area) {
    area.verticalLine(column: 0)
    area.put(.teeTop, row: 0, column: 0, tone: .border)
    area.horizontalLine(row: 0, from: 1)
    area.horizontalLine(row: area.rows - 1, from: 1)
    area.put(.teeBottom, row: area.rows - 1, column: 0, tone: .border)
    let inner = area.droppingTop(1).droppingBottom(1).droppingLeft(2)
    let used = drawSections(in: inner)
    drawField(in: inner.droppingTop(used))
  }

  private func drawSections(in area: Area) -> Int {
    guard state.form.sections.count > 1 else { return 0 }
    let sections = state.form.sections.enumerated().map { index, section in
      let status = FormWording.status(state.status(ofSection: index))
      return SectionList.Section(section.title, status: status.words, tone: status.tone)
    }
    let rows = min(sections.count, max(3, area.rows / 2))
    SectionList(sections, current: state.section).draw(in: area.top(rows))
    area.horizontalLine(row: rows)
    return rows + 2
  }

  private func drawField(in area: Area) {
    var row = 0
    for (words, tone) in lines {
      for line in wrapped(displaySafe(words, lines: .many), to: max(8, area.columns - 1)) {
        area.write(line.text, row: row, tone: tone)
        row += 1
      }
    }
  }

  private var lines: [(words: String, tone: Tone)] {
    guard let place = state.place, let field = state.sheet.field(at: place) else {
      return [(state.form.purpose, .text)]
    }
    var lines: [(words: String, tone: Tone)] = [(title(of: place, field), .textStrong)]
    if !field.help.isEmpty { lines.append((field.help, .text)) }
    if case .typed(let kind) = field.content {
      lines += [("", .text), ("You can type", .fieldLabel), (FieldWording.formats(kind), .text)]
      if FieldWording.hasHelp(kind) {
        lines.append(
          ("\(keys.name("choices")) opens the \(FieldWording.helpName(kind))", .textQuiet))
      }
    }
    lines += findings(at: place)
    let last = state.last[place.field]
    if place.column == nil, !last.isEmpty, last != state.draft[place] {
      lines += [
        ("", .text), ("\(keys.name("same-again")) copies from your last: \(last)", .textQuiet),
      ]
    }
    return lines
  }

  private func title(of place: FieldPlace, _ field: FormField) -> String {
    let number = state.sheet.item(place.field)?.number ?? ""
    let need = state.isNeeded(field) ? "  needed to save" : ""
    return "\(number)  \(state.sheet.label(at: place, in: state.draft))\(need)"
  }

  /// In full, where the note beside the answer was cut.
  private func findings(at place: FieldPlace) -> [(words: String, tone: Tone)] {
    if state.isEditing { return [] }
    let all = state.shownFindings(at: place)
    guard !all.isEmpty else { return [] }
    return [("", .text)]
      + all.map { finding in
        let mark = FormWording.mark(of: finding.force)
        return ("\(mark) \(finding.display)", FormWording.tone(of: finding.force))
      }
  }
}
