import Testing

@testable import CaseRules

@Suite("Decisions and those who asked for them")
struct SeparationOfDutiesTests {
  private typealias Hand = SeparationOfDuties.Hand

  private static func worker(_ number: Int64, _ role: Role, _ name: String = "") -> Worker {
    Worker(
      id: WorkerID(number), name: name.isEmpty ? "Worker Number\(number)" : name, role: role)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let matter: SeparationOfDuties.Matter
    let decider: Worker
    let hands: [(SeparationOfDuties.Part, Worker)]
    let found: [String]
  }

  static let rows = [
    Row(
      testDescription: "INT-024: a superintendent with no hand in it decides",
      matter: .bronze, decider: worker(1, .supt),
      hands: [(.submitter, worker(2, .dio)), (.drafter, worker(2, .dio))], found: []),
    Row(
      testDescription: "INT-024: not who submitted it", matter: .bronze,
      decider: worker(1, .supt), hands: [(.submitter, worker(1, .dio))],
      found: ["INT-024 blocks"]),
    Row(
      testDescription: "INT-024: nor who drafted it", matter: .bronze,
      decider: worker(1, .supt),
      hands: [(.submitter, worker(2, .dio)), (.drafter, worker(1, .dio))],
      found: ["INT-024 blocks"]),
    Row(
      testDescription: "INT-024: nor anybody below the rank", matter: .bronze,
      decider: worker(1, .sup), hands: [(.submitter, worker(2, .dio))],
      found: ["INT-024 blocks"]),
    Row(
      testDescription: "INT-024: one who submitted and has no rank hears both", matter: .bronze,
      decider: worker(1, .dio), hands: [(.submitter, worker(1, .dio))],
      found: ["INT-024 blocks", "INT-024 blocks"]),
    Row(
      testDescription: "INF-036: a line manager agrees what another asked for",
      matter: .disclosureWithoutConsent, decider: worker(1, .sup),
      hands: [(.requester, worker(2, .cjit))], found: []),
    Row(
      testDescription: "INF-036: the requester cannot agree their own",
      matter: .disclosureWithoutConsent, decider: worker(1, .sup),
      hands: [(.requester, worker(1, .sup))], found: ["INF-036 blocks"]),
    Row(
      testDescription: "INF-036: a key worker agrees nothing",
      matter: .disclosureWithoutConsent, decider: worker(1, .cjit),
      hands: [(.requester, worker(2, .cjit))], found: ["INF-036 blocks"]),
    Row(
      testDescription: "T14: another administrator confirms", matter: .proposal,
      decider: worker(1, .adm), hands: [(.proposer, worker(2, .adm))], found: []),
    Row(
      testDescription: "T14: nobody confirms what they proposed", matter: .proposal,
      decider: worker(1, .adm), hands: [(.proposer, worker(1, .adm))],
      found: ["GEN-003 blocks"]),
    Row(
      testDescription: "T14: an auditor changes nothing", matter: .proposal,
      decider: worker(1, .aud), hands: [(.proposer, worker(2, .adm))],
      found: ["GEN-003 blocks"]),
    Row(
      testDescription: "T13: a namesake may be one person with two accounts", matter: .proposal,
      decider: worker(1, .adm, "Jo Field"), hands: [(.proposer, worker(2, .adm, "jo field"))],
      found: ["GEN-003 warns"]),
    Row(
      testDescription: "another's part in another matter does not count", matter: .bronze,
      decider: worker(1, .supt), hands: [(.requester, worker(1, .supt))], found: []),
  ]

  @Test("who decides is somebody else, of the right role", arguments: rows)
  func row(_ row: Row) {
    let findings = SeparationOfDuties.findings(
      deciding: row.matter, by: row.decider, after: row.hands.map { Hand($0.0, $0.1) })
    #expect(findings.map { "\($0.rule) \($0.force.rawValue)" } == row.found)
    #expect(findings.allSatisfy { !$0.words.isEmpty })
  }

  @Test("somebody who has left decides nothing", arguments: SeparationOfDuties.Matter.allCases)
  func left(matter: SeparationOfDuties.Matter) {
    for role in Role.allCases {
      var gone = Self.worker(1, role)
      gone.active = false
      let found = SeparationOfDuties.findings(deciding: matter, by: gone, after: [])
      #expect(!found.blocking.isEmpty)
    }
  }
}

@Suite("Acts that need two people")
struct ProposalRulesTests {
  private static let noon = Moment(seconds: 1_795_338_000)
  private static let proposer = Worker(id: WorkerID(1), name: "Amina Begum", role: .adm)
  private static let other = Worker(id: WorkerID(2), name: "Jo Field", role: .adm)

  private static func proposal(
    _ state: Proposal.State = .waiting, by worker: Worker = proposer
  ) -> Proposal {
    Proposal(
      ref: RecordRef(.proposal, 3), form: WorkerForm.id, about: RecordRef(.worker, 9),
      text: "Role Administrator", why: "Two people give it", proposer: worker, proposed: noon,
      state: state,
      decision: state == .waiting ? nil : .init(by: "J.FIELD", at: noon, note: "Asked for"),
      revision: 1)
  }

  @Test(
    "T14: the table of states",
    arguments: [
      (Proposal.State.waiting, Proposal.Event.confirm, Proposal.State.confirmed),
      (.waiting, .refuse, .refused), (.waiting, .withdraw, .withdrawn),
      (.confirmed, .confirm, nil), (.confirmed, .refuse, nil), (.confirmed, .withdraw, nil),
      (.refused, .confirm, nil), (.refused, .refuse, nil), (.refused, .withdraw, nil),
      (.withdrawn, .confirm, nil), (.withdrawn, .refuse, nil), (.withdrawn, .withdraw, nil),
    ] as [(Proposal.State, Proposal.Event, Proposal.State?)])
  func states(state: Proposal.State, event: Proposal.Event, next: Proposal.State?) {
    #expect(ProposalRules.next(state, event) == next)
    let by = event == .withdraw ? Self.proposer : Self.other
    let found = ProposalRules.findings(
      event, on: Self.proposal(state), by: by, at: Self.noon.adding(minutes: 5))
    #expect(found.isEmpty == (next != nil), "\(found)")
  }

  @Test("T14: it is confirmed within a day, to the minute, and proposed anew after that")
  func expiry() {
    let last = Self.noon.adding(minutes: ProposalRules.lasts)
    func confirm(_ now: Moment) -> [Finding] {
      ProposalRules.findings(.confirm, on: Self.proposal(), by: Self.other, at: now)
    }
    #expect(confirm(last).isEmpty)
    #expect(confirm(last.adding(seconds: 1)).map(\.rule) == ["GEN-003"])
    #expect(ProposalRules.words(Self.proposal(), at: last.adding(minutes: 1)) == "Expired")
  }

  @Test("T14: only its proposer takes it back, and does not answer it")
  func hands() {
    let now = Self.noon.adding(minutes: 1)
    let withdrawn = ProposalRules.findings(
      .withdraw, on: Self.proposal(), by: Self.other, at: now)
    #expect(withdrawn.map(\.force) == [.blocks])
    for event in [Proposal.Event.confirm, .refuse] {
      let own = ProposalRules.findings(event, on: Self.proposal(), by: Self.proposer, at: now)
      #expect(own.map(\.force) == [.blocks])
    }
  }

  @Test("T14: who proposed it must still work here")
  func gone() {
    var gone = Self.proposer
    gone.active = false
    let found = ProposalRules.findings(
      .confirm, on: Self.proposal(by: gone), by: Self.other, at: Self.noon)
    #expect(found.count == 1 && found[0].words.contains("no longer works here"))
  }
}
