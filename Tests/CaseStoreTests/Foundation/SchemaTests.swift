import CaseStore
import SQLite
import Testing

/// What every table of the file must be, whichever room it belongs to.
@Suite("The schema")
struct SchemaTests {
  /// Tables of the full-text index belong to SQLite.
  private static let ownTables = """
    SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
    """

  @Test("every table is STRICT")
  func strict() throws {
    let file = try TemporaryStore()
    let loose = try file.store.read {
      try $0.query(SchemaTests.ownTables + " AND strict = 0") { try $0.text(0) }
    }
    #expect(loose == [])
  }

  /// Where a trigger keeps every row, as it keeps workers, no delete has to look for who points to
  /// one, and an index that no question asks is a write in every save and a statement at every start.
  @Test("every reference to a table whose rows may go has an index")
  func foreignKeys() throws {
    let file = try TemporaryStore()
    let bare = try file.store.read { connection in
      try connection.query(
        """
        SELECT t.name || '.' || f."from"
        FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS f
        WHERE t.schema = 'main' AND f.seq = 0
          AND NOT EXISTS (
            SELECT 1 FROM sqlite_schema
            WHERE type = 'trigger' AND name = f."table" || '_stays' AND tbl_name = f."table"
              AND sql LIKE '% BEFORE DELETE ON ' || f."table" || char(10) || 'BEGIN SELECT RAISE%')
          AND NOT EXISTS (
            SELECT 1 FROM pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
            WHERE c.seqno = 0 AND c.name = f."from")
          AND NOT EXISTS (
            SELECT 1 FROM pragma_table_info(t.name) AS c
            WHERE c.name = f."from" AND c.pk = 1)
        """
      ) { try $0.text(0) }
    }
    #expect(bare == [])
  }

  /// `IN` with three values or more is a table that SQLite builds anew for every row it checks; two
  /// at a time are compared.
  @Test("no check of a row builds a table")
  func checks() throws {
    let file = try TemporaryStore()
    let building = try file.store.read { connection in
      try connection.query(SchemaTests.ownTables) {
        try $0.text(0)
      }.filter { table in
        try connection.query("EXPLAIN INSERT INTO \(table) DEFAULT VALUES") { try $0.text(1) }
          .contains("OpenEphemeral")
      }
    }
    #expect(building == [])
  }

  @Test("the steps have names of their own, and the foundation comes first")
  func names() {
    let names = Schema.migrations.map(\.name)
    #expect(names.first == "001-foundation")
    #expect(Set(names).count == names.count)
  }

  @Test("the questions about one record, person or worker go by an index")
  func plans() throws {
    let file = try TemporaryStore()
    let plans = try file.store.read { connection in
      [
        try connection.explainQueryPlan(
          "SELECT seq FROM audit WHERE record_kind = ? AND record_id = ? ORDER BY seq DESC", "P", 1),
        try connection.explainQueryPlan(
          "SELECT seq FROM audit WHERE person = ? ORDER BY seq DESC", 1),
        try connection.explainQueryPlan(
          "SELECT seq FROM audit WHERE worker = ? ORDER BY seq DESC", 1),
        try connection.explainQueryPlan(
          "SELECT id FROM draft WHERE worker = ? ORDER BY touched_at DESC", 1),
      ]
    }
    for plan in plans {
      #expect(plan.count == 1)
      #expect(plan.first?.contains("USING COVERING INDEX") == true, "\(plan)")
    }
  }
}
