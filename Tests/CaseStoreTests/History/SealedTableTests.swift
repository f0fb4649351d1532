import CaseStore
import SQLite
import Testing

@Suite("Which tables are sealed")
struct SealedTableTests {
  @Test("every table is sealed, or it is said why not")
  func complete() throws {
    let file = try TemporaryStore()
    let tables = try file.store.read {
      try $0.query(
        """
        SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'
        ORDER BY name
        """
      ) { try $0.text(0) }
    }
    let declared = SealedTable.all.map(\.name) + SealedTable.unsealed.map(\.name)
    #expect(declared.sorted() == tables)
  }

  @Test("a sealed table has rows with a number and a random salt", arguments: SealedTable.all)
  func columns(table: SealedTable) throws {
    let file = try TemporaryStore()
    let facts = try file.store.read { connection in
      try connection.query(
        """
        SELECT l.wr, s."notnull", s.dflt_value, k.type
        FROM pragma_table_list AS l, pragma_table_info(l.name) AS s, pragma_table_info(l.name) AS k
        WHERE l.schema = 'main' AND l.name = ? AND s.name = 'salt' AND k.pk = 1
        """, table.name
      ) { (try $0.int(0), try $0.int(1), try $0.text(2), try $0.text(3)) }
    }
    let found = try #require(facts.first)
    #expect(found == (0, 1, "randomblob(16)", "INTEGER"))
  }

  @Test("a table keeps its number for good")
  func numbers() {
    #expect(SealedTable.all.map(\.number) == Array(1...SealedTable.all.count))
    #expect(Set(SealedTable.all.map(\.name)).count == SealedTable.all.count)
  }
}
