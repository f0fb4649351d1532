package import CaseApp
import CaseRules
package import TextScreen

extension FactLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("", minimum: 20, ideal: 24),
      TableColumn("", minimum: 30, ideal: 50, grows: true, maximum: 60),
      TableColumn("", minimum: 12, ideal: 30, grows: true),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(labelWords(context), tone: .fieldLabel), TableCell(text, tone: weight.tone),
      TableCell(note, tone: weight.tone),
    ]
  }

  /// Something that can be done is labelled with the keys that do it.
  private func labelWords(_ context: ShowContext) -> String {
    keys.map { $0.isEmpty ? context.actionsKey : "\(context.actionsKey) \($0)" } ?? label
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [DetailList.Line("What", whatItDoes ?? text, tone: weight.tone)]
      + (note.isEmpty ? [] : [DetailList.Line("State", note)])
      + (detail.isEmpty || detail == note ? [] : [DetailList.Line("Why", detail)])
  }

  /// What can be done says what doing it means; the row has its name already.
  private var whatItDoes: String? {
    guard keys != nil, case .form(let form, _) = opens else { return nil }
    return FormCatalogue.form(form)?.purpose
  }

  package func hint(in context: ShowContext) -> String {
    if keys != nil { return note.isEmpty ? "\(text)." : "Not now. \(note)" }
    return detail.isEmpty ? "\(label): \(text)" : detail
  }
}

extension FactLine.Weight {
  var tone: Tone {
    switch self {
    case .plain: .text
    case .strong: .textStrong
    case .quiet: .textQuiet
    case .warning: .warn
    case .overdue: .dueOverdue
    case .today: .dueToday
    case .soon: .dueSoon
    case .done: .done
    case .struck: .textQuiet
    }
  }
}
