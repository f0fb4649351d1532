import SQLite

/// The table of everything that is owed by a date.
enum DeadlineSchema {
  static let script = """
    CREATE TABLE deadline (
      id             INTEGER PRIMARY KEY,
      salt           BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      name           TEXT NOT NULL,       -- as the work lists show it
      rule           TEXT NOT NULL,       -- the rule that sets it
      person         INTEGER REFERENCES person (id), -- nobody where permission is missing (CUS-012)
      subject_kind   TEXT NOT NULL,       -- letter of the record it is about
      subject        INTEGER NOT NULL,    -- number of that record
      owner_worker   INTEGER REFERENCES worker (id), -- who owes it, where one worker does
      owner_role     TEXT,                -- or a role, each of whose workers sees it
      owner          TEXT NOT NULL,       -- in words
      start_fact     TEXT NOT NULL,       -- in words
      start_day      TEXT CHECK (start_day IS date(start_day)), -- local; NULL: not recorded yet
      start_at       TEXT CHECK (start_at GLOB '????-??-??T??:??:??Z'), -- where the time is known
      unit           TEXT NOT NULL CHECK (unit IN ('working days', 'calendar days')
                                          OR unit IN ('weeks', 'months')
                                          OR unit IN ('weeks before', 'same day')
                                          OR unit IN ('following day', 'next working day')
                                          OR unit IN ('minutes', 'immediately')),
      amount         INTEGER NOT NULL,
      due            TEXT CHECK (due IS date(due)), -- NULL while the start fact is not recorded
      expires        TEXT CHECK (expires GLOB '????-??-??T??:??:??Z'), -- its last second, UTC
      met_by         TEXT NOT NULL,       -- in words
      met_form       TEXT,                -- the form that meets it
      met_day        TEXT CHECK (met_day IS date(met_day)), -- local
      met_at         TEXT CHECK (met_at GLOB '????-??-??T??:??:??Z'),
      not_applicable TEXT,                -- why it does not apply
      superseded_by  INTEGER REFERENCES deadline (id), -- TIME-012: the row with the corrected date
      created_at     TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??Z'),
      CHECK ((due IS NULL) = (start_day IS NULL)),
      CHECK ((due IS NULL) = (expires IS NULL))
    ) STRICT;
    CREATE INDEX deadline_open ON deadline (expires, id)
      WHERE met_day IS NULL AND not_applicable IS NULL AND superseded_by IS NULL;
    CREATE INDEX deadline_open_by_worker ON deadline (owner_worker, expires, id)
      WHERE met_day IS NULL AND not_applicable IS NULL AND superseded_by IS NULL
        AND owner_worker IS NOT NULL;
    CREATE INDEX deadline_open_by_role ON deadline (owner_role, expires, id)
      WHERE met_day IS NULL AND not_applicable IS NULL AND superseded_by IS NULL
        AND owner_role IS NOT NULL;
    CREATE INDEX deadline_by_subject ON deadline (subject_kind, subject);
    CREATE INDEX deadline_by_person ON deadline (person) WHERE person IS NOT NULL;
    CREATE INDEX deadline_by_worker ON deadline (owner_worker) WHERE owner_worker IS NOT NULL;
    CREATE TRIGGER deadline_stays BEFORE DELETE ON deadline
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a deadline is met or marked, never removed'); END;
    """
}
