import CaseRules
import SQLite
import Testing

@testable import CaseStore

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
@Suite("Somebody edits a record with another tool")
struct RecordTamperTests {
  static let changes: [(what: String, sql: String, table: String, row: Int64)] = [
    ("a name", "UPDATE person SET family_name = 'Neil' WHERE id = 3", "person", 3),
    (
      "a name back to what it was, but for the salt", "UPDATE person SET salt = randomblob(16)",
      "person", 1
    ),
    ("an answer taken away", "UPDATE person SET address = '' WHERE id = 1", "person", 1),
    ("a version", "UPDATE person SET revision = 1 WHERE id = 1", "person", 1),
    ("a phone number", "UPDATE person_phone SET number = '01983 555013'", "person_phone", 1),
    ("an alias taken out", "DELETE FROM person_alias", "person_alias", 1),
    (
      "an alias put in", "INSERT INTO person_alias (person, name) VALUES (2, 'X')", "person_alias",
      2
    ),
    ("a setting", "UPDATE setting SET value = '9'", "setting", 1),
    ("a role", "UPDATE worker SET role = 'sup' WHERE id = 2", "worker", 2),
    (
      "a bank holiday that came with the file",
      "UPDATE bank_holiday SET date = '2026-12-24' WHERE date = '2026-12-25'", "bank_holiday", 0
    ),
    (
      "two records in each other's place",
      """
      UPDATE person SET id = CASE id WHEN 2 THEN 103 ELSE 102 END WHERE id IN (2, 3);
      UPDATE person SET id = id - 100 WHERE id > 100;
      """, "person", 2
    ),
  ]

  @Test("GEN-003: a change behind the trail's back is found and named", arguments: changes)
  func changed(what: String, sql: String, table: String, row: Int64) throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.execute(sql)
    let first = try #require(try file.verify().breaks.first { $0.check == .records })
    #expect(first.table == table)
    if row > 0 { #expect(first.row == row) }
    #expect(first.words.contains("behind the trail's back"))
  }

  @Test("GEN-003: a record put back as it was before its last change is found")
  func rolledBack() throws {
    let file = try TemporaryStore()
    let id = try file.add(.example())
    try file.tampering.execute("CREATE TABLE aside AS SELECT * FROM person")
    try file.store.write(try file.attribution()) { transaction in
      guard var person = try PersonRecords.one(id, in: transaction.connection) else { return }
      person.home.address = "9 New Street"
      try PersonRecords.change(person, in: transaction)
    }
    try file.tampering.execute(
      "UPDATE person SET address = (SELECT address FROM aside), revision = 1", "DROP TABLE aside")
    let breaks = try file.verify().breaks
    #expect(breaks.map(\.table) == ["person"])
    #expect(breaks.first?.entry == 3, "the last entry that tells of it")
  }

  @Test("nothing but the trail's own seal is looked at when only what came since is asked for")
  func since() throws {
    let file = try TemporaryStore.withHistory()
    let head = try #require(try file.head())
    try file.worker("Cy Dent", .arw)
    #expect(try file.verify(since: head).isGood)
    #expect(try file.verify(since: head).entries == 2)
    try file.tampering.execute("UPDATE worker SET role = 'sup' WHERE id = 3")
    #expect(try file.verify(since: head).breaks.first?.row == 3)
    let wrong = TrailHead(number: head.number, hash: .none)
    #expect(try file.verify(since: wrong).counts[.anchors] == 1)
  }
}

@Suite("Somebody edits what is derived, or the schema")
struct DerivedTamperTests {
  static let changes: [(what: String, sql: String, check: Verification.Check)] = [
    ("a word of a name", "UPDATE person_words SET family_words = 'x' WHERE rowid = 1", .search),
    ("somebody who cannot be found", "DELETE FROM person_words WHERE rowid = 2", .search),
    ("a phone nobody has", "INSERT INTO person_key VALUES (1, '123', 1)", .search),
    ("a phone that is not found", "DELETE FROM person_key WHERE kind = 1", .search),
    ("a word nobody bears", "INSERT INTO name_word VALUES ('x')", .search),
    ("how a word sounds", "DELETE FROM name_key WHERE kind = 1", .search),
    (
      "a save without a trace",
      """
      INSERT INTO save VALUES ('0123456789abcdef0123456789abcdef', '2026-11-22T09:00:00Z', 1,
                               'saved')
      """, .saves
    ),
    ("a save taken out", "DELETE FROM save WHERE worker = 1", .saves),
    ("a foreign table", "CREATE TABLE aside (x)", .schema),
    ("an index", "DROP INDEX audit_by_person", .schema),
    ("the step", "PRAGMA user_version = 99", .schema),
    ("the mark", "PRAGMA application_id = 7", .schema),
    ("a reference", "UPDATE person_alias SET person = 77", .references),
  ]

  @Test("it is found", arguments: changes)
  func found(what: String, sql: String, check: Verification.Check) throws {
    let file = try TemporaryStore.withHistory()
    try TamperTests.unchecked(file.path) { try $0.executeScript(sql) }
    let look = try file.verify()
    #expect(look.counts[check] ?? 0 > 0, "\(look.breaks)")
  }

  @Test("a trigger taken away is found")
  func trigger() throws {
    let file = try TemporaryStore.withHistory()
    try TamperTests.unchecked(file.path) { try $0.executeScript("DROP TRIGGER audit_not_changed") }
    let first = try #require(try file.verify().breaks.first)
    #expect(first.words == "The trigger audit_not_changed is missing")
  }

  @Test("reindexing mends the search, and the file is good again")
  func mended() throws {
    let file = try TemporaryStore.withHistory()
    try file.tampering.execute("DELETE FROM person_words WHERE rowid = 2")
    #expect(try !file.verify().isGood)
    _ = try file.store.write(try file.attribution()) { try PersonSearchIndex.rebuild(in: $0) }
    #expect(try file.verify().isGood)
  }
}

extension TamperTests {
  /// Without foreign keys, as most tools have it.
  static func unchecked(_ path: String, _ body: (Connection) throws -> Void) throws {
    let connection = try Connection(path: path, for: .writing)
    try connection.executeScript("PRAGMA foreign_keys = OFF")
    try body(connection)
  }
}

/// Every single bit of a small trail.
@Suite("Single bits of the trail")
struct TrailBitTests {
  @Test("GEN-003: a trail with any one bit turned over does not hold")
  func everyBit() throws {
    let file = try TemporaryStore.withHistory()
    let rows = try file.read { connection in
      try connection.query("SELECT \(ChainedEntry.fields), prev, hash FROM audit ORDER BY seq") {
        row in
        (
          fields: try (0..<ChainedEntry.fieldCount).map { try row.value($0) },
          previous: try row.get(21, as: Digest.self), hash: try row.get(22, as: Digest.self)
        )
      }
    }
    var flips = 0
    for row in rows.dropFirst() {
      #expect(ChainedEntry.hash(of: row.fields, after: row.previous) == row.hash, "control")
      for (column, value) in row.fields.enumerated() {
        for changed in Self.flips(of: value) {
          flips += 1
          if Self.hash(of: row.fields, changed, at: column, after: row.previous) == row.hash {
            Issue.record("column \(column): \(value) and \(changed) have the same hash")
          }
        }
      }
    }
    #expect(flips > 5_000)
  }

  private static func hash(
    of fields: [SQLValue], _ changed: Changed, at place: Int, after previous: Digest
  ) -> Digest {
    var bytes = FieldBytes("TC-AUDIT-1")
    for (column, value) in fields.enumerated() {
      switch changed {
      case _ where column != place: bytes.add(value)
      case .value(let value): bytes.add(value)
      case .text(let content): content.withUnsafeBytes { bytes.add(StoredValue.text($0)) }
      }
    }
    bytes.add(previous)
    return bytes.digest
  }

  private enum Changed {
    case value(SQLValue)
    /// Perhaps no UTF-8 any more.
    case text([UInt8])
  }

  /// The value with each of its bits turned over.
  private static func flips(of value: SQLValue) -> [Changed] {
    switch value {
    case .null: [.value(.integer(0)), .value(.text("")), .value(.blob([]))]
    case .integer(let number): (0..<64).map { .value(.integer(number ^ (1 << $0))) }
    case .real(let number):
      (0..<64).map { .value(.real(Double(bitPattern: number.bitPattern ^ (1 << $0)))) }
    case .text(let text): flips(of: Array(text.utf8)).map { .text($0) }
    case .blob(let bytes): flips(of: Array(bytes.prefix(84))).map { .value(.blob($0)) }
    }
  }

  private static func flips(of bytes: [UInt8]) -> [[UInt8]] {
    (0..<bytes.count * 8).map { bit in
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      return changed
    }
  }
}
