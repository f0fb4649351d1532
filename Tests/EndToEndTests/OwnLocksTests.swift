import Glibc
import TestSupport
import Testing
import torture

/// Nothing the program does on the way may open the data file but SQLite: any close of any other
/// descriptor lets go of SQLite's locks, and then colleagues' saves can be thrown away.
@Suite("The program's own locks", .serialized, .besideOthers)
struct OwnLocksTests {
  @Test("after each action of a scripted day the locks are held, and only SQLite has the file open")
  func day() throws {
    let program = BuiltProgram(home: try TemporaryFolder())
    let desk = try Desk.atWork(program)
    let path = program.home.path + "/records.db"
    let worker = try desk.worker()
    func held(_ action: String) throws {
      #expect(try LockQuestion.lost(on: path, by: worker) == [], "after \(action)")
      guard let files = ProcessFacts.openFiles(of: worker) else { return }
      let open = files.filter { $0 == path }.count
      // One that reads, one that writes, one for what takes long.
      #expect((1...3).contains(open), "\(open) descriptors after \(action)")
    }
    try held("the start")
    desk.type("\u{06}")
    try desk.wait(for: "Find")
    desk.type("groves")
    try desk.wait(for: "GROVES")
    try held("a search")
    desk.type("\r")
    try desk.wait(for: "P-")
    try held("opening a record")
    try desk.press(Desk.esc, until: "In custody now")
    try desk.beginArrival(cell: "M7")
    try held("typing into a form")
    try desk.press(Desk.esc, until: "In custody now")
    try held("leaving a form with its draft kept")
    desk.type("\u{07}")
    try held("a menu of places")
    try desk.press(Desk.esc, until: "In custody now")
    #expect(try program.run("verify", "--data", path).code == 0)
    try held("a look by another process")
    #expect(try program.run("backup", "--data", path, program.home.path + "/copy.db").code == 0)
    try held("a backup by another process")
  }
}
