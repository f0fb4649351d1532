import CaseApp
import CaseRules
package import TextScreen

extension DiaryLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Time", minimum: 11),
      TableColumn("Who", minimum: 17, ideal: 26, grows: true),
      TableColumn("Kind", minimum: 10, ideal: 14),
      TableColumn("Place", minimum: 11, ideal: 20, hides: 2),
      TableColumn("Purpose", minimum: 16, ideal: 26, hides: 4),
      TableColumn("Worker", minimum: 9, ideal: 12, hides: 3),
      TableColumn("State", minimum: 14, ideal: 20),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell("\(starts.time.text)-\(ends.time.text)"), TableCell(who(in: context)),
      TableCell(kind), TableCell(place), TableCell(purpose), TableCell(worker),
      stateCell(context),
    ]
  }

  /// CUS-010: a caller of whom no name is kept is the number of the call.
  func who(in context: ShowContext) -> String { context.name(name, person, without: ref.text) }

  private var ends: Moment { starts.adding(minutes: minutes) }

  private func stateCell(_ context: ShowContext) -> TableCell {
    if let due, due.status == .overdue {
      let wording = DueWording(due, now: context.now)
      return TableCell("\(wording.words): \(due.name)", tone: wording.tone)
    }
    switch state {
    case .booked: return TableCell(bookedWords(context), tone: bookedTone(context))
    case .attended, .attendedLate: return TableCell(state.title, tone: .done)
    case .missed: return TableCell("!! Missed", tone: .warn)
    case .cancelled, .rebooked, .struck: return TableCell(state.title, tone: .textQuiet)
    }
  }

  private func bookedWords(_ context: ShowContext) -> String {
    guard starts.date == context.today else { return state.title }
    return starts > context.now
      ? TimeWording.distance(to: starts, from: context.now) : "record outcome"
  }

  private func bookedTone(_ context: ShowContext) -> Tone {
    starts.date == context.today ? .dueToday : .dueLater
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    var lines = [
      DetailList.Line("When", "\(starts.ukWithWeekday), \(minutes) min"),
      DetailList.Line("Where", place), DetailList.Line("Kind", "\(kind) with \(worker)"),
      DetailList.Line("Purpose", purpose.isEmpty ? "-" : purpose),
      DetailList.Line("State", state.title),
    ]
    if let struckBecause { lines.append(DetailList.Line("Because", struckBecause)) }
    if let due { lines.append(DetailList.Line("Due", due, now: context.now)) }
    return lines
  }

  package func hint(in context: ShowContext) -> String {
    "\(notOnFile(in: context))\(who(in: context)), \(kind), \(starts.ukWithWeekday), \(place). \(state.title)."
  }

  private func notOnFile(in context: ShowContext) -> String {
    person == nil ? "Not on file: \(context.actionsKey) shows what can be done. " : ""
  }
}
