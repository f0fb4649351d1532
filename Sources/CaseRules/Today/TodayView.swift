/// The first screen: everything that is due now, for one worker's role.
package struct TodayView: Equatable, Sendable {
  /// PPL-044: red alerts that wait for the team leader.
  ///
  /// Empty for everybody else.
  package var alerts: [SafetyAlertLine]
  /// What arrest referral workers are to be told at once (CUS-005, CUS-012).
  package var custodyAlerts: [CustodyAlert]
  /// In custody now, trigger offences first (CUS-007).
  ///
  /// Empty for roles without the board.
  package var inCustody: [BoardLine]
  package var bailReturns: [BailReturnLine]
  package var courtList: [CourtLine]
  /// CUS-015: agreed with callers from custody, for today and the next working day.
  package var callAppointments: [CallAppointmentLine]
  /// CUS-001 to CUS-004: offers of the last days that a team leader should look into.
  package var flaggedOffers: [FlaggedOfferLine]
  package var appointments: [DiaryLine]
  /// Overdue first, then due today, then the next working day.
  package var due: [DueLine]
  package var atRisk: [CaseloadLine]
  package var handovers: [HandoverLine]
  /// PPL-004: pairs of records that may be of one person, to be answered.
  package var possible: [PossibleRecordLine]
  /// INT-053, INT-054: referrals to be answered, and warrants to be followed up.
  package var edii: [EDIILine]
  /// INT-026: bronze actions that wait for a decision, the oldest first, and those that are the
  /// worker's to move on.
  package var bronzes: [BronzeLine]
  package var unfinished: [UnfinishedLine]
  /// INT-002, INT-003: reports that wait to be graded or judged, for intelligence officers.
  package var reports: [ReportLine] = []
  /// Whether the worker looks after a colleague's clients as well today.
  package var isCovering = false
  /// How many appointments stand on each of the next five working days.
  package var nextDays: [DayCount]

  package struct DayCount: Equatable, Sendable {
    package var day: CalendarDate
    package var count: Int

    package init(day: CalendarDate, count: Int) {
      self.day = day
      self.count = count
    }
  }

  package init(
    alerts: [SafetyAlertLine] = [], custodyAlerts: [CustodyAlert] = [], inCustody: [BoardLine],
    bailReturns: [BailReturnLine], courtList: [CourtLine],
    callAppointments: [CallAppointmentLine] = [], flaggedOffers: [FlaggedOfferLine] = [],
    appointments: [DiaryLine], due: [DueLine], atRisk: [CaseloadLine], handovers: [HandoverLine],
    possible: [PossibleRecordLine] = [], edii: [EDIILine] = [], bronzes: [BronzeLine] = [],
    unfinished: [UnfinishedLine], nextDays: [DayCount]
  ) {
    self.alerts = alerts
    self.custodyAlerts = custodyAlerts
    self.inCustody = inCustody
    self.bailReturns = bailReturns
    self.courtList = courtList
    self.callAppointments = callAppointments
    self.flaggedOffers = flaggedOffers
    self.appointments = appointments
    self.due = due
    self.atRisk = atRisk
    self.handovers = handovers
    self.possible = possible
    self.edii = edii
    self.bronzes = bronzes
    self.unfinished = unfinished
    self.nextDays = nextDays
  }
}

/// A handover waiting for the receiver's answer (PPL-012).
package struct HandoverLine: Equatable, Sendable {
  package var ref: RecordRef
  package var person: RecordRef
  package var name: String
  package var from: String
  package var to: String
  package var asked: Moment
  /// Why, and what the receiver has to know first.
  package var reason: String
  package var forMe: Bool

  package init(
    ref: RecordRef, person: RecordRef, name: String, from: String, to: String, asked: Moment,
    reason: String, forMe: Bool
  ) {
    self.ref = ref
    self.person = person
    self.name = name
    self.from = from
    self.to = to
    self.asked = asked
    self.reason = reason
    self.forMe = forMe
  }
}

/// A form somebody began and has not saved: kept for its author only.
package struct UnfinishedLine: Equatable, Sendable {
  package var draft: DraftID
  package var form: FormID
  package var title: String
  package var about: RecordRef?
  package var heading: String?
  package var kept: Moment
  /// Label of the field the typing stopped in.
  package var lastField: String?
  /// How many questions were answered; nil where the form was not read to be told.
  package var answered: Int?
  /// What the same form about the same record made since: this may be the same once more.
  package var savedSince: RecordRef?

  package init(
    draft: DraftID, form: FormID, title: String, about: RecordRef? = nil, heading: String? = nil,
    kept: Moment, lastField: String? = nil, answered: Int?, savedSince: RecordRef? = nil
  ) {
    self.savedSince = savedSince
    self.draft = draft
    self.form = form
    self.title = title
    self.about = about
    self.heading = heading
    self.kept = kept
    self.lastField = lastField
    self.answered = answered
  }
}
