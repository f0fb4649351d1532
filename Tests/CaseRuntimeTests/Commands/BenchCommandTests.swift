import CaseRuntime
import FoundationEssentials
import Testing
import TestSupport

@Suite("The bench command")
struct BenchCommandTests {
  private static let person = """
    {"family": "Hughes", "given": "Megan", "born": "02/03/1985", "sex": "F", "ethnicity": "W1",
     "nfa": true, "risks": "none"}
    """
  private static let file = ".local/share/throughcare/casebook.db"

  @Test("It times every question next to SQLite alone, and the save in a file of its own")
  func figures() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("init", "--role", "arw", in: folder).code == .done)
    #expect(try Run("submit", "person", input: Self.person, in: folder).code == .done)
    let before = try bytes(in: folder)
    let run = try Run("bench", "--rounds", "5", "--format", "json", in: folder)
    #expect(run.code == .done, "\(run.errors)")
    guard case .array(let rows) = try run.json else {
      Issue.record("no list")
      return
    }
    let codes = [
      "open", "people_first", "people_next", "person", "today", "find_1", "find_4", "find_nobody",
      "save", "import", "sha256", "memory_peak",
    ]
    for code in codes { #expect(rows.contains { $0["code"] == .string(code) }, "\(code)") }
    for row in rows {
      #expect(row["median"] != .number("0.000"), "\(row)")
      #expect(row["ratio"] != .number("0.00"), "\(row)")
    }
    #expect(try bytes(in: folder) == before, "nothing may be written into the data file")
    let left = try names(in: folder).filter { !$0.hasPrefix("casebook.db") }
    #expect(left.isEmpty, "\(left)")
  }

  @Test("GEN-003: who may not read people gets the reason instead of figures")
  func refused() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("init", "--role", "ADM", in: folder).code == .done)
    let run = try Run("bench", "--rounds", "5", in: folder)
    #expect(run.code == .foundWrong)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("As administrator"))
  }

  @Test("A number of rounds that makes no sense is refused before anything is opened")
  func rounds() throws {
    let folder = try TemporaryFolder()
    let run = try Run("bench", "--rounds", "0", in: folder)
    #expect(run.code == .usedWrongly)
    #expect(run.errors.contains("--rounds is a whole number from 5 to 10000"))
  }

  @Test("One part can be timed by itself, and one that is none is refused")
  func onePart() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("init", "--role", "arw", in: folder).code == .done)
    let run = try Run(
      "bench", "--only", "save", "--rounds", "5", "--format", "json", in: folder)
    #expect(run.code == .done, "\(run.errors)")
    guard case .array(let rows) = try run.json else {
      Issue.record("no list")
      return
    }
    #expect(
      rows.map { $0["code"] }
        == [.string("save"), .string("memory_peak"), .string("memory_now")])
    let wrong = try Run("bench", "--only", "all", in: folder)
    #expect(wrong.code == .usedWrongly)
    #expect(wrong.errors.contains("records, save, queue, import, hash"))
  }

  private func bytes(in folder: TemporaryFolder) throws -> [UInt8] {
    try CaseRuntime.FileHandle(reading: folder.file(Self.file)).readAll(limit: 100_000_000)
  }

  private func names(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.file(".local/share/throughcare"))
  }
}
