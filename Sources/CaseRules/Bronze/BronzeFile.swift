/// Everything the page of a bronze action shows.
package struct BronzeFile: Equatable, Sendable {
  package var record: BronzeRecord
  /// Other bronze actions of the same subject, the newest first.
  package var others: [BronzeSummary]
  package var deadlines: [DueLine]

  package init(
    record: BronzeRecord, others: [BronzeSummary] = [], deadlines: [DueLine] = []
  ) {
    self.record = record
    self.others = others
    self.deadlines = deadlines
  }

  package var ref: RecordRef { record.action.ref }

  /// INT-036: the drop-out that the days propose before anybody has recorded a monitoring.
  package func proposal(_ context: RuleContext) -> Finding? {
    guard record.state == .inTreatment, let last = record.lastSeen,
      let days = BronzeRules.daysUnseen(
        since: last, on: context.today, settings: context.settings)
    else { return nil }
    return Finding(
      "INT-036", .shows,
      "Not seen since \(last.uk), \(Digits.counted(days, "day")): record a monitoring, a drop-out "
        + "follows from it")
  }

  /// INT-031: the letter as it was granted; nil while none is.
  package var printable: FrozenPaper? {
    // INT-032: what could not be served goes out no more.
    guard record.state != .closedNotServed, record.action.before != .closedNotServed,
      let granted = record.granted, let decision = granted.decision
    else { return nil }
    return FrozenPaper(
      name: record.action.subjectName,
      what: "bronze letter \(granted.parts.kind.code)", text: decision.letter)
  }

  /// INT-038: a notice as it was made; nil where there is none of that number.
  package func printable(notice number: Int) -> FrozenPaper? {
    record.notices.first { $0.number == number }.map { notice in
      FrozenPaper(
        name: record.action.subjectName,
        what: "notice to a partner", text: notice.text)
    }
  }
}

/// One bronze action in the list of those that somebody has to do something about (INT-026).
package struct BronzeLine: Equatable, Sendable {
  package var ref: RecordRef
  package var subjectRef: RecordRef
  package var subjectName: String
  package var state: BronzeState
  package var since: Moment
  /// "B21 C32": the grades of its reports.
  package var grades: String
  package var kind: BronzeLetter.Kind?
  /// The deadline that runs out first.
  package var dueName: String?
  package var due: CalendarDate?
  /// INT-037: where the police keep it, and since when.
  package var retention: RMSRetention?
  /// INT-033: nobody has answered in time, and it is proposed to the team leader as declined.
  package var isProposedDeclined: Bool
  /// INT-036: so many days nobody has seen the person at the centre, and a drop-out is proposed.
  package var daysUnseen: Int?
  /// INT-025: why it was sent back, until it is submitted again.
  package var sentBack: String?
  /// In calendar days, since it came into this state.
  package var waits: Int
  /// INT-026: longer than a decision should take.
  package var isLate: Bool

  package init(
    ref: RecordRef, subjectRef: RecordRef, subjectName: String, state: BronzeState, since: Moment,
    grades: String = "", kind: BronzeLetter.Kind? = nil, dueName: String? = nil,
    due: CalendarDate? = nil, lastSeen: CalendarDate? = nil, sentBack: String? = nil,
    in context: RuleContext
  ) {
    self.sentBack = sentBack
    self.ref = ref
    self.subjectRef = subjectRef
    self.subjectName = subjectName
    self.state = state
    self.since = since
    self.grades = grades
    self.kind = kind
    self.dueName = dueName
    self.due = due
    waits = max(0, context.today.days(since: since.date))
    let isOver = due.map { $0 < context.today } ?? false
    isProposedDeclined = state == .served && isOver
    daysUnseen =
      state == .inTreatment
      ? BronzeRules.daysUnseen(since: lastSeen, on: context.today, settings: context.settings) : nil
    isLate = isOver || daysUnseen != nil
  }

  /// "!! 8 days, over 5 WD", "waits 3 days".
  package var waitWords: String {
    let days = waits == 0 ? "today" : Digits.counted(waits, "day")
    if state.isSettled {
      return retention.map { "\($0.on.uk) \($0.reference)" } ?? "since \(since.date.uk)"
    }
    guard isLate else { return days }
    if let daysUnseen { return "!! not seen for \(Digits.counted(daysUnseen, "day"))" }
    switch state {
    case .pending: return "!! \(days), over \(BronzeDeadlines.authorisationWD) WD"
    case .served: return "!! no answer, declined?"
    case .research, .humanRightsTest, .authorised, .inTreatment, .dropOut, .closedOtherOption,
      .closedRefused, .closedNotServed, .closedCompleted, .rmsRetained, .furtherAction:
      return "!! \(days), overdue"
    }
  }

  /// What somebody has to do now.
  package var nextWords: String {
    if let sentBack { return "Returned: \(sentBack)" }
    return switch state {
    case .research: "Ask agencies, record replies"
    case .humanRightsTest: "Test, letter, submission"
    case .pending: "Superintendent decides"
    case .authorised: "Print and serve the letter"
    case .served: isProposedDeclined ? "Declined? Team leader says" : "Wait for the answer"
    case .inTreatment:
      daysUnseen == nil ? "Monitor each month" : "Dropped out? Record a monitoring"
    case .dropOut: "Tell partners, assess the risk"
    case .furtherAction: "Decide on new information"
    case .rmsRetained: retention.map { "RMS \($0.reference), since \($0.on.uk)" } ?? "-"
    case .closedOtherOption, .closedRefused, .closedNotServed, .closedCompleted: "-"
    }
  }
}
