import CaseApp
import CaseRules
package import TextScreen

extension CaseloadLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Name", minimum: 16, ideal: 26, grows: true),
      TableColumn("Born", minimum: 10, hides: 2),
      TableColumn("State", minimum: 9, ideal: 12),
      TableColumn("Last contact", minimum: 12),
      TableColumn("Next seen", minimum: 15, hides: 1),
      TableColumn("Due", minimum: 14, ideal: 38),
      TableColumn("Worker", minimum: 9, ideal: 12, hides: 4),
      TableColumn("Flags", minimum: 8, ideal: 18, hides: 3),
      TableColumn("Team", minimum: 6, ideal: 10, hides: 6),
      TableColumn("Number", minimum: 7, hides: 5),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(context.name(name, person)), TableCell(born?.uk ?? "-"), stateCell,
      TableCell(contactWords(context), tone: atRisk ? .warn : nil),
      TableCell(nextAppointment.map { TimeWording.moment($0, on: context.today) } ?? "-"),
      dueCell(context), TableCell(workerID == context.worker.id ? "you" : worker),
      TableCell(
        flags.isEmpty ? "-" : flags.joined(separator: " "), tone: flags.isEmpty ? nil : .risk),
      TableCell(team.isEmpty ? "-" : team), TableCell(person.text),
    ]
  }

  /// PPL-012: that somebody was asked to take the client is told where there is no room for flags; the
  /// state itself is said below the list.
  private var stateCell: TableCell {
    handoverWaits ? TableCell("Handover?", tone: .warn) : TableCell(state.short)
  }

  private func contactWords(_ context: ShowContext) -> String {
    let words = lastContact?.uk ?? "-"
    return atRisk ? words + " !" : words
  }

  private func dueCell(_ context: ShowContext) -> TableCell {
    guard let due else { return TableCell("-") }
    let wording = DueWording(due, now: context.now)
    return TableCell(wording.naming(due.name), tone: wording.tone)
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    var lines = [
      DetailList.Line(
        "Born",
        TimeWording.born(born, estimated: nil, on: context.today) + "   \(person.text)   "
          + "key worker \(worker)"),
      DetailList.Line("State", state.title + (joined.map { ", joined \($0.ukWithWeekday)" } ?? "")),
      DetailList.Line(
        "Contact",
        (lastContact.map { "Last \($0.ukWithWeekday)" } ?? "None recorded")
          + (atRisk ? ": at risk of losing contact (PPL-024)" : ""), tone: atRisk ? .warn : .text),
      DetailList.Line("Next seen", nextAppointment?.ukWithWeekday ?? "Nothing booked"),
    ]
    if !flags.isEmpty {
      lines.append(DetailList.Line("Flags", flags.joined(separator: ", "), tone: .risk))
    }
    if let due { lines.append(DetailList.Line("Due", due, now: context.now)) }
    return lines
  }

  package func hint(in context: ShowContext) -> String {
    let age = TimeWording.born(born, estimated: nil, on: context.today)
    let risk = atRisk ? " At risk of losing contact." : ""
    let handover = handoverWaits ? " Handover waits." : ""
    return "\(context.name(name, person)), born \(age), \(state.title).\(handover)\(risk)"
  }
}
