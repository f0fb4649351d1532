import CaseApp
import CaseRules
package import TextScreen

extension PersonLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Name", minimum: 22, ideal: 32, grows: true),
      TableColumn("Born (age)", minimum: 15),
      TableColumn("Number", minimum: 9),
      TableColumn("Postcode", minimum: 8, ideal: 9, hides: 2),
      TableColumn("Worker", minimum: 9, ideal: 14, hides: 1),
      TableColumn("PNC", minimum: 13, hides: 3),
      TableColumn("State", minimum: 9, ideal: 16, hides: 1),
      TableColumn("Flags", minimum: 12, ideal: 20, hides: 4),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(context.name(name, ref)),
      TableCell(TimeWording.born(born, estimated: estimatedAge, on: context.today)),
      TableCell(ref.text), TableCell(postcode ?? "-"), TableCell(worker ?? "-"),
      TableCell(pnc ?? "-"), TableCell(episode?.short ?? "-"),
      TableCell(flagWords.isEmpty ? "-" : flagWords, tone: flagWords.isEmpty ? nil : .risk),
    ]
  }

  private var flagWords: String {
    ((isYoung ? ["under 18"] : []) + riskWords).joined(separator: ", ")
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    // Who it is, with the date of birth, stands in the title over it; the age is in the row.
    var lines = [
      DetailList.Line("PNC", pnc ?? "-"), DetailList.Line("Postcode", postcode ?? "-"),
      DetailList.Line(
        "Caseload", (episode?.title ?? "Not on the caseload") + (worker.map { ", \($0)" } ?? "")),
    ]
    if !flagWords.isEmpty {
      lines.append(DetailList.Line("Flags", flagWords, tone: .risk))
    }
    return lines
  }

  /// Who it is stands over the preview, where there is one.
  package func hint(in context: ShowContext) -> String {
    let flags = flagWords.isEmpty ? "" : "\(flagWords)."
    if context.hasPreview { return flags }
    let born = TimeWording.born(born, estimated: estimatedAge, on: context.today)
    return "\(context.name(name, ref)), born \(born)." + (flags.isEmpty ? "" : " \(flags)")
  }
}
