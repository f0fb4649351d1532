import CaseRules
import Testing

@Suite("Who puts somebody on the caseload")
struct JoiningTests {
  private static let named = Worker(id: WorkerID(7), name: "Cara Doyle", role: .cjit)

  @Test(
    "PPL-007: a CJIT or CARAT worker records it, and a team leader assigns",
    arguments: Role.allCases)
  func role(role: Role) {
    let recorder = Worker(id: WorkerID(4), name: "Amina Begum", role: role)
    let rules = CaseloadRules.mayJoin(nil, by: recorder, responsible: nil).map(\.rule)
    let isWho = CaseloadRules.takesClients(role) || role.leadsTeam
    #expect(rules == (isWho ? nil : "PPL-007"))
  }

  @Test("PPL-012: a colleague is asked by a handover, unless they are responsible already")
  func colleague() {
    let recorder = Worker(id: WorkerID(4), name: "Tom Osei", role: .cjit)
    func refusal(responsible: WorkerID?, by worker: Worker = recorder) -> String? {
      CaseloadRules.mayJoin(Self.named, by: worker, responsible: responsible)?.rule
    }
    #expect(refusal(responsible: WorkerID(9)) == "PPL-012")
    #expect(refusal(responsible: Self.named.id) == nil)
    #expect(refusal(responsible: WorkerID(9), by: Self.named) == nil)
  }

  @Test("PPL-012: whoever has an open episode can be handed over, before joining too")
  func handOver() {
    #expect(HandoverRules.mayAsk(nil, Self.named)?.rule == "PPL-012")
  }

  @Test(
    "PPL-012: a client is handed over by who has them, or a team leader",
    arguments: [
      (WorkerID(7), Role.cjit, true), (WorkerID(4), .cjit, false), (WorkerID(4), .arw, false),
      (WorkerID(4), .carat, false), (WorkerID(4), .sup, true),
    ])
  func whoAsks(id: WorkerID, role: Role, may: Bool) {
    let refusal = HandoverRules.mayAsk(
      Self.episode(.activeCommunity, joined: true, of: .cjit),
      Worker(id: id, name: "Tom Osei", role: role))
    #expect(
      refusal?.words
        == (may
          ? nil : "Cara Doyle has this client now. Ask them, or a team leader, to hand over"))
  }

  @Test("PPL-012: before joining, arrest referral workers hand over for each other")
  func sharedSuite() {
    let colleague = Worker(id: WorkerID(4), name: "Ben Cole", role: .arw)
    let ofSuite = Self.episode(.assessed, joined: false, of: .arw)
    #expect(HandoverRules.mayAsk(ofSuite, colleague) == nil)
    let taken = Self.episode(.assessed, joined: false, of: .cjit)
    #expect(HandoverRules.mayAsk(taken, colleague)?.rule == "PPL-012", "a key worker has accepted")
  }

  @Test("PPL-012: a colleague's clients are handed over together by nobody but a team leader")
  func together() {
    func whyNot(role: Role, about worker: WorkerID) -> String? {
      WorkerActions.offered(for: worker, in: .example(role: role))
        .first { $0.form == HandOverSeveralForm.id }?.whyNot
    }
    #expect(whyNot(role: .cjit, about: WorkerID(2)) == nil)
    #expect(whyNot(role: .cjit, about: WorkerID(3))?.hasPrefix("PPL-012") == true)
    #expect(whyNot(role: .sup, about: WorkerID(3)) == nil)
  }

  /// Of Cara Doyle, who is what the test says.
  private static func episode(_ state: EpisodeState, joined: Bool, of role: Role) -> Episode {
    let day = CalendarDate.example("2007-09-01")
    return Episode(
      id: EpisodeID(1), person: PersonID(1), state: state, entryPoint: .arrest, opened: day,
      worker: named.id, workerName: named.name, joined: joined ? day : nil, workerRole: role)
  }
}
