import CaseRules
package import SQLite

/// The steps of the schema, in the order they were shipped; each stands in its room's folder.
package enum Schema {
  /// "TCas".
  package static let applicationID: Int32 = 0x5443_6173

  package static let migrations: [Migration] = [
    .foundation,
    .people,
    .imports,
    .demo,
    .custody,
    .assessment,
    .carePlans,
    .cover,
    .search,
    .treatment,
    .enquiries,
    .matching,
    .access,
    .backups,
    .proposals,
    .exceptionalAccess,
    .sealedSources,
    .intelligence,
    .ediiActivities,
    .bronze,
    .correctedSources,
    .standingShares,
    .agreements,
    .partnerNotices,
    .reportTexts,
    .callers,
    .callerCancellations, .draftSaves, .draftsByRecord, .cameAs,
  ]

  package static let migrator = Migrator(applicationID: applicationID, migrations: migrations)
}

extension Migration {
  /// Saves, trail, workers, settings, code lists, bank holidays and drafts.
  static let foundation = Migration("001-foundation") { connection in
    for script in [saves, settings, codeLists, bankHolidays, drafts] {
      try connection.executeScript(script)
    }
    for holiday in BankHolidays.englandAndWales() {
      try connection.execute(
        "INSERT INTO bank_holiday (date, name) VALUES (?, ?)", holiday.date, holiday.name)
    }
  }

  private static let saves = """
    CREATE TABLE worker (
      id             INTEGER PRIMARY KEY, -- W-number
      salt           BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      name           TEXT NOT NULL CHECK (trim(name) <> ''),
      role           TEXT NOT NULL,       -- role code, the one held now
      designation    TEXT NOT NULL DEFAULT '' CHECK (designation IN ('', 'DO')
                                                     OR designation = 'PDO'),
      team           TEXT NOT NULL DEFAULT '',
      agency         TEXT NOT NULL DEFAULT '',
      os_account     TEXT,                -- the account of this computer that opens as this worker
      arw_trained_on TEXT CHECK (arw_trained_on IS date(arw_trained_on)), -- CUS-004
      active         INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), -- 0: has left
      revision       INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
    ) STRICT;
    CREATE UNIQUE INDEX worker_by_os_account ON worker (os_account)
      WHERE os_account IS NOT NULL AND active = 1;
    CREATE TRIGGER worker_stays BEFORE DELETE ON worker
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a worker is made inactive, never removed'); END;

    CREATE TABLE save (
      id      TEXT PRIMARY KEY CHECK (length(id) = 32), -- random, made before the save is tried
      at      TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'), -- UTC
      worker  INTEGER NOT NULL,           -- worker.id, or 0 where the outcome was settled
      outcome TEXT NOT NULL CHECK (outcome IN ('saved', 'abandoned'))
        -- abandoned: COMMIT failed, the save was looked for and not found, and can no longer come
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE audit (
      seq             INTEGER PRIMARY KEY, -- 1, 2, 3 ... without gaps; the order of events
      at              TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'), -- UTC
      boot_ms         INTEGER,             -- milliseconds since the computer was started
      step            INTEGER NOT NULL,    -- of the schema it was written under
      worker          INTEGER NOT NULL REFERENCES worker (id) DEFERRABLE INITIALLY DEFERRED,
      role            TEXT NOT NULL,       -- the role held then
      session         TEXT,                -- one opening of the program; NULL: invented records
      terminal        TEXT,                -- its terminal line
      remote          TEXT,                -- the computer it was worked from
      kind            TEXT NOT NULL,       -- what happened: record.create, person.view ...
      person          INTEGER,             -- the person concerned; stays when they are weeded
      record_kind     TEXT,                -- letter of the record's reference, or a word
      record_id       INTEGER,
      revision_before INTEGER,             -- the version the change was made from
      revision_after  INTEGER,             -- the version it made
      rule            TEXT,                -- the rule that was passed or applied
      reason          TEXT,                -- GEN-002: as typed
      purpose         TEXT,                -- why it was looked at or given out
      detail          TEXT CHECK (detail GLOB '{*}'), -- JSON: fields from/to, facts
      save_id         TEXT NOT NULL,       -- save.id
      seals           BLOB CHECK (length(seals) % 42 = 0), -- of the records that were changed
      prev            BLOB NOT NULL CHECK (length(prev) = 32), -- the hash of the entry before
      hash            BLOB NOT NULL CHECK (length(hash) = 32), -- SHA-256 of all the above
      CHECK ((record_kind IS NULL) = (record_id IS NULL))
    ) STRICT;
    CREATE INDEX audit_by_person ON audit (person, seq) WHERE person IS NOT NULL;
    CREATE INDEX audit_by_record ON audit (record_kind, record_id, seq)
      WHERE record_kind IS NOT NULL;
    CREATE INDEX audit_by_worker ON audit (worker, seq);
    CREATE TRIGGER audit_not_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'GEN-003: the trail is never changed'); END;
    CREATE TRIGGER audit_not_removed BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'GEN-003: nothing is taken out of the trail'); END;
    CREATE TRIGGER audit_follows BEFORE INSERT ON audit
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
        OR NEW.prev <> (SELECT hash FROM audit WHERE seq = NEW.seq - 1)
    BEGIN SELECT RAISE(ABORT, 'GEN-003: the trail has no gaps, and nothing in it is replaced'); END;
    """

  private static let settings = """
    CREATE TABLE setting (
      version    INTEGER PRIMARY KEY, -- one counter over all keys; a decision keeps its number
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      key        TEXT NOT NULL,       -- the setting's name; the newest version of a key counts
      value      TEXT NOT NULL,       -- as typed and read back
      changed_by INTEGER NOT NULL REFERENCES worker (id),
      changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??Z'),
      reason     TEXT                 -- why, where one was given
    ) STRICT;
    CREATE INDEX setting_by_key ON setting (key, version);
    CREATE TRIGGER setting_not_changed BEFORE UPDATE ON setting
    BEGIN SELECT RAISE(ABORT, 'a setting gets a new version'); END;
    CREATE TRIGGER setting_not_removed BEFORE DELETE ON setting
    BEGIN SELECT RAISE(ABORT, 'a setting gets a new version'); END;
    """

  private static let codeLists = """
    CREATE TABLE code_change (
      id         INTEGER PRIMARY KEY,
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      list       TEXT NOT NULL,      -- 'drugs': the name of a list that ships with the program
      code       TEXT NOT NULL CHECK (trim(code) <> ''), -- what records hold
      version    INTEGER NOT NULL CHECK (version > 0),   -- the newest version of a code counts
      words      TEXT NOT NULL CHECK (trim(words) <> ''),
      synonyms   TEXT NOT NULL DEFAULT '', -- one a line
      attributes TEXT NOT NULL DEFAULT '', -- of one of the partnership's own: 'class=A', one a line
      retired    INTEGER NOT NULL CHECK (retired IN (0, 1)), -- 1: no longer offered
      reason     TEXT NOT NULL,
      changed_by INTEGER NOT NULL REFERENCES worker (id),
      changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??Z'),
      UNIQUE (list, code, version)
    ) STRICT;
    CREATE TRIGGER code_change_as_written BEFORE UPDATE ON code_change
    BEGIN SELECT RAISE(ABORT, 'a code gets a new version'); END;
    CREATE TRIGGER code_change_stays BEFORE DELETE ON code_change
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a code is retired, never removed'); END;
    """

  private static let bankHolidays = """
    CREATE TABLE bank_holiday (
      id            INTEGER PRIMARY KEY,
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      date          TEXT NOT NULL CHECK (date IS date(date)),
      name          TEXT NOT NULL CHECK (trim(name) <> ''),
      added_by      INTEGER REFERENCES worker (id), -- nobody: shipped with the program (TIME-002)
      added_at      TEXT CHECK (added_at GLOB '????-??-??T??:??:??Z'),
      struck_by     INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX bank_holiday_by_date ON bank_holiday (date) WHERE struck_at IS NULL;
    CREATE TRIGGER bank_holiday_stays BEFORE DELETE ON bank_holiday
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a bank holiday is struck through, never removed'); END;
    """

  private static let drafts = """
    CREATE TABLE draft (
      id              INTEGER PRIMARY KEY,
      worker          INTEGER NOT NULL REFERENCES worker (id), -- only they see it
      form            TEXT NOT NULL,   -- which form
      about           TEXT,            -- reference of the record it is about, when there is one
      opened_revision INTEGER,         -- the version that was on the screen
      started_at      TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z'),
      touched_at      TEXT NOT NULL CHECK (touched_at GLOB '????-??-??T??:??:??Z'),
      last_field      TEXT             -- where the cursor was
    ) STRICT;
    CREATE INDEX draft_by_worker ON draft (worker, touched_at);

    CREATE TABLE draft_entry (
      draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      part  TEXT NOT NULL CHECK (part IN ('typed', 'opened') OR part = 'reason'), -- whose text
      path  TEXT NOT NULL,             -- field, table.row.column, table.row (its place), or rule
      raw   TEXT NOT NULL,             -- exactly as typed
      PRIMARY KEY (draft, part, path)
    ) STRICT, WITHOUT ROWID;
    """
}
