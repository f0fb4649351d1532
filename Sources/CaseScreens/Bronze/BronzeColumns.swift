import CaseApp
import CaseRules
package import TextScreen

extension BronzeLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Ref", minimum: 8, ideal: 9),
      TableColumn("Subject", minimum: 18, ideal: 30, grows: true),
      TableColumn("Grades", minimum: 6, ideal: 12),
      TableColumn("Letter", minimum: 6, ideal: 6),
      TableColumn("Waiting", minimum: 20, ideal: 24),
      TableColumn("Next", minimum: 14, ideal: 30, grows: true, hides: 1),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(ref.text), TableCell(context.name(subjectName, subjectRef)),
      TableCell(grades), TableCell(kind?.code ?? "-"),
      TableCell(waitWords, tone: isLate ? .dueOverdue : nil),
      TableCell(nextWords, tone: .textQuiet),
    ]
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("State", "\(state.title) since \(since.ukWithWeekday)"),
      DetailList.Line("Waiting", waitWords, tone: isLate ? .dueOverdue : .text),
      DetailList.Line("Grades", grades.isEmpty ? "-" : grades),
      DetailList.Line("Letter", kind?.words ?? "not drafted yet"),
      DetailList.Line("Next", nextWords),
    ] + (due.map { [DetailList.Line("Due", "\(dueName ?? "") \($0.ukWithWeekday)")] } ?? [])
  }

  package func hint(in context: ShowContext) -> String {
    if state.isSettled { return "\(state.title), \(waitWords)." }
    if state == .authorised {
      return
        "Granted. \(context.printKey) prints the letter, \(context.actionsKey) records how it was "
        + "served."
    }
    let owed = due.map { ". \(dueName ?? "Due") by \($0.ukWithWeekday)" } ?? ""
    return "\(state.title), \(waitWords)\(owed). \(context.actionsKey) does what comes next."
  }

  /// The same on the first screen, where columns are narrow: what tells the rows apart stands first.
  func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(shortWait, tone: isLate ? .dueOverdue : nil), TableCell(todayWords),
      TableCell(context.name(subjectName, subjectRef)),
      TableCell([ref.text, grades].filter { !$0.isEmpty }.joined(separator: "  ")),
    ]
  }

  private var shortWait: String { isLate ? "!! \(Digits.counted(waits, "day"))" : waitWords }

  /// INT-026: which letter, where a decision is waited for.
  private var todayWords: String {
    switch state {
    case .pending: kind.map { "Letter \($0.code): decide" } ?? nextWords
    case .served, .inTreatment: isLate ? waitWords : nextWords
    case .research, .humanRightsTest, .authorised, .dropOut, .furtherAction, .closedOtherOption,
      .closedRefused, .closedNotServed, .closedCompleted, .rmsRetained:
      nextWords
    }
  }
}
