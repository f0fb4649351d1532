import SQLite

extension Migration {
  /// The activity log of early drug intelligence intervention, and the warrants it follows up.
  static let ediiActivities = Migration(
    "edii-activities",
    sql: """
      ALTER TABLE referral ADD COLUMN reason TEXT NOT NULL DEFAULT ''; -- as whoever refers says it

      CREATE TABLE edii_referral (
        id            INTEGER PRIMARY KEY, -- ER-number
        salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        received_at   TEXT NOT NULL CHECK (received_at GLOB '????-??-??T??:??:??Z'), -- INT-054
        source        INTEGER NOT NULL,    -- random; who refers is told by one method alone (INT-005)
        family_name   TEXT NOT NULL,       -- whom it is about
        given_names   TEXT NOT NULL,
        description   TEXT NOT NULL,
        phone         TEXT NOT NULL,
        consent       INTEGER CHECK (consent IN (0, 1)), -- NULL: nobody has asked
        reason        TEXT NOT NULL CHECK (trim(reason) <> ''), -- without a clue to who says it
        report        INTEGER REFERENCES intelligence_report (id), -- what it became ...
        referral      INTEGER REFERENCES referral (id),            -- ... one of the two
        recorded_by   INTEGER NOT NULL REFERENCES worker (id),
        struck_by     INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
        struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
        struck_reason TEXT,
        revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
        CHECK (trim(family_name || given_names || description) <> ''),
        CHECK (report IS NULL OR referral IS NULL),
        CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
        CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
      ) STRICT;
      CREATE INDEX edii_referral_open ON edii_referral (received_at, id)
        WHERE report IS NULL AND referral IS NULL AND struck_at IS NULL;
      CREATE INDEX edii_referral_by_day ON edii_referral (received_at, id);
      CREATE INDEX edii_referral_by_report ON edii_referral (report) WHERE report IS NOT NULL;
      CREATE INDEX edii_referral_by_referral ON edii_referral (referral)
        WHERE referral IS NOT NULL;
      CREATE TRIGGER edii_referral_stays BEFORE DELETE ON edii_referral
      BEGIN SELECT RAISE(ABORT, 'GEN-004: a referral is struck through, never removed'); END;

      CREATE TABLE warrant (
        id            INTEGER PRIMARY KEY, -- WF-number
        salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        executed_on   TEXT NOT NULL CHECK (executed_on IS date(executed_on)), -- INT-053
        place         TEXT NOT NULL CHECK (trim(place) <> ''),
        reference     TEXT NOT NULL DEFAULT '', -- the force's own number
        agency        TEXT NOT NULL DEFAULT '', -- the drug agency that is to visit
        met_on        TEXT CHECK (met_on IS date(met_on)), -- letter and visit are both done
        recorded_by   INTEGER NOT NULL REFERENCES worker (id),
        struck_by     INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
        struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
        struck_reason TEXT,
        revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
        CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
        CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
      ) STRICT;
      CREATE INDEX warrant_open ON warrant (executed_on, id)
        WHERE met_on IS NULL AND struck_at IS NULL;
      CREATE INDEX warrant_by_day ON warrant (executed_on, id);
      CREATE TRIGGER warrant_stays BEFORE DELETE ON warrant
      BEGIN SELECT RAISE(ABORT, 'GEN-004: a warrant is struck through, never removed'); END;

      CREATE TABLE edii_activity (
        id            INTEGER PRIMARY KEY, -- EA-number
        salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        day           TEXT NOT NULL CHECK (day IS date(day)),
        kind          TEXT NOT NULL,       -- INT-050: what was done; its strand follows from it
        aim           TEXT NOT NULL CHECK (aim IN ('early_help', 'better_intelligence')
                                           OR aim = 'public_education'), -- INT-052
        place         TEXT NOT NULL CHECK (trim(place) <> ''),
        partners      TEXT NOT NULL DEFAULT '',
        reached       INTEGER CHECK (reached >= 0), -- NULL: nobody counted, or nobody can
        note          TEXT NOT NULL DEFAULT '',
        started_at    TEXT CHECK (started_at GLOB '????-??-??T??:??:??Z'), -- INT-051 from here ...
        minutes       INTEGER CHECK (minutes >= 0),
        audience      TEXT,                -- codes divided by commas
        worker        TEXT,                -- the substance-misuse worker; '' where none took part
        free          INTEGER CHECK (free IN (0, 1)),
        topics        TEXT,                -- ... to here: codes divided by commas
        warrant       INTEGER REFERENCES warrant (id), -- INT-053: which it follows
        result        TEXT,                -- of the letter or visit
        recorded_by   INTEGER NOT NULL REFERENCES worker (id),
        struck_by     INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
        struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
        struck_reason TEXT,
        revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
        CHECK ((kind = 'session') = (started_at IS NOT NULL)),
        CHECK ((warrant IS NULL) = (result IS NULL)),
        CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
        CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
      ) STRICT;
      CREATE INDEX edii_activity_by_day ON edii_activity (day, id);
      CREATE INDEX edii_activity_by_warrant ON edii_activity (warrant) WHERE warrant IS NOT NULL;
      CREATE TRIGGER edii_activity_stays BEFORE DELETE ON edii_activity
      BEGIN SELECT RAISE(ABORT, 'GEN-004: an activity is struck through, never removed'); END;
      """)
}
