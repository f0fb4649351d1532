import CaseApp
import CaseRules
import Testing

@Suite("Holding a list to something")
struct FilterTests {
  private static let leader = Worker(id: WorkerID(9), name: "Sue Lane", role: .sup)
  private static let others = [
    Worker(id: WorkerID(4), name: "Cara Doyle", role: .cjit, team: "Island"),
    Worker(id: WorkerID(5), name: "Tom Osei", role: .cjit, team: "Ferry"),
    Worker(id: WorkerID(6), name: "Jo Field", role: .adm),
  ]

  private func line(_ number: Int64, _ state: EpisodeState = .activeCommunity) -> CaseloadLine {
    CaseloadLine(
      ref: RecordRef(.episode, number), person: RecordRef(.person, 40 + number),
      familyName: "MARSH \(number)", givenNames: "Tia", worker: "Cara Doyle",
      workerID: WorkerID(4), state: state, atRisk: false, flags: [])
  }

  private func caseload(_ worker: Worker = leader) -> AppScript {
    var script = AppScript(worker)
    script.answer(
      script.send(.started), .caseload(RowPage(whole: [line(1), line(2, .activeCustody)]))
    ) {
      if case .caseload = $0 { true } else { false }
    }
    script.press(.caseload)
    return script
  }

  private func filter(_ effects: [AppEffect]) -> CaseloadFilter? {
    for case .caseload(_, _, let filter) in effects.requests { return filter }
    return nil
  }

  private func choose(_ typed: String, in script: inout AppScript) -> [AppEffect] {
    let asked = script.press(.filterBy)
    if asked.requests.contains(.workloads) {
      let lines = Self.others.map {
        WorkloadLine(worker: $0, clients: $0.id == WorkerID(5) ? 3 : 0)
      }
      script.answer(asked, .workloads(lines)) { $0 == .workloads }
    }
    script.type(typed)
    return script.press(.take)
  }

  @Test("Everybody's caseload asks the records for a worker, a team, a state and what is due")
  func longList() {
    var script = caseload()
    #expect(filter(choose("tom", in: &script)) == CaseloadFilter(worker: WorkerID(5)))
    #expect(
      filter(choose("overdue", in: &script))
        == CaseloadFilter(worker: WorkerID(5), due: .overdue))
    #expect(script.state.frontPlace?.onlyWords == "only Due: overdue, Worker: Tom Osei")
    #expect(
      filter(choose("active in custody", in: &script))?.state == .activeCustody)
    #expect(filter(choose("team ferry", in: &script))?.team == "Ferry")
    let cleared = filter(script.press(.back))
    #expect(cleared == CaseloadFilter())
    #expect(script.state.frontPlace?.onlyWords == nil)
    #expect(script.state.pane == .caseload)
  }

  @Test("Only workers who have clients can be chosen; taking a value again lets it go")
  func choices() {
    var script = caseload()
    _ = choose("jo field", in: &script)
    #expect(script.state.message?.words == "Nothing fits. Try fewer letters.")
    script.press(.back)
    #expect(filter(choose("risk", in: &script))?.contact == .atRisk)
    #expect(filter(choose("risk", in: &script)) == CaseloadFilter())
  }

  @Test("The value under the mark of a long list goes to the records as well")
  func mark() {
    var script = caseload()
    #expect(script.press(.onlyThis).requests.isEmpty)
    #expect(
      script.state.message?.words
        == "Only this value: A list this long can be held to "
        + "State, Last contact, Due, Worker, Team.")
    script.press(.columnRight)
    script.press(.columnRight)
    #expect(filter(script.press(.onlyThis))?.state == .activeCommunity)
  }

  @Test("A worker's own list is held by its rows, whatever is asked; other scopes keep it")
  func ownList() {
    var script = caseload(Self.others[0])
    _ = choose("active in custody", in: &script)
    #expect(script.state.frontPlace?.shownCount == 1)
    let asked = script.press(.scopeAll)
    #expect(filter(asked)?.state == .activeCustody)
  }

  @Test("What a list was held to is remembered when it opens again")
  func remembered() {
    var script = AppScript(Self.leader)
    func due(_ number: Int64, _ owner: String) -> DueLine {
      DueLine(
        ref: RecordRef(.episode, number), name: "Review", rule: "PPL-016", owner: owner,
        startFact: "joined", status: .running, working: "")
    }
    let lines = [due(1, "Cara Doyle"), due(2, "Tom Osei"), due(3, "Cara Doyle")]
    script.answer(script.press(.deadlines), .due(lines)) { $0 == .due(everyone: true) }
    _ = choose("owner tom", in: &script)
    #expect(script.state.frontPlace?.shownCount == 1)
    script.press(.caseload)
    script.answer(script.press(.deadlines), .due(lines)) { $0 == .due(everyone: true) }
    #expect(script.state.frontPlace?.onlyWords == "only Owner: Tom Osei")
    #expect(script.state.frontPlace?.shownCount == 1)
  }
}
