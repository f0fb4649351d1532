import CaseRules

/// What client and key worker agreed to, and how far it has come.
struct CarePlanStory {
  /// When the first plan is made, counted in days from joining; nil while there is none.
  enum First {
    case notYet
    case agreed(afterDays: Int)
    /// Written down, but the client has not said yes.
    case notAgreed(afterDays: Int)
  }

  let first: First
  let joined: CalendarDate
  /// Days from one version to the next.
  let reviewEvery: Int
  private let goals: [Goal]

  private struct Goal {
    let domain: PlanDomain
    let goal: String
    let action: String
    let lead: String
    let days: Int
    var tackles: ProgressThreat?
  }

  init(_ story: DemoStory, joined: CalendarDate, today: CalendarDate) {
    self.joined = joined
    // Nobody waits for months: a plan is late by weeks at most.
    let isNew = joined > today.adding(days: -24)
    first =
      switch story.chance.weighted([6: 28, 9: 36, 15: 12, 8: 10, 0: 14], otherwise: 0) {
      case 0: isNew ? .notYet : .agreed(afterDays: 17)
      case 8: isNew ? .notAgreed(afterDays: 8) : .agreed(afterDays: 13)
      case let days: .agreed(afterDays: days)
      }
    // Some reviews slip by weeks, so that there is always one overdue.
    reviewEvery = 76 + story.chance.int(0...11) + (story.chance.chance(15) ? 18 : 0)
    goals = Self.pools.map { story.chance.pick($0, otherwise: $0[0]) }
  }

  /// The first plan, and a version for every review that has been held since.
  func plan(
    _ story: DemoStory, in plan: DemoPlan, worker: @escaping (DemoScribe) -> Worker
  ) {
    let after: Int
    switch first {
    case .notYet: return
    case .agreed(let days), .notAgreed(let days): after = days
    }
    var made = joined.adding(days: after).orMonday
    var version = 1
    while made <= plan.today {
      let moment = Moment(local: made, ClockTime(minutesOfDay: 15 * 60))
      let (number, day) = (version, made)
      plan.add(moment) { scribe in
        try write(number, on: day, story, worker(scribe), at: moment, scribe)
      }
      made = made.adding(days: reviewEvery).orMonday
      version += 1
    }
    refer(story, plan, worker)
  }

  private func write(
    _ version: Int, on day: CalendarDate, _ story: DemoStory, _ worker: Worker, at moment: Moment,
    _ scribe: DemoScribe
  ) throws {
    guard let episode = try scribe.episode(of: story), episode.joined != nil else { return }
    var answers: [FieldCode: String] = [
      CarePlanForm.made: day.uk, CarePlanForm.agreed: "yes", CarePlanForm.agreedOn: day.uk,
      CarePlanForm.uncovered: "",
    ]
    if case .notAgreed = first, version == 1 {
      answers[CarePlanForm.agreed] = "no"
      answers[CarePlanForm.agreedOn] = ""
      answers[CarePlanForm.notAgreed] = "Takes it away to read, and to show a sister"
    }
    // PPL-031: the counselling that the plan names can start, its terms are agreed to.
    answers[CarePlanForm.terms] = "Comes every week; rings before noon when ill; two misses: a talk"
    answers[CarePlanForm.termsAgreed] = day.uk
    if version > 1 {
      answers[CarePlanForm.note] = "Comes on time, sleeps better; money is still the worry"
    }
    try scribe.fill(
      CarePlanForm.id, about: episode.id.ref, by: worker, at: moment, answers,
      rows: [CarePlanForm.goals: rows(version), CarePlanForm.treatments: treatments])
  }

  private var treatments: [[FieldCode: String]] {
    [
      [
        CarePlanForm.TreatmentColumn.modality: "PSY",
        CarePlanForm.TreatmentColumn.provider: "Saltmarsh Community Drug Team",
      ]
    ]
  }

  private func rows(_ version: Int) -> [[FieldCode: String]] {
    goals.enumerated().map { number, goal in
      let status: GoalStatus =
        switch number + 1 {
        case ..<version: .achieved
        case goals.count where version == 1: .notStarted
        default: .underWay
        }
      return [
        CarePlanForm.GoalColumn.domain: goal.domain.code,
        CarePlanForm.GoalColumn.goal: goal.goal, CarePlanForm.GoalColumn.action: goal.action,
        CarePlanForm.GoalColumn.lead: goal.lead,
        CarePlanForm.GoalColumn.target: joined.adding(days: goal.days).uk,
        CarePlanForm.GoalColumn.status: status.code,
        CarePlanForm.GoalColumn.tackles: goal.tackles?.code ?? "",
      ]
    }
  }

  /// PPL-018: a referral or two beside treatment, not all of them with an outcome yet.
  private func refer(
    _ story: DemoStory, _ plan: DemoPlan, _ worker: @escaping (DemoScribe) -> Worker
  ) {
    let (kind, agency) = story.chance.pick(
      [
        ("HOU", "Castlemere housing office"), ("EMP", "Quayside job shop"),
        ("EDU", "Northfold college"), ("LIF", "Harbour money advice"),
      ], otherwise: ("HOU", "Castlemere housing office"))
    let day = joined.adding(days: 12 + story.chance.int(0...6)).orMonday
    let moment = Moment(local: day, ClockTime(minutesOfDay: 15 * 60 + 20))
    let outcome = story.chance.pick(["", "ACC", "STA", "COM", "DNA"], otherwise: "")
    plan.add(moment) { scribe in
      guard try scribe.episode(of: story) != nil, let person = story.personRef else { return }
      let ref = try scribe.fill(
        WraparoundReferralForm.id, about: person, by: worker(scribe), at: moment,
        [
          WraparoundReferralForm.kind: kind, WraparoundReferralForm.referred: day.uk,
          WraparoundReferralForm.agency: agency,
        ])
      guard !outcome.isEmpty else { return }
      let later = Moment(local: day.adding(days: 9), ClockTime(minutesOfDay: 9 * 60 + 40))
      plan.add(later) { scribe in
        try scribe.fill(
          WraparoundReferralForm.id, about: ref, by: worker(scribe), at: later,
          [
            WraparoundReferralForm.outcome: outcome,
            WraparoundReferralForm.outcomeOn: day.adding(days: 9).uk,
          ])
      }
    }
  }

  // MARK: What people plan

  private static let pools: [[Goal]] = [
    [
      Goal(
        domain: .drugUse, goal: "No use on top of the script",
        action: "Weekly 1-1; test every second week", lead: "Saltmarsh Community Drug Team",
        days: 80),
      Goal(
        domain: .drugUse, goal: "Down to weekends, then none",
        action: "Diary of use; look at it together each week", lead: "CJIT", days: 95),
      Goal(
        domain: .drugUse, goal: "Off crack for three months",
        action: "Group on Tuesdays; plan for pay day", lead: "CJIT", days: 100),
    ],
    [
      Goal(
        domain: .health, goal: "Hepatitis tests done and understood",
        action: "Nurse clinic; go there together the first time", lead: "Harbour surgery",
        days: 45, tackles: .health),
      Goal(
        domain: .health, goal: "Sleeps through, eats once a day",
        action: "See the GP about sleep; food bank on Fridays", lead: "Harbour surgery", days: 60),
    ],
    [
      Goal(
        domain: .offending, goal: "No arrest until the review",
        action: "Ring the key worker before, not after", lead: "CJIT", days: 84),
      Goal(
        domain: .offending, goal: "Keeps every probation date",
        action: "Dates in one diary; a text the evening before", lead: "Probation", days: 84),
    ],
    [
      Goal(
        domain: .social, goal: "A room with a door that locks",
        action: "Housing application; letter from the key worker",
        lead: "Castlemere housing office", days: 90, tackles: .housing)
    ],
    [
      Goal(
        domain: .social, goal: "Knows what is owed, and to whom",
        action: "Money advice; one list, one payment a week", lead: "Harbour money advice",
        days: 70, tackles: .debt)
    ],
  ]
}

extension CalendarDate {
  /// The same day, or the Monday after a weekend: teams meet clients on weekdays.
  fileprivate var orMonday: CalendarDate { weekday.isWeekend ? monday.adding(days: 7) : self }
}
