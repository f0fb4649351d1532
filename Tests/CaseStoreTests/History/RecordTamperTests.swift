import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// GEN-003 is only worth something when nobody can bend the trail, or a record, unseen.

/// Every single bit of a small trail.
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
