import CaseApp
import CaseRules
package import TextScreen

extension FlaggedOfferLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Arrived", minimum: 11, ideal: 16),
      TableColumn("Suite", minimum: 12, ideal: 18),
      TableColumn("Offer", minimum: 11, ideal: 13),
      TableColumn("Why", minimum: 20, ideal: 42, grows: true),
      TableColumn("Officer", minimum: 9, ideal: 16, hides: 1),
      TableColumn("Entry", minimum: 7, hides: 2),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(arrived, on: context.today)), TableCell(suite),
      TableCell(offer?.words ?? "None", tone: offer == nil ? .warn : nil),
      TableCell(flagWords.capitalisedFirst, tone: .warn), TableCell(officer ?? "-"),
      TableCell(ref.text),
    ]
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    let when = offeredAt.map { ", \($0.ukWithWeekday)" } ?? ""
    return [
      DetailList.Line("Where", "\(suite), cell \(cell), arrived \(arrived.ukWithWeekday)"),
      DetailList.Line("Offer", (offer?.words ?? "None recorded") + when),
      DetailList.Line("Officer", officer ?? "-"),
      DetailList.Line(
        "Flagged", flags.map { "\($0.rawValue) \($0.words)" }.joined(separator: ", "), tone: .warn),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    let minutes = offeredAt.map { ", \($0.minutes(since: arrived)) min after the arrival" } ?? ""
    return
      "\(ref.text)\(minutes): \(flags.map { "\($0.words) (\($0.rawValue))" }.joined(separator: ", "))."
  }

  /// The same on Today.
  func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(arrived, on: context.today)),
      TableCell("Offer: \(offer?.words ?? "none"), \(suite)"),
      TableCell(context.name(name, person, without: ref.text)),
      TableCell("! \(flagWords)", tone: .warn),
    ]
  }
}

extension CustodyAlert {
  func todayCells(_ context: ShowContext) -> [TableCell] {
    switch kind {
    case .arrival:
      [
        TableCell("waits \(TimeWording.span(minutes: context.now.minutes(since: at)))"),
        TableCell("Trigger arrival, \(suite)"), TableCell(entry.text),
        TableCell("! See first", tone: .warn),
      ]
    case .bail:
      [
        TableCell(TimeWording.moment(at, on: context.today)),
        TableCell("Bail return, \(suite)"), TableCell(entry.text),
        TableCell(at.date == context.today ? "! Back today" : "! Comes back", tone: .warn),
      ]
    }
  }

  func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Alert", words, tone: .warn),
      DetailList.Line(
        "Until",
        "An arrest referral worker opens it (\(context.openKey)), which says that they know"),
    ]
  }

  /// What the key says stands first, for what follows may be cut.
  func hint(in context: ShowContext) -> String {
    let when = TimeWording.moment(at, on: context.today)
    let rule = kind == .arrival ? "CUS-005" : "CUS-012"
    return "\(context.openKey) opens it and says you know: \(suite), \(when) (\(rule))."
  }
}

extension CallAppointmentLine {
  func todayCells(_ context: ShowContext) -> [TableCell] {
    let from = suite.map { ", call from \($0)" } ?? ""
    return [
      TableCell(TimeWording.moment(starts, on: context.today)),
      TableCell("\(place)\(from)"), TableCell(who(context)), stateCell(context),
    ]
  }

  /// CUS-010: a detainee without permission is the number of the call.
  private func who(_ context: ShowContext) -> String {
    context.name(name, person, without: isFromCustody ? ref.text : EnquiryClient.noName)
  }

  private func stateCell(_ context: ShowContext) -> TableCell {
    if booked != nil, starts <= context.now { return TableCell("Record outcome", tone: .dueToday) }
    if let state { return TableCell(state.title, tone: state == .missed ? .warn : nil) }
    return TableCell(name == nil ? "No name yet" : "Not on file yet", tone: .dueToday)
  }

  func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("When", "\(starts.ukWithWeekday), \(minutes) min"),
      DetailList.Line("Where", "\(place), with \(worker)"),
      DetailList.Line("Why", why),
    ] + (person == nil ? [DetailList.Line("On file", notOnFile(context))] : [])
  }

  private var why: String {
    isFromCustody
      ? "Rang the helpline from custody outside staffed hours (CUS-015)"
      : "Rang the helpline, \(ref.text)"
  }

  private func notOnFile(_ context: ShowContext) -> String {
    isFromCustody
      ? "not yet: only with permission, from the board (CUS-010)"
      : "not yet: \(context.actionsKey) takes them on file, with what they said"
  }

  /// What the key says stands first, for what follows may be cut.
  func hint(in context: ShowContext) -> String {
    let file =
      person == nil && !isFromCustody ? "Not on file: \(context.actionsKey) takes them on. " : ""
    let rang = isFromCustody ? "rang from custody (CUS-015)" : "rang the helpline"
    return "\(file)\(who(context)) \(rang): \(starts.ukWithWeekday) with \(worker)."
  }
}
