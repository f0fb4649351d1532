import CaseApp
import CaseRules
package import TextScreen

extension MissedLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Missed", minimum: 15, ideal: 16),
      TableColumn("Who", minimum: 16, ideal: 26, grows: true),
      TableColumn("Kind", minimum: 10, ideal: 14, hides: 2),
      TableColumn("Place", minimum: 11, ideal: 20, hides: 3),
      TableColumn("Worker", minimum: 9, ideal: 14, hides: 1),
      TableColumn("Follow-up", minimum: 31, ideal: 38),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(appointment.starts, on: context.today)),
      TableCell(appointment.who(in: context)), TableCell(appointment.kind),
      TableCell(appointment.place), TableCell(appointment.worker), followUp(context),
    ]
  }

  /// PPL-023: which attempt of how many stands first, when it is due may be cut.
  private func followUp(_ context: ShowContext) -> TableCell {
    guard let due = appointment.due else { return TableCell("-") }
    let wording = DueWording(due, now: context.now)
    return TableCell(wording.leading(with: MissedLine.short(due.name)), tone: wording.tone)
  }

  /// The list and its column have said the rest: "Attempt 3 of 3".
  private static func short(_ name: String) -> String {
    if name == CaseloadDeadlines.missedFollowUpName { return "Follow-up" }
    guard name.hasPrefix(CaseloadDeadlines.contactAttemptName) else { return name }
    return "Attempt" + name.dropFirst(CaseloadDeadlines.contactAttemptName.count)
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    appointment.preview(in: context)
  }

  package func hint(in context: ShowContext) -> String { appointment.hint(in: context) }
}
