import Glibc
import SQLite
import TestSupport
import Testing

/// A start that asks who it is shows that while the file is still being opened.
@Suite("Starting where somebody has to sign in", .serialized, .besideOthers)
struct SignInStartTests {
  private let program: BuiltProgram
  private var data: String { program.home.path + "/records.db" }

  init() throws { program = BuiltProgram(home: try TemporaryFolder()) }

  @Test("the second start asks at once what the first had to, and takes what is typed meanwhile")
  func remembered() throws {
    try make(for: "somebody-else")
    try program.home.write("theme = mono\n", to: ".config/throughcare/choices")
    try signInShown()
    #expect(try program.home.text(of: ".config/throughcare/sign-in") == data)
    #expect(try program.home.text(of: ".config/throughcare/choices") == "theme = mono\n")
    let held = try Hold(on: data)
    let desk = try Desk(program, ["--data", data])
    try desk.wait(for: "Password")
    desk.type("j.field")
    held.letGo()
    try desk.wait(for: "[j.field")
  }

  @Test("one who need not sign in after all finds nothing of what was typed")
  func signedIn() throws {
    try make(for: nil)
    try program.home.write(data, to: ".config/throughcare/sign-in")
    let held = try Hold(on: data)
    let desk = try Desk(program, ["--data", data])
    try desk.wait(for: "Password")
    desk.type("half a secret")
    held.letGo()
    try desk.wait(for: "Today")
    desk.settle()
    #expect(!desk.glass.text.contains("secret"), "\(desk.glass.text)")
    #expect(try program.home.text(of: ".config/throughcare/sign-in") == "")
  }

  @Test("until the file is open it follows the window, says what it waits for, and can be left")
  func waiting() throws {
    try make(for: "somebody-else")
    try program.home.write(data, to: ".config/throughcare/sign-in")
    let held = try Hold(on: data)
    let desk = try Desk(program, ["--data", data])
    try desk.wait(for: "Password")
    desk.resize(columns: 110, rows: 35)
    try desk.wait(for: "still being opened")
    #expect(desk.glass.text.contains("Password"))
    desk.type("\u{1B}[21~")
    try desk.wait(for: "quits the program")
    desk.type("x")
    try desk.wait(without: "quits the program")
    desk.type("\u{1B}[21~")
    try desk.wait(for: "quits the program")
    desk.type("q")
    #expect(try desk.end() == 0)
    #expect(desk.modes == desk.modesBefore)
    held.letGo()
  }

  @Test("another data file is not asked for what this one had to ask")
  func another() throws {
    try make(for: "somebody-else")
    try program.home.write("/another/records.db", to: ".config/throughcare/sign-in")
    let held = try Hold(on: data)
    let desk = try Desk(program, ["--data", data])
    desk.settle()
    #expect(!desk.glass.text.contains("Password"))
    held.letGo()
    try desk.wait(for: "Password")
  }

  @Test("a file that cannot be opened after all gives the terminal back and says why")
  func damaged() throws {
    try make(for: "somebody-else")
    try signInShown()
    try program.home.write(String(repeating: "no database ", count: 900), to: "records.db")
    let desk = try Desk(program, ["--data", data])
    #expect(try desk.end() != 0)
    #expect(desk.glass.text.contains("records.db"), "\(desk.glass.text)")
    #expect(!desk.glass.text.contains("Password"))
    #expect(desk.modes == desk.modesBefore)
  }

  /// Another tool that holds the whole file: a start on it waits until it is let go.
  private final class Hold {
    private var connection: Connection?

    init(on path: String) throws {
      connection = try Connection(path: path, for: .writing)
      try connection?.executeScript("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
    }

    func letGo() { connection = nil }
  }

  private func make(for account: String?) throws {
    let made = try program.run(
      ["init", "--name", "Jo Field", "--data", data] + (account.map { ["--account", $0] } ?? []))
    #expect(made.code == 0, "\(made.errors)")
    for folder in [".config", ".config/throughcare"] { mkdir(program.home.file(folder), 0o700) }
  }

  private func signInShown() throws {
    let desk = try Desk(program, ["--data", data])
    try desk.wait(for: "Password")
    desk.type("\u{1B}[21~")
    try desk.wait(for: "quits the program")
    desk.type("q")
    #expect(try desk.end() == 0)
    #expect(desk.modes == desk.modesBefore)
  }
}
