import CaseRules

/// The care plan of the invented client, in two versions.
enum ExamplePlans {
  static let first = version(1, Examples.day(10, 9, 2007), [.underWay, .notStarted, .underWay])

  static let second: CarePlan = {
    var plan = version(2, Examples.day(1, 10, 2007), [.achieved, .underWay, .underWay])
    plan.goals.append(
      PlanGoal(
        id: 4, domain: .social, goal: "A room with a door that locks",
        action: "Housing application; letter from the key worker", leadAgency: "Housing office",
        target: Examples.day(30, 11, 2007), status: .underWay, tackles: .housing))
    plan.uncovered = []
    plan.threats = [.housing, .debt]
    plan.threatReason = "Settled with the court last week"
    plan.needs[.housing] = "Friends' sofas since July"
    plan.note = "Comes on time; money is still the worry"
    return plan
  }()

  static let referrals = [
    WraparoundReferral(
      id: ReferralID(3), person: PersonID(1042), kind: .housing,
      referred: Examples.day(2, 10, 2007), agency: "Housing office", workerName: "A.BEGUM"),
    WraparoundReferral(
      id: ReferralID(2), person: PersonID(1042), kind: .lifeSkills,
      referred: Examples.day(20, 9, 2007), agency: "Money advice", outcome: .started,
      outcomeOn: Examples.day(1, 10, 2007), workerName: "A.BEGUM"),
  ]

  static let versions = [second, first].map {
    CarePlanVersion(
      ref: $0.id.ref, episode: $0.episode, version: $0.version, made: $0.made,
      agreement: $0.agreement, workerName: $0.workerName)
  }

  static let review = DueLine(
    ref: RecordRef(.episode, 7), person: RecordRef(.person, 1042), name: "Care-plan review",
    rule: "PPL-016", owner: "worker", startFact: "last version of the care plan",
    due: Examples.day(24, 12, 2007), status: .running,
    working: "84 days from Mon 01/10/2007; due Mon 24/12/2007", metByForm: CarePlanForm.id)

  static let file: CarePlanFile = {
    var file = ExampleFiles.person
    file.deadlines.append(review)
    return CarePlanFile(file: file, plan: second, previous: first)
  }()

  private static func version(
    _ version: Int, _ day: CalendarDate, _ statuses: [GoalStatus]
  ) -> CarePlan {
    let words = [
      (PlanDomain.drugUse, "No use on top of the script", "Weekly 1-1; test every second week"),
      (.health, "Hepatitis tests done", "Nurse clinic; go there together the first time"),
      (.offending, "No arrest until the review", "Ring the key worker before, not after"),
    ]
    return CarePlan(
      id: CarePlanID(Int64(10 + version)), person: PersonID(1042), episode: EpisodeID(7),
      version: version, made: day, worker: WorkerID(4), workerName: "A.BEGUM",
      agreement: .agreed(day),
      needs: [.drugs: "Heroin, 7 days a week, £20 a day (main drug)", .wishes: "A quiet life"],
      goals: zip(words, statuses).enumerated().map { number, goal in
        PlanGoal(
          id: number + 1, domain: goal.0.0, goal: goal.0.1, action: goal.0.2,
          leadAgency: "CJIT", target: Examples.day(3 + number, 10, 2007), status: goal.1)
      },
      uncovered: [.social], uncoveredWhy: "Lives with a sister for now",
      treatments: [
        PlannedTreatment(id: 1, modality: "SPR", provider: "Harbour drug team")
      ], terms: "Weekly, with a test", termsAgreed: day,
      recorded: Moment(local: day, ClockTime(minutesOfDay: 700)))
  }
}
