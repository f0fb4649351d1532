import CaseApp
import CaseRules
import Testing

@Suite("What stands on each desk")
struct DeskTests {
  private static func worker(_ role: Role) -> Worker {
    Worker(id: WorkerID(4), name: "Amina Begum", role: role)
  }

  @Test("00 section 4: no pane of a desk is closed to its role", arguments: Role.allCases)
  func open(role: Role) {
    let worker = Self.worker(role)
    let panes = PaneID.desk(of: role)
    #expect(panes.count == 4 && Set(panes).count == 4)
    for pane in panes { #expect(pane.whyNot(worker) == nil, "\(pane)") }
  }

  @Test("An intelligence officer's pane keys lead to what they work in")
  func numbers() {
    var script = AppScript(Self.worker(.dio))
    script.press(.pane1)
    #expect(script.state.pane == .list(.intelligence))
    script.press(.pane2)
    #expect(script.state.pane == .list(.bronze))
    script.press(.deadlines)
    #expect(script.state.pane == .list(.deadlines) && script.state.pages.isEmpty)
    script.press(.home)
    #expect(script.state.pane == .today)
  }

  private static func readsTrail(_ effects: [AppEffect]) -> Bool {
    effects.requests.contains { if case .trail = $0 { true } else { false } }
  }

  @Test("GEN-003: the auditor's trail is a pane, and read only when somebody goes to it")
  func trail() {
    var script = AppScript(Self.worker(.aud))
    #expect(!Self.readsTrail(script.send(.started)), "a look that nobody took")
    #expect(!Self.readsTrail(script.send(.recordsChanged)))
    let effects = script.press(.pane1)
    #expect(script.state.pane == .list(.trail) && script.state.pages.isEmpty)
    #expect(Self.readsTrail(effects))
    // Refreshing what is in front reads it again.
    #expect(Self.readsTrail(script.press(.refresh)))
  }

  /// Holds the trail in front to looks; true where that was noted.
  private static func holdToLooks(_ script: inout AppScript) -> Bool {
    script.press(.filterBy)
    script.type("looks")
    let answer = TrailAnswer(page: RowPage(whole: []), understood: [], unknown: [])
    script.answer(script.press(.take), .trail(answer)) { isTrail($0) }
    return script.send(.woke).contains { if case .noteTrail = $0 { true } else { false } }
  }

  private static func isTrail(_ request: ReadRequest) -> Bool {
    if case .trail = request { true } else { false }
  }

  @Test(
    "GEN-003: coming back to the trail is another look, of the whole trail",
    arguments: [Command.pane1, .nextPane])
  func backToTrail(_ wayBack: Command) {
    var script = AppScript(Self.worker(.aud))
    script.send(.started)
    script.press(.pane1)
    #expect(Self.holdToLooks(&script))
    script.type("begum")
    script.press(.home)
    let effects = script.press(wayBack)
    #expect(script.state.pane == .list(.trail))
    #expect(
      effects.requests.filter(Self.isTrail) == [.trail(TrailAsk(), PageRequest())],
      "what is narrowed or held puts no look on the trail")
    #expect(Self.holdToLooks(&script), "the same narrowing on another visit is noted again")
  }

  @Test(
    "The service manager's panes begin with the figures, and an empty Today says where they are")
  func figures() {
    var script = AppScript(Self.worker(.sm))
    script.press(.pane1)
    #expect(script.state.pane == .list(.figures))
    #expect(TodayList(role: .sm).emptyWords.command == .figures)
    #expect(TodayList(role: .aud).emptyWords.command == .trail)
  }

  @Test("A list that is on nobody's desk here opens above the panes")
  func above() {
    var script = AppScript(Self.worker(.sup))
    script.press(.deadlines)
    #expect(script.state.pane == .today && script.state.pages.count == 1)
  }
}
