import Glibc
import TestSupport
import Testing

@testable import SQLite

@Suite("Room in the -wal file")
struct JournalRoomTests {
  private let insert = "INSERT INTO note (text) VALUES (?)"

  private func texts(_ connection: Connection) throws -> [String] {
    try connection.query("SELECT text FROM note ORDER BY id") { try $0.text(0) }
  }

  private func size(_ path: String) -> Int {
    var facts = stat()
    return lstat(path, &facts) == 0 ? Int(facts.st_size) : -1
  }

  @Test(
    "is made where little is left, and never past the length at which the file is copied over",
    arguments: [
      (size: 0, pages: 0, missing: 524_288), (8_272, 2, 524_288),
      (1_000_000, 210, 0), (1_000_000, 211, 524_288), (4_200_000, 1_000, 126_000),
      (4_326_000, 1_040, 0), (9_000_000, 2_000, 0),
      // Somebody has emptied the file since.
      (0, 700, 524_288),
    ])
  func amount(size: Int, pages: Int, missing: Int) {
    #expect(JournalRoom.missing(size: size, pages: pages) == missing)
  }

  @Test("the saves after it make the file no longer, and everybody reads them")
  func saves() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let reader = try Connection(path: folder.file(), for: .reading)
    try writer.write { try $0.execute(insert, "first") }
    let before = size(folder.file() + "-wal")
    try writer.makeRoom()
    let roomy = size(folder.file() + "-wal")
    #expect(roomy == before + 524_288)
    let numbers = (1...30).map { "\($0)" }
    for number in numbers { try writer.write { try $0.execute(insert, number) } }
    try writer.makeRoom()
    #expect(size(folder.file() + "-wal") == roomy)
    #expect(try reader.read { try texts($0) } == ["first"] + numbers)
  }

  @Test("a file left with room by a killed session has every save in it, for SQLite alone too")
  func afterCrash() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    try writer.write { try $0.execute(insert, "before") }
    try writer.makeRoom()
    try writer.write { try $0.execute(insert, "after") }
    try copy(folder.file(), to: folder.file("left.db"))
    try copy(folder.file() + "-wal", to: folder.file("left.db-wal"))
    let again = try openExample(folder.file("left.db"))
    #expect(try texts(again.connection) == ["before", "after"])
    #expect(try again.connection.query("PRAGMA integrity_check") { try $0.text(0) } == ["ok"])
    try again.write { try $0.execute(insert, "later") }
    #expect(try again.truncateWAL())
    #expect(size(folder.file("left.db-wal")) == 0)
    // Emptied and given room again: nothing but zeros stands in it.
    try again.makeRoom()
    try copy(folder.file("left.db"), to: folder.file("zeros.db"))
    try copy(folder.file("left.db-wal"), to: folder.file("zeros.db-wal"))
    let last = try openExample(folder.file("zeros.db"))
    #expect(try texts(last.connection) == ["before", "after", "later"])
    try last.write { try $0.execute(insert, "last") }
    #expect(try texts(last.connection) == ["before", "after", "later", "last"])
  }

  @Test("waits for nobody, and a tool that writes without the gate is not written over")
  func others() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file(), patience: 0.1)
    try writer.write { try $0.execute(insert, "kept") }
    let gate = try WriterGate(of: DatabaseFiles(path: folder.file()))
    let before = size(folder.file() + "-wal")
    try gate.hold(as: "colleague") {
      let error = #expect(throws: SQLiteError.self) { try writer.makeRoom() }
      guard case .busy = error?.trouble else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    let outside = try Connection(path: folder.file(), for: .writing)
    try outside.execute("BEGIN IMMEDIATE")
    let error = #expect(throws: SQLiteError.self) { try writer.makeRoom() }
    #expect(error?.trouble == .busy(holder: nil))
    try outside.execute("ROLLBACK")
    #expect(size(folder.file() + "-wal") == before)
  }

  private func copy(_ path: String, to other: String) throws {
    let from = open(path, O_RDONLY)
    let to = open(other, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer {
      close(from)
      close(to)
    }
    var bytes = [UInt8](repeating: 0, count: size(path))
    #expect(from >= 0 && to >= 0)
    #expect(pread(from, &bytes, bytes.count, 0) == bytes.count)
    #expect(pwrite(to, bytes, bytes.count, 0) == bytes.count)
  }
}
