import CaseApp
import CaseRules
package import TextScreen

extension MissedLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Missed", minimum: 15, ideal: 16),
      TableColumn("Who", minimum: 17, ideal: 26, grows: true),
      TableColumn("Kind", minimum: 10, ideal: 14, hides: 2),
      TableColumn("Place", minimum: 11, ideal: 20, hides: 3),
      TableColumn("Worker", minimum: 9, ideal: 14, hides: 1),
      TableColumn("Follow-up", minimum: 22, ideal: 34),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(appointment.starts, on: context.today)),
      TableCell(appointment.who(in: context)), TableCell(appointment.kind),
      TableCell(appointment.place), TableCell(appointment.worker), followUp(context),
    ]
  }

  private func followUp(_ context: ShowContext) -> TableCell {
    guard let due = appointment.due else { return TableCell("-") }
    let wording = DueWording(due, now: context.now)
    return TableCell(wording.naming(due.name), tone: wording.tone)
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    appointment.preview(in: context)
  }

  package func hint(in context: ShowContext) -> String { appointment.hint(in: context) }
}
