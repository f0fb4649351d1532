import Glibc
import TestSupport
import Testing

@testable import SQLite

@Suite("Putting another file in the place of a data file")
struct ReplacementTests {
  private let folder: TemporaryFolder
  private let live: String
  private let copy: String

  init() throws {
    folder = try TemporaryFolder()
    live = folder.file("live.db")
    copy = folder.file("copy.db")
    let writer = try openExample(live)
    try add("in the copy", with: writer)
    try Backup.copy(writer.connection, to: copy)
    try add("after the copy", with: writer)
  }

  private func add(_ text: String, with writer: Writer) throws {
    try writer.write { try $0.execute("INSERT INTO note (text) VALUES (?)", text) }
  }

  private func has(_ text: String, in path: String) throws -> Bool {
    try openExample(path).connection.exists("SELECT 1 FROM note WHERE text = ?", text)
  }

  private func replace(keeping aside: String = "aside.db") throws {
    try Replacement.put(copy, inPlaceOf: live, keeping: folder.file(aside), as: "test")
  }

  @Test("The copy takes the place; the old file is whole under its other name, -wal and all")
  func replaced() throws {
    try replace()
    #expect(try has("in the copy", in: live))
    #expect(try !has("after the copy", in: live))
    #expect(try has("after the copy", in: folder.file("aside.db")))
    #expect(try !folder.names.contains("copy.db"))
  }

  @Test("A session that still has the old file open writes nothing more, and says so")
  func openSession() throws {
    let session = try openExample(live)
    try replace()
    let error = #expect(throws: SQLiteError.self) { try add("too late", with: session) }
    #expect(error?.trouble == .fileReplaced)
    #expect(try !has("too late", in: live))
  }

  @Test("Where the other name is taken nothing is changed")
  func nameTaken() throws {
    mkfifo(folder.file("aside.db"), 0o600)
    let error = #expect(throws: SQLiteError.self) { try replace() }
    #expect(error?.trouble == .fileExists)
    unlink(folder.file("aside.db"))
    #expect(try has("after the copy", in: live))
    #expect(try folder.names.contains("copy.db"))
  }

  @Test("Where there is no data file the copy becomes one")
  func fresh() throws {
    let other = folder.file("other.db")
    try Replacement.put(copy, inPlaceOf: other, keeping: folder.file("aside.db"), as: "test")
    #expect(try has("in the copy", in: other))
    #expect(try !folder.names.contains("aside.db"))
  }
}
