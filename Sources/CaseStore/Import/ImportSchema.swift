import SQLite

extension Migration {
  /// What has been brought in from elsewhere, so that nothing comes in twice.
  static let imports = Migration(
    "import",
    sql: """
      CREATE TABLE import_run (
        id         INTEGER PRIMARY KEY,
        form       TEXT NOT NULL,      -- what each line was read as
        file       TEXT NOT NULL,      -- the file's name, without its folder
        worker     INTEGER NOT NULL REFERENCES worker (id),
        started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z')
      ) STRICT;

      CREATE TABLE import_line (
        form   TEXT NOT NULL,          -- the same reference may stand for different things
        mark   TEXT NOT NULL,          -- the source's own reference, or a fingerprint of the line
        run    INTEGER NOT NULL REFERENCES import_run (id),
        line   INTEGER NOT NULL,       -- where it stood in the file
        record TEXT NOT NULL,          -- what it became
        PRIMARY KEY (form, mark)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER import_run_stays BEFORE DELETE ON import_run
      BEGIN SELECT RAISE(ABORT, 'GEN-003: what was brought in is not forgotten'); END;
      """)
}
