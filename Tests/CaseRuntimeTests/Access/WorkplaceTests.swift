import CaseRules
import CaseStore
import SQLite
import TestSupport
import Testing

@testable import CaseRuntime

/// Part d of the trail: from which session, line and computer a change comes.
@Suite("Where changes come from")
struct WorkplaceTests {
  private static func gaps(_ demo: DemoFile, after number: Int64) throws -> [String] {
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    return try store.read {
      try $0.query(
        """
        SELECT kind FROM audit
        WHERE seq > ? AND (session IS NULL OR terminal IS NULL OR remote IS NULL OR boot_ms IS NULL)
        """, number
      ) { try $0.text(0) }
    }
  }

  private static func people(_ folder: DemoFile) throws -> String {
    let path = folder.folder.file("people.csv")
    try FileHandle(creating: path).write(
      Array(
        "family-name,given-names,born,sex,ethnicity,address,language,interpreter,risks\nZennor,Peri,03/04/1985,F,W1,1 Quay Lane,English,no,none\n"
          .utf8))
    return path
  }

  @Test(
    "every entry of a command names its session, line and computer",
    arguments: [
      ["submit", "contact-attempt", "--person", "P-0001"], ["find", "smith"],
      ["export", "caseload"],
      ["import", "people"],
    ])
  func commands(words: [String]) throws {
    let demo = try DemoFile()
    let before = try demo.trailEnd()
    let isImport = words.first == "import"
    let run = try demo.run(
      as: .cjit, words + (isImport ? [try Self.people(demo)] : []),
      input: #"{"when": "now", "method": "phone", "result": "no-answer"}"#)
    #expect(run.code == .done, "\(run.output)\(run.errors)")
    #expect(try demo.trailEnd() > before)
    #expect(try Self.gaps(demo, after: before) == [])
  }

  @Test("the plan of the screen is the commands' own, so that its changes name theirs as well")
  func screen() {
    let here = Workplace.here(
      Surroundings(variables: ["SSH_CONNECTION": "10.0.0.4 50022 10.0.0.1 22"], account: "amina"),
      clock: .real)
    #expect(here.remote == "10.0.0.4" && here.terminal != nil && !here.session.isEmpty)
    let atDesk = Workplace.here(Surroundings(variables: [:], account: "amina"), clock: .real)
    #expect(atDesk.remote == Workplace.thisComputer)
  }
}
