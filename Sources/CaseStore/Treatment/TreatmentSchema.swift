import SQLite

extension Migration {
  /// Treatments, rapid prescribing with its samples and doses, and safety alerts.
  static let treatment = Migration("treatment") { connection in
    for script in [
      TreatmentSchema.modalities, TreatmentSchema.prescribing, TreatmentSchema.samples,
      TreatmentSchema.doses, TreatmentSchema.alerts,
    ] {
      try connection.executeScript(script)
    }
  }
}

/// The tables of the treatment room.
///
/// No state is kept: where a treatment or a prescribing episode stands follows from its dates.
enum TreatmentSchema {
  static let modalities = """
    CREATE TABLE modality_episode (
      id            INTEGER PRIMARY KEY, -- M-number
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person        INTEGER NOT NULL REFERENCES person (id),
      service       TEXT NOT NULL,       -- PPL-030, by the table of tiers
      tier          INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 4),
      modality      TEXT,                -- COD-010; NULL for work the list has none for
      provider      INTEGER NOT NULL REFERENCES service (id),
      referred      TEXT NOT NULL CHECK (referred IS date(referred)),
      agreed        TEXT,                -- PPL-031: yes or no to the terms of attendance
      agreed_on     TEXT CHECK (agreed_on IS date(agreed_on)),
      funded_by     TEXT NOT NULL DEFAULT '', -- PPL-032: who approved
      funded_on     TEXT CHECK (funded_on IS date(funded_on)),
      need          TEXT NOT NULL DEFAULT '', -- PPL-033
      note          TEXT NOT NULL DEFAULT '',
      planned_start TEXT CHECK (planned_start IS date(planned_start)), -- decided, not happened
      started       TEXT CHECK (started IS date(started)),
      start_flags   TEXT NOT NULL DEFAULT '', -- GEN-001: rules not complied with: 'PPL-031 ...'
      ended         TEXT CHECK (ended IS date(ended)),
      exit_reason   TEXT CHECK (exit_reason IN ('completed', 'left')
                                OR exit_reason IN ('transferred', 'prison')
                                OR exit_reason = 'died'),
      exit_note     TEXT NOT NULL DEFAULT '',
      struck_by     INTEGER REFERENCES worker (id), -- GEN-004
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      recorded_by   INTEGER NOT NULL REFERENCES worker (id),
      recorded_at   TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK (started IS NULL OR started >= referred),
      CHECK (ended IS NULL OR ended >= coalesce(started, referred)), -- GEN-007
      CHECK ((ended IS NULL) = (exit_reason IS NULL)),
      CHECK (exit_reason IS NOT 'completed' OR started IS NOT NULL),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX modality_episode_by_person ON modality_episode (person, referred, id);
    CREATE INDEX modality_episode_by_provider ON modality_episode (provider);
    CREATE TRIGGER modality_episode_stays BEFORE DELETE ON modality_episode
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a treatment is struck through, never removed'); END;
    """

  static let prescribing = """
    CREATE TABLE prescribing (
      id               INTEGER PRIMARY KEY, -- X-number
      salt             BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person           INTEGER NOT NULL REFERENCES person (id),
      referred         TEXT NOT NULL CHECK (referred IS date(referred)),
      dependence_by    TEXT,                -- PPL-040: who confirmed; NULL: not yet
      dependence_on    TEXT CHECK (dependence_on IS date(dependence_on)),
      risk_by          TEXT,                -- PPL-040: who assessed; NULL: not yet
      risk_on          TEXT CHECK (risk_on IS date(risk_on)),
      factors          TEXT NOT NULL DEFAULT '', -- PPL-043, with commas between them
      longer_reason    TEXT,
      longer_since     TEXT CHECK (longer_since IS date(longer_since)),
      planned_on       TEXT CHECK (planned_on IS date(planned_on)),
      planned_medicine TEXT CHECK (planned_medicine IN ('methadone', 'buprenorphine')
                                   OR planned_medicine = 'other'),
      planned_mg       INTEGER CHECK (planned_mg BETWEEN 1 AND 500), -- PPL-044
      prescriber       TEXT NOT NULL DEFAULT '',
      negative_reason  TEXT NOT NULL DEFAULT '', -- PPL-040: why in spite of a negative result
      optimal_reached  TEXT CHECK (optimal_reached IS date(optimal_reached)), -- PPL-042
      ended            TEXT CHECK (ended IS date(ended)),
      exit_reason      TEXT CHECK (exit_reason IN ('completed', 'left')
                                   OR exit_reason IN ('transferred', 'prison')
                                   OR exit_reason = 'died'),
      exit_note        TEXT NOT NULL DEFAULT '',
      struck_by        INTEGER REFERENCES worker (id), -- GEN-004
      struck_at        TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason    TEXT,
      recorded_by      INTEGER NOT NULL REFERENCES worker (id),
      recorded_at      TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      revision         INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((dependence_by IS NULL) = (dependence_on IS NULL)),
      CHECK ((risk_by IS NULL) = (risk_on IS NULL)),
      CHECK ((factors = '') = (longer_reason IS NULL)),
      CHECK ((factors = '') = (longer_since IS NULL)),
      CHECK ((planned_on IS NULL) = (planned_medicine IS NULL)),
      CHECK ((planned_on IS NULL) = (planned_mg IS NULL)),
      CHECK ((ended IS NULL) = (exit_reason IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    -- two referrals at once would hide doses from each other
    CREATE UNIQUE INDEX prescribing_open ON prescribing (person)
      WHERE ended IS NULL AND struck_at IS NULL;
    CREATE INDEX prescribing_by_person ON prescribing (person, id);
    CREATE TRIGGER prescribing_stays BEFORE DELETE ON prescribing
    BEGIN SELECT RAISE(ABORT, 'GEN-004: an episode is struck through, never removed'); END;
    """

  static let samples = """
    CREATE TABLE opiate_test (
      id            INTEGER PRIMARY KEY,
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      prescribing   INTEGER NOT NULL REFERENCES prescribing (id),
      number        INTEGER NOT NULL CHECK (number > 0), -- counts the episode's samples
      fluid         TEXT NOT NULL CHECK (fluid IN ('urine', 'oral-fluid')),
      method        TEXT NOT NULL CHECK (method IN ('laboratory', 'on-site')), -- PPL-046
      taken_at      TEXT NOT NULL CHECK (taken_at GLOB '????-??-??T??:??:??Z'),
      result        TEXT CHECK (result IN ('positive', 'negative') OR result = 'invalid'), -- NULL: waited for
      result_on     TEXT CHECK (result_on IS date(result_on)),
      worker        INTEGER NOT NULL REFERENCES worker (id),
      recorded_at   TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      struck_by     INTEGER REFERENCES worker (id), -- GEN-004
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      UNIQUE (prescribing, number),
      CHECK ((result IS NULL) = (result_on IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE TRIGGER opiate_test_as_written
      BEFORE UPDATE OF prescribing, number, fluid, method, taken_at, worker, recorded_at
      ON opiate_test
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a sample is struck through, never changed'); END;
    CREATE TRIGGER opiate_test_result_once BEFORE UPDATE OF result, result_on ON opiate_test
      WHEN OLD.result IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a result is struck through, never changed'); END;
    CREATE TRIGGER opiate_test_struck_once BEFORE UPDATE ON opiate_test
      WHEN OLD.struck_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'GEN-004: what is struck through stays so'); END;
    CREATE TRIGGER opiate_test_stays BEFORE DELETE ON opiate_test
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a sample is struck through, never removed'); END;
    """

  static let doses = """
    CREATE TABLE dose (
      id            INTEGER PRIMARY KEY,
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      prescribing   INTEGER NOT NULL REFERENCES prescribing (id),
      number        INTEGER NOT NULL CHECK (number > 0), -- counts the episode's doses
      given_on      TEXT NOT NULL CHECK (given_on IS date(given_on)),
      medicine      TEXT NOT NULL CHECK (medicine IN ('methadone', 'buprenorphine')
                                         OR medicine = 'other'),
      mg            INTEGER NOT NULL CHECK (mg BETWEEN 1 AND 500), -- whole milligrams
      supervised    INTEGER NOT NULL CHECK (supervised IN (0, 1)),
      flags         TEXT NOT NULL DEFAULT '', -- GEN-001: rules not complied with: 'PPL-040 ...'
      worker        INTEGER NOT NULL REFERENCES worker (id),
      recorded_at   TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      struck_by     INTEGER REFERENCES worker (id), -- GEN-004
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      UNIQUE (prescribing, number),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE TRIGGER dose_as_written
      BEFORE UPDATE OF prescribing, number, given_on, medicine, mg, supervised, flags, worker,
        recorded_at ON dose
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a dose is struck through, never changed'); END;
    CREATE TRIGGER dose_struck_once BEFORE UPDATE ON dose WHEN OLD.struck_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'GEN-004: what is struck through stays so'); END;
    CREATE TRIGGER dose_stays BEFORE DELETE ON dose
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a dose is struck through, never removed'); END;
    """

  static let alerts = """
    CREATE TABLE safety_alert (
      id              INTEGER PRIMARY KEY,
      salt            BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      prescribing     INTEGER NOT NULL REFERENCES prescribing (id),
      day             TEXT NOT NULL CHECK (day IS date(day)), -- PPL-044: of the first dose
      mg              INTEGER NOT NULL CHECK (mg > 0),
      raised_at       TEXT NOT NULL CHECK (raised_at GLOB '????-??-??T??:??:??Z'),
      raised_by       INTEGER NOT NULL REFERENCES worker (id),
      acknowledged_at TEXT CHECK (acknowledged_at GLOB '????-??-??T??:??:??Z'),
      acknowledged_by INTEGER REFERENCES worker (id),
      note            TEXT,               -- what was done about it
      UNIQUE (prescribing, day, mg),
      CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
      CHECK ((acknowledged_at IS NULL) = (note IS NULL))
    ) STRICT;
    CREATE INDEX safety_alert_waiting ON safety_alert (raised_at, id)
      WHERE acknowledged_at IS NULL;
    CREATE TRIGGER safety_alert_once BEFORE UPDATE ON safety_alert
      WHEN OLD.acknowledged_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'PPL-044: an acknowledged alert stays as it is'); END;
    CREATE TRIGGER safety_alert_stays BEFORE DELETE ON safety_alert
    BEGIN SELECT RAISE(ABORT, 'GEN-004: an alert is acknowledged, never removed'); END;
    """
}
