import CaseApp
import CaseRules
package import TextScreen

extension PossibleRecordLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("On file", minimum: 20, ideal: 30),
      TableColumn("May be", minimum: 20, ideal: 30),
      TableColumn("Why", minimum: 22, ideal: 50, grows: true),
      TableColumn("Found", minimum: 11, ideal: 13),
      TableColumn("Worker", minimum: 10, ideal: 18, hides: 1),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(context.name(pair.older.name.display, pair.older.id.ref)),
      TableCell(context.name(pair.newer.name.display, pair.newer.id.ref)),
      TableCell(context.hidesNames ? "-" : pair.because),
      TableCell(TimeWording.day(pair.found.date, on: context.today)),
      TableCell(olderWorker ?? newerWorker ?? "-"),
    ]
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    let because = context.hidesNames ? "-" : pair.because
    var lines = [
      DetailList.Line("On file", words(pair.older, olderWorker, context)),
      DetailList.Line("May be", words(pair.newer, newerWorker, context)),
      DetailList.Line("Why", because),
      DetailList.Line(
        "Found", "\(pair.source.words), \(pair.found.ukWithWeekday), by \(pair.foundBy)"),
    ]
    if let decision = pair.decision {
      lines.append(
        DetailList.Line("Said", "\(pair.state.words): \(decision.reason) (\(decision.by))"))
    }
    return lines
  }

  private func words(
    _ person: PersonIdentity, _ worker: String?, _ context: ShowContext
  ) -> String {
    let name = context.name(person.name.display, person.id.ref)
    return "\(name), \(person.birth.words(on: context.today)), \(person.id.ref.text)"
      + (worker.map { ", with \($0)" } ?? "")
  }

  package func hint(in context: ShowContext) -> String {
    pair.state == .confirmed
      ? "Said to be one person by \(pair.decision?.by ?? "-"). \(context.actionsKey) m merges them."
      : "Enter shows both side by side. \(context.actionsKey) d: different people; or that they are one."
  }
}
