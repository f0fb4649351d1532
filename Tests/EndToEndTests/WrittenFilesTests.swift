import FoundationEssentials
import Glibc
import TestSupport
import Testing

@Suite("Where the program writes", .serialized, .besideOthers)
struct WrittenFilesTests {
  /// Everything under a folder.
  private func files(under folder: String) throws -> Set<String> {
    Set(try FileManager.default.subpathsOfDirectory(atPath: folder))
  }

  @Test("T5: a day's work writes beside the data file and nowhere else, and leaves no copy behind")
  func day() throws {
    let program = BuiltProgram(home: try TemporaryFolder())
    let scratch = program.home.file("scratch")
    mkdir(scratch, 0o700)
    let desk = try Desk.atWork(
      program, environment: ["TMPDIR": scratch, "SQLITE_TMPDIR": scratch])
    desk.type("\u{06}")
    try desk.wait(for: "Find")
    desk.type("groves")
    try desk.wait(for: "GROVES")
    desk.type("\r")
    try desk.wait(for: "P-")
    try desk.press(Desk.esc, until: "In custody now")
    try desk.beginArrival(cell: "M7")
    try desk.press(Desk.esc, until: "In custody now")
    if let open = ProcessFacts.openFiles(of: try desk.worker()) {
      let own = open.filter {
        $0.hasPrefix("/tmp") || $0.hasPrefix("/var") || $0.hasPrefix("/home")
      }
      #expect(own.allSatisfy { $0.hasPrefix(program.home.path + "/records.db") }, "\(own)")
    }
    let written = try files(under: program.home.path)
    #expect(
      written.filter { !$0.hasPrefix("records.db") } == ["scratch"], "\(written.sorted())")
    #expect(try files(under: scratch).isEmpty)
  }
}
