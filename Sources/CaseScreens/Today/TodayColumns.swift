package import CaseApp
import CaseRules
package import TextScreen

extension TodayLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("When", minimum: 15),
      TableColumn("What", minimum: 16, ideal: 40, grows: true),
      TableColumn("Who", minimum: 16, ideal: 26),
      TableColumn("State", minimum: 17, ideal: 28),
    ]
  }

  package static func columns(for first: TodayLine?, in context: ShowContext) -> [TableColumn] {
    guard first?.showsOwner ?? context.worker.role.leadsTeam else { return tableColumns }
    return [
      TableColumn("When", minimum: 12, ideal: 15),
      TableColumn("What", minimum: 14, ideal: 40, grows: true),
      TableColumn("Who", minimum: 14, ideal: 26), TableColumn("Owner", minimum: 9, ideal: 14),
      TableColumn("State", minimum: 15, ideal: 28),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    var cells = ownCells(in: context)
    if showsOwner {
      cells.insert(TableCell(owner == context.worker.name ? "you" : owner), at: 3)
    }
    return cells
  }

  /// Who has to see to it; nobody in particular for those who are in custody.
  private var owner: String {
    switch item {
    case .appointment(let line): line.worker
    case .callAppointment(let line): line.worker
    case .due(let line): line.owner
    case .atRisk(let line): line.worker
    case .handover(let line): line.from
    case .alert, .custodyAlert, .detention, .bailReturn, .court, .flaggedOffer, .possible,
      .edii, .bronze, .unfinished, .report, .missed:
      ""
    }
  }

  private func ownCells(in context: ShowContext) -> [TableCell] {
    switch item {
    case .alert(let line): line.todayCells(context)
    case .custodyAlert(let alert): alert.todayCells(context)
    case .detention(let line): line.todayCells(context)
    case .bailReturn(let line): line.todayCells(context)
    case .court(let line): line.todayCells(context)
    case .callAppointment(let line): line.todayCells(context)
    case .flaggedOffer(let line): line.todayCells(context)
    case .appointment(let line): line.todayCells(context)
    case .due(let line): line.todayCells(context)
    case .atRisk(let line): line.todayCells(context)
    case .handover(let line): line.todayCells(context)
    case .possible(let line): line.todayCells(context)
    case .edii(let line): line.todayCells(context)
    case .bronze(let line): line.todayCells(context)
    case .unfinished(let line): line.todayCells(context)
    case .report(let line): line.todayCells(context)
    case .missed(let count): count.todayCells(context)
    }
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    switch item {
    case .alert(let line):
      [
        DetailList.Line("Alert", line.alert.words, tone: .error),
        DetailList.Line("Raised", "\(line.alert.raised.ukWithWeekday), by \(line.alert.raisedBy)"),
        DetailList.Line("Do now", line.advice(context)),
      ]
    case .custodyAlert(let alert): alert.preview(in: context)
    case .detention(let line): line.preview(in: context)
    case .bailReturn(let line): line.preview(in: context)
    case .court(let line): line.preview(in: context)
    case .callAppointment(let line): line.preview(in: context)
    case .flaggedOffer(let line): line.preview(in: context)
    case .appointment(let line): line.preview(in: context)
    case .due(let line): line.preview(in: context)
    case .atRisk(let line): line.preview(in: context)
    case .handover(let line):
      [
        DetailList.Line("To know first", line.reason),
        DetailList.Line("From", line.from), DetailList.Line("To", line.to),
        DetailList.Line("Asked", line.asked.ukWithWeekday),
        DetailList.Line("Until then", "\(line.from) stays responsible (PPL-012)"),
      ]
    case .possible(let line): line.preview(in: context)
    case .edii(let line): line.preview(in: context)
    case .bronze(let line): line.preview(in: context)
    case .unfinished(let line): line.preview(in: context)
    case .report(let line): line.preview(in: context)
    case .missed(let count):
      [DetailList.Line("Missed", "\(count.words). \(context.openKey) lists them (PPL-022)")]
    }
  }

  package func hint(in context: ShowContext) -> String {
    switch item {
    case .alert(let line): line.advice(context)
    case .custodyAlert(let alert): alert.hint(in: context)
    case .detention(let line): line.hint(in: context)
    case .bailReturn(let line): line.hint(in: context)
    case .court(let line): line.hint(in: context)
    case .callAppointment(let line): line.hint(in: context)
    case .flaggedOffer(let line): line.hint(in: context)
    case .appointment(let line): line.hint(in: context)
    case .due(let line): line.hint(in: context)
    case .atRisk(let line): line.hint(in: context)
    case .handover(let line):
      "\(context.name(line.name, line.person)): \(line.from) stays responsible until it is accepted."
    case .possible(let line): line.hint(in: context)
    case .edii(let line): line.hint(in: context)
    case .bronze(let line): line.hint(in: context)
    case .unfinished(let line): line.hint(in: context)
    case .report(let line): line.hint(in: context)
    case .missed(let count): "\(count.words)."
    }
  }
}

extension MissedCount {
  fileprivate var words: String {
    "\(Digits.counted(count, "missed appointment")), not followed up"
  }

  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell("all days"), TableCell("Missed, not followed up"),
      TableCell(Digits.counted(count, "appointment")),
      TableCell("due \(TimeWording.day(due, on: context.today))", tone: .warn),
    ]
  }
}

extension SafetyAlertLine {
  fileprivate func advice(_ context: ShowContext) -> String {
    "Ring the prescriber, have the client seen; \(context.actionsKey) acknowledges with a note."
  }

  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(alert.raised, on: context.today), tone: .error),
      TableCell("!! \(alert.mg) mg first dose, methadone", tone: .error),
      TableCell(context.name(name, person), tone: .error),
      TableCell("!! Open", tone: .error),
    ]
  }
}

extension BoardLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    let waiting = "waits \(TimeWording.span(minutes: context.now.minutes(since: arrived)))"
    let state = approach == nil && isTrigger ? "! Not approached" : self.state.words
    let who = hasPermission ? context.name(name, person, without: ref.text) : ref.text
    let due = next.map { DueWording($0, now: context.now) }
    let isLate = next?.status == .overdue
    return [
      TableCell(waiting), TableCell("\(suite) \(cell)"), TableCell(who),
      TableCell(
        isLate ? due?.words ?? state : state,
        tone: isLate ? due?.tone : approach == nil && isTrigger ? .warn : nil),
    ]
  }
}

extension BailReturnLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(returnAt, on: context.today)),
      TableCell(suite), TableCell(context.name(name, person, without: ref.text)),
      TableCell(contacted ? "Seen" : "To meet", tone: contacted ? .done : .dueToday),
    ]
  }
}

extension CourtLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(hearing, on: context.today)), TableCell(court),
      TableCell(context.name(name, person, without: ref.text)),
      TableCell(
        attended == nil ? "To attend" : "Recorded", tone: attended == nil ? .dueToday : .done),
    ]
  }
}

extension DiaryLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(starts, on: context.today)), TableCell("\(kind), \(place)"),
      TableCell(who(in: context)), cells(in: context).last ?? TableCell("-"),
    ]
  }
}

extension DueLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    let due = DueWording(self, now: context.now)
    let when =
      dueAt.map { TimeWording.moment($0, on: context.today) }
      ?? dueOn.map { TimeWording.day($0, on: context.today) } ?? "-"
    return [
      TableCell(when), TableCell(what),
      TableCell(context.name(personName, person, without: ref.text)),
      TableCell(
        status == .dueSoon && dueAt == nil ? "due \(due.words)" : due.words, tone: due.tone),
    ]
  }
}

extension CaseloadLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    let days = lastContact.map { Digits.counted(context.today.days(since: $0), "day") }
    return [
      TableCell(lastContact.map { TimeWording.day($0, on: context.today) } ?? "never"),
      TableCell(days.map { "No contact for \($0)" } ?? "No contact yet"),
      TableCell(context.name(name, person)),
      TableCell(
        nextAppointment.map { "next \(TimeWording.moment($0, on: context.today))" }
          ?? "! Nothing booked", tone: nextAppointment == nil ? .warn : nil),
    ]
  }
}

extension HandoverLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.day(asked.date, on: context.today)),
      TableCell("Handover, \(from) to \(to)"), TableCell(context.name(name, person)),
      TableCell(forMe ? "Waits for you" : "Waits for \(to)", tone: forMe ? .dueToday : nil),
    ]
  }
}

extension PossibleRecordLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.day(pair.found.date, on: context.today)),
      TableCell(pair.because), TableCell(context.name(pair.newer.name.display, pair.newer.id.ref)),
      TableCell(
        pair.state == .confirmed ? "! Same, to be merged" : "? \(pair.older.id.ref.text)",
        tone: pair.state == .confirmed ? .warn : nil),
    ]
  }
}

extension EDIILine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    let when = TableCell(TimeWording.day(day, on: context.today))
    switch self {
    case .referral(let referral):
      return [
        when, TableCell("EDII referral"), TableCell(referral.subject),
        TableCell("To be answered", tone: .dueToday),
      ]
    case .warrant(let warrant):
      let steps = warrant.open.map(\.words).joined(separator: " and ").capitalisedFirst
      return [
        when, TableCell(warrant.place),
        TableCell(warrant.agency.isEmpty ? warrant.ref.text : warrant.agency),
        TableCell(steps, tone: .dueToday),
      ]
    case .activity(let activity):
      return [when, TableCell(activity.kind.title), TableCell(activity.place), TableCell("-")]
    }
  }
}

extension UnfinishedLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(kept, on: context.today)), TableCell(title),
      TableCell(aboutWords(context)),
      TableCell(
        savedWords ?? lastField.map { "left at \($0)" } ?? answeredWords,
        tone: savedSince == nil ? nil : .warn),
    ]
  }
}

extension ReportLine {
  fileprivate func todayCells(_ context: ShowContext) -> [TableCell] {
    let waits = "waits \(TimeWording.span(minutes: context.now.minutes(since: waitingSince)))"
    let isWarned = !warnings(on: context.today).isEmpty
    return [
      TableCell(waits),
      TableCell([id.ref.text, grades?.short, next].compactMap(\.self).joined(separator: "  ")),
      TableCell(context.name(subjectWords, subjectRef)),
      TableCell(isWarned ? "! Mind" : handlingWords, tone: isWarned ? .warn : nil),
    ]
  }
}
