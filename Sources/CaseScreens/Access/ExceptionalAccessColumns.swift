import CaseApp
import CaseRules
package import TextScreen

extension ExceptionalAccessLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Who", minimum: 10, ideal: 16), TableColumn("Person", minimum: 16, ideal: 30),
      TableColumn("Opened", minimum: 16, ideal: 18),
      TableColumn("Why", minimum: 24, ideal: 50, grows: true, hides: 1),
      TableColumn("State", minimum: 26, ideal: 40),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    let name = access.personName.map { context.name($0, access.person.ref) }
    return [
      TableCell(access.worker.initials), TableCell(name ?? access.person.ref.text),
      TableCell(access.opened.uk), TableCell(context.hidesNames ? "-" : access.reason),
      TableCell(status, tone: access.review == nil ? .warn : .textQuiet),
    ]
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Who", "\(access.worker.name), \(access.worker.role.titleInSentence)"),
      DetailList.Line("Why", context.hidesNames ? "-" : access.reason),
      DetailList.Line("Looks", Digits.counted(access.looks, "look")),
      DetailList.Line("State", status),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    access.review == nil
      ? "\(context.hidesNames ? "" : access.reason + ". ")\(context.actionsKey) looks into it."
      : "\(status)."
  }
}
