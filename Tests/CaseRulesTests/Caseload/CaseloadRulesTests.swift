import Testing

@testable import CaseRules

@Suite("Joining, leaving and being lost")
struct CaseloadRulesTests {
  private static let today = CalendarDate.example("2007-12-17")
  private static let adult = Birth.on(.example("1980-05-05"))

  private static func joining(
    birth: Birth = adult, assessed: Bool = true, consent: Bool = true, role: Role? = .cjit,
    active: Bool = true
  ) -> [Finding] {
    CaseloadRules.joining(
      CaseloadRules.Joining(
        birth: birth, hasAssessment: assessed, hasConsent: consent, workerRole: role,
        workerIsActive: active), on: today)
  }

  @Test("PPL-007: with assessment, consent and one named worker somebody joins")
  func joins() {
    #expect(Self.joining().isEmpty)
    #expect(Self.joining(role: .carat).isEmpty)
  }

  @Test("PPL-007: each thing that is missing is named, all at once")
  func missing() {
    #expect(Self.joining(assessed: false).map(\.rule) == ["PPL-007"])
    #expect(Self.joining(consent: false).map(\.rule) == ["PPL-007"])
    #expect(Self.joining(role: nil).map(\.field) == ["worker"])
    #expect(Self.joining(role: .arw).map(\.rule) == ["PPL-007"])
    #expect(Self.joining(active: false).map(\.rule) == ["PPL-009"])
    let all = Self.joining(
      birth: .on(.example("1991-01-01")), assessed: false, consent: false, role: nil)
    #expect(all.map(\.rule) == ["PPL-002", "PPL-007", "PPL-007", "PPL-007"])
    #expect(all.allSatisfy { $0.force == .blocks })
  }

  @Test("PPL-009: one open episode only")
  func oneEpisode() {
    #expect(CaseloadRules.oneOpenEpisode(nil) == nil)
    let open = Episode(
      id: EpisodeID(1), person: PersonID(1), state: .assessed, entryPoint: .arrest,
      opened: Self.today, worker: WorkerID(1), workerName: "A. Begum")
    #expect(CaseloadRules.oneOpenEpisode(open)?.force == .blocks)
  }

  @Test(
    "Worked example 10, PPL-026: nobody is closed as lost after fewer than 3 attempts",
    arguments: [(0, true), (2, true), (3, false), (4, false)])
  func attempts(count: Int, refused: Bool) {
    let finding = CaseloadRules.triedEnough(attempts: count, settings: Settings())
    #expect((finding?.force == .blocks) == refused)
    let closing = CaseloadRules.closing(.lostContact, attempts: count, settings: Settings())
    #expect(closing.map(\.rule) == ["PPL-026"], "an ordinary close never says lost")
  }

  @Test("Reasons with ways of their own are sent there; the others close")
  func reasons() {
    for reason in ClosureReason.allCases {
      let findings = CaseloadRules.closing(reason, attempts: 5, settings: Settings())
      let hasOwnWay = reason == .lostContact || reason == .transferred
      #expect(findings.isEmpty != hasOwnWay, "\(reason)")
    }
  }

  @Test("PPL-012: a handover that waits stops the close")
  func handover() {
    let pending = Handover(
      id: HandoverID(1), episode: EpisodeID(1), person: PersonID(1), kind: .worker,
      from: WorkerID(1), receiver: "T. Osei", asked: .example("2007-12-17 10:00"))
    #expect(CaseloadRules.noHandoverPending(pending)?.rule == "PPL-012")
    #expect(CaseloadRules.noHandoverPending(nil) == nil)
  }

  @Test("Drop-out review is the team leader's")
  func teamLeader() {
    for role in Role.allCases {
      #expect((CaseloadRules.isForTeamLeader(role) == nil) == (role == .sup))
    }
  }

  @Test(
    "PPL-005: both statements come before an assessment",
    arguments: [
      (true, true, String?.none), (false, true, "PPL-005 blocks"),
      (true, false, "PPL-005 blocks"), (false, false, "PPL-005 blocks"),
    ])
  func beforeAssessment(voluntary: Bool, noAlternative: Bool, refused: String?) {
    let finding = AssessmentRules.statementsExplained(
      voluntary: voluntary, noAlternative: noAlternative)
    #expect(finding.map { "\($0.rule) \($0.force)" } == refused)
  }

  @Test(
    "PPL-010: an assessment of 28 days ago or less, or one done since, needs a reason for another",
    arguments: [
      ("2007-12-18", true), ("2007-12-17", true), ("2007-11-19", true), ("2007-11-18", false),
    ])
  func recentAssessment(date: String, warned: Bool) {
    let latest = AssessmentRules.Assessment(
      ref: RecordRef(.dir, 7), date: .example(date), by: "A. Begum")
    let finding = AssessmentRules.notDoneRecently(latest, on: Self.today, settings: Settings())
    #expect((finding?.force == .warns) == warned)
    if warned { #expect(finding?.words.contains("D-0007") == true) }
  }
}
