import CaseApp
import CaseRules
package import TextScreen

extension ReportLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Ref", minimum: 7, ideal: 8),
      TableColumn("5x5x5", minimum: 5, ideal: 5),
      TableColumn("Subject", minimum: 16, ideal: 30, grows: true),
      TableColumn("Handling", minimum: 12, ideal: 14, hides: 1),
      TableColumn("Received", minimum: 15, ideal: 15),
      TableColumn("Waiting", minimum: 9, ideal: 11),
      TableColumn("State", minimum: 9, ideal: 20),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    let isWarned = !warnings(on: context.today).isEmpty
    return [
      TableCell(id.ref.text),
      TableCell(grades?.short ?? "-", tone: grades == nil && state.isOpen ? .warn : nil),
      TableCell(
        (isWarned ? "! " : "") + context.name(subjectWords, subjectRef),
        tone: isWarned ? .warn : nil),
      TableCell(handlingWords), TableCell(TimeWording.moment(received, on: context.today)),
      waiting(context),
      TableCell(
        next ?? (state == .notValid ? "Not valid" : state.words), tone: state.isOpen ? nil : .done),
    ]
  }

  /// How long nothing was done with it; a working week is long.
  private func waiting(_ context: ShowContext) -> TableCell {
    guard state.isOpen else { return TableCell("-") }
    let minutes = context.now.minutes(since: waitingSince)
    let isLong = minutes >= 7 * 24 * 60
    return TableCell(
      (isLong ? "!! " : "") + TimeWording.span(minutes: minutes), tone: isLong ? .dueOverdue : nil)
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    var lines = foundBy.map { [DetailList.Line("Found by", $0)] } ?? []
    if let grades {
      lines += [
        DetailList.Line("Source", "\(grades.source.rawValue)  \(grades.source.words)"),
        DetailList.Line(
          "Information", "\(grades.information.rawValue)  \(grades.information.words)"),
        DetailList.Line("Handling", "\(grades.handling.rawValue)  \(grades.handling.words)"),
      ]
    } else {
      lines.append(DetailList.Line("Grades", "Not graded yet (INT-002)", tone: .warn))
    }
    lines += warnings(on: context.today).map { DetailList.Line("Mind", $0, tone: .warn) }
    return lines + [
      DetailList.Line("Relates to", relatesTo.ukWithWeekday),
      DetailList.Line("Text", beginning),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    if let foundBy { return "Its text has it: \(foundBy)" }
    let warning = warnings(on: context.today).first.map { " \($0)." } ?? ""
    guard let next else { return "\(state.words).\(warning)" }
    return "\(next): \(context.actionsKey), or Enter for the whole report.\(warning)"
  }
}
