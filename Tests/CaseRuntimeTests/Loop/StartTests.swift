import CaseApp
import CaseRules
import CaseRuntime
import CaseScreens
import CaseStore
import Testing
import TextScreen
import TestSupport

@Suite("The start")
struct StartTests {
  private let screen = ScreenDoor(
    frame: { AppScreen.frame(for: $0, size: $1, keymap: $2) },
    actions: { AppKeys.actions(for: $0, state: $1, keymap: $2, size: $3) })

  @Test(
    "The first picture is whole: Today with its rows, and no other before it, asked early or not",
    arguments: [false, true])
  func firstPicture(isEarly: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("demo.db")
    let made = try Run("demo", "--people", "12", "--make-only", "--data", path, in: folder)
    #expect(made.code == .done, "\(made.errors)")
    var plan = OpeningPlan(path: path, missing: .refuse, account: "test", role: .arw)
    plan.isForScreen = isEarly
    let records = try ComingRecords(plan).open()
    defer { records.store.close() }
    let terminal = FakeTerminal(size: Size(columns: 100, rows: 30))
    let looks = LiveLooks(
      files: LookFiles(folder: folder.path, actions: AppCommands.all), folder: folder.path,
      asked: LookChoices())
    try MainLoop(
      on: terminal, records: records, looks: looks, screen: screen, isPatient: true
    ).run()
    let first = try #require(terminal.frames.first).text()
    #expect(first.contains("Next days"))
    #expect(first.contains("Custody alerts"))
    #expect(!first.contains("Reading..."))
  }

  @Test(
    "A file that cannot be opened is told of, whatever the first screen has asked",
    arguments: ["no data file at all", "SQLite format 3\0 cut short"])
  func refused(content: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(content, to: "wrong.db")
    var plan = OpeningPlan(path: path, missing: .refuse, account: "test", role: .arw)
    plan.isForScreen = true
    #expect(throws: CommandFailure.self) { try ComingRecords(plan).open() }
  }

  @Test("What was wrong with the worker's own keymap is said, and the shipped one is used")
  func ownKeymap() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("[list]\ndown = Dwn\n", to: "keys")
    let looks = LiveLooks(
      files: LookFiles(folder: folder.path, actions: AppCommands.all), folder: folder.path,
      asked: LookChoices())
    #expect(looks.looks(notice: nil).notice?.contains("line 2") == true)
    #expect(looks.keymap.name == "Default (office)")
  }
}
