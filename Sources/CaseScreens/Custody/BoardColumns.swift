import CaseApp
import CaseRules
package import TextScreen

extension BoardLine: DrawnLine {
  /// In a narrow pane: who is a trigger arrest, how the offer stands, and what is due next.
  ///
  /// How long somebody has waited gives way to these: the order of the rows and the preview tell it as
  /// well. Names grow first.
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Waiting", minimum: 7, grows: true, maximum: 9, hides: 4, fillsRoom: true),
      TableColumn("Arrived", minimum: 11, hides: 6),
      TableColumn("Cell", minimum: 4, grows: true, maximum: 8),
      TableColumn("Offence", minimum: 7),
      TableColumn("State", minimum: 9, ideal: 10, grows: true, maximum: 13),
      TableColumn("Offer", minimum: 9, grows: true, maximum: 12),
      TableColumn("Approach", minimum: 10, grows: true, maximum: 13, hides: 5),
      TableColumn("Name", minimum: 10, ideal: 22, grows: true),
      TableColumn("Next", minimum: 14, grows: true, maximum: 26, hides: 3),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(waitingWords(context)),
      TableCell(TimeWording.moment(arrived, on: context.today)),
      TableCell(cell),
      TableCell(isTrigger ? "Trigger" : "Other", tone: isWaitingTrigger ? .warn : nil),
      TableCell(stateWords),
      TableCell(offerWords, tone: offer == nil || offerIsLate ? .warn : nil),
      TableCell(approach?.short ?? "-"),
      TableCell(nameWords(context), tone: hasPermission ? nil : .textQuiet),
      nextCell(context),
    ]
  }

  /// A trigger detainee nobody has been to yet holds up the cell sweep (CUS-006).
  private var isWaitingTrigger: Bool { isTrigger && approach == nil && departed == nil }

  private func waitingWords(_ context: ShowContext) -> String {
    if let departed { return TimeWording.day(departed.date, on: context.today) }
    return TimeWording.span(minutes: context.now.minutes(since: arrived))
  }

  private var offerWords: String {
    let words = offer?.words ?? "None yet"
    return offerIsLate ? words + "!" : words
  }

  /// Not seen is told with its reason, which is what matters next.
  private var stateWords: String {
    state == .notSeen ? approach?.short ?? state.words : state.words
  }

  private func begunWords(_ context: ShowContext) -> String {
    dirInHand.map { ". " + $0.words(on: context.today) } ?? ""
  }

  private var lateWords: String { offerIsLate ? " Offer late (CUS-002)." : "" }

  private func nameWords(_ context: ShowContext) -> String {
    hasPermission
      ? context.name(name, person, without: "permitted") : "no permission"
  }

  private func nextCell(_ context: ShowContext) -> TableCell {
    guard let next else {
      return TableCell(returnAt.map { TimeWording.moment($0, on: context.today) } ?? "-")
    }
    let due = DueWording(next, now: context.now)
    let words = next.status == .overdue ? "!! \(next.name) late" : "\(next.name) \(due.words)"
    return TableCell(words, tone: due.tone)
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    let marks = [isPPO == true ? "PPO" : "", isDRR == true ? "DRR" : ""].filter { !$0.isEmpty }
    var lines = [
      DetailList.Line("Where", "\(suite), cell \(cell), arrived \(arrived.ukWithWeekday)"),
      DetailList.Line(
        "Offence",
        ([isTrigger ? "Trigger offence" : "Other offence"] + marks + [offence].compactMap(\.self))
          .joined(separator: ", ")),
      DetailList.Line(
        "Offer", (offer?.words ?? "None yet") + (offerIsLate ? ", late (CUS-002)" : "")),
      DetailList.Line("Approach", (approach?.words ?? "Not approached yet") + begunWords(context)),
      DetailList.Line("Permission", hasPermission ? "Given" : "Not given: no details may be held"),
    ]
    if hasPermission {
      let number = custodyNumber.map { ", custody number \($0)" } ?? ""
      lines.append(DetailList.Line("Name", nameWords(context) + number))
    }
    if let next { lines.append(DetailList.Line("Next", next, now: context.now)) }
    return lines
  }

  package func hint(in context: ShowContext) -> String {
    let who = hasPermission ? context.name(name, person, without: ref.text) : ref.text
    let late =
      next.map {
        $0.status == .overdue ? " \($0.name): \(DueWording($0, now: context.now).words)." : ""
      } ?? ""
    let first = isWaitingTrigger ? " Not approached yet (CUS-006)." : ""
    let since = TimeWording.moment(arrived, on: context.today)
    if let dirInHand { return "\(who): \(dirInHand.words(on: context.today)).\(late)\(lateWords)" }
    return "\(who), \(suite) \(cell), arrived \(since).\(late)\(first)\(lateWords)"
  }
}

extension ApproachResult {
  /// A word for a narrow column.
  var short: String {
    switch self {
    case .notAvailable: "Not avail."
    case .seen, .refused: words
    }
  }
}
