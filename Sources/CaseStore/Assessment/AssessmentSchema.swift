import SQLite

extension Migration {
  /// The DIR, its drug lines and its agreed actions.
  static let assessment = Migration("assessment") { connection in
    for script in [AssessmentSchema.record, AssessmentSchema.lines] {
      try connection.executeScript(script)
    }
  }
}

/// The tables of the assessment room.
///
/// Answers to yes-or-no questions are kept as their words (yes, no, not known, refused); NULL means
/// not answered yet, which an unfinished DIR may hold anywhere.
enum AssessmentSchema {
  static let record = """
    CREATE TABLE dir (
      id                 INTEGER PRIMARY KEY,              -- D-number
      salt               BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person             INTEGER NOT NULL REFERENCES person (id),
      entry              INTEGER REFERENCES custody_entry (id), -- the detention it was taken in
      assessed_at        TEXT NOT NULL CHECK (assessed_at GLOB '????-??-??T??:??:??Z'),
      assessed_on        TEXT NOT NULL CHECK (assessed_on IS date(assessed_on)), -- local day
      place              TEXT NOT NULL,
      worker             INTEGER NOT NULL REFERENCES worker (id),
      voluntary          TEXT,                             -- PPL-005
      no_alternative     TEXT,                             -- PPL-005
      consent_caseload   TEXT,
      consent_share      TEXT,
      consent_custody    TEXT,
      consent_how        TEXT,
      offence            TEXT,                             -- COD-001
      is_trigger         INTEGER CHECK (is_trigger IN (0, 1)), -- COD-001 on the day
      ppo                TEXT,
      charged            TEXT,
      community_order    TEXT,                             -- CUS-019
      custody_likely     TEXT,
      no_drugs           TEXT,
      main_drug          TEXT,                             -- COD-003
      weekly_spend       INTEGER NOT NULL DEFAULT 0,       -- AUTO, in pence
      funding            TEXT,                             -- codes divided by commas
      injected_ever      TEXT,
      injects_now        TEXT,
      shared             TEXT,                             -- in the last 4 weeks
      alcohol_days       INTEGER CHECK (alcohol_days BETWEEN 0 AND 7),
      alcohol_units      INTEGER CHECK (alcohol_units BETWEEN 0 AND 100),
      treatment          TEXT,
      treatment_agency   TEXT,
      modality           TEXT,                             -- COD-010
      medication         TEXT,
      medication_text    TEXT,
      detox              TEXT,
      prescribing        TEXT,
      clinical_care      TEXT,
      clinical_care_text TEXT,
      physical_health    TEXT,
      mental_health      TEXT,
      mental_health_text TEXT,
      pregnant           TEXT,
      hepatitis_b        TEXT,
      hepatitis_c        TEXT,
      hiv                TEXT,                             -- only if volunteered
      housing            TEXT,                             -- COD-008
      employed           TEXT,
      debts              TEXT,
      children           TEXT,
      safeguarding       TEXT,
      risk_self          TEXT,
      risk_self_note     TEXT,
      risk_others        TEXT,
      risk_others_note   TEXT,
      risk_staff         TEXT,
      risk_staff_note    TEXT,
      concerns           TEXT,
      re_engage          TEXT,
      goals              TEXT,
      readiness          INTEGER CHECK (readiness BETWEEN 1 AND 10),
      potential_drr      INTEGER NOT NULL DEFAULT 0 CHECK (potential_drr IN (0, 1)), -- CUS-019
      started_by         INTEGER NOT NULL REFERENCES worker (id),
      started_at         TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z'),
      completed_by       INTEGER REFERENCES worker (id),
      completed_at       TEXT CHECK (completed_at GLOB '????-??-??T??:??:??Z'), -- CUS-017
      revision           INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((completed_at IS NULL) = (completed_by IS NULL))
    ) STRICT;
    CREATE INDEX dir_by_person ON dir (person, assessed_at, id);
    CREATE INDEX dir_by_entry ON dir (entry, id) WHERE entry IS NOT NULL;
    CREATE INDEX dir_unfinished ON dir (started_at, id) WHERE completed_at IS NULL;
    CREATE TRIGGER dir_stays BEFORE DELETE ON dir
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a DIR is corrected, never removed'); END;
    """

  static let lines = """
    CREATE TABLE dir_drug (
      id         INTEGER PRIMARY KEY,
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      dir        INTEGER NOT NULL REFERENCES dir (id),
      line       INTEGER NOT NULL CHECK (line BETWEEN 1 AND 99), -- its number inside the DIR
      drug       TEXT,                                     -- COD-003
      route      TEXT,                                     -- COD-004
      days       INTEGER CHECK (days BETWEEN 0 AND 7),     -- using days a week
      amount     INTEGER CHECK (amount >= 0),              -- on a using day, in thousandths
      unit       TEXT,
      spend      INTEGER CHECK (spend BETWEEN 0 AND 200000), -- on a using day, in pence
      first_used INTEGER CHECK (first_used BETWEEN 0 AND 110), -- age in years
      last_used  TEXT CHECK (last_used IS date(last_used)),
      UNIQUE (dir, line)
    ) STRICT;

    CREATE TABLE dir_action (
      id      INTEGER PRIMARY KEY,
      salt    BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      dir     INTEGER NOT NULL REFERENCES dir (id),
      line    INTEGER NOT NULL CHECK (line BETWEEN 1 AND 99),
      action  TEXT NOT NULL CHECK (action IN ('advice', 'tier2')
                                   OR action IN ('referral', 'caseload')
                                   OR action = 'declined'),  -- CUS-018
      service TEXT,                                        -- where a referral goes
      date    TEXT CHECK (date IS date(date)),             -- of the referral
      UNIQUE (dir, line)
    ) STRICT;
    CREATE INDEX dir_action_referral ON dir_action (dir) WHERE action = 'referral';
    """
}
