package import CaseRules

/// One row of Today: something to be done, whatever kind of record it stands on.
package struct TodayLine: ListLine {
  package enum Item: Equatable, Sendable {
    case alert(SafetyAlertLine)
    case custodyAlert(CustodyAlert)
    case detention(BoardLine)
    case bailReturn(BailReturnLine)
    case court(CourtLine)
    case callAppointment(CallAppointmentLine)
    case flaggedOffer(FlaggedOfferLine)
    case appointment(DiaryLine)
    case due(DueLine)
    case atRisk(CaseloadLine)
    case handover(HandoverLine)
    case possible(PossibleRecordLine)
    case edii(EDIILine)
    case bronze(BronzeLine)
    case unfinished(UnfinishedLine)
    case report(ReportLine)
    /// Not one record but how many, and the way to them.
    case missed(MissedCount)
  }

  package enum ID: Hashable, Sendable {
    case custodyAlert(RecordRef, CustodyAlert.Kind, CalendarDate)
    case record(group: Int, RecordRef)
    case alert(Int64)
    case due(DueLine.ID)
    case draft(DraftID)
    case missed
  }

  package let section: TodaySection
  package let place: Int
  package let item: Item
  /// Whether it has to be told whose it is: to a team leader, and to whoever covers for a colleague.
  package let showsOwner: Bool

  package var group: ListGroup? { ListGroup(place, section.title) }

  package var id: ID {
    switch item {
    case .alert(let line): .alert(line.alert.number)
    case .custodyAlert(let alert): .custodyAlert(alert.entry, alert.kind, alert.day)
    case .detention(let line): .record(group: place, line.ref)
    case .bailReturn(let line): .record(group: place, line.ref)
    case .court(let line): .record(group: place, line.ref)
    case .callAppointment(let line): .record(group: place, line.ref)
    case .flaggedOffer(let line): .record(group: place, line.ref)
    case .appointment(let line): .record(group: place, line.ref)
    case .due(let line): .due(line.id)
    case .atRisk(let line): .record(group: place, line.ref)
    case .handover(let line): .record(group: place, line.ref)
    case .possible(let line): .record(group: place, line.pair.ref)
    case .edii(let line): .record(group: place, line.ref)
    case .bronze(let line): .record(group: place, line.ref)
    case .unfinished(let line): .draft(line.draft)
    case .report(let line): .record(group: place, line.id.ref)
    case .missed: .missed
    }
  }

  package var spelled: [String] {
    switch item {
    case .alert(let line): [line.name, line.person.text, line.ref.text, line.alert.words]
    case .custodyAlert(let alert): alert.spelled
    case .detention(let line): line.spelled
    case .bailReturn(let line): line.spelled
    case .court(let line): line.spelled
    case .callAppointment(let line): line.spelled
    case .flaggedOffer(let line): line.spelled
    case .appointment(let line): line.spelled
    case .due(let line): line.spelled
    case .atRisk(let line): line.spelled
    case .handover(let line):
      ["Handover", line.name, line.person.text, line.from, line.to, line.asked.uk, line.reason]
    case .possible(let line): line.spelled
    case .edii(let line): line.spelled
    case .bronze(let line): line.spelled
    case .unfinished(let line): line.spelled
    case .report(let line): line.spelled
    case .missed: ["Missed, not followed up"]
    }
  }

  package var opens: Opening {
    switch item {
    case .alert(let line): .record(line.ref)
    case .custodyAlert(let alert): alert.opens
    case .detention(let line): line.opens
    case .bailReturn(let line): line.opens
    case .court(let line): line.opens
    case .callAppointment(let line): line.opens
    case .flaggedOffer(let line): line.opens
    case .appointment(let line): line.opens
    case .due(let line): line.opens
    case .atRisk(let line): line.opens
    case .handover(let line): .record(line.person)
    case .possible(let line): line.opens
    case .edii(let line): line.opens
    case .bronze(let line): line.opens
    case .unfinished(let line): line.opens
    case .report(let line): line.opens
    case .missed: .list(.missed)
    }
  }

  package var client: RecordRef? {
    switch item {
    case .alert(let line): line.person
    case .custodyAlert: nil
    case .detention(let line): line.client
    case .bailReturn(let line): line.client
    case .court(let line): line.client
    case .callAppointment(let line): line.person
    case .flaggedOffer(let line): line.client
    case .appointment(let line): line.client
    case .due(let line): line.client
    case .atRisk(let line): line.client
    case .handover(let line): line.person
    case .possible, .edii, .bronze, .report, .missed: nil
    case .unfinished(let line): line.client
    }
  }

  package var booked: RecordRef? {
    switch item {
    case .appointment(let line): line.booked
    case .due(let line): line.booked
    case .atRisk(let line): line.booked
    case .callAppointment(let line): line.booked
    case .alert, .custodyAlert, .detention, .bailReturn, .court, .flaggedOffer, .handover,
      .possible, .edii, .bronze, .unfinished, .report, .missed:
      nil
    }
  }

  package var dueForm: FormID? {
    switch item {
    case .appointment(let line): line.dueForm
    case .due(let line): line.dueForm
    case .atRisk(let line): line.dueForm
    case .alert, .custodyAlert, .detention, .bailReturn, .court, .callAppointment, .flaggedOffer,
      .handover, .possible, .edii, .bronze, .unfinished, .report, .missed:
      nil
    }
  }

  package var subject: RecordRef? {
    switch item {
    case .alert(let line): line.ref
    case .custodyAlert(let alert): alert.entry
    case .detention(let line): line.subject
    case .bailReturn(let line): line.subject
    case .court(let line): line.subject
    case .callAppointment(let line): line.ref
    case .flaggedOffer(let line): line.subject
    case .appointment(let line): line.subject
    case .due(let line): line.subject
    case .atRisk(let line): line.subject
    case .handover(let line): line.ref
    case .possible(let line): line.pair.ref
    case .edii(let line): line.ref
    case .bronze(let line): line.ref
    case .unfinished(let line): line.about
    case .report(let line): line.id.ref
    case .missed: nil
    }
  }
}

/// The headings of Today.
package enum TodaySection: CaseIterable, Hashable, Sendable {
  case alerts, custodyAlerts, overdue, trigger, inCustody, bailReturns, courtList
  case toAccept, callAppointments, flaggedOffers, dueToday, appointments, handovers, nextDay, later,
    atRisk
  case possible, edii, bronzePending, bronzes, unfinished, toGrade, toJudge

  package var title: String {
    switch self {
    case .alerts: "Safety alerts: act now"
    case .custodyAlerts: "Custody alerts"
    case .overdue: "Overdue"
    case .trigger: "In custody now, trigger offence"
    case .inCustody: "In custody now, other offence"
    case .bailReturns: "Bail returns"
    case .courtList: "Court list"
    case .callAppointments: "Helpline appointments"
    case .flaggedOffers: "Offers to look into, last 7 days"
    case .dueToday: "Due today"
    case .appointments: "Appointments"
    case .toAccept: "Handovers that wait for you"
    case .handovers: "Handovers waiting for others"
    case .possible: "Possible records, one person or two"
    case .bronzePending: "Bronze actions that wait for authorisation"
    case .bronzes: "Bronze actions to move on"
    case .nextDay: "Due next working day"
    case .later: "Due later"
    case .atRisk: "At risk of losing contact"
    case .edii: "Early intervention, to follow up"
    case .unfinished: "Unfinished forms, kept for you only"
    case .toGrade: "Intelligence to grade, the oldest first"
    case .toJudge: "Intelligence to judge, the oldest first"
    }
  }
}
