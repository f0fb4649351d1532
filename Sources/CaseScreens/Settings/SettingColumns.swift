package import CaseApp
import CaseRules
package import TextScreen

extension SettingLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Setting", minimum: 24, ideal: 28),
      TableColumn("Set to", minimum: 12, ideal: 24),
      TableColumn("What it decides", minimum: 30, ideal: 60, grows: true),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(key.rawValue), TableCell(value, tone: isChanged ? .textStrong : nil),
      TableCell(key.row.explanation),
    ]
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Decides", key.row.explanation), DetailList.Line("Set to", value),
      DetailList.Line("Default", key.row.defaultText),
      DetailList.Line("May be", key.row.kind.words),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    let was = isChanged ? " The default is \(key.row.defaultText)." : ""
    return "\(key.row.explanation). \(key.row.kind.words).\(was)"
  }
}

extension CodeLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Code", minimum: 8, ideal: 12),
      TableColumn("Words", minimum: 30, ideal: 50, grows: true),
      TableColumn("Also found by", minimum: 20, ideal: 40, hides: 1),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(code.code), TableCell(code.words + (code.retired ? " (retired)" : "")),
      TableCell(code.synonyms.joined(separator: ", ")),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    code.synonyms.isEmpty
      ? "\(list.title) (\(list.rule)): forms take the code or the words."
      : "\(list.rule): forms take the code, the words, or \(code.synonyms.joined(separator: ", "))."
  }
}

extension BankHoliday: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Day", minimum: 16), TableColumn("Name", minimum: 30, ideal: 60, grows: true),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [TableCell(date.ukWithWeekday), TableCell(name)]
  }

  package func hint(in context: ShowContext) -> String {
    "Working-day counts skip this day (TIME-002)."
  }
}
