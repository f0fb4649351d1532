import SQLite

extension Migration {
  /// Possible records, and two records of one person made one.
  static let matching = Migration("possible-records") { connection in
    for script in [MatchingSchema.pointers, MatchingSchema.pairs, MatchingSchema.merges] {
      try connection.executeScript(script)
    }
  }
}

/// The tables of the matching room.
enum MatchingSchema {
  static let pointers = """
    ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id);
      -- the record of the same person that stays; NULL: it stands for itself
    CREATE INDEX person_by_successor ON person (merged_into) WHERE merged_into IS NOT NULL;

    -- PPL-004 holds for records that stand for themselves; a number of one that points elsewhere is
    -- still found
    DROP INDEX person_by_pnc;
    CREATE INDEX person_by_pnc ON person (pnc) WHERE pnc IS NOT NULL;
    CREATE UNIQUE INDEX person_pnc_once ON person (pnc)
      WHERE pnc IS NOT NULL AND merged_into IS NULL;
    DROP INDEX person_by_cro;
    CREATE INDEX person_by_cro ON person (cro) WHERE cro IS NOT NULL;
    CREATE UNIQUE INDEX person_cro_once ON person (cro)
      WHERE cro IS NOT NULL AND merged_into IS NULL;

    -- the list of people passes records that point elsewhere without touching the table
    DROP INDEX person_by_name;
    CREATE INDEX person_by_name ON person (family_key, given_key, id, merged_into);
    """

  static let pairs = """
    CREATE TABLE possible_record (
      id          INTEGER PRIMARY KEY, -- Q-number
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      older       INTEGER NOT NULL REFERENCES person (id), -- the one with the lower number
      newer       INTEGER NOT NULL REFERENCES person (id) CHECK (newer > older),
      because     TEXT NOT NULL CHECK (because <> ''), -- why they may be one
      older_basis TEXT NOT NULL,       -- fingerprint of what it rests on: names, birth, numbers
      newer_basis TEXT NOT NULL,
      source      TEXT NOT NULL CHECK (source IN ('form', 'change')
                                       OR source IN ('import', 'worker')),
      found_at    TEXT NOT NULL CHECK (found_at GLOB '????-??-??T??:??:??Z'),
      found_by    INTEGER NOT NULL REFERENCES worker (id),
      state       TEXT NOT NULL CHECK (state IN ('pending', 'confirmed')
                                       OR state IN ('rejected', 'merged')),
      decided_at  TEXT CHECK (decided_at GLOB '????-??-??T??:??:??Z'),
      decided_by  INTEGER REFERENCES worker (id),
      reason      TEXT,
      revision    INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((state = 'pending') = (decided_at IS NULL)),
      CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
      CHECK ((decided_at IS NULL) = (reason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX possible_record_open ON possible_record (older, newer)
      WHERE state IN ('pending', 'confirmed');
    CREATE INDEX possible_record_by_older ON possible_record (older, newer);
    CREATE INDEX possible_record_by_newer ON possible_record (newer);
    CREATE INDEX possible_record_waiting ON possible_record (found_at, id)
      WHERE state IN ('pending', 'confirmed');
    CREATE INDEX possible_record_by_finder ON possible_record (found_by, state);
    CREATE TRIGGER possible_record_stays BEFORE DELETE ON possible_record
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a possible record is answered, never removed'); END;
    """

  static let merges = """
    CREATE TABLE person_merge (
      id           INTEGER PRIMARY KEY, -- J-number
      salt         BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      pair         INTEGER NOT NULL REFERENCES possible_record (id),
      kept         INTEGER NOT NULL REFERENCES person (id),
      gone         INTEGER NOT NULL REFERENCES person (id) CHECK (gone <> kept),
      reason       TEXT NOT NULL,
      merged_at    TEXT NOT NULL CHECK (merged_at GLOB '????-??-??T??:??:??Z'),
      merged_by    INTEGER NOT NULL REFERENCES worker (id),
      trail        INTEGER NOT NULL,    -- audit.seq after which whatever is added is added since
      split_at     TEXT CHECK (split_at GLOB '????-??-??T??:??:??Z'),
      split_by     INTEGER REFERENCES worker (id),
      split_reason TEXT,
      revision     INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((split_at IS NULL) = (split_by IS NULL)),
      CHECK ((split_at IS NULL) = (split_reason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX person_merge_standing ON person_merge (gone) WHERE split_at IS NULL;
    CREATE INDEX person_merge_by_kept ON person_merge (kept, id);
    CREATE INDEX person_merge_by_gone ON person_merge (gone, id);
    CREATE INDEX person_merge_by_pair ON person_merge (pair);
    CREATE TRIGGER person_merge_stays BEFORE DELETE ON person_merge
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a merge is undone, never removed'); END;

    CREATE TABLE person_move (
      id          INTEGER PRIMARY KEY,
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      merge       INTEGER NOT NULL REFERENCES person_merge (id),
      table_name  TEXT NOT NULL,        -- which table the row stands in
      column_name TEXT NOT NULL,        -- the column that named the record that went
      row_id      INTEGER NOT NULL,
      at_split    INTEGER NOT NULL DEFAULT 0 CHECK (at_split IN (0, 1)),
        -- 0: it came with the merge; 1: it was added since, and went when the merge was undone
      UNIQUE (merge, table_name, column_name, row_id)
    ) STRICT;
    CREATE INDEX person_move_of_row ON person_move (table_name, row_id);
    CREATE TRIGGER person_move_not_changed BEFORE UPDATE ON person_move
    BEGIN SELECT RAISE(ABORT, 'GEN-004: where a row came from is never changed'); END;
    CREATE TRIGGER person_move_stays BEFORE DELETE ON person_move
    BEGIN SELECT RAISE(ABORT, 'GEN-004: where a row came from is never removed'); END;

    CREATE TABLE person_merge_value (
      id          INTEGER PRIMARY KEY,
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      merge       INTEGER NOT NULL REFERENCES person_merge (id),
      table_name  TEXT NOT NULL CHECK (table_name IN ('person', 'episode')),
      row_id      INTEGER NOT NULL,
      column_name TEXT NOT NULL,
      was         ANY,                  -- before the merge
      became      ANY,                  -- after it; what was changed since is left alone
      UNIQUE (merge, table_name, row_id, column_name)
    ) STRICT;

    CREATE TABLE person_merge_added (
      id         INTEGER PRIMARY KEY,
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      merge      INTEGER NOT NULL REFERENCES person_merge (id),
      table_name TEXT NOT NULL CHECK (table_name IN ('person_alias', 'person_phone')),
      row_id     INTEGER NOT NULL,
      value      TEXT NOT NULL,         -- the name or number as it was added
      UNIQUE (merge, table_name, row_id)
    ) STRICT;

    -- A version stays as written; only whose it is may change, and only in a merge or its undoing.
    DROP TRIGGER care_plan_kept;
    CREATE TRIGGER care_plan_kept
    BEFORE UPDATE OF episode, version, made_on, uncovered, uncovered_why, threats,
      threat_reason, terms, terms_agreed_on, note, worker, recorded ON care_plan
    BEGIN SELECT RAISE(ABORT, 'PPL-016: a change makes a new version'); END;
    CREATE TRIGGER care_plan_person BEFORE UPDATE OF person ON care_plan
      WHEN NEW.person <> OLD.person AND NOT EXISTS (
        SELECT 1 FROM person_move WHERE table_name = 'care_plan' AND row_id = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'PPL-016: a plan changes hands in a merge only'); END;
    DROP TRIGGER programme_review_not_changed;
    CREATE TRIGGER programme_review_not_changed
    BEFORE UPDATE OF id, reviewed, decision, worker, recorded ON programme_review
    BEGIN SELECT RAISE(ABORT, 'a review is followed by another, never changed'); END;
    CREATE TRIGGER programme_review_person BEFORE UPDATE OF person ON programme_review
      WHEN NEW.person <> OLD.person AND NOT EXISTS (
        SELECT 1 FROM person_move WHERE table_name = 'programme_review' AND row_id = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'a review changes hands in a merge only'); END;
    """
}
