import SQLite
import TestSupport
import Testing

@Suite("A connection")
struct ConnectionTests {
  @Test("every kind of value comes back as it was bound")
  func values() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let seal: [UInt8] = [0, 255, 7]
    try writer.write {
      try $0.execute("INSERT INTO note (text, size, seal) VALUES (?, ?, ?)", "Zoë 作", 1.5, seal)
      try $0.execute("INSERT INTO note (text, size, seal) VALUES (?, ?, ?)", "", nil, [UInt8]())
    }
    let rows = try writer.connection.query("SELECT id, text, size, seal FROM note ORDER BY id") {
      (
        id: try $0.int64(0), text: try $0.text(1), size: try $0.get(2) as Double?,
        seal: try $0.bytes(3)
      )
    }
    #expect(rows.map(\.id) == [1, 2])
    #expect(rows.map(\.text) == ["Zoë 作", ""])
    #expect(rows.map(\.size) == [1.5, nil])
    #expect(rows.map(\.seal) == [seal, []])
  }

  @Test("a value of another type than asked for throws and names the column, not the value")
  func decodeOrThrow() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    try writer.write { try $0.execute("INSERT INTO note (text) VALUES (?)", "secret") }
    let error = #expect(throws: SQLiteError.self) {
      try writer.connection.first("SELECT text FROM note") { try $0.int64(0) }
    }
    #expect(error?.trouble == .unreadableValue)
    #expect(error?.column == "text")
    #expect(error?.description.contains("secret") == false)
    let null = #expect(throws: SQLiteError.self) {
      try writer.connection.first("SELECT size FROM note") { try $0.double(0) }
    }
    #expect(null?.column == "size")
  }

  @Test("bytes that are not text throw instead of being repaired")
  func brokenText() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let error = #expect(throws: SQLiteError.self) {
      try writer.connection.first("SELECT CAST(x'ff41' AS TEXT) AS words") { try $0.text(0) }
    }
    #expect(error?.column == "words")
  }

  @Test("a refused change names the column and never the value")
  func constraint() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    try writer.write { try $0.execute("INSERT INTO note (text) VALUES (?)", "secret") }
    let error = #expect(throws: SQLiteError.self) {
      try writer.write { try $0.execute("INSERT INTO note (text) VALUES (?)", "SECRET") }
    }
    #expect(error?.trouble == .constraint)
    #expect(error?.column == "note.text")
    #expect(error?.description.lowercased().contains("secret") == false)
  }

  @Test("a double-quoted word is a column name, never quietly a text")
  func doubleQuotes() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    #expect(throws: SQLiteError.self) {
      try writer.connection.exists("SELECT 1 FROM note WHERE text = \"typo\"")
    }
  }

  @Test("a query inside a query of the same words has a cursor of its own")
  func nested() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    try writer.write { connection in
      for text in ["a", "b", "c"] {
        try connection.execute("INSERT INTO note (text) VALUES (?)", text)
      }
    }
    var pairs = 0
    try writer.connection.forEach("SELECT id FROM note") { _ in
      try writer.connection.forEach("SELECT id FROM note") { _ in pairs += 1 }
    }
    #expect(pairs == 9)
  }

  @Test("a reader may not write, and a writer may not attach, drop, or change an append-only table")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let reader = try Connection(path: folder.file(), for: .reading)
    #expect(throws: SQLiteError.self) { try reader.execute("DELETE FROM note") }
    writer.connection.putUpGuardRails(appendOnly: ["note"])
    for sql in [
      "ATTACH '/tmp/other.db' AS other", "DROP TABLE note", "CREATE TABLE more (id INTEGER)",
      "PRAGMA synchronous = OFF", "PRAGMA user_version = 9", "UPDATE note SET text = 'x'",
      "DELETE FROM note",
    ] {
      let error = #expect(throws: SQLiteError.self) { try writer.connection.execute(sql) }
      #expect(error?.trouble == .noPermission, "\(sql)")
    }
    try writer.write { try $0.execute("INSERT INTO note (text) VALUES ('still')") }
  }

  @Test("another session's save is noticed")
  func dataVersion() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let reader = try Connection(path: folder.file(), for: .reading)
    let before = try reader.dataVersion()
    #expect(try reader.dataVersion() == before)
    try writer.write { try $0.execute("INSERT INTO note (text) VALUES ('x')") }
    #expect(try reader.dataVersion() != before)
  }

  @Test("a running query is stopped by its own question")
  func interrupt() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
      """
    var asked = 0
    let stopped = #expect(throws: SQLiteError.self) {
      try writer.connection.whileAsking(
        {
          asked += 1
          return asked < 3
        },
        { _ = try writer.connection.exists(endless) })
    }
    #expect(stopped?.trouble == .interrupted)
    #expect(asked == 3)
    let declined = #expect(throws: SQLiteError.self) {
      try writer.connection.whileAsking({ false }, { _ = try writer.connection.exists(endless) })
    }
    #expect(declined?.trouble == .interrupted)
  }

  @Test("the query plan can be read")
  func plan() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let plan = try writer.connection.explainQueryPlan("SELECT id FROM note WHERE text = ?", "x")
    #expect(plan == ["SEARCH note USING COVERING INDEX sqlite_autoindex_note_1 (text=?)"])
  }
}
