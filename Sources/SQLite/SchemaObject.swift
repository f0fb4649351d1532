import CSQLite

/// A table, index, trigger or view as the file describes it.
package struct SchemaObject: Hashable, Sendable {
  package let type: String
  package let name: String
  /// Nil for the indexes SQLite makes by itself.
  package let sql: String?
}

extension Connection {
  /// Everything the schema of the file holds, by name; SQLite's own statistics are left out.
  package func schemaObjects() throws -> [SchemaObject] {
    try query(
      """
      SELECT type, name, sql FROM sqlite_schema
      WHERE name NOT GLOB 'sqlite_stat*' ORDER BY type, name
      """
    ) { row in
      SchemaObject(
        type: try row.text(0), name: try row.text(1),
        sql: row.isNull(2) ? nil : try row.text(2))
    }
  }

  /// What SQLite itself finds wrong with the pages and indexes of the file, at most a hundred lines.
  package func integrityTroubles() throws -> [String] {
    try query("PRAGMA integrity_check(100)") { try $0.text(0) }.filter { $0 != "ok" }
  }

  /// Rows that refer to others that are not there: the table and the row.
  package func brokenReferences() throws -> [(table: String, row: Int64?)] {
    try query("PRAGMA foreign_key_check") { row in
      (table: try row.text(0), row: row.isNull(1) ? nil : try row.int64(1))
    }
  }

  /// The mark of the program that made the file, and the step its schema stands at.
  package func marks() throws -> (application: Int64, step: Int64) {
    (
      application: try first("PRAGMA application_id") { try $0.int64(0) } ?? 0,
      step: try first("PRAGMA user_version") { try $0.int64(0) } ?? 0
    )
  }
}

extension Migrator {
  /// The schema that the steps make; made in memory, to be compared with a file.
  package func builtInSchema() throws -> [SchemaObject] {
    let connection = try Connection.inMemory()
    for step in migrations.indices { try apply(step, to: connection) }
    return try connection.schemaObjects()
  }
}
