import CaseApp
import CaseRules
package import TextScreen

extension EDIILine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Day", minimum: 10, ideal: 11),
      TableColumn("What", minimum: 32, ideal: 36, grows: true),
      TableColumn("Place", minimum: 29, ideal: 36),
      TableColumn("Aim", minimum: 12, ideal: 13, hides: 2),
      TableColumn("Reached", minimum: 8, hides: 1, align: .right),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    switch self {
    case .referral(let referral):
      [
        TableCell(TimeWording.day(referral.received.date, on: context.today)),
        TableCell(referral.stateWords.capitalisedFirst, tone: .dueToday),
        TableCell(referral.subject), TableCell("-"), TableCell("-"),
      ]
    case .warrant(let warrant):
      [
        TableCell(TimeWording.day(warrant.executed, on: context.today)),
        TableCell(warrant.stateWords.capitalisedFirst, tone: .dueToday),
        TableCell(warrant.place), TableCell("-"), TableCell("-"),
      ]
    case .activity(let activity):
      [
        TableCell(TimeWording.day(activity.day, on: context.today)),
        TableCell(activity.rowWords, tone: activity.tone), TableCell(activity.place),
        TableCell(activity.aim.short), TableCell(activity.reached.map { String($0) } ?? "-"),
      ]
    }
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    switch self {
    case .referral(let referral):
      [
        DetailList.Line("Received", referral.received.ukWithWeekday),
        DetailList.Line("Reason", referral.reason),
        DetailList.Line("Who refers", "sealed (INT-005)"),
        DetailList.Line("Taken in by", referral.recordedBy),
      ]
    case .warrant(let warrant):
      [
        DetailList.Line("To do", warrant.open.map(\.words).joined(separator: ", ")),
        DetailList.Line("Agency", warrant.agency.isEmpty ? "not said" : warrant.agency),
        DetailList.Line("Reference", warrant.reference.isEmpty ? "-" : warrant.reference),
        DetailList.Line("Recorded by", warrant.recordedBy),
      ]
    case .activity(let activity):
      [
        DetailList.Line("Partners", activity.partners.isEmpty ? "none" : activity.partners),
        DetailList.Line("Aim", activity.aim.words),
        DetailList.Line("Note", activity.note.isEmpty ? "-" : activity.note),
        DetailList.Line("Recorded by", activity.recordedBy),
      ]
    }
  }

  package func hint(in context: ShowContext) -> String {
    switch self {
    case .referral:
      return "Make it an intelligence report, or refer to treatment (INT-054)."
    case .warrant(let warrant):
      let days = Digits.counted(context.today.days(since: warrant.executed), "day")
      return "Open for \(days): \(warrant.open.map(\.words).joined(separator: " and ")) (INT-053)."
    case .activity(let activity):
      if let why = activity.struckBecause { return "Struck through: \(why) (GEN-004)." }
      let deviations = activity.session?.deviations ?? []
      guard deviations.isEmpty else {
        return deviations.map(\.words).joined(separator: "; ") + " (INT-051)."
      }
      return activity.followUp.map { "\($0.result.words), after \($0.warrant.text) (INT-053)." }
        ?? "\(activity.aim.words) (INT-052)."
    }
  }
}

extension EDIIActivity {
  fileprivate var rowWords: String {
    if struckBecause != nil { return "Struck through: \(kind.title)" }
    let flagged = session?.deviations.isEmpty == false
    return (flagged ? "! " : "") + kind.title
  }

  fileprivate var tone: Tone? {
    if struckBecause != nil { return .textQuiet }
    return session?.deviations.isEmpty == false ? .warn : nil
  }
}

extension EDIIFigures.Line: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("What", minimum: 44, ideal: 58, grows: true),
      TableColumn("Count", minimum: 8, align: .right),
      TableColumn("Reached", minimum: 9, align: .right),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(label), TableCell(shown, tone: count == 0 ? .textQuiet : nil),
      TableCell(reached.map { String($0) } ?? "-", tone: reached == nil ? .textQuiet : nil),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    "Counts without names (INT-050, INT-052). Reached adds up what was counted."
  }
}
