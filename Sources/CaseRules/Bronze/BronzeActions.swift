/// What can be done with a bronze action now, and why the rest cannot.
package enum BronzeActions {
  /// In the order of the work; what cannot be done in this state is left out, unless it is what the
  /// worker may have come for.
  package static func offered(
    for record: BronzeRecord, in context: RuleContext
  ) -> [OfferedForm] {
    all.map { step in
      OfferedForm(
        step.form, about: record.action.ref, title: step.title,
        whyNot: whyNot(step, record, context))
    }
  }

  private typealias Guard = @Sendable (BronzeRecord, RuleContext) -> String?

  private struct Step {
    let form: FormID
    let title: String
    /// Whatever of these is possible makes the form possible.
    let events: [BronzeEvent]
    /// What stands in the way before anything is typed; nil when nothing does.
    let obstacle: Guard

    init(
      _ form: FormID, _ title: String, _ events: BronzeEvent...,
      obstacle: @escaping Guard = { _, _ in nil }
    ) {
      self.form = form
      self.title = title
      self.events = events
      self.obstacle = obstacle
    }
  }

  private static let all: [Step] = [
    Step(DecideBronzeForm.id, "Decide", .granted),
    Step(RecommendBronzeForm.id, "Recommend", .granted, obstacle: isNoTeamLeader),
    Step(ResearchRequestForm.id, "Ask an agency", .researchComplete),
    Step(ResearchReplyForm.id, "Record a reply", .researchComplete, obstacle: nobodyWasAsked),
    Step(
      CompleteResearchForm.id, "Complete the research", .researchComplete,
      obstacle: nobodyHasAnswered),
    Step(HumanRightsForm.id, "Human-rights test", .submitted),
    Step(FurtherOptionForm.id, "Record another option", .notMet, obstacle: criteriaAreMet),
    Step(BronzeLetterForm.id, "Draft the letter", .submitted, obstacle: criteriaAreNotMet),
    Step(SubmitBronzeForm.id, "Submit for authorisation", .submitted, obstacle: hasNoLetter),
    Step(ServeBronzeForm.id, "Letter served", .served),
    Step(
      NotServedForm.id, "Letter not served", .notServedAgain, .notServedClosed,
      obstacle: mayStillBeServed),
    Step(BronzeResponseForm.id, "Response to the letter", .accepted, .declined),
    Step(MonitoringForm.id, "Record a monitoring", .retained, .completed, .notRetained),
    Step(PartnerNoticeForm.id, "Notice to partners", .riskAssessed),
    Step(RiskAssessmentForm.id, "Risk assessment", .riskAssessed),
    Step(ReturnToTreatmentForm.id, "Back in treatment", .returnedToTreatment),
    Step(FurtherActionForm.id, "Decide on further action", .furtherDecided),
  ]

  private static func whyNot(
    _ step: Step, _ record: BronzeRecord, _ context: RuleContext
  ) -> String? {
    let refusals = step.events.map { BronzeMachine.refusal($0, in: record.state) }
    if let refusal = refusals.first, refusals.allSatisfy({ $0 != nil }) {
      return refusal?.display
    }
    if let why = FormCatalogue.form(step.form)?.whyNotSave(context.worker) { return why }
    return step.obstacle(record, context)
  }

  // MARK: Obstacles

  private static let isNoTeamLeader: Guard = { _, context in
    context.worker.role == .sup ? nil : "INT-024: A team leader recommends"
  }

  private static let nobodyWasAsked: Guard = { record, _ in
    record.research.isEmpty ? "INT-020: No agency has been asked yet" : nil
  }

  private static let nobodyHasAnswered: Guard = { record, _ in
    BronzeRules.researchDone(record.research)?.display
  }

  private static let criteriaAreMet: Guard = { record, _ in
    record.action.test.map { $0.isMet ? "INT-023: The criteria are recorded as met" : nil }
      ?? "INT-021: The human-rights test comes first"
  }

  private static let criteriaAreNotMet: Guard = { record, _ in
    record.action.test?.isMet == true
      ? nil : "INT-022: The criteria are not recorded as met yet"
  }

  private static let hasNoLetter: Guard = { record, _ in
    record.action.letter == nil ? "INT-022: No letter is drafted yet" : nil
  }

  private static let mayStillBeServed: Guard = { record, context in
    NotServedForm.tooSoon(record, context).first?.display
  }

  /// The form that comes next for this worker, if one is theirs now.
  package static func next(for record: BronzeRecord, in context: RuleContext) -> OfferedForm? {
    let possible = offered(for: record, in: context).filter { $0.whyNot == nil }
    return nextForms(record).lazy.compactMap { form in possible.first { $0.form == form } }.first
  }

  private static func nextForms(_ record: BronzeRecord) -> [FormID] {
    switch record.state {
    case .research:
      BronzeRules.researchDone(record.research) == nil
        ? [CompleteResearchForm.id]
        : record.research.isEmpty
          ? [ResearchRequestForm.id] : [ResearchReplyForm.id]
    case .humanRightsTest:
      record.action.test == nil
        ? [HumanRightsForm.id]
        : record.action.test?.isMet == true
          ? (record.action.letter == nil ? [BronzeLetterForm.id] : [SubmitBronzeForm.id])
          : [FurtherOptionForm.id]
    case .pending: [DecideBronzeForm.id]
    case .authorised: [ServeBronzeForm.id, NotServedForm.id]
    case .served: [BronzeResponseForm.id]
    case .inTreatment: [MonitoringForm.id]
    case .dropOut:
      record.told.isEmpty
        ? [PartnerNoticeForm.id, RiskAssessmentForm.id] : [RiskAssessmentForm.id]
    case .furtherAction: [FurtherActionForm.id]
    case .closedOtherOption, .closedRefused, .closedNotServed, .closedCompleted, .rmsRetained: []
    }
  }
}
