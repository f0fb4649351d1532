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
