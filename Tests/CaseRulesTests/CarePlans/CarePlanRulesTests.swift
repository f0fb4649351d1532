import Testing

@testable import CaseRules

@Suite("Care plans")
struct CarePlanRulesTests {
  @Test("PPL-014, PPL-015: a plan over four domains, agreed with the client, can be kept")
  func complete() {
    #expect(CarePlanForm.said(CarePlanForm.answers()) == [])
  }

  @Test(
    "PPL-015: a goal without action, lead agency, target date or status is refused",
    arguments: [
      CarePlanForm.GoalColumn.action, CarePlanForm.GoalColumn.lead,
      CarePlanForm.GoalColumn.target, CarePlanForm.GoalColumn.status,
    ])
  func gaps(column: FieldCode) {
    var draft = CarePlanForm.answers()
    draft[FieldPlace(CarePlanForm.goals, row: 2, column: column)] = ""
    #expect(CarePlanForm.said(draft) == ["PPL-015 blocks goals.2.\(column.text)"])
  }

  @Test("PPL-015: a domain without a goal says so, with why", arguments: PlanDomain.allCases)
  func domains(domain: PlanDomain) {
    var draft = CarePlanForm.answers()
    draft.rows[CarePlanForm.goals]?.removeAll {
      $0.texts[CarePlanForm.GoalColumn.domain] == domain.code
    }
    #expect(CarePlanForm.said(draft) == ["PPL-015 blocks goals"])
    draft[CarePlanForm.uncovered] = domain.code
    #expect(CarePlanForm.said(draft) == ["PPL-015 blocks no-goal-why"])
    draft[CarePlanForm.uncoveredWhy] = "Nothing is needed there now"
    #expect(CarePlanForm.said(draft) == [])
  }

  @Test("PPL-015: a plan without goals says why in every domain, or has goals")
  func noGoals() {
    var draft = CarePlanForm.answers()
    draft.rows[CarePlanForm.goals] = nil
    #expect(CarePlanForm.said(draft) == ["PPL-015 blocks goals"])
    draft[CarePlanForm.uncovered] = "DRU, HEA, OFF, SOC"
    draft[CarePlanForm.uncoveredWhy] = "Waits for the assessment in hospital"
    #expect(CarePlanForm.said(draft) == [])
    draft[CarePlanForm.uncovered] = "DRU, HEA"
    #expect(CarePlanForm.said(draft) == ["PPL-015 blocks goals", "PPL-015 blocks goals"])
  }

  @Test("PPL-015: a domain cannot have a goal and be among those without")
  func contradiction() {
    var draft = CarePlanForm.answers()
    draft[CarePlanForm.uncovered] = PlanDomain.health.code
    draft[CarePlanForm.uncoveredWhy] = "Well enough"
    #expect(CarePlanForm.said(draft) == ["PPL-015 blocks no-goal-in"])
  }

  @Test(
    "PPL-017: a threat without an open action is warned of, each one",
    arguments: ProgressThreat.allCases)
  func threats(threat: ProgressThreat) {
    var plan = CarePlan.example(threats: [threat])
    let warned = ["PPL-017 warns threats"]
    #expect(CarePlanForm.said(CarePlanForm.answers(plan)) == warned)
    plan.goals[3].tackles = threat
    #expect(CarePlanForm.said(CarePlanForm.answers(plan)) == [])
    plan.goals[3].status = .achieved
    #expect(CarePlanForm.said(CarePlanForm.answers(plan)) == warned)
  }

  @Test("PPL-017: two threats without an action are two warnings")
  func twoThreats() {
    let plan = CarePlan.example(threats: [.housing, .debt])
    #expect(CarePlanForm.said(CarePlanForm.answers(plan)).count == 2)
    #expect(plan.unanswered == [.housing, .debt])
  }

  @Test("PPL-014: a plan is agreed on a day, or says why it is not")
  func agreement() {
    var draft = CarePlanForm.answers()
    draft[CarePlanForm.agreedOn] = ""
    #expect(CarePlanForm.said(draft) == ["PPL-014 shows agreed-on"], "the day of this version")
    draft[CarePlanForm.agreed] = "no"
    #expect(CarePlanForm.said(draft) == ["PPL-014 blocks not-agreed"])
    draft[CarePlanForm.notAgreed] = "Wants to think about it"
    #expect(CarePlanForm.said(draft) == [])
    draft[CarePlanForm.agreed] = ""
    #expect(CarePlanForm.said(draft) == ["PPL-014 blocks agreed"])
  }

  @Test("GEN-007: neither plan nor agreement lies in the future or before what it follows")
  func days() {
    var draft = CarePlanForm.answers()
    draft[CarePlanForm.agreedOn] = "06/10/2007"
    #expect(CarePlanForm.said(draft) == ["GEN-007 blocks agreed-on"])
    draft[CarePlanForm.agreedOn] = "02/10/2007"
    #expect(CarePlanForm.said(draft) == ["GEN-007 blocks agreed-on"])
    draft[CarePlanForm.agreedOn] = "05/10/2007"
    draft[CarePlanForm.made] = "27/09/2007"
    #expect(CarePlanForm.said(draft) == ["GEN-007 blocks made"], "before the first contact")
    draft[CarePlanForm.made] = "03/10/2007"
    let last = CarePlan.example(made: "2007-10-04")
    #expect(CarePlanForm.said(draft, .client(last: last)) == ["GEN-007 blocks made"])
  }

  @Test(
    "PPL-014: plans are for clients on the caseload",
    arguments: [EpisodeState.activeCommunity, .activeCustody, .dropOutReview])
  func onCaseload(state: EpisodeState) {
    #expect(CarePlanForm.said(CarePlanForm.answers(), .client(state)) == [])
    #expect(CarePlanForm.said(CarePlanForm.answers(), FormFacts()) == ["PPL-014 blocks"])
    var closed = FormFacts.client(.closed)
    #expect(CarePlanForm.said(CarePlanForm.answers(), closed) == ["PPL-014 blocks"])
    closed.carePlan?.episode = .client(.assessed)
    closed.carePlan?.episode?.joined = nil
    #expect(CarePlanForm.said(CarePlanForm.answers(), closed) == ["PPL-014 blocks"])
  }

  @Test("Function matrix: CARAT writes the plan in custody, not while the client is outside")
  func carat() {
    let draft = CarePlanForm.answers()
    #expect(CarePlanForm.said(draft, .client(), role: .carat) == ["GEN-003 blocks"])
    #expect(CarePlanForm.said(draft, .client(.activeCustody), role: .carat) == [])
    #expect(CarePlanForm.said(draft, .client(.activeCustody), role: .cjit) == [])
  }

  @Test("Function matrix: who may save a care plan", arguments: Role.allCases)
  func matrix(role: Role) {
    let worker = Worker(id: WorkerID(1), name: "Somebody", role: role)
    let may = AccessMatrix.whyNotEdit(worker, CarePlanForm.definition.function) == nil
    #expect(may == [.arw, .cjit, .carat, .drrkw, .sup].contains(role))
  }

  @Test("PPL-031: structured treatment without agreed terms is pointed out, nothing is stopped")
  func terms() {
    var plan = CarePlan.example()
    plan.treatments = [PlannedTreatment(id: 1, modality: "SPR", provider: "Drug team")]
    #expect(CarePlanForm.said(CarePlanForm.answers(plan)) == ["PPL-014 shows terms-agreed"])
    plan.termsAgreed = .example("2007-10-03")
    #expect(CarePlanForm.said(CarePlanForm.answers(plan)) == ["PPL-014 blocks terms"])
    plan.terms = "Weekly, with a test"
    #expect(CarePlanForm.said(CarePlanForm.answers(plan)) == [])
    plan.treatments[0].modality = "ADV"
    plan.termsAgreed = nil
    #expect(CarePlanForm.said(CarePlanForm.answers(plan)) == [], "tier 2 needs no terms")
  }

  @Test("A plan reads back from its form as it was")
  func roundTrip() {
    var plan = CarePlan.example(threats: [.housing])
    plan.goals[3].tackles = .housing
    plan.needs = [.drugs: "Heroin", .wishes: "A quiet life"]
    plan.uncovered = []
    plan.treatments = [
      PlannedTreatment(id: 1, modality: "SPR", provider: "Drug team", service: AgencyID(4))
    ]
    let draft = CarePlanForm.draft(of: plan)
    let reading = FormReading(
      draft, of: CarePlanForm.definition, in: RuleContext.example().reading)
    #expect(CarePlanForm.goals(in: reading) == plan.goals)
    #expect(CarePlanForm.treatments(in: reading) == plan.treatments)
    #expect(CarePlanForm.needs(in: reading) == plan.needs)
    #expect(CarePlanForm.agreement(in: reading) == plan.agreement)
  }

  @Test("PPL-016: a review begins with the last version, but for its date and agreement")
  func review() {
    var plan = CarePlan.example()
    plan.note = "Said in the meeting"
    let draft = CarePlanForm.review(of: plan)
    #expect(draft.rows == CarePlanForm.draft(of: plan).rows)
    for field in [CarePlanForm.made, CarePlanForm.agreed, CarePlanForm.note] {
      #expect(draft[field].isEmpty)
    }
  }

  @Test("PPL-016: what a new version changed is told goal by goal")
  func changes() {
    let old = CarePlan.example(threats: [.housing])
    var new = CarePlan.example(version: 2, made: "2007-12-20")
    new.goals[0].status = .achieved
    new.goals[1].target = .example("2008-03-01")
    new.goals.remove(at: 2)
    new.goals.append(.example(5, .offending))
    new.needs = [.debts: "Has debts"]
    let told = CarePlanChange.changes(from: old, to: new, codes: .seeded)
    #expect(
      told == [
        CarePlanChange(.changed, "Goal 1", "Under way -> Achieved"),
        CarePlanChange(.changed, "Goal 2", "31/12/2007 -> 01/03/2008"),
        CarePlanChange(.added, "Goal 5", "Weekly meetings (CJIT)"),
        CarePlanChange(.removed, "Goal 3", "was: under way"),
        CarePlanChange(.removed, "Threatens progress", "was: Housing"),
        CarePlanChange(.added, "Debts", "Has debts"),
      ])
    #expect(CarePlanChange.changes(from: new, to: new, codes: .seeded).isEmpty)
  }

  @Test("PPL-016: the review is due 84 days after a version, on whatever day that is")
  func reviewDue() {
    let deadline = CaseloadDeadlines.carePlanReview(
      made: .example("2007-10-03"), settings: Settings())
    #expect(deadline.due(in: .englandAndWales) == .example("2007-12-26"))
    var settings = Settings()
    #expect(settings.set(.carePlanReviewDays, to: "28") == nil)
    let sooner = CaseloadDeadlines.carePlanReview(made: .example("2007-10-03"), settings: settings)
    #expect(sooner.due(in: .englandAndWales) == .example("2007-10-31"))
  }
}
