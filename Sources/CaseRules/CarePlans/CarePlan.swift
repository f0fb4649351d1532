/// One version of a client's care plan; a review makes the next one and this one stays (PPL-016).
package struct CarePlan: Equatable, Sendable {
  package var id: CarePlanID
  package var person: PersonID
  /// The time with the team it was made in; versions count anew in each.
  package var episode: EpisodeID
  package var version: Int
  /// The day client and worker made it.
  package var made: CalendarDate
  package var worker: WorkerID
  package var workerName: String
  package var agreement: PlanAgreement
  package var needs: [PlanNeed: String]
  /// In the order they were written down; a goal keeps its number through the versions.
  package var goals: [PlanGoal]
  /// The domains in which no goal is needed, and why.
  package var uncovered: [PlanDomain]
  package var uncoveredWhy: String
  package var threats: [ProgressThreat]
  /// PPL-017: why a threat stands in the plan without an action.
  package var threatReason: String
  package var treatments: [PlannedTreatment]
  /// What is expected of the client in treatment, in words.
  package var terms: String
  /// The day the client agreed to those terms (PPL-031).
  package var termsAgreed: CalendarDate?
  package var note: String
  package var recorded: Moment
  package var revision: Int

  package init(
    id: CarePlanID, person: PersonID, episode: EpisodeID, version: Int = 1, made: CalendarDate,
    worker: WorkerID, workerName: String = "", agreement: PlanAgreement,
    needs: [PlanNeed: String] = [:], goals: [PlanGoal] = [], uncovered: [PlanDomain] = [],
    uncoveredWhy: String = "", threats: [ProgressThreat] = [], threatReason: String = "",
    treatments: [PlannedTreatment] = [], terms: String = "", termsAgreed: CalendarDate? = nil,
    note: String = "", recorded: Moment, revision: Int = 1
  ) {
    self.id = id
    self.person = person
    self.episode = episode
    self.version = version
    self.made = made
    self.worker = worker
    self.workerName = workerName
    self.agreement = agreement
    self.needs = needs
    self.goals = goals
    self.uncovered = uncovered
    self.uncoveredWhy = uncoveredWhy
    self.threats = threats
    self.threatReason = threatReason
    self.treatments = treatments
    self.terms = terms
    self.termsAgreed = termsAgreed
    self.note = note
    self.recorded = recorded
    self.revision = revision
  }

  /// The goals of a domain; open ones before those that are done with.
  package func goals(in domain: PlanDomain) -> [PlanGoal] {
    let all = goals.filter { $0.domain == domain }
    return all.filter(\.status.isOpen) + all.filter { !$0.status.isOpen }
  }

  /// PPL-017: threats that no open goal answers.
  package var unanswered: [ProgressThreat] {
    threats.filter { threat in !goals.contains { $0.tackles == threat && $0.status.isOpen } }
  }

  /// "Version 2, made Mon 17/12/2007, agreed by the client on Mon 17/12/2007".
  package var words: String {
    "Version \(version), made \(made.ukWithWeekday), \(agreement.words)"
  }
}

/// PPL-014: whether the client has agreed to a plan.
package enum PlanAgreement: Equatable, Sendable {
  case agreed(CalendarDate)
  case notAgreed(because: String)

  package var agreedOn: CalendarDate? {
    switch self {
    case .agreed(let day): day
    case .notAgreed: nil
    }
  }

  /// "agreed by the client on Mon 17/12/2007", "not agreed: reads it until Thursday".
  package var words: String {
    switch self {
    case .agreed(let day): "agreed by the client on \(day.ukWithWeekday)"
    case .notAgreed(let reason): "not agreed: \(reason)"
    }
  }

  /// For a narrow column.
  package var short: String {
    switch self {
    case .agreed(let day): "agreed \(day.uk)"
    case .notAgreed: "not agreed"
    }
  }
}

/// PPL-015: a goal with all that makes it one.
package struct PlanGoal: Equatable, Sendable {
  /// Its row in the form, the same in every version.
  package var id: Int
  package var domain: PlanDomain
  package var goal: String
  package var action: String
  package var leadAgency: String
  package var target: CalendarDate
  package var status: GoalStatus
  /// The threat to progress that its action answers (PPL-017).
  package var tackles: ProgressThreat?

  package init(
    id: Int, domain: PlanDomain, goal: String, action: String, leadAgency: String,
    target: CalendarDate, status: GoalStatus, tackles: ProgressThreat? = nil
  ) {
    self.id = id
    self.domain = domain
    self.goal = goal
    self.action = action
    self.leadAgency = leadAgency
    self.target = target
    self.status = status
    self.tackles = tackles
  }

  /// Its target date has gone by and it is still worked on.
  package func isOverdue(on day: CalendarDate) -> Bool { status.isOpen && target < day }
}

/// A treatment that the plan names (PPL-031).
package struct PlannedTreatment: Equatable, Sendable {
  package var id: Int
  /// COD-010.
  package var modality: String
  package var provider: String
  package var service: AgencyID?

  package init(id: Int, modality: String, provider: String, service: AgencyID? = nil) {
    self.id = id
    self.modality = modality
    self.provider = provider
    self.service = service
  }
}

/// What the current plan of a client says of a treatment that is to start (PPL-031).
package struct NamedTreatment: Equatable, Sendable {
  package var plan: RecordRef
  package var version: Int
  package var treatment: PlannedTreatment
  package var agreement: PlanAgreement
  /// The day the client agreed to the attendance terms; nil while they have not.
  package var termsAgreed: CalendarDate?

  package init(
    plan: RecordRef, version: Int, treatment: PlannedTreatment, agreement: PlanAgreement,
    termsAgreed: CalendarDate?
  ) {
    self.plan = plan
    self.version = version
    self.treatment = treatment
    self.agreement = agreement
    self.termsAgreed = termsAgreed
  }
}

/// One version in a line: what lists and histories show of it.
package struct CarePlanVersion: Equatable, Sendable {
  package var ref: RecordRef
  package var episode: EpisodeID
  package var version: Int
  package var made: CalendarDate
  package var agreement: PlanAgreement
  package var workerName: String

  package init(
    ref: RecordRef, episode: EpisodeID, version: Int, made: CalendarDate,
    agreement: PlanAgreement, workerName: String
  ) {
    self.ref = ref
    self.episode = episode
    self.version = version
    self.made = made
    self.agreement = agreement
    self.workerName = workerName
  }
}
