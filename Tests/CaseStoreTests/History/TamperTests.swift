import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// GEN-003 is only worth something when nobody can bend the trail, or a record, unseen.

/// GEN-003 is only worth something when nobody can bend the trail, or a record, unseen.
@Suite("Somebody edits the file with another tool")
struct TamperTests {
  @Test("GEN-003: an untouched file is good, and says how much was looked at")
  func control() throws {
    let file = try TemporaryStore.withHistory()
    let look = try file.verify()
    #expect(look.breaks == [])
    #expect(look.isGood)
    #expect(look.entries == 8)
    #expect(look.people == 3)
    #expect(look.records > 200, "the bank holidays are sealed as well")
    #expect(look.head == (try file.head()))
    #expect(look.head?.number == 8)
  }

  /// Every column of an entry, changed as little as it can be.
  static let changes: [(column: String, sql: String)] = [
    ("at", "UPDATE audit SET at = '2026-11-22T09:00:01Z' WHERE seq = 4"),
    ("boot_ms", "UPDATE audit SET boot_ms = 1 WHERE seq = 4"),
    ("step", "UPDATE audit SET step = step + 1 WHERE seq = 4"),
    ("worker", "UPDATE audit SET worker = 2 WHERE seq = 4"),
    ("role", "UPDATE audit SET role = 'sup' WHERE seq = 4"),
    ("session", "UPDATE audit SET session = '' WHERE seq = 4"),
    ("terminal", "UPDATE audit SET terminal = 'pts/1' WHERE seq = 4"),
    ("remote", "UPDATE audit SET remote = '10.0.0.1' WHERE seq = 4"),
    ("kind", "UPDATE audit SET kind = 'record.changf' WHERE seq = 4"),
    ("person", "UPDATE audit SET person = 2 WHERE seq = 4"),
    ("record_kind", "UPDATE audit SET record_kind = 'E' WHERE seq = 4"),
    ("record_id", "UPDATE audit SET record_id = 9 WHERE seq = 4"),
    ("revision_before", "UPDATE audit SET revision_before = NULL WHERE seq = 5"),
    ("revision_after", "UPDATE audit SET revision_after = 7 WHERE seq = 5"),
    ("rule", "UPDATE audit SET rule = 'PPL-001' WHERE seq = 4"),
    ("reason", "UPDATE audit SET reason = 'Asked for by the court' WHERE seq = 4"),
    ("purpose", "UPDATE audit SET purpose = '' WHERE seq = 4"),
    ("detail", "UPDATE audit SET detail = replace(detail, '9 ', '8 ') WHERE seq = 5"),
    ("save_id", "UPDATE audit SET save_id = upper(save_id) || 'x' WHERE seq = 4"),
    ("seals", "UPDATE audit SET seals = NULL WHERE seq = 4"),
    ("prev", "UPDATE audit SET prev = zeroblob(32) WHERE seq = 4"),
    ("hash", "UPDATE audit SET hash = zeroblob(32) WHERE seq = 4"),
  ]

  @Test("GEN-003: a changed entry is found and named", arguments: changes)
  func changedEntry(column: String, sql: String) throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.execute(sql)
    let look = try file.verify()
    let first = try #require(look.breaks.first)
    let entry: Int64 = sql.contains("seq = 5") ? 5 : 4
    #expect(first.check == .trail)
    #expect(first.entry == entry, "\(look.breaks)")
    #expect(first.table == "audit" && first.row == entry)
    #expect(first.words.hasPrefix("Entry \(entry)"), "\(first.words)")
  }

  @Test("GEN-003: the list of columns above is the whole entry")
  func everyColumn() throws {
    let file = try TemporaryStore()
    let columns = try file.read {
      try $0.query("SELECT name FROM pragma_table_info('audit')") { try $0.text(0) }
    }
    #expect(Set(columns).subtracting(["seq"]) == Set(Self.changes.map(\.column)))
  }

  @Test("GEN-003: a removed entry is found and named", arguments: [Int64(1), 2, 5, 7])
  func removedEntry(number: Int64) throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.execute("DELETE FROM audit WHERE seq = \(number)")
    let first = try #require(try file.verify().breaks.first)
    #expect(first.words == "Entry \(number) of the trail is missing")
    #expect(first.entry == number)
  }

  @Test("GEN-003: several removed entries are named as what they are")
  func removedEntries() throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.execute("DELETE FROM audit WHERE seq IN (3, 4, 5)")
    #expect(try file.verify().breaks.first?.words == "Entries 3 to 5 of the trail are missing")
  }

  @Test("GEN-003: an entry put in between is found, also when all after it are numbered on")
  func insertedEntry() throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.execute(
      "UPDATE audit SET seq = -seq WHERE seq >= 4", "UPDATE audit SET seq = 1 - seq WHERE seq < 0",
      """
      INSERT INTO audit (\(ChainedEntry.fields), prev, hash)
      SELECT 4, at, boot_ms, step, worker, role, session, terminal, remote, 'person.view', person,
             record_kind, record_id, revision_before, revision_after, rule, reason, purpose, detail,
             save_id, seals, hash, hash
      FROM audit WHERE seq = 3
      """)
    let first = try #require(try file.verify().breaks.first)
    #expect(first.check == .trail)
    #expect(first.entry == 4)
  }

  @Test("GEN-003: two entries in each other's place are found")
  func swappedEntries() throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.execute(
      "UPDATE audit SET seq = 99 WHERE seq = 4", "UPDATE audit SET seq = 4 WHERE seq = 6",
      "UPDATE audit SET seq = 6 WHERE seq = 99")
    #expect(try file.verify().breaks.first?.entry == 4)
  }

  @Test("GEN-003: an entry changed together with its own hash shows at the next one")
  func rehashedEntry() throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.change { connection in
      try connection.execute("UPDATE audit SET worker = 2 WHERE seq = 4")
      let previous = try connection.first("SELECT prev FROM audit WHERE seq = 4") {
        try $0.get(0, as: Digest.self)
      }
      let hash = try connection.first(
        "SELECT \(ChainedEntry.fields) FROM audit WHERE seq = 4"
      ) { ChainedEntry.hash(of: $0, after: previous ?? .none) }
      try connection.execute("UPDATE audit SET hash = ? WHERE seq = 4", hash)
    }
    let first = try #require(try file.verify().breaks.first)
    #expect(first.entry == 5)
    #expect(first.words.contains("does not follow"))
  }

  @Test("a trail written anew to its end is found by a head kept elsewhere, and only by that")
  func rewrittenTrail() throws {
    let file = try TemporaryStore.withHistory()
    let kept = try #require(try file.head())
    try file.tampering.change { connection in
      try connection.execute("UPDATE audit SET reason = 'Nothing happened' WHERE seq = 4")
      try Tampering(path: file.path).relink(connection, from: 4)
    }
    #expect(try file.verify().isGood, "nothing inside the file can tell")
    let look = try file.verify(anchors: [kept])
    let first = try #require(look.breaks.first)
    #expect(first.check == .anchors)
    #expect(first.words.contains("written anew"))
  }

  @Test("a trail whose end is cut off is found by a head kept elsewhere, and only by that")
  func cutTrail() throws {
    let file = try TemporaryStore.withHistory()
    let kept = try #require(try file.head())
    #expect(try file.verify(anchors: [kept]).isGood)
    try file.tampering.execute(
      "DELETE FROM save WHERE id IN (SELECT save_id FROM audit WHERE seq = 8)",
      "DELETE FROM audit WHERE seq = 8")
    #expect(try file.verify().isGood, "nothing inside the file can tell")
    let first = try #require(try file.verify(anchors: [kept]).breaks.first)
    #expect(first.check == .anchors)
    #expect(first.entry == 8)
    #expect(first.words.contains("cut off"))
  }

  @Test("the end cut off together with what it told of leaves records without their seal")
  func cutTrailWithRecord() throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.execute(
      "DELETE FROM save WHERE id IN (SELECT save_id FROM audit WHERE seq >= 7)",
      "DELETE FROM audit WHERE seq >= 7")
    let first = try #require(try file.verify().breaks.first)
    #expect(first.check == .records && first.table == "worker" && first.row == 2)
  }

  @Test("an anchor of another file, or of an entry that never was, does not fit")
  func foreignAnchor() throws {
    let file = try TemporaryStore.withHistory()
    let foreign = TrailHead(number: 3, hash: SHA256.digest(of: [1]))
    #expect(try file.verify(anchors: [foreign]).counts == [.anchors: 1])
  }
}

/// GEN-003: what the trail says and what the records hold belong together.
extension TamperTests {
  /// Without foreign keys, as most tools have it.
  static func unchecked(_ path: String, _ body: (Connection) throws -> Void) throws {
    let connection = try Connection(path: path, for: .writing)
    try connection.executeScript("PRAGMA foreign_keys = OFF")
    try body(connection)
  }
}
