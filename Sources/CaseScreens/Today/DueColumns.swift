import CaseApp
import CaseRules
package import TextScreen

extension DueLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Due", minimum: 14, ideal: 20),
      TableColumn("What", minimum: 18, ideal: 34, grows: true),
      TableColumn("Who", minimum: 14, ideal: 26),
      TableColumn("Owner", minimum: 9, ideal: 14),
      TableColumn("State", minimum: 14),
      TableColumn("Rule", minimum: 8, hides: 1),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    let due = DueWording(self, now: context.now)
    return [
      TableCell(dueAt?.ukWithWeekday ?? dueOn?.ukWithWeekday ?? "-"), TableCell(what),
      TableCell(context.name(personName, person, without: ref.text)), TableCell(owner),
      TableCell(status == .overdue ? due.words : status.words, tone: due.tone), TableCell(rule),
    ]
  }

  /// "Call L-0012: SPOC action": where somebody comes from who is not on file stands first, for what
  /// follows may be cut.
  var what: String { origin.map { "\($0): \(name)" } ?? name }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Due", "\(dueWords): \(DueWording(self, now: context.now).words)"),
      DetailList.Line("Worked out", working),
      DetailList.Line("Started by", startFact), DetailList.Line("Owed by", owner),
      DetailList.Line("Rule", rule),
    ]
  }

  package func hint(in context: ShowContext) -> String { "\(rule): \(working)" }
}

extension UnfinishedLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Kept", minimum: 14, ideal: 18),
      TableColumn("Form", minimum: 20, ideal: 34),
      TableColumn("About", minimum: 20, ideal: 34, grows: true),
      TableColumn("Left at", minimum: 14, ideal: 24),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(kept, on: context.today)), TableCell(title),
      TableCell(aboutWords(context)),
      TableCell(lastField ?? answeredWords),
    ]
  }

  /// "7 answers"; "-" where they were not counted.
  var answeredWords: String { answered.map { Digits.counted($0, "answer") } ?? "-" }

  /// Whose form it is; the number alone where names are hidden.
  func aboutWords(_ context: ShowContext) -> String {
    (context.hidesNames ? nil : heading) ?? about?.text ?? "-"
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Form", title), DetailList.Line("About", aboutWords(context)),
      DetailList.Line("Kept", kept.ukWithWeekday),
      DetailList.Line(
        "Answers",
        (answered.map { "\($0) so far, " } ?? "") + "left at \(lastField ?? "the start")"),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    let days = context.today.days(since: kept.date)
    let age = days > 14 ? " Kept for \(days) days: finish or discard it." : ""
    let far =
      answered.map { "\(Digits.counted($0, "answer")) so far" }
      ?? "left at \(lastField ?? "the start")"
    return "\(title): \(far).\(age)"
  }
}
