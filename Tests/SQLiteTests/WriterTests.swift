import Glibc
import SQLite
import TestSupport
import Testing

@Suite("A writer")
struct WriterTests {
  private let insert = "INSERT INTO note (text) VALUES (?)"

  private func texts(_ connection: Connection) throws -> [String] {
    try connection.query("SELECT text FROM note ORDER BY id") { try $0.text(0) }
  }

  @Test("a change is wholly there or wholly absent")
  func allOrNothing() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    try writer.write { try $0.execute(insert, "kept") }
    #expect(throws: SQLiteError.self) {
      try writer.write {
        try $0.execute(insert, "half")
        try $0.execute(insert, "kept")
      }
    }
    #expect(try texts(writer.connection) == ["kept"])
  }

  @Test("after an error nothing more is done in that change, even when the code hides the error")
  func poisoned() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    try writer.write { try $0.execute(insert, "a") }
    var reached = false
    let error = #expect(throws: SQLiteError.self) {
      try writer.write { connection in
        try? connection.execute(insert, "a")
        let second = Result { try connection.execute(insert, "b") }
        if case .success = second { reached = true }
      }
    }
    #expect(error?.trouble == .constraint)
    #expect(!reached)
    #expect(try texts(writer.connection) == ["a"])
    try writer.write { try $0.execute(insert, "c") }
    #expect(try texts(writer.connection) == ["a", "c"])
  }

  @Test("a tool that does not know the gate and holds the file makes the save fail in words")
  func lockedByAnother() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file(), patience: 0.1)
    let outside = try Connection(path: folder.file(), for: .writing)
    try outside.execute("BEGIN IMMEDIATE")
    let error = #expect(throws: SQLiteError.self) {
      try writer.write { try $0.execute(insert, "x") }
    }
    #expect(error?.trouble == .busy(holder: nil))
    #expect(try texts(writer.connection) == [])
    try outside.execute("ROLLBACK")
    try writer.write { try $0.execute(insert, "x") }
    #expect(try texts(writer.connection) == ["x"])
  }

  @Test(
    "when the file, its -wal or its -shm is removed or replaced, nothing more is written",
    arguments: ["", "-wal", "-shm"], [true, false])
  func replaced(suffix: String, removed: Bool) throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    try writer.write { try $0.execute(insert, "before") }
    let file = folder.file() + suffix
    rename(file, file + "-moved")
    if !removed { close(open(file, O_CREAT | O_WRONLY, 0o600)) }
    let error = #expect(throws: SQLiteError.self) {
      try writer.write { try $0.execute(insert, "after") }
    }
    #expect(error?.trouble == .fileReplaced)
    let reading = #expect(throws: SQLiteError.self) { try writer.connection.read { _ in } }
    #expect(reading?.trouble == .fileReplaced)
    #expect(throws: SQLiteError.self) { _ = try writer.truncateWAL() }
    unlink(file)
    rename(file + "-moved", file)
    try writer.write { try $0.execute(insert, "after") }
    #expect(try texts(writer.connection) == ["before", "after"])
  }

  @Test("a full file refuses in words, loses nothing, and takes saves again when there is room")
  func full() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    try writer.write { try $0.execute(insert, "first") }
    let pages = try writer.connection.first("PRAGMA page_count") { try $0.int(0) } ?? 0
    try writer.connection.executeScript("PRAGMA max_page_count = \(pages + 2)")
    var saved = 1
    let error = #expect(throws: SQLiteError.self) {
      while true {
        try writer.write {
          try $0.execute(insert, "\(saved) " + String(repeating: "x", count: 900))
        }
        saved += 1
      }
    }
    #expect(error?.trouble == .diskFull)
    #expect(try texts(writer.connection).count == saved)
    try writer.connection.executeScript("PRAGMA max_page_count = 1000000")
    try writer.write { try $0.execute(insert, "last") }
    #expect(try texts(writer.connection).count == saved + 1)
  }

  @Test("the -wal file stays short, because saves carry it over into the file in time")
  func checkpoints() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    var longest = 0
    for number in 1...60 {
      try writer.write {
        for part in 1...25 {
          try $0.execute(insert, "\(number) \(part) " + String(repeating: "x", count: 4_000))
        }
      }
      longest = max(longest, writer.connection.pagesInWAL)
    }
    #expect(longest > 1_000)
    #expect(longest < 1_300)
    #expect(try writer.truncateWAL())
  }

  @Test("T5: deleted words are in no file once the -wal is empty, and until then they are")
  func deletedWords() throws {
    let folder = try TemporaryFolder()
    for empties in [false, true] {
      try writeAndDelete(folder.file(), empties: empties)
      // Nothing has the files open any more, so they may be read.
      let found = try ["", "-wal"].map { try occurrences(of: "QUINCE", in: folder.file() + $0) }
      #expect((found[0] + found[1] == 0) == empties, "\(found)")
    }
  }

  private func writeAndDelete(_ path: String, empties: Bool) throws {
    let writer = try openExample(path)
    try writer.write {
      for number in 1...250 { try $0.execute(insert, "\(empties) QUINCE \(number)") }
    }
    try writer.write { try $0.execute("DELETE FROM note") }
    if empties { #expect(try writer.truncateWAL()) }
  }

  private func occurrences(of word: String, in path: String) throws -> Int {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SQLiteError.system(errno) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4_000_000)
    let count = read(file, &bytes, bytes.count)
    let parts = bytes.prefix(max(0, count)).split(separator: UInt8(ascii: "Q"))
    return parts.count { $0.starts(with: word.utf8.dropFirst()) }
  }

  @Test("two sessions of one process keep each other's saves")
  func twoSessions() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (try openExample(folder.file()), try openExample(folder.file()))
    for number in 1...20 {
      try one.write { try $0.execute(insert, "one \(number)") }
      try two.write { try $0.execute(insert, "two \(number)") }
    }
    #expect(try texts(one.connection).count == 40)
    #expect(try texts(two.connection) == texts(one.connection))
  }

  @Test("a look at the file sees one state of it, whatever is saved meanwhile")
  func snapshot() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let reader = try Connection(path: folder.file(), for: .reading)
    try reader.read { reader in
      #expect(try texts(reader) == [])
      try writer.write { try $0.execute(insert, "new") }
      #expect(try texts(reader) == [])
    }
    #expect(try texts(reader) == ["new"])
    #expect(!reader.isInTransaction)
  }
}
