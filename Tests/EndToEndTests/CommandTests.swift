import Testing
import TestSupport

@Suite("The built program")
struct CommandTests {
  @Test("It answers, explains itself, and tells the shell how it went")
  func answers() throws {
    let program = BuiltProgram(home: try TemporaryFolder())
    let version = try program.run("version")
    #expect(version.code == 0)
    #expect(version.output.hasPrefix("throughcare "))
    #expect(try program.run("--help").output.contains("COMMANDS"))
    let wrong = try program.run("nonsense")
    #expect(wrong.code == 2)
    #expect(wrong.errors.hasPrefix("throughcare: "))
  }
}
