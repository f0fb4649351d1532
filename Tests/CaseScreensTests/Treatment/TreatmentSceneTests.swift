import CaseApp
import CaseRules
import CaseScreens
import Testing
import TextScreen

@Suite("Pictures of rapid prescribing")
struct TreatmentSceneTests {
  private static let records = ExampleRecords(unfinished: [], alerts: [ExampleTreatment.line])

  @Test("PPL-044: a red alert stands first on the team leader's Today", arguments: SceneTests.sizes)
  func alert(size: Size) {
    let script = ScreenScript(Examples.leader, size: size, records: Self.records)
    expectSnapshot(script.frame, "today-alert-\(size.columns)x\(size.rows)")
    let text = script.frame.text()
    #expect(text.contains("Safety alerts: act now"))
    #expect(text.contains("1 safety alert"))
  }

  @Test("The page of a prescribing episode opens from the alert", arguments: SceneTests.sizes)
  func page(size: Size) {
    var script = ScreenScript(Examples.leader, size: size, records: Self.records)
    script.press("Enter")
    expectSnapshot(script.frame, "prescribing-\(size.columns)x\(size.rows)")
    #expect(script.frame.text().contains("RED ALERT PPL-044"))
  }

  @Test("PPL-045, PPL-046: the dose log is a small table, samples carry their notes")
  func log() {
    var script = ScreenScript(
      Examples.leader, size: Size(columns: 140, rows: 60), records: Self.records)
    script.press("Enter")
    let text = script.frame.text()
    for words in [
      " 30 mg first", " 40 mg   +10", " 35 mg    -5", "not supervised", "struck: typed twice",
      "open to challenge", "expected 09/10/2007 to 16/10/2007",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("PPL-045: days without a dose stand in the log, and three up to today before everything")
  func missedDays() {
    var script = ScreenScript(Examples.worker, records: Self.records)
    script.press("Ctrl+G o")
    script.type("X-4")
    script.press("Enter")
    expectSnapshot(script.frame, "prescribing-missed-80x24")
    let text = script.frame.text()
    for words in ["Ring the prescriber", "4 days missed", "1 day missed"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("PPL-040, PPL-044: the menu of actions says why not")
  func actions() {
    var script = ScreenScript(Examples.worker, records: Self.records)
    script.press("Ctrl+G o")
    script.type("X-3")
    script.press("Enter F9")
    expectSnapshot(script.frame, "prescribing-actions-80x24")
  }
}
