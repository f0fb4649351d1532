import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Tables that belong to a person")
struct PersonTableTests {
  @Test("Every column that names a person is moved by a merge, or stays for a reason")
  func declared() throws {
    let file = try TemporaryStore()
    let columns = try file.read { records in
      try records.query(
        """
        SELECT DISTINCT t.name || '.' || c.name
        FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
        WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'person_words%'
          AND (c.name = 'person' OR EXISTS (
            SELECT 1 FROM pragma_foreign_key_list(t.name) AS f
            WHERE f."table" = 'person' AND f."from" = c.name))
        """
      ) { try $0.text(0) }
    }
    let moved = PersonTables.moved.map { "\($0.name).\($0.column)" }
    let stays = PersonTables.stays.map { "\($0.table).\($0.column)" }
    let declared = Set(moved + stays)
    #expect(columns.count > 20)
    #expect(Set(columns).subtracting(declared) == [])
    #expect(declared.subtracting(columns) == ["deadline.subject"])
    #expect(PersonTables.stays.allSatisfy { !$0.because.isEmpty })
  }

  @Test("Every column of a person that a merge can change is put back when it is undone")
  func columns() throws {
    let file = try TemporaryStore()
    let columns = try file.read {
      try $0.query("SELECT name FROM pragma_table_info('person')") { try $0.text(0) }
    }
    #expect(
      Set(columns).subtracting(MergedValues.personColumns) == [
        "id", "salt", "revision", "merged_into",
      ])
    #expect(Set(MergedValues.personColumns).subtracting(columns) == [])
  }
}
