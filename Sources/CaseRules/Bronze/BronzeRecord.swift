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
