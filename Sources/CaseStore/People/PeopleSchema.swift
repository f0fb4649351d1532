import CaseRules
import SQLite

extension Migration {
  /// People, consents, the caseload, appointments, the directory, and what is owed by a date.
  static let people = Migration("002-people") { connection in
    let scripts = [
      PeopleSchema.directory, PeopleSchema.people, PeopleSchema.search, PeopleSchema.consents,
      CaseloadSchema.episodes, CaseloadSchema.agencies, AppointmentSchema.script,
      DeadlineSchema.script,
    ]
    for script in scripts { try connection.executeScript(script) }
  }
}

/// The tables of the people room.
enum PeopleSchema {
  static let directory = """
    CREATE TABLE service (
      id             INTEGER PRIMARY KEY, -- G-number
      salt           BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      name           TEXT NOT NULL CHECK (trim(name) <> ''),
      name_key       TEXT NOT NULL,       -- folded, for searching
      type           TEXT NOT NULL,       -- tier 1-4, wraparound, GP
      area           TEXT NOT NULL DEFAULT '',
      age_group      TEXT NOT NULL DEFAULT '',
      phone          TEXT NOT NULL DEFAULT '',
      free_number    TEXT,                -- yes, no ...: free or low-cost to call
      address        TEXT NOT NULL DEFAULT '',
      hours          TEXT NOT NULL DEFAULT '',
      referral_route TEXT NOT NULL DEFAULT '',
      eligibility    TEXT NOT NULL DEFAULT '',
      last_checked   TEXT CHECK (last_checked IS date(last_checked)), -- PPL-054
      closed_on      TEXT CHECK (closed_on IS date(closed_on)), -- no longer offered from here on
      struck_by      INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
      struck_at      TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason  TEXT,
      revision       INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX service_by_name ON service (name_key, id);
    CREATE TRIGGER service_stays BEFORE DELETE ON service
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a service is struck through, never removed'); END;
    """

  static let people = """
    CREATE TABLE person (
      id                   INTEGER PRIMARY KEY, -- P-number
      salt                 BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      family_name          TEXT NOT NULL COLLATE NOCASE CHECK (trim(family_name) <> ''),
      given_names          TEXT NOT NULL COLLATE NOCASE, -- empty: uses one name only
      family_key           TEXT NOT NULL,       -- folded: no accents, case or apostrophes
      given_key            TEXT NOT NULL,
      born                 TEXT CHECK (born IS date(born)),
      estimated_age        INTEGER CHECK (estimated_age BETWEEN 10 AND 110), -- years
      estimated_on         TEXT CHECK (estimated_on IS date(estimated_on)),
      sex                  TEXT NOT NULL CHECK (sex IN ('M', 'F') OR sex IN ('O', 'N')),
      ethnicity            TEXT NOT NULL,       -- COD-005
      pnc                  TEXT,                -- COD-006, canonical
      cro                  TEXT,
      prison_number        TEXT,
      lrn                  TEXT,
      oasys_ref            TEXT,
      address              TEXT NOT NULL DEFAULT '',
      postcode             TEXT,                -- COD-007
      no_fixed_abode       TEXT,                -- yes, no, not known
      accommodation        TEXT,                -- COD-008
      language             TEXT NOT NULL,
      interpreter          TEXT NOT NULL,
      veteran              TEXT,
      pregnant             TEXT,
      children             INTEGER CHECK (children BETWEEN 0 AND 30),
      children_live_with   TEXT,
      safeguarding         TEXT,
      employed             TEXT,
      settled_relationship TEXT,
      gp                   INTEGER REFERENCES service (id),
      risks                TEXT NOT NULL,       -- markers with commas between them; none: none known
      risk_note            TEXT NOT NULL DEFAULT '',
      revision             INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK (born IS NOT NULL OR estimated_age IS NOT NULL), -- PPL-001
      CHECK ((estimated_age IS NULL) = (estimated_on IS NULL))
    ) STRICT;
    CREATE INDEX person_by_name ON person (family_key, given_key, id);
    CREATE INDEX person_by_birth ON person (born, family_key, given_key, id)
      WHERE born IS NOT NULL;
    CREATE UNIQUE INDEX person_by_pnc ON person (pnc) WHERE pnc IS NOT NULL; -- PPL-004
    CREATE UNIQUE INDEX person_by_cro ON person (cro) WHERE cro IS NOT NULL; -- PPL-004
    CREATE INDEX person_by_prison_number ON person (prison_number)
      WHERE prison_number IS NOT NULL;
    CREATE INDEX person_by_postcode ON person (postcode) WHERE postcode IS NOT NULL;
    CREATE INDEX person_by_gp ON person (gp) WHERE gp IS NOT NULL;
    CREATE TRIGGER person_stays BEFORE DELETE ON person
    BEGIN SELECT RAISE(ABORT, 'GEN-004: nobody is removed but by approved weeding'); END;

    CREATE TABLE person_alias (
      id     INTEGER PRIMARY KEY,
      salt   BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person INTEGER NOT NULL REFERENCES person (id),
      name   TEXT NOT NULL CHECK (trim(name) <> '')
    ) STRICT;
    CREATE INDEX person_alias_by_person ON person_alias (person, id);

    CREATE TABLE person_phone (
      id           INTEGER PRIMARY KEY,
      salt         BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person       INTEGER NOT NULL REFERENCES person (id),
      number       TEXT NOT NULL CHECK (trim(number) <> ''),
      safe_to_ring TEXT,                        -- yes, no, not known
      safe_message TEXT                         -- whether a message may be left
    ) STRICT;
    CREATE INDEX person_phone_by_person ON person_phone (person, id);
    """

  /// The words people are found by; `rowid` is the person's number.
  static let search = """
    CREATE VIRTUAL TABLE person_words USING fts5 (
      family_words, other_words, columnsize = 0, prefix = '1 2 3',
      tokenize = "unicode61 remove_diacritics 0"
    );
    """

  static let consents = """
    CREATE TABLE consent (
      id           INTEGER PRIMARY KEY, -- N-number
      salt         BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person       INTEGER NOT NULL REFERENCES person (id),
      type         TEXT NOT NULL CHECK (type IN ('assessment', 'caseload')
                                        OR type IN ('custody-details', 'share-with-agency')
                                        OR type IN ('continuity-of-care', 'waiver')),
      given        INTEGER NOT NULL CHECK (given IN (0, 1)), -- 0: the person said no
      form         TEXT NOT NULL CHECK (form IN ('written', 'oral') OR form = 'other'),
      given_at     TEXT NOT NULL CHECK (given_at GLOB '????-??-??T??:??:??Z'),
      explained_by TEXT NOT NULL,
      recipients   TEXT NOT NULL DEFAULT '',
      amount       TEXT NOT NULL DEFAULT '',  -- kinds and amount of data
      rationale    TEXT NOT NULL DEFAULT '',
      expires      TEXT CHECK (expires IS date(expires)), -- its last day
      withdrawn_at TEXT CHECK (withdrawn_at GLOB '????-??-??T??:??:??Z'), -- PPL-011
      recorded_by  INTEGER NOT NULL REFERENCES worker (id),
      struck_by    INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
      struck_at    TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      revision     INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL)),
      CHECK (type <> 'waiver' OR given = 0 OR form = 'written') -- INF-032
    ) STRICT;
    CREATE INDEX consent_by_person ON consent (person, type, given_at);
    CREATE TRIGGER consent_stays BEFORE DELETE ON consent
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a consent is withdrawn or struck through, never removed'); END;
    """
}
