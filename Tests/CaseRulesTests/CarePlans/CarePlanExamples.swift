import CaseRules

extension FormFacts {
  /// A client of Cara Doyle, on the caseload since Mon 01/10/2007.
  static func client(
    _ state: EpisodeState = .activeCommunity, last: CarePlan? = nil, plan: CarePlan? = nil
  ) -> FormFacts {
    var facts = FormFacts()
    facts.carePlan = CarePlanFacts(episode: .client(state), last: last, plan: plan)
    return facts
  }
}

extension Episode {
  static func client(_ state: EpisodeState = .activeCommunity) -> Episode {
    Episode(
      id: EpisodeID(7), person: PersonID(42), state: state, entryPoint: .arrest,
      opened: .example("2007-09-28"), worker: WorkerID(3), workerName: "Cara Doyle",
      joined: .example("2007-10-01"), lastContact: .example("2007-10-03"),
      prison: state == .activeCustody ? "Albany" : "")
  }
}

extension CarePlan {
  static func example(
    version: Int = 1, made: String = "2007-10-03",
    agreement: PlanAgreement = .agreed(.example("2007-10-03")), goals: [PlanGoal] = PlanGoal.four,
    threats: [ProgressThreat] = []
  ) -> CarePlan {
    CarePlan(
      id: CarePlanID(Int64(version)), person: PersonID(42), episode: EpisodeID(7),
      version: version, made: .example(made), worker: WorkerID(3), workerName: "Cara Doyle",
      agreement: agreement, goals: goals, threats: threats,
      recorded: .example(made + " 10:00"))
  }
}

extension PlanGoal {
  static func example(
    _ id: Int, _ domain: PlanDomain, status: GoalStatus = .underWay,
    tackles: ProgressThreat? = nil
  ) -> PlanGoal {
    PlanGoal(
      id: id, domain: domain, goal: "Goal \(id)", action: "Weekly meetings", leadAgency: "CJIT",
      target: .example("2007-12-31"), status: status, tackles: tackles)
  }

  /// One for each domain.
  static var four: [PlanGoal] {
    PlanDomain.allCases.enumerated().map { .example($0 + 1, $1) }
  }
}

extension CarePlanForm {
  /// A plan that can be saved, as its form holds it.
  static func answers(_ plan: CarePlan = .example()) -> FormDraft { draft(of: plan) }

  /// What is said about a draft: "PPL-015 blocks goals".
  static func said(
    _ draft: FormDraft, _ facts: FormFacts = .client(), role: Role = .cjit,
    on day: String = "2007-10-05 12:00"
  ) -> [String] {
    definition.said(
      draft.texts, rows: draft.rows, facts, in: .example(at: .example(day), role: role))
  }
}
