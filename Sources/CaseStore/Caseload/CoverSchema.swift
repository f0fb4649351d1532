import SQLite

extension Migration {
  /// Colleagues who look after a worker's clients.
  static let cover = Migration("worker-cover") { connection in
    try connection.executeScript(
      """
      CREATE TABLE worker_cover (
        id         INTEGER PRIMARY KEY,
        salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        worker     INTEGER NOT NULL REFERENCES worker (id), -- who is away
        covered_by INTEGER NOT NULL REFERENCES worker (id) CHECK (covered_by <> worker),
        from_day   TEXT NOT NULL CHECK (from_day IS date(from_day)),
        until_day  TEXT NOT NULL CHECK (until_day IS date(until_day)), -- the last day away
        note       TEXT NOT NULL DEFAULT '',
        revision   INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX worker_cover_by_worker ON worker_cover (worker, until_day);
      CREATE INDEX worker_cover_by_colleague ON worker_cover (covered_by, until_day);
      CREATE TRIGGER worker_cover_stays BEFORE DELETE ON worker_cover
      BEGIN SELECT RAISE(ABORT, 'GEN-004: cover is shortened, never removed'); END;
      """)
  }
}
