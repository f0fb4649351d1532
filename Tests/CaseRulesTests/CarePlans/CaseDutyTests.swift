import Testing

@testable import CaseRules

@Suite("The six duties of case management")
struct CaseDutyTests {
  private static let now = Moment.example("2007-10-09 12:00")

  private static func file(_ change: (inout PersonFile) -> Void = { _ in }) -> PersonFile {
    var file = PersonFile(
      person: Person(
        id: PersonID(42), name: PersonName(family: "Marsh", given: "Jo"),
        birth: .on(.example("1975-04-03")), sex: .male, ethnicity: "W1", risks: []),
      episodes: [.client()],
      appointments: [
        Appointment(
          id: AppointmentID(1), person: PersonID(42), worker: WorkerID(3),
          starts: .example("2007-10-12 10:00"), minutes: 45, place: "Quay House",
          kind: .oneToOne)
      ],
      assessments: [dir(1, "2007-09-28")],
      agencies: [
        InvolvedAgency(
          id: 1, name: "CJIT", lead: "Cara Doyle", provides: "Care", isCoordinator: true)
      ],
      deadlines: [
        owed(CaseloadDeadlines.firstCarePlanName, .met, "2007-10-15"),
        owed(CaseloadDeadlines.carePlanReviewName, .running, "2007-12-26"),
      ], plan: .example())
    change(&file)
    return file
  }

  private static func owed(_ name: String, _ status: DeadlineStatus, _ due: String) -> DueLine {
    DueLine(
      ref: RecordRef(.episode, 7), name: name, rule: "PPL-016", owner: "worker", startFact: "",
      due: .example(due), status: status, working: "")
  }

  private static func dir(_ number: Int64, _ day: String) -> DIRSummary {
    DIRSummary(
      ref: RecordRef(.dir, number), person: RecordRef(.person, 42),
      assessed: .example(day + " 10:00"), place: .community, worker: "C.DOYLE",
      completed: .example(day + " 11:00"))
  }

  private static func duty(
    _ kind: CaseDuty.Kind, role: Role = .cjit, _ change: (inout PersonFile) -> Void = { _ in }
  ) -> CaseDuty? {
    CaseDuties.list(for: file(change), in: .example(at: now, role: role))
      .first { $0.kind == kind }
  }

  @Test("PPL-019: all six stand in the list, and all are kept when all is well")
  func kept() {
    let list = CaseDuties.list(for: Self.file(), in: .example(at: Self.now, role: .cjit))
    #expect(list.map(\.kind) == CaseDuty.Kind.allCases)
    #expect(list.map(\.status) == Array(repeating: .kept, count: 6), "\(list.map(\.reason))")
  }

  @Test("PPL-019: somebody who is not on the caseload has no checklist")
  func none() {
    let file = Self.file { $0.episodes = [.client(.closed)] }
    #expect(CaseDuties.list(for: file, in: .example(at: Self.now, role: .cjit)).isEmpty)
  }

  @Test("PPL-019, PPL-014: a plan is missing, not agreed, or its review late")
  func plan() {
    let missing = Self.duty(.plan) {
      $0.plan = nil
      $0.deadlines = [Self.owed(CaseloadDeadlines.firstCarePlanName, .running, "2007-10-15")]
    }
    #expect(missing?.status == .toDo)
    #expect(missing?.reason == "No care plan yet, due Mon 15/10/2007")
    let open = Self.duty(.plan) {
      $0.plan = .example(agreement: .notAgreed(because: "Reads it"))
    }
    #expect(open?.status == .toDo)
    let late = Self.duty(.plan) {
      $0.deadlines = [Self.owed(CaseloadDeadlines.carePlanReviewName, .overdue, "2007-10-08")]
    }
    #expect(late?.status == .notKept)
    #expect(late?.reason == "Care-plan review was due on Mon 08/10/2007")
  }

  @Test("PPL-019, PPL-017: a threat needs an action, a referral that lives, or a reason")
  func fullRange() {
    #expect(Self.duty(.fullRange) { $0.plan?.threats = [.housing] }?.status == .notKept)
    func referred(_ outcome: ReferralOutcome?) -> CaseDuty.Status? {
      Self.duty(.fullRange) {
        $0.plan?.threats = [.housing]
        $0.referrals = [
          WraparoundReferral(
            id: ReferralID(1), person: PersonID(42), kind: .housing,
            referred: .example("2007-10-05"), agency: "Housing office", outcome: outcome)
        ]
      }?.status
    }
    #expect(referred(nil) == .kept)
    #expect(referred(.started) == .kept)
    #expect(referred(.declined) == .notKept)
    let reason = Self.duty(.fullRange) {
      $0.plan?.threats = [.debt]
      $0.plan?.threatReason = "Settled with the court"
    }
    #expect(reason?.status == .kept)
    #expect(reason?.reason == "No action on debt: Settled with the court")
    #expect(Self.duty(.fullRange) { $0.plan = nil }?.status == .toDo)
  }

  @Test("PPL-019, PPL-013: one of those involved co-ordinates")
  func coordination() {
    #expect(Self.duty(.coordination) { $0.agencies = [] }?.status == .toDo)
    #expect(Self.duty(.coordination) { $0.agencies[0].isCoordinator = false }?.status == .notKept)
    let gone = Self.duty(.coordination) { $0.agencies[0].until = .example("2007-10-08") }
    #expect(gone?.status == .toDo)
  }

  @Test("PPL-019, PPL-024: in contact, not answering, or at risk of being lost")
  func retention() {
    #expect(
      Self.duty(.retention) { $0.episodes[0].lastContact = .example("2007-09-24") }?.status
        == .notKept)
    #expect(
      Self.duty(.retention) { $0.episodes[0].lastContact = .example("2007-09-25") }?.status
        == .kept, "day 14 itself is not at risk")
    #expect(Self.duty(.retention) { $0.episodes[0].failedAttempts = 1 }?.status == .toDo)
    #expect(Self.duty(.retention) { $0.episodes = [.client(.dropOutReview)] }?.status == .notKept)
  }

  @Test("PPL-019, PPL-010: two assessments within 28 days are one too many")
  func duplicates() {
    let twice = Self.duty(.noDuplicate) { $0.assessments.insert(Self.dir(2, "2007-10-08"), at: 0) }
    #expect(twice?.status == .notKept)
    #expect(twice?.reason == "D-0001 and D-0002 were taken 10 days apart")
    let apart = Self.duty(.noDuplicate) { $0.assessments.insert(Self.dir(2, "2007-10-27"), at: 0) }
    #expect(apart?.status == .kept)
    let before = Self.duty(.noDuplicate) { $0.assessments.append(Self.dir(3, "2007-09-20")) }
    #expect(before?.status == .kept, "an earlier time with the team does not count")
    let closed = Self.duty(.noDuplicate, role: .ppoc)
    #expect(closed?.status == .kept)
    #expect(Self.duty(.noDuplicate, role: .sm)?.status == .notKnown)
  }

  @Test("PPL-019, PPL-012: nobody waits between two workers, nor without a date")
  func noGap() {
    #expect(Self.duty(.noGap) { $0.appointments = [] }?.status == .toDo)
    let waiting = Self.duty(.noGap) {
      $0.pendingHandover = Handover(
        id: HandoverID(1), episode: EpisodeID(7), person: PersonID(42), kind: .worker,
        from: WorkerID(3), fromName: "Cara Doyle", receiver: "Tom Osei", asked: Self.now,
        reason: "Moves")
    }
    #expect(waiting?.status == .toDo)
    #expect(waiting?.reason.contains("Cara Doyle stays responsible") == true)
    let unanswered = Self.duty(.noGap) {
      $0.referrals = [
        WraparoundReferral(
          id: ReferralID(1), person: PersonID(42), kind: .housing,
          referred: .example("2007-10-05"), agency: "Housing office")
      ]
    }
    #expect(unanswered?.reason == "No outcome yet: Housing office, referred 05/10/2007")
  }
}
