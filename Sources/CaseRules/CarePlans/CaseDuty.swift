/// PPL-019: one of the six duties of case management, as it stands for a client.
package struct CaseDuty: Equatable, Sendable {
  package enum Kind: CaseIterable, Hashable, Sendable {
    case plan, fullRange, coordination, retention, noDuplicate, noGap

    package var title: String {
      switch self {
      case .plan: "Plan managed, reviewed"
      case .fullRange: "Full range of services"
      case .coordination: "Care co-ordinated"
      case .retention: "Retention"
      case .noDuplicate: "No duplicate assessment"
      case .noGap: "No gap between services"
      }
    }
  }

  package enum Status: Equatable, Sendable {
    case kept
    /// Something is to be done, and nothing is late.
    case toDo
    case notKept
    /// It cannot be told from what this worker may see.
    case notKnown

    package var words: String {
      switch self {
      case .kept: "Kept"
      case .toDo: "To do"
      case .notKept: "Not kept"
      case .notKnown: "Not open to you"
      }
    }
  }

  package let kind: Kind
  package let status: Status
  /// The fact behind it, in words.
  package let reason: String

  init(_ kind: Kind, _ status: Status, _ reason: String) {
    self.kind = kind
    self.status = status
    self.reason = reason
  }
}

/// PPL-019: the checklist of a client on the caseload, worked out from the records.
package enum CaseDuties {
  /// Empty for somebody who is not on the caseload.
  package static func list(for file: PersonFile, in context: RuleContext) -> [CaseDuty] {
    guard let episode = file.openEpisode, episode.joined != nil else { return [] }
    return [
      plan(file, context), fullRange(file), coordination(file),
      retention(episode, file, context), noDuplicate(episode, file, context),
      noGap(episode, file, context),
    ]
  }

  // MARK: The plan

  private static func plan(_ file: PersonFile, _ context: RuleContext) -> CaseDuty {
    let owed = file.deadlines.filter {
      $0.status.isOpen
        && ($0.name == CaseloadDeadlines.firstCarePlanName
          || $0.name == CaseloadDeadlines.carePlanReviewName)
    }
    if let late = owed.first(where: { $0.status == .overdue }) {
      return CaseDuty(
        .plan, .notKept, "\(late.name) was due on \(late.due?.ukWithWeekday ?? "-")")
    }
    guard let plan = file.currentPlan else {
      let due = owed.first?.due.map { ", due \($0.ukWithWeekday)" } ?? ""
      return CaseDuty(.plan, .toDo, "No care plan yet" + due)
    }
    guard plan.agreement.agreedOn != nil else {
      return CaseDuty(.plan, .toDo, "Version \(plan.version) is \(plan.agreement.words)")
    }
    let review = owed.first { $0.name == CaseloadDeadlines.carePlanReviewName }
    let due = review?.due.map { ", review due \($0.ukWithWeekday)" } ?? ""
    return CaseDuty(.plan, .kept, "Version \(plan.version) \(plan.agreement.short)" + due)
  }

  // MARK: Services

  /// Every threat to progress is met by an action or a referral.
  private static func fullRange(_ file: PersonFile) -> CaseDuty {
    guard let plan = file.currentPlan else {
      return CaseDuty(.fullRange, .toDo, "No care plan yet that says what is needed")
    }
    let referred = Set(
      file.standingReferrals.filter { $0.outcome?.isDead != true }.compactMap(\.kind.answers))
    let open = plan.unanswered.filter { !referred.contains($0) }
    guard open.isEmpty else {
      let words = open.map { $0.words.lowercased() }.joined(separator: ", ")
      return plan.threatReason.isEmpty
        ? CaseDuty(.fullRange, .notKept, "Nothing answers: \(words)")
        : CaseDuty(.fullRange, .kept, "No action on \(words): \(plan.threatReason)")
    }
    let agencies = file.agencies.filter { $0.until == nil }.count
    let counted = [
      Digits.counted(plan.goals.filter(\.status.isOpen).count, "open goal"),
      Digits.counted(agencies, "agency", "agencies"),
      Digits.counted(file.standingReferrals.count, "referral"),
    ].joined(separator: ", ")
    return CaseDuty(.fullRange, .kept, counted)
  }

  /// PPL-013: one co-ordinator among those involved.
  private static func coordination(_ file: PersonFile) -> CaseDuty {
    let current = file.agencies.filter { $0.until == nil }
    if let lead = current.first(where: \.isCoordinator) {
      return CaseDuty(.coordination, .kept, "\(lead.name), \(lead.lead), co-ordinates")
    }
    return current.isEmpty
      ? CaseDuty(.coordination, .toDo, "No agency is listed with the client yet (PPL-013)")
      : CaseDuty(.coordination, .notKept, "Nobody is marked as care co-ordinator (PPL-013)")
  }

  // MARK: Keeping hold of the client

  /// PPL-024: in contact, and nothing owed after a miss.
  private static func retention(
    _ episode: Episode, _ file: PersonFile, _ context: RuleContext
  ) -> CaseDuty {
    let last = episode.lastContact.map { "last contact \($0.ukWithWeekday)" } ?? "no contact yet"
    if !episode.state.isActive {
      return CaseDuty(.retention, .notKept, "\(episode.state.title); \(last)")
    }
    if LostContactRules.isAtRisk(episode, on: context.today, settings: context.settings) {
      return CaseDuty(.retention, .notKept, "At risk of losing contact (PPL-024); \(last)")
    }
    if episode.failedAttempts > 0 {
      let tried = Digits.counted(episode.failedAttempts, "attempt")
      return CaseDuty(.retention, .toDo, "\(tried) without an answer; \(last)")
    }
    return CaseDuty(.retention, .kept, last.prefix(1).uppercased() + last.dropFirst())
  }

  // MARK: Assessments

  /// PPL-010: no second assessment while an earlier one still counts.
  private static func noDuplicate(
    _ episode: Episode, _ file: PersonFile, _ context: RuleContext
  ) -> CaseDuty {
    if let why = AccessMatrix.whyNotRead(context.worker, .custodyBoardAndDIR) {
      return CaseDuty(.noDuplicate, .notKnown, why)
    }
    let days = file.assessments.filter { $0.assessed.date >= episode.opened }
      .sorted { $0.assessed < $1.assessed }
    for (earlier, later) in zip(days, days.dropFirst()) {
      let apart = later.assessed.date.days(since: earlier.assessed.date)
      if apart <= context.settings.duplicateAssessmentDays {
        return CaseDuty(
          .noDuplicate, .notKept,
          "\(earlier.ref) and \(later.ref) were taken \(Digits.counted(apart, "day")) apart")
      }
    }
    return days.last.map {
      CaseDuty(.noDuplicate, .kept, "One assessment counts: \($0.ref), \($0.assessed.date.uk)")
    } ?? CaseDuty(.noDuplicate, .kept, "No assessment since \(episode.opened.uk)")
  }

  // MARK: Between services

  /// PPL-012: nobody between two workers, no referral without an answer, and a date to come.
  private static func noGap(
    _ episode: Episode, _ file: PersonFile, _ context: RuleContext
  ) -> CaseDuty {
    if let handover = file.pendingHandover {
      return CaseDuty(
        .noGap, .toDo,
        "Handover to \(handover.receiver) waits; \(handover.fromName) stays responsible (PPL-012)")
    }
    if let waiting = file.standingReferrals.last(where: { $0.outcome == nil }) {
      return CaseDuty(
        .noGap, .toDo, "No outcome yet: \(waiting.agency), referred \(waiting.referred.uk)")
    }
    let booked = file.appointments.filter { $0.state == .booked && $0.starts >= context.now }
    guard let next = booked.min(by: { $0.starts < $1.starts }) else {
      return CaseDuty(.noGap, .toDo, "No appointment is booked")
    }
    return CaseDuty(
      .noGap, .kept,
      "\(episode.workerName) is responsible; next seen \(next.starts.date.ukWithWeekday)")
  }
}

extension ReferralOutcome {
  /// Nothing comes of it.
  fileprivate var isDead: Bool {
    switch self {
    case .accepted, .started, .completed: false
    case .notAccepted, .didNotAttend, .declined: true
    }
  }
}
