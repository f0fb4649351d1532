/// A bronze action: the lowest police step against drug-linked offending, from research to its end.
package struct BronzeAction: Equatable, Sendable {
  package var id: BronzeActionID
  /// The subject of the intelligence; not a person of the caseload.
  package var subject: IntelligenceSubjectID
  /// Who stands for the subject where two were said to be one; the subject itself else.
  package var standing: IntelligenceSubjectID
  /// "SMITH John".
  package var subjectName: String
  /// "John Smith", as a letter names somebody; empty where no name is known.
  package var addressee: String
  package var birth: Birth?
  package var state: BronzeState
  package var since: Moment
  /// INT-039: the state that further action came upon.
  package var before: BronzeState?
  package var test: HumanRightsTest?
  package var letter: LetterDraft?
  package var opened: Moment
  package var openedBy: String
  package var revision: Int

  package init(
    id: BronzeActionID, subject: IntelligenceSubjectID, standing: IntelligenceSubjectID? = nil,
    subjectName: String, addressee: String = "", birth: Birth? = nil,
    state: BronzeState = .research, since: Moment, before: BronzeState? = nil,
    test: HumanRightsTest? = nil, letter: LetterDraft? = nil, opened: Moment,
    openedBy: String = "", revision: Int = 1
  ) {
    self.id = id
    self.subject = subject
    self.standing = standing ?? subject
    self.subjectName = subjectName
    self.addressee = addressee
    self.birth = birth
    self.state = state
    self.since = since
    self.before = before
    self.test = test
    self.letter = letter
    self.opened = opened
    self.openedBy = openedBy
    self.revision = revision
  }

  package var ref: RecordRef { id.ref }

  /// False for somebody who is only described.
  package var isNamed: Bool { !addressee.isEmpty }

  /// "BR-0001  SMITH John, born 03/04/1985 (41)".
  package func heading(on day: CalendarDate) -> String {
    "\(ref.text)  "
      + [subjectName, birth?.words(on: day)].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// INT-022: nil where the date of birth is not known.
  package func isYoung(on day: CalendarDate) -> Bool? {
    birth.map { $0.age(on: day) < BronzeRules.adultAge }
  }
}

/// The letter as it is drafted, and by whom.
package struct LetterDraft: Equatable, Sendable {
  package var parts: BronzeLetter.Parts
  package var by: WorkerID
  package var byName: String

  package init(parts: BronzeLetter.Parts, by: WorkerID, byName: String) {
    self.parts = parts
    self.by = by
    self.byName = byName
  }
}

/// One asking for authorisation, with what came of it.
package struct BronzeSubmission: Equatable, Sendable {
  package var number: Int
  package var parts: BronzeLetter.Parts
  package var drafter: Worker
  package var submitter: Worker
  package var at: Moment
  /// INT-022: with whom the youth offending team was consulted, and when.
  package var yot: String
  package var yotOn: CalendarDate?
  package var recommendation: Recommendation?
  package var decision: Decision?

  package struct Recommendation: Equatable, Sendable {
    package var by: String
    package var at: Moment
    package var words: String

    package init(by: String, at: Moment, words: String) {
      self.by = by
      self.at = at
      self.words = words
    }
  }

  package struct Decision: Equatable, Sendable {
    package var kind: BronzeDecisionKind
    /// Who decided, which is not always who keyed it.
    package var name: String
    package var rank: PoliceRank?
    package var on: CalendarDate
    /// INT-024: the written reference, where another keyed it.
    package var reference: String
    package var reason: String
    package var keyedBy: String
    package var at: Moment
    /// INT-031: the letter as it was authorised, word for word; empty unless granted.
    package var letter: String

    package init(
      kind: BronzeDecisionKind, name: String, rank: PoliceRank?, on: CalendarDate,
      reference: String = "", reason: String = "", keyedBy: String, at: Moment,
      letter: String = ""
    ) {
      self.kind = kind
      self.name = name
      self.rank = rank
      self.on = on
      self.reference = reference
      self.reason = reason
      self.keyedBy = keyedBy
      self.at = at
      self.letter = letter
    }
  }

  package init(
    number: Int, parts: BronzeLetter.Parts, drafter: Worker, submitter: Worker, at: Moment,
    yot: String = "", yotOn: CalendarDate? = nil, recommendation: Recommendation? = nil,
    decision: Decision? = nil
  ) {
    self.number = number
    self.parts = parts
    self.drafter = drafter
    self.submitter = submitter
    self.at = at
    self.yot = yot
    self.yotOn = yotOn
    self.recommendation = recommendation
    self.decision = decision
  }

  /// INT-024: whose hands must not be the decider's.
  package var hands: [SeparationOfDuties.Hand] {
    [.init(.submitter, submitter), .init(.drafter, drafter)]
  }
}

/// INT-032: how and when the letter reached the person.
package struct BronzeService: Equatable, Sendable {
  package var at: Moment
  package var method: ServiceMethod
  package var server: String
  package var place: String
  package var toSubject: Bool
  package var by: String

  package init(
    at: Moment, method: ServiceMethod, server: String, place: String, toSubject: Bool,
    by: String = ""
  ) {
    self.at = at
    self.method = method
    self.server = server
    self.place = place
    self.toSubject = toSubject
    self.by = by
  }
}

/// INT-033, INT-034: the answer to the letter.
package struct BronzeReply: Equatable, Sendable {
  package var response: BronzeResponse
  package var on: CalendarDate
  /// INT-034: who treats, and the first appointment, where it was accepted.
  package var agency: String
  package var firstAppointment: Moment?
  package var by: String

  package init(
    response: BronzeResponse, on: CalendarDate, agency: String = "",
    firstAppointment: Moment? = nil, by: String = ""
  ) {
    self.response = response
    self.on = on
    self.agency = agency
    self.firstAppointment = firstAppointment
    self.by = by
  }
}

/// INT-035, INT-041: one month of treatment: three measures, retained or not, and nothing else.
package struct MonitoringEntry: Equatable, Sendable {
  package var number: Int
  package var on: CalendarDate
  package var noOffending: Bool
  package var attendance: Bool
  package var engagement: Bool
  /// INT-036: the day of the last attendance; nil for none since acceptance.
  package var lastAttended: CalendarDate?
  package var result: MonitoringResult
  package var by: String

  package init(
    number: Int, on: CalendarDate, noOffending: Bool, attendance: Bool, engagement: Bool,
    lastAttended: CalendarDate? = nil, result: MonitoringResult, by: String = ""
  ) {
    self.number = number
    self.on = on
    self.noOffending = noOffending
    self.attendance = attendance
    self.engagement = engagement
    self.lastAttended = lastAttended
    self.result = result
    self.by = by
  }

  /// "no offending yes, attendance no, engagement no".
  package var measures: String {
    func word(_ holds: Bool) -> String { holds ? "yes" : "no" }
    return "nothing on offending \(word(noOffending)), attendance \(word(attendance)), engagement "
      + word(engagement)
  }
}

/// INT-038: the four headings under which a drop-out is assessed.
package struct RiskAssessment: Equatable, Sendable {
  package var partners: [BronzePartner]
  package var toldOn: CalendarDate
  package var offending: String
  package var drugs: String
  package var abuse: String
  package var criminality: String
  package var on: CalendarDate
  package var by: String

  package init(
    partners: [BronzePartner], toldOn: CalendarDate, offending: String, drugs: String,
    abuse: String, criminality: String, on: CalendarDate, by: String = ""
  ) {
    self.partners = partners
    self.toldOn = toldOn
    self.offending = offending
    self.drugs = drugs
    self.abuse = abuse
    self.criminality = criminality
    self.on = on
    self.by = by
  }
}

/// INT-037: where the police keep the record of whoever declined or dropped out.
package struct RMSRetention: Equatable, Sendable {
  package var reference: String
  package var on: CalendarDate

  package init(reference: String, on: CalendarDate) {
    self.reference = reference
    self.on = on
  }
}

/// INT-039: new valid information, and what it led to.
package struct FurtherAction: Equatable, Sendable {
  package var report: RecordRef
  package var raised: Moment
  package var outcome: FurtherOutcome?
  package var reason: String
  package var decided: Moment?
  package var by: String

  package init(
    report: RecordRef, raised: Moment, outcome: FurtherOutcome? = nil, reason: String = "",
    decided: Moment? = nil, by: String = ""
  ) {
    self.report = report
    self.raised = raised
    self.outcome = outcome
    self.reason = reason
    self.decided = decided
    self.by = by
  }
}

/// One step of a bronze action; the steps are its history.
package struct BronzeStep: Equatable, Sendable {
  package var event: BronzeEvent?
  package var state: BronzeState
  package var at: Moment
  package var by: String
  package var words: String

  package init(
    event: BronzeEvent?, state: BronzeState, at: Moment, by: String, words: String = ""
  ) {
    self.event = event
    self.state = state
    self.at = at
    self.by = by
    self.words = words
  }
}

/// A bronze action with everything that hangs on it; what came last stands last.
package struct BronzeRecord: Equatable, Sendable {
  package var action: BronzeAction
  package var reports: [IntelligenceReport] = []
  package var research: [ResearchRequest] = []
  package var submissions: [BronzeSubmission] = []
  package var services: [BronzeService] = []
  package var replies: [BronzeReply] = []
  package var monitoring: [MonitoringEntry] = []
  package var assessments: [RiskAssessment] = []
  package var notices: [PartnerNotice] = []
  /// INT-036: the day on which somebody who had dropped out was last back in treatment.
  package var back: CalendarDate?
  package var retention: RMSRetention?
  package var further: [FurtherAction] = []
  package var steps: [BronzeStep] = []

  package init(action: BronzeAction) { self.action = action }

  package var state: BronzeState { action.state }

  /// What waits for a decision.
  package var pending: BronzeSubmission? {
    state == .pending ? submissions.last : nil
  }

  /// INT-031: the submission whose letter is authorised and may be printed.
  package var granted: BronzeSubmission? {
    guard let last = submissions.last, last.decision?.kind == .granted else { return nil }
    return last
  }

  /// INT-025: why it was sent back, until it is submitted again; who did, and when.
  package var sentBack: BronzeSubmission.Decision? {
    switch state {
    case .research, .humanRightsTest:
      submissions.last?.decision.flatMap { $0.kind == .returned ? $0 : nil }
    case .pending, .authorised, .served, .inTreatment, .dropOut, .closedOtherOption,
      .closedRefused, .closedNotServed, .closedCompleted, .rmsRetained, .furtherAction:
      nil
    }
  }

  /// INT-020: what the research came to, each time that it was completed.
  package var findings: [BronzeStep] {
    steps.filter { $0.event == .researchComplete && !$0.words.isEmpty }
  }

  /// INT-034: the day treatment was accepted.
  package var accepted: CalendarDate? { replies.last { $0.response == .accepted }?.on }

  /// INT-036.
  package var lastSeen: CalendarDate? { lastSeen(attended: nil) }

  /// INT-036: the same with a day that is not recorded yet.
  package func lastSeen(attended day: CalendarDate?) -> CalendarDate? {
    BronzeRules.lastSeen(
      accepted: accepted, back: back, attended: monitoring.map(\.lastAttended) + [day])
  }

  /// INT-022: what may feed a letter: valid, and about this person as it stands now.
  package var feeding: [IntelligenceReport] {
    reports.filter { report in
      report.state == .valid && report.subjects.contains { $0.id == action.standing }
    }
  }

  /// INT-038: the notices of the drop-out that stands now.
  package var told: [PartnerNotice] {
    state == .dropOut ? notices.filter { $0.at >= action.since } : []
  }

  /// The further action that still waits for its outcome.
  package var openFurther: FurtherAction? { further.last { $0.outcome == nil } }
}

/// What the records say that the forms of a bronze action need.
package struct BronzeFacts: Equatable, Sendable {
  package var record: BronzeRecord?
  /// Earlier and other bronze actions for the same subject, newest first.
  package var others: [BronzeSummary] = []

  package init(record: BronzeRecord? = nil, others: [BronzeSummary] = []) {
    self.record = record
    self.others = others
  }
}

/// A bronze action of a subject, in a line.
package struct BronzeSummary: Equatable, Sendable {
  package var ref: RecordRef
  package var state: BronzeState
  /// INT-039: what further action came upon.
  package var before: BronzeState?
  package var opened: CalendarDate
  package var since: CalendarDate
  package var kind: BronzeLetter.Kind?

  package init(
    ref: RecordRef, state: BronzeState, before: BronzeState? = nil, opened: CalendarDate,
    since: CalendarDate, kind: BronzeLetter.Kind? = nil
  ) {
    self.ref = ref
    self.state = state
    self.before = before
    self.opened = opened
    self.since = since
    self.kind = kind
  }

  package init(_ action: BronzeAction) {
    self.init(
      ref: action.ref, state: action.state, before: action.before, opened: action.opened.date,
      since: action.since.date, kind: action.letter?.parts.kind)
  }

  /// "BR-0003, letter A, opened 01/10/2007: RMS retained since 02/11/2007".
  package var words: String {
    let letter = kind.map { ", letter \($0.code)" } ?? ""
    let stands =
      before.map { "\($0.title), further action" } ?? state.title
    return "\(ref.text)\(letter), opened \(opened.uk): \(stands) since \(since.uk)"
  }
}
