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
    #expect(HandoverRules.hasWorker(nil)?.rule == "PPL-012")
  }
}
