import CaseApp
import CaseRules
package import TextScreen

extension HistoryRow: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("When", minimum: 15, ideal: 16),
      TableColumn("Who", minimum: 9, ideal: 13),
      TableColumn("Person", minimum: 7),
      TableColumn("Name", minimum: 14, ideal: 22, hides: 1),
      TableColumn("What", minimum: 22, ideal: 32),
      TableColumn("Changed, and why", minimum: 20, ideal: 50, grows: true),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(at, on: context.today)), TableCell(who),
      TableCell(person?.text ?? "-"), TableCell(context.name(personName, person)),
      TableCell(what, tone: tone),
      // Where names are hidden, what was typed may hold one.
      TableCell(context.hidesNames && !summary.isEmpty ? "(hidden)" : summary),
    ]
  }

  private func personWords(in context: ShowContext) -> String {
    guard let person else { return "-" }
    guard let personName else { return person.text }
    return context.hidesNames
      ? NameWording.initials(personName, person) : "\(person.text) \(personName)"
  }

  private var tone: Tone? {
    switch group {
    case .refused, .overridden: .warn
    case .gaveOut: .textStrong
    case .made, .changed, .looked, .listed, .drafts, .signIn, .program, nil: nil
    }
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Who", whoInFull), DetailList.Line("What", what, tone: tone ?? .text),
      DetailList.Line("Person", personWords(in: context)),
    ] + (context.hidesNames || summary.isEmpty ? [] : [DetailList.Line("Changed, why", summary)])
  }

  package func hint(in context: ShowContext) -> String {
    context.hidesNames || summary.isEmpty ? "Entry \(number). \(whoInFull)." : summary
  }
}
