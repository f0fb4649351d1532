import Glibc
import SQLite
import TestSupport
import Testing
import torture

@Suite("verify on a file with a past", .serialized, .besideOthers)
struct VerifyTests {
  private let program: BuiltProgram

  init() throws { program = BuiltProgram(home: try TemporaryFolder()) }

  /// A file that fifty sessions have written to, each killed in the middle of its work.
  private func written() throws -> (file: TrialFile, saves: Int) {
    let file = try TrialFile(workers: 8)
    let sessions = try (1...50).map {
      try SessionProcess(file.path, "--label", "W-\($0)", "--records", "8", "--seed", "\($0)")
    }
    for session in sessions { #expect(session.waits(for: "ok")) }
    for session in sessions { session.kill() }
    return (file, sessions.map(\.acknowledged.count).reduce(0, +))
  }

  @Test("a file that fifty processes have written to and were killed over is good")
  func killed() throws {
    let (file, saves) = try written()
    #expect(saves >= 50)
    let result = try program.run("verify", "--data", file.path)
    #expect(result.code == 0, "\(result.output) \(result.errors)")
    #expect(result.output.contains("all is good"))
  }

  @Test(
    "a record or entry that was changed with another tool is found, and its place named",
    arguments: [
      ("UPDATE worker SET name = 'Somebody Else' WHERE id = 3", "table worker, row 3"),
      (
        """
        DROP TRIGGER audit_not_changed;
        UPDATE audit SET reason = 'none' WHERE seq = 7
        """, "entry 7"
      ),
    ])
  func changed(sql: String, place: String) throws {
    let (file, _) = try written()
    do {
      let tool = try Connection(path: file.path, for: .writing)
      try tool.executeScript(sql)
    }
    let result = try program.run("verify", "--data", file.path)
    #expect(result.code == 1, "\(result.output) \(result.errors)")
    #expect(result.output.contains("BROKEN: ") && result.output.contains(place), "\(result.output)")
  }
}
