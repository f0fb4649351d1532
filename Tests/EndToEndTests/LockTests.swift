import Glibc
import Testing
import TestSupport

/// GEN-006, on a terminal of its own: what a passer-by can read while the worker is away.
@Suite("What a locked screen shows", .serialized, .besideOthers)
struct LockTests {
  private let program: BuiltProgram

  init() throws { program = BuiltProgram(home: try TemporaryFolder()) }

  @Test(
    "locked, no word of a record is on the glass; unlocked, everything is where it was",
    arguments: ["xterm-256color", "linux"])
  func locked(terminal: String) throws {
    let desk = try Desk.atWork(program, environment: ["TERM": terminal])
    try desk.beginArrival(cell: "Q7")
    try lock(desk)
    try expectNothing(of: desk)
    try type("not the password", at: desk)
    try desk.wait(for: "This is not the password")
    try expectNothing(of: desk)
    try type("quiet green kettle", at: desk)
    try desk.wait(for: "[Q7")
    #expect(!desk.glass.text.contains("not the password"))
  }

  @Test("locked and then killed, the screen is blank and the next start has the draft")
  func killed() throws {
    let desk = try Desk.atWork(program, shows: "desk$ ")
    try desk.beginArrival(cell: "Q8")
    try desk.wait(for: "Draft kept")
    try lock(desk)
    kill(try desk.worker(), SIGKILL)
    #expect(try desk.end() == -SIGKILL)
    try expectNothing(of: desk)
    #expect(!desk.glass.text.contains("Locked"))
    let next = try Desk(program, ["--data", program.home.path + "/records.db"])
    try next.wait(for: "What to try first")
    try next.press(Desk.esc, until: "unfinished forms")
    try next.press("r", until: "1  * Suite")
    try next.wait(for: "[Q8")
  }

  @Test("T14: a decision asks for the password again, and a second person for a powerful role")
  func passwordAgain() throws {
    _ = try DemoFile.copy(for: program)
    let desk = try Desk(
      program, ["demo", "--data", program.home.path + "/records.db", "--as", "ADM"])
    try desk.wait(for: "What to try first")
    try desk.press(Desk.esc, until: "unfinished form")
    try desk.press(Desk.esc, untilWithout: "unfinished form")
    desk.type("\u{0E}")
    try desk.wait(for: "For the office")
    desk.type("g")
    try desk.wait(for: "Bank holiday")
    desk.type("w")
    try desk.wait(for: "Sign-in name")
    desk.type("Jo Amory")
    try desk.wait(for: "[Jo Amory")
    desk.type("\t")
    desk.type("ADM")
    try desk.wait(for: "ADM")
    desk.type("\u{1B}OQ")
    try desk.wait(for: "needs your password")
    try type("not the password", at: desk)
    try desk.wait(for: "This is not the password")
    try type("quiet green kettle", at: desk)
    try desk.wait(for: "T-0001")
    let workers = try program.run(
      "worker", "list", "--data", program.home.path + "/records.db", "--as", "ADM")
    #expect(!workers.output.contains("Jo Amory"), "nothing is changed yet")
  }

  /// Letters that come fast are taken for a paste, and Enter is no part of it.
  private func type(_ password: String, at desk: Desk) throws {
    desk.type(password)
    try desk.wait(for: "[" + String(repeating: "*", count: password.count) + " ")
    desk.type("\r")
  }

  private func lock(_ desk: Desk) throws {
    desk.type("\u{05}")
    try desk.wait(for: "l Lock")
    desk.type("l")
    try desk.wait(for: "Locked")
  }

  private func expectNothing(of desk: Desk) throws {
    desk.settle()
    let shown = desk.glass.text + desk.glass.ordinaryWords + desk.glass.alternateWords
    for word in [
      Desk.name, "Q7", "Q8", "Suite", "Arrival", "CONFIDENTIAL", "custody", "Unfinished",
    ] {
      #expect(!shown.contains(word), "\(word) in:\n\(shown)")
    }
  }
}
