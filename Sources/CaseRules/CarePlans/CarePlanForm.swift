/// A client's care plan: the first one, or the next version at a review (PPL-014 to PPL-017).
///
/// Every save makes a new version; the one before is kept as it was.
package enum CarePlanForm {
  package static let id: FormID = "care-plan"

  package static let goals: FieldCode = "goals"
  package static let uncovered: FieldCode = "no-goal-in"
  package static let uncoveredWhy: FieldCode = "no-goal-why"
  package static let threats: FieldCode = "threats"
  package static let treatments: FieldCode = "treatments"
  package static let terms: FieldCode = "terms"
  package static let termsAgreed: FieldCode = "terms-agreed"
  package static let made: FieldCode = "made"
  package static let agreed: FieldCode = "agreed"
  package static let agreedOn: FieldCode = "agreed-on"
  package static let notAgreed: FieldCode = "not-agreed"
  package static let note: FieldCode = "note"

  /// The columns of a goal.
  package enum GoalColumn {
    package static let domain: FieldCode = "domain"
    package static let goal: FieldCode = "goal"
    package static let action: FieldCode = "action"
    package static let lead: FieldCode = "lead"
    package static let target: FieldCode = "target"
    package static let status: FieldCode = "status"
    package static let tackles: FieldCode = "tackles"
  }

  /// The columns of a treatment.
  package enum TreatmentColumn {
    package static let modality: FieldCode = "modality"
    package static let provider: FieldCode = "provider"
    package static let service: FieldCode = "service"
  }

  package static let definition = FormDefinition(
    id, title: "Care plan",
    purpose: "Makes a client's care plan, or its next version at a review; the old one is kept",
    about: [.person, .episode, .carePlan], function: .personAndCaseload, keptIn: .carePlan,
    requiredBy: "PPL-015",
    action: .near(.carePlan, "m"),
    sections: [needSection, goalSection, treatmentSection, agreementSection],
    rules: CarePlanRules.all)

  private static let needSection = FormSection(
    "Needs",
    PlanNeed.allCases.map { need in
      FormField(need.field, need.words, kind(of: need)).help(help(for: need))
    })

  private static func kind(of need: PlanNeed) -> FieldKind {
    switch need {
    case .drugs, .health, .wishes: .longText(max: 2_000)
    case .injecting, .alcohol, .housing, .employment, .debts, .family: .text(max: 200)
    }
  }

  private static func help(for need: PlanNeed) -> String {
    switch need {
    case .drugs: "What is used, how, how often and for how much"
    case .injecting: "Now, before, with shared equipment"
    case .alcohol: "Days a week and units a day"
    case .health: "Body and mind, pregnancy, tests, medication"
    case .housing: "Where the client lives, and for how long"
    case .employment: "Work, training, benefits"
    case .debts: "What is owed, to whom, and whether it presses"
    case .family: "Partner, children, who helps and who hinders"
    case .wishes: "The client's own goals, in the client's words"
    }
  }

  private static let goalColumns = [
    FormField(
      GoalColumn.domain, "Domain",
      .choice(PlanDomain.list("plan-domain", title: "Domain", rule: "PPL-015"))
    ).required(),
    FormField(GoalColumn.goal, "Goal", .text(max: 200)).required()
      .help("What will be different, so that both can see it"),
    FormField(GoalColumn.action, "Action", .text(max: 300)).required()
      .help("Who does what towards it"),
    FormField(GoalColumn.lead, "Lead agency", .text(max: 100)).required(),
    FormField(GoalColumn.target, "Target date", .date(direction: .future)).required(),
    FormField(
      GoalColumn.status, "Status",
      .choice(GoalStatus.list("goal-status", title: "Status of a goal", rule: "PPL-015"))
    ).required(),
    FormField(
      GoalColumn.tackles, "Answers threat",
      .choice(ProgressThreat.list("progress-threat", title: "Threat", rule: "PPL-017"))
    ).help("The threat to progress that this action is for, if any (PPL-017)"),
  ]

  private static let goalSection = FormSection(
    "Goals",
    [
      FormField(goals, "Goals", .rows(goalColumns, most: 30))
        .required { $0.codes(uncovered).count < PlanDomain.allCases.count }
        .help("A goal that is done with stays, with its status"),
      FormField(
        uncovered, "No goal in",
        .choices(PlanDomain.list("plan-domain", title: "Domain", rule: "PPL-015"))
      ).help("Domains in which none is needed now; each of the four is covered one way"),
      FormField(uncoveredWhy, "Why none there", .text(max: 300))
        .required { !$0.codes(uncovered).isEmpty }.applying { !$0.codes(uncovered).isEmpty },
      FormField(
        threats, "Threatens progress",
        .choices(ProgressThreat.list("progress-threat", title: "Threat", rule: "PPL-017"))
      ).help("Each needs an action among the goals, or a reason why not (PPL-017)"),
    ])

  private static let treatmentColumns = [
    FormField(TreatmentColumn.modality, "Treatment", .code(.modalities)).required(),
    FormField(TreatmentColumn.provider, "Provider", .text(max: 100)).required(),
    FormField(TreatmentColumn.service, "Directory entry", .link(kinds: [.agency])),
  ]

  private static let treatmentSection = FormSection(
    "Treatment",
    [
      FormField(treatments, "Treatment", .rows(treatmentColumns, most: 10))
        .help("Tier 3 and 4 treatment starts only when the plan names it (PPL-031)"),
      FormField(terms, "Attendance terms", .longText(max: 500))
        .required { $0.isAnswered(termsAgreed) }.needed(by: "PPL-014")
        .help("How often, where, and what happens after a missed appointment"),
      FormField(termsAgreed, "Client agreed terms on", .date(direction: .past))
        .applying { !($0.rows[treatments] ?? []).isEmpty || $0.isAnswered(terms) },
    ])

  private static let agreementSection = FormSection(
    "Agreement",
    [
      FormField(made, "Date of this version", .date(direction: .past)).required()
        .needed(by: "PPL-014").help("The day client and worker made or reviewed it"),
      FormField(agreed, "Client agrees", .yesNo(notKnown: false, refused: false)).required()
        .needed(by: "PPL-014").help("Only an agreed plan meets the deadline (PPL-014)"),
      FormField(agreedOn, "Agreed on", .date(direction: .past))
        .applying { $0.isYes(agreed) }.needed(by: "PPL-014")
        .help("Empty: on the day of this version, in the same meeting"),
      FormField(notAgreed, "Why not agreed", .text(max: 300))
        .required { $0.yesNo(agreed) == .no }.applying { $0.yesNo(agreed) == .no }
        .needed(by: "PPL-014").help("Also when the client takes it away to read"),
      FormField(note, "Note", .longText(max: 1000))
        .help("At a review: what went well, what did not, what changes"),
    ])
}
