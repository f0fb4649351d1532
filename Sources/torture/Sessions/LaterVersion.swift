import CaseStore
import SQLite

/// The program as it will be one day: with steps of the schema that the files of today do not have.
enum LaterVersion {
  static let migrator = Migrator(
    applicationID: Schema.applicationID, migrations: Schema.migrations + steps)

  /// Each is long enough to be killed in the middle of, and cannot be done twice.
  private static let steps = [
    Migration(
      "torture-notes",
      sql: """
        CREATE TABLE torture_note (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
        INSERT INTO torture_note (words)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        SELECT 'note ' || i FROM n;
        """),
    Migration(
      "torture-longer",
      sql: """
        UPDATE torture_note SET words = words || ', once';
        CREATE INDEX torture_note_by_words ON torture_note (words);
        """),
    Migration(
      "torture-fewer",
      sql: """
        DELETE FROM torture_note WHERE id % 2 = 0;
        ALTER TABLE torture_note ADD COLUMN later INTEGER NOT NULL DEFAULT 1;
        """),
  ]

  static func open(_ path: String, as label: String = "later") throws -> StoreFile {
    try StoreFile(opening: path, as: label, missing: .isRefused, migrator: migrator)
  }

  /// Whether every step was done, and done once.
  static func isWhole(in records: Connection) throws -> Bool {
    let names = try records.query("SELECT name FROM migration ORDER BY step") { try $0.text(0) }
    let notes = try records.first(
      """
      SELECT count(*) FROM torture_note
      WHERE later = 1 AND id % 2 = 1 AND words = 'note ' || id || ', once'
      """
    ) { try $0.int(0) }
    return names == migrator.migrations.map(\.name) && notes == 1_000
  }
}
