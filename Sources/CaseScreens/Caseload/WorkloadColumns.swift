import CaseApp
import CaseRules
package import TextScreen

extension WorkloadLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Worker", minimum: 14, ideal: 26, grows: true),
      TableColumn("Role", minimum: 6, hides: 1),
      TableColumn("Team", minimum: 8, ideal: 14, hides: 2),
      TableColumn("Clients", minimum: 7), TableColumn("In prison", minimum: 9, hides: 3),
      TableColumn("At risk", minimum: 7), TableColumn("Overdue", minimum: 7),
      TableColumn("Asked", minimum: 5), TableColumn("Leaving", minimum: 7, hides: 4),
      TableColumn("Away", minimum: 26, ideal: 40),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(worker.name, tone: worker.active ? nil : .textQuiet), TableCell(worker.role.code),
      TableCell(worker.team.isEmpty ? "-" : worker.team), count(clients, nil),
      count(inCustody, nil), count(atRisk, .warn), count(overdue, .dueOverdue),
      count(asked, nil), count(leaving, nil),
      TableCell(
        worker.active ? cover?.short(on: context.today) ?? "-" : "has left",
        tone: worker.active ? nil : .warn),
    ]
  }

  private func count(_ number: Int, _ tone: Tone?) -> TableCell {
    TableCell(number == 0 ? "-" : String(number), tone: number == 0 ? nil : tone)
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    let note = cover.map(\.note) ?? ""
    return [
      DetailList.Line("Clients", "\(clients), of these \(inCustody) in prison"),
      DetailList.Line(
        "Contact", "\(atRisk) at risk of losing contact (PPL-024)",
        tone: atRisk > 0 ? .warn : .text),
      DetailList.Line(
        "Deadlines", "\(overdue) overdue that this worker owes alone",
        tone: overdue > 0 ? .dueOverdue : .text),
      DetailList.Line(
        "Handovers",
        "\(asked) wait for this worker's answer, \(leaving) for somebody else's (PPL-012)"),
      DetailList.Line("Away", cover?.words(on: context.today) ?? "No"),
    ] + (note.isEmpty ? [] : [DetailList.Line("To know first", note)])
  }

  package func hint(in context: ShowContext) -> String {
    let who = "\(worker.name) (\(worker.role.code))"
    guard let cover else { return "\(who), \(Digits.counted(clients, "client"))." }
    let isAway = cover.holds(on: context.today) ? "is" : "will be"
    return "\(who) \(isAway) \(cover.words(on: context.today))."
  }
}
