import SQLite

extension Migration {
  /// Care plans in all their versions, and referrals beside treatment.
  static let carePlans = Migration("care-plans") { connection in
    for script in [CarePlanSchema.plans, CarePlanSchema.parts, CarePlanSchema.referrals] {
      try connection.executeScript(script)
    }
  }
}

/// The tables of the care plan room.
enum CarePlanSchema {
  static let plans = """
    CREATE TABLE care_plan (
      id              INTEGER PRIMARY KEY, -- B-number: one version
      salt            BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person          INTEGER NOT NULL REFERENCES person (id),
      episode         INTEGER NOT NULL REFERENCES episode (id),
      version         INTEGER NOT NULL CHECK (version > 0), -- counts anew in each episode
      made_on         TEXT NOT NULL CHECK (made_on IS date(made_on)),
      agreed_on       TEXT CHECK (agreed_on IS date(agreed_on)), -- PPL-014: by the client
      not_agreed      TEXT NOT NULL DEFAULT '', -- why not, while it is not agreed
      uncovered       TEXT NOT NULL DEFAULT '', -- domains without a goal, with commas between them
      uncovered_why   TEXT NOT NULL DEFAULT '',
      threats         TEXT NOT NULL DEFAULT '', -- PPL-017, with commas between them
      threat_reason   TEXT NOT NULL DEFAULT '', -- why a threat has no action
      terms           TEXT NOT NULL DEFAULT '', -- of attendance
      terms_agreed_on TEXT CHECK (terms_agreed_on IS date(terms_agreed_on)), -- PPL-031
      note            TEXT NOT NULL DEFAULT '',
      worker          INTEGER NOT NULL REFERENCES worker (id), -- who wrote it down
      recorded        TEXT NOT NULL CHECK (recorded GLOB '????-??-??T??:??:??Z'),
      revision        INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      UNIQUE (episode, version),
      CHECK ((agreed_on IS NULL) = (not_agreed <> ''))
    ) STRICT;
    CREATE INDEX care_plan_by_person ON care_plan (person, id);
    CREATE TRIGGER care_plan_stays BEFORE DELETE ON care_plan
    BEGIN SELECT RAISE(ABORT, 'PPL-016: an old version is kept, never removed'); END;
    CREATE TRIGGER care_plan_kept
    BEFORE UPDATE OF person, episode, version, made_on, uncovered, uncovered_why, threats,
      threat_reason, terms, terms_agreed_on, note, worker, recorded ON care_plan
    BEGIN SELECT RAISE(ABORT, 'PPL-016: a change makes a new version'); END;
    CREATE TRIGGER care_plan_agreed BEFORE UPDATE OF agreed_on, not_agreed ON care_plan
    WHEN old.agreed_on IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'PPL-014: what the client agreed to stays agreed'); END;
    """

  static let parts = """
    CREATE TABLE care_plan_need (
      id    INTEGER PRIMARY KEY,
      salt  BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      plan  INTEGER NOT NULL REFERENCES care_plan (id),
      need  TEXT NOT NULL,
      words TEXT NOT NULL CHECK (words <> ''),
      UNIQUE (plan, need)
    ) STRICT;

    CREATE TABLE care_plan_goal (
      id          INTEGER PRIMARY KEY,
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      plan        INTEGER NOT NULL REFERENCES care_plan (id),
      line        INTEGER NOT NULL CHECK (line > 0), -- the goal's number, the same in all versions
      domain      TEXT NOT NULL CHECK (domain IN ('drug-use', 'health')
                                       OR domain IN ('offending', 'social')),
      goal        TEXT NOT NULL CHECK (goal <> ''),
      action      TEXT NOT NULL CHECK (action <> ''),      -- PPL-015
      lead_agency TEXT NOT NULL CHECK (lead_agency <> ''), -- PPL-015
      target      TEXT NOT NULL CHECK (target IS date(target)), -- PPL-015
      status      TEXT NOT NULL CHECK (status IN ('not-started', 'under-way')
                                       OR status IN ('achieved', 'set-aside')), -- PPL-015
      tackles     TEXT, -- PPL-017: the threat its action answers
      UNIQUE (plan, line)
    ) STRICT;

    CREATE TABLE care_plan_treatment (
      id       INTEGER PRIMARY KEY,
      salt     BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      plan     INTEGER NOT NULL REFERENCES care_plan (id),
      line     INTEGER NOT NULL CHECK (line > 0),
      modality TEXT NOT NULL, -- COD-010
      provider TEXT NOT NULL CHECK (provider <> ''),
      service  INTEGER REFERENCES service (id),
      UNIQUE (plan, line)
    ) STRICT;
    CREATE INDEX care_plan_treatment_by_service ON care_plan_treatment (service)
      WHERE service IS NOT NULL;

    CREATE TRIGGER care_plan_need_kept BEFORE UPDATE ON care_plan_need
    BEGIN SELECT RAISE(ABORT, 'PPL-016: a change makes a new version'); END;
    CREATE TRIGGER care_plan_need_stays BEFORE DELETE ON care_plan_need
    BEGIN SELECT RAISE(ABORT, 'PPL-016: an old version is kept, never removed'); END;
    CREATE TRIGGER care_plan_goal_kept BEFORE UPDATE ON care_plan_goal
    BEGIN SELECT RAISE(ABORT, 'PPL-016: a change makes a new version'); END;
    CREATE TRIGGER care_plan_goal_stays BEFORE DELETE ON care_plan_goal
    BEGIN SELECT RAISE(ABORT, 'PPL-016: an old version is kept, never removed'); END;
    CREATE TRIGGER care_plan_treatment_kept BEFORE UPDATE ON care_plan_treatment
    BEGIN SELECT RAISE(ABORT, 'PPL-016: a change makes a new version'); END;
    CREATE TRIGGER care_plan_treatment_stays BEFORE DELETE ON care_plan_treatment
    BEGIN SELECT RAISE(ABORT, 'PPL-016: an old version is kept, never removed'); END;
    """

  static let referrals = """
    CREATE TABLE wraparound_referral (
      id          INTEGER PRIMARY KEY, -- R-number
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person      INTEGER NOT NULL REFERENCES person (id),
      kind        TEXT NOT NULL CHECK (kind IN ('housing', 'employment')
                                       OR kind IN ('education', 'life-skills')
                                       OR kind = 'other'), -- PPL-018
      referred_on TEXT NOT NULL CHECK (referred_on IS date(referred_on)),
      service     INTEGER REFERENCES service (id), -- its entry in the directory
      agency      TEXT NOT NULL CHECK (agency <> ''), -- as it was called then
      reason      TEXT NOT NULL DEFAULT '',
      outcome     TEXT CHECK (outcome IN ('accepted', 'started')
                              OR outcome IN ('completed', 'not-accepted')
                              OR outcome IN ('did-not-attend', 'declined')), -- NULL while nothing is known
      outcome_on  TEXT CHECK (outcome_on IS date(outcome_on)),
      worker      INTEGER NOT NULL REFERENCES worker (id), -- who referred
      recorded    TEXT NOT NULL CHECK (recorded GLOB '????-??-??T??:??:??Z'),
      struck_by   INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
      struck_at   TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      revision    INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX wraparound_referral_by_person ON wraparound_referral (person, referred_on, id);
    CREATE INDEX wraparound_referral_by_service ON wraparound_referral (service)
      WHERE service IS NOT NULL;
    CREATE TRIGGER wraparound_referral_stays BEFORE DELETE ON wraparound_referral
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a referral is struck through, never removed'); END;
    """
}
