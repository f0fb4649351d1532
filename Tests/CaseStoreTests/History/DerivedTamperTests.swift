import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// GEN-003 is only worth something when nobody can bend the trail, or a record, unseen.

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
