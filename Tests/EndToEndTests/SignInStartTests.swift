import TestSupport
import Testing

/// A start that asks who it is shows that while the file is still being opened.
@Suite("Starting where somebody has to sign in", .serialized, .besideOthers)
struct SignInStartTests {
  private let program: BuiltProgram
  private var data: String { program.home.path + "/records.db" }

  init() throws {
    program = BuiltProgram(home: try TemporaryFolder())
    let made = try program.run(
      "init", "--name", "Jo Field", "--account", "somebody-else", "--data", data)
    #expect(made.code == 0, "\(made.errors)")
  }

  @Test("the second start knows what the first had to ask, and a chosen theme is kept beside it")
  func remembered() throws {
    try signInShown()
    #expect(try program.home.text(of: ".config/throughcare/choices") == "begins-with = sign-in\n")
    try program.home.write(
      "theme = mono\nbegins-with = sign-in\n", to: ".config/throughcare/choices")
    try signInShown()
    #expect(
      try program.home.text(of: ".config/throughcare/choices")
        == "theme = mono\nbegins-with = sign-in\n")
  }

  @Test("a file that cannot be opened after all gives the terminal back and says why")
  func damaged() throws {
    try signInShown()
    try program.home.write(String(repeating: "no database ", count: 900), to: "records.db")
    let desk = try Desk(program, ["--data", data])
    #expect(try desk.end() != 0)
    #expect(desk.glass.text.contains("records.db"), "\(desk.glass.text)")
    #expect(!desk.glass.text.contains("Password"))
    #expect(desk.modes == desk.modesBefore)
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
