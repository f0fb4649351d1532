import CaseApp
import CaseRules
import Testing
import TextScreen

/// A place, how a hand gets there, and what it looks like.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let keys: String
  var typed = ""
  /// Keys after what was typed.
  var then = ""

  var testDescription: String { name }

  static let panes = [
    Scene(name: "today", keys: ""),
    Scene(name: "custody", keys: "Ctrl+G k"),
    Scene(name: "caseload", keys: "Ctrl+G c"),
    Scene(name: "diary", keys: "Ctrl+G a"),
    Scene(name: "people", keys: "Ctrl+G n"),
  ]

  static let places = [
    Scene(name: "court-list", keys: "Ctrl+G t t"),
    Scene(name: "bail-returns", keys: "Ctrl+G t y"),
    Scene(name: "flagged-offers", keys: "Ctrl+G t o"),
    Scene(name: "deadlines", keys: "Ctrl+G d"),
    Scene(name: "figures", keys: "Ctrl+G s"),
    Scene(name: "settings", keys: "Ctrl+G g g"),
    Scene(name: "code-lists", keys: "Ctrl+G g m"),
    Scene(name: "holidays", keys: "Ctrl+G g b"),
    Scene(name: "officers", keys: "Ctrl+G g i"),
    Scene(name: "suites", keys: "Ctrl+G g v"),
    Scene(name: "workers", keys: "Ctrl+G g w"),
    Scene(name: "workloads", keys: "Ctrl+G j"),
    Scene(name: "missed", keys: "Ctrl+G x"),
    Scene(name: "referrals", keys: "Ctrl+G r"),
    Scene(name: "referral", keys: "Ctrl+G r Down Enter"),
    Scene(name: "calls", keys: "Ctrl+G p p"),
    Scene(name: "call", keys: "Ctrl+G p p Down Enter"),
    Scene(name: "directory", keys: "Ctrl+G p x"),
    Scene(name: "service", keys: "Ctrl+G p x Enter"),
    Scene(name: "call-takers", keys: "Ctrl+G p q"),
    Scene(name: "service-review", keys: "Ctrl+G p z"),
    Scene(name: "possible-records", keys: "Ctrl+G m"),
    Scene(name: "possible-record", keys: "Ctrl+G m Down Enter"),
    Scene(name: "edii-figures", keys: "Ctrl+G v z"),
    Scene(name: "detention", keys: "Ctrl+G k Enter"),
    Scene(name: "person", keys: "Ctrl+G n Enter"),
    Scene(name: "history", keys: "Ctrl+G n Enter <"),
    Scene(name: "care-plan", keys: "Ctrl+G o", typed: "B-12", then: "Enter"),
  ]

  static let popups = [
    Scene(name: "menu-go-to", keys: "Ctrl+G"),
    Scene(name: "menu-custody-lists", keys: "Ctrl+G t"),
    Scene(name: "menu-new", keys: "Ctrl+G n Ctrl+N"),
    Scene(name: "menu-view", keys: "Ctrl+G a F7"),
    Scene(name: "menu-leave", keys: "F10"),
    Scene(name: "actions", keys: "Ctrl+G k F9"),
    Scene(name: "actions-person", keys: "Ctrl+G n Enter F9"),
    Scene(name: "actions-group", keys: "Ctrl+G n Enter F9", typed: "l"),
    Scene(name: "commands", keys: "Ctrl+K", typed: "ap"),
    Scene(name: "commands-actions", keys: "Ctrl+G k Ctrl+K", typed: "cust"),
    Scene(name: "commands-hidden-names", keys: "Ctrl+G n Enter F7 n Ctrl+K", typed: "record a"),
    Scene(name: "find", keys: "F3", typed: "o"),
    Scene(name: "find-help", keys: "F3", typed: "o", then: "F1"),
    Scene(name: "help-here", keys: "Ctrl+G k F1"),
    Scene(name: "help-form", keys: "Ctrl+N h F1 PgDn"),
    Scene(name: "help-all-keys", keys: "F1 F1"),
    Scene(name: "help-search", keys: "F1", typed: "tick"),
    Scene(name: "overdose-card", keys: "!"),
    Scene(name: "theme", keys: "F7 t"),
    Scene(name: "reader", keys: "Ctrl+G n Enter", typed: "language", then: "Enter"),
    Scene(name: "print-list", keys: "Ctrl+G a Ctrl+P"),
    Scene(name: "print", keys: "Ctrl+G n Enter Ctrl+P"),
    Scene(name: "history-entry", keys: "Ctrl+G n Enter < Enter"),
    Scene(name: "history-export", keys: "Ctrl+G n Enter < Ctrl+P"),
    Scene(name: "narrowed", keys: "Ctrl+G k", typed: "new tri"),
    Scene(name: "hidden-names", keys: "Ctrl+G c F7 n"),
    Scene(name: "sorted", keys: "Ctrl+G a Right F7 s"),
    Scene(name: "ticked", keys: "Ctrl+G a Ctrl+T Ctrl+T"),
  ]
}

@Suite("Pictures of places")
struct SceneTests {
  static let sizes = [
    Size.design, Size(columns: 140, rows: 45), Size.smallest,
  ]

  private func picture(_ scene: Scene, _ size: Size) -> Frame {
    var script = ScreenScript(size: size)
    if !scene.keys.isEmpty { script.press(scene.keys) }
    script.type(scene.typed)
    if !scene.then.isEmpty { script.press(scene.then) }
    return script.frame
  }

  @Test("Panes at three sizes", arguments: Scene.panes, sizes)
  func panes(scene: Scene, size: Size) {
    expectSnapshot(picture(scene, size), "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test("Other places at three sizes", arguments: Scene.places, sizes)
  func places(scene: Scene, size: Size) {
    expectSnapshot(picture(scene, size), "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test("What lies over the work", arguments: Scene.popups, [Size.design, Size.smallest])
  func popups(scene: Scene, size: Size) {
    expectSnapshot(picture(scene, size), "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test("Today with nothing on it says what to do")
  func nothing() {
    let script = ScreenScript(records: ExampleRecords(isEmpty: true, unfinished: []))
    expectSnapshot(script.frame, "today-empty-80x24")
  }

  @Test("The demo begins with what to try, then with the forms left unfinished")
  func greeting() {
    var script = ScreenScript(isDemo: true, records: ExampleRecords())
    expectSnapshot(script.frame, "first-steps-80x24")
    script.press("Esc")
    expectSnapshot(script.frame, "unfinished-question-80x24")
  }

  @Test("A team leader sees what is overdue first")
  func leader() {
    let script = ScreenScript(Examples.leader)
    expectSnapshot(script.frame, "today-leader-80x24")
  }

  @Test("PPL-009: who covers for a colleague sees whose each row is", arguments: sizes)
  func covering(size: Size) {
    var view = Examples.view
    view.isCovering = true
    view.unfinished = []
    view.due[1].owner = Examples.colleague.name
    view.atRisk[0].worker = Examples.colleague.name
    let script = ScreenScript(
      Examples.colleague, size: size, records: ExampleRecords(unfinished: [], today: view))
    expectSnapshot(script.frame, "today-covering-\(size.columns)x\(size.rows)")
  }

  @Test("GEN-003: a team leader reads the whole trail, narrowed by what is typed", arguments: sizes)
  func trail(size: Size) {
    var script = ScreenScript(Examples.leader, size: size)
    script.press("Ctrl+G w")
    expectSnapshot(script.frame, "trail-\(size.columns)x\(size.rows)")
    script.type("looks last month")
    expectSnapshot(script.frame, "trail-narrowed-\(size.columns)x\(size.rows)")
  }

  @Test("T14: what waits for a second person, in the list and on its page", arguments: sizes)
  func proposals(size: Size) {
    var script = ScreenScript(Examples.leader, size: size)
    script.press("Ctrl+G g y")
    expectSnapshot(script.frame, "proposals-\(size.columns)x\(size.rows)")
    script.press("Enter")
    expectSnapshot(script.frame, "proposal-\(size.columns)x\(size.rows)")
  }

  @Test("GEN-003: records opened exceptionally, in the list and on a page", arguments: sizes)
  func exceptionalAccess(size: Size) {
    var script = ScreenScript(Examples.leader, size: size)
    script.press("Ctrl+G g x")
    expectSnapshot(script.frame, "exceptional-access-\(size.columns)x\(size.rows)")
    script.press("Enter")
    expectSnapshot(script.frame, "exceptional-access-page-\(size.columns)x\(size.rows)")
  }

  @Test("INT-002, INT-009: the intelligence queue, a report and a subject", arguments: sizes)
  func intelligence(size: Size) {
    let officer = Worker(id: WorkerID(15), name: "Jo Oakes", role: .dio)
    var script = ScreenScript(officer, size: size)
    script.press("Ctrl+G i")
    expectSnapshot(script.frame, "intelligence-\(size.columns)x\(size.rows)")
    script.press("Enter")
    expectSnapshot(script.frame, "intelligence-report-\(size.columns)x\(size.rows)")
  }

  @Test("GEN-009: words above the trail that are not understood are named")
  func trailWords() {
    var script = ScreenScript(Examples.leader)
    script.press("Ctrl+G w")
    script.type("xyzzy")
    expectSnapshot(script.frame, "trail-not-understood-80x24")
  }

  @Test(
    "INT-050, INT-053, INT-054: the log of early intervention, a referral, an entry and a warrant",
    arguments: sizes)
  func earlyIntervention(size: Size) {
    var script = ScreenScript(Examples.intelligenceOfficer, size: size)
    script.press("Ctrl+G v e")
    let name = "\(size.columns)x\(size.rows)"
    expectSnapshot(script.frame, "edii-\(name)")
    script.press("Home Enter")
    expectSnapshot(script.frame, "edii-referral-\(name)")
    script.press("Esc Down Enter")
    expectSnapshot(script.frame, "warrant-\(name)")
    script.press("Esc Down Enter")
    expectSnapshot(script.frame, "edii-session-\(name)")
  }

  @Test(
    "INT-026, INT-037: bronze actions, open, settled and all, and the page of one", arguments: sizes
  )
  func bronzes(size: Size) {
    var script = ScreenScript(
      Worker(id: WorkerID(9), name: "Una Marsh", role: .supt), size: size)
    script.press("Ctrl+G b")
    let name = "\(size.columns)x\(size.rows)"
    expectSnapshot(script.frame, "bronze-\(name)")
    script.press("F7 d")
    expectSnapshot(script.frame, "bronze-settled-\(name)")
    script.press("F7 d")
    script.press("Home Enter")
    expectSnapshot(script.frame, "bronze-page-\(name)")
  }

  @Test("An administrator is not led where the role does not go")
  func administrator() {
    var script = ScreenScript(
      Examples.administrator, records: ExampleRecords(isEmpty: true, unfinished: []))
    expectSnapshot(script.frame, "today-administrator-80x24")
    script.press("Ctrl+G k")
    expectSnapshot(script.frame, "refused-administrator-80x24")
  }

  @Test(
    "The panes are named with the key that goes through them, and with no number that is none",
    arguments: ["default", "vim", "emacs"])
  func strip(keymap: String) {
    var script = ScreenScript(keymap: keymap)
    let strip = script.frame.text().split(separator: "\n").dropFirst().first ?? ""
    #expect(strip.hasPrefix(" Tab >Today<  Custody"))
    script.press("Tab")
    #expect(script.state.pane == .custody)
  }

  @Test("A letter that leads nowhere is told in its menu, and the menu has the keys that follow")
  func wrongLetter() {
    var script = ScreenScript(Examples.administrator)
    for (letter, words) in [("ä", "No ä in this menu. Esc goes back."), ("k", "Custody board: ")] {
      script.press("Ctrl+G")
      script.type(letter)
      #expect(script.frame.text().contains(words))
      script.type("d")
      #expect(script.state.popup == nil && script.state.pages.count == 1)
      script.press("Esc")
    }
    var acting = ScreenScript()
    acting.press("Ctrl+G c F9")
    acting.type("ä")
    guard case .actions? = acting.state.popup else {
      Issue.record("The menu is gone")
      return
    }
    #expect(acting.frame.text().split(separator: "\n").count { $0.contains("No ä in this") } == 2)
    acting.press("Esc")
    #expect(acting.state.popup == nil && acting.state.frontPlace?.narrow == "")
  }

  @Test("Below the smallest size no record is shown")
  func tooSmall() {
    let script = ScreenScript(size: Size(columns: 60, rows: 18))
    expectSnapshot(script.frame, "too-small-60x18")
    #expect(!script.frame.text().contains("Newhaven"))
  }

  @Test("CUS-005, CUS-012, CUS-015: alerts and callers stand on the worker's Today")
  func alerts() {
    var records = ExampleRecords(unfinished: [])
    records.today = Examples.alerting
    var script = ScreenScript(records: records)
    script.press("Esc")
    expectSnapshot(script.frame, "today-alerts-80x24")
    script.press("F1")
    #expect(script.frame.text().contains("Enter             Open it, which says that you know"))
  }

  @Test("CUS-001 to CUS-004: flagged offers stand on the team leader's Today")
  func flaggedOffers() {
    var records = ExampleRecords(unfinished: [])
    records.today = Examples.alerting
    records.today?.due = []
    var script = ScreenScript(Examples.leader, records: records)
    script.press("Esc")
    let text = script.frame.text()
    #expect(text.contains("Offers to look into"))
    #expect(text.contains("! late, officer"))
  }

  @Test(
    "GEN-005: the marking is in the first row of every picture",
    arguments: Scene.panes + Scene.places + Scene.popups)
  func marking(scene: Scene) {
    for size in Self.sizes {
      #expect(picture(scene, size).rowText(0).contains("CONFIDENTIAL - PERSONAL DATA"))
    }
  }

  @Test("The cursor stands somewhere in every picture", arguments: Scene.panes + Scene.places)
  func cursor(scene: Scene) {
    for size in Self.sizes { #expect(picture(scene, size).cursor != nil) }
  }

  @Test("The cursor stands on the row of the list")
  func cursorOnRow() {
    var script = ScreenScript()
    script.press("Ctrl+G n Down")
    let cursor = script.frame.cursor
    #expect(cursor?.row == 5)
    #expect(script.frame.rowText(5).contains("O'CONNOR"))
  }
}
