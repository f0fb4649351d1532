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

  private struct Step {
    let form: FormID
    let title: String
    /// Whatever of these is possible makes the form possible.
    let events: [BronzeEvent]
  }

  private static let all: [Step] = [
    Step(form: DecideBronzeForm.id, title: "Decide", events: [.granted]),
    Step(form: RecommendBronzeForm.id, title: "Recommend", events: [.granted]),
    Step(form: ResearchRequestForm.id, title: "Ask an agency", events: [.researchComplete]),
    Step(form: ResearchReplyForm.id, title: "Record a reply", events: [.researchComplete]),
    Step(
      form: CompleteResearchForm.id, title: "Complete the research", events: [.researchComplete]),
    Step(form: HumanRightsForm.id, title: "Human-rights test", events: [.submitted]),
    Step(form: FurtherOptionForm.id, title: "Record another option", events: [.notMet]),
    Step(form: BronzeLetterForm.id, title: "Draft the letter", events: [.submitted]),
    Step(form: SubmitBronzeForm.id, title: "Submit for authorisation", events: [.submitted]),
    Step(form: ServeBronzeForm.id, title: "Letter served", events: [.served]),
    Step(
      form: NotServedForm.id, title: "Letter not served",
      events: [.notServedAgain, .notServedClosed]),
    Step(
      form: BronzeResponseForm.id, title: "Response to the letter", events: [.accepted, .declined]),
    Step(
      form: MonitoringForm.id, title: "Record a monitoring",
      events: [.retained, .completed, .notRetained]),
    Step(form: PartnerNoticeForm.id, title: "Notice to partners", events: [.riskAssessed]),
    Step(form: RiskAssessmentForm.id, title: "Risk assessment", events: [.riskAssessed]),
    Step(
      form: ReturnToTreatmentForm.id, title: "Back in treatment", events: [.returnedToTreatment]),
    Step(form: FurtherActionForm.id, title: "Decide on further action", events: [.furtherDecided]),
  ]

  private static func whyNot(
    _ step: Step, _ record: BronzeRecord, _ context: RuleContext
  ) -> String? {
    let refusals = step.events.map { BronzeMachine.refusal($0, in: record.state) }
    if let refusal = refusals.first, refusals.allSatisfy({ $0 != nil }) {
      return refusal?.display
    }
    if let why = FormCatalogue.form(step.form)?.whyNotSave(context.worker) { return why }
    return guardWords(step.form, record, context)
  }

  /// What stands in the way before anything is typed.
  private static func guardWords(
    _ form: FormID, _ record: BronzeRecord, _ context: RuleContext
  ) -> String? {
    switch form {
    case CompleteResearchForm.id: BronzeRules.researchDone(record.research)?.display
    case ResearchReplyForm.id:
      record.research.isEmpty ? "INT-020: No agency has been asked yet" : nil
    case BronzeLetterForm.id:
      record.action.test?.isMet == true
        ? nil : "INT-022: The criteria are not recorded as met yet"
    case SubmitBronzeForm.id:
      record.action.letter == nil ? "INT-022: No letter is drafted yet" : nil
    case FurtherOptionForm.id:
      record.action.test.map { $0.isMet ? "INT-023: The criteria are recorded as met" : nil }
        ?? "INT-021: The human-rights test comes first"
    case NotServedForm.id: NotServedForm.tooSoon(record, context).first?.display
    case RecommendBronzeForm.id:
      context.worker.role == .sup ? nil : "INT-024: A team leader recommends"
    default: nil
    }
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
