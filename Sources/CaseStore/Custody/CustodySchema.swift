import SQLite

extension Migration {
  /// Suites, officers, detentions and everything that is recorded about them.
  static let custody = Migration("custody") { connection in
    for script in [
      CustodySchema.places, CustodySchema.entries, CustodySchema.facts,
      CustodySchema.sweepsAndCalls, CustodySchema.counts,
    ] {
      try connection.executeScript(script)
    }
  }
}

/// The tables of the custody board.
///
/// What happened to a detention is one row of `custody_fact` each, with its particulars in the
/// table named after its kind. `custody_entry` also keeps a summary of them, written by
/// `EntrySummary` alone in the same transaction, so that lists need one index and no joins.
enum CustodySchema {
  static let places = """
    CREATE TABLE custody_suite (
      id              INTEGER PRIMARY KEY,                 -- U-number
      salt            BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      code            TEXT NOT NULL COLLATE NOCASE UNIQUE  -- as typed: NPT
                      CHECK (length(code) BETWEEN 1 AND 12),
      name            TEXT NOT NULL CHECK (trim(name) <> ''),
      tests_on_arrest INTEGER NOT NULL DEFAULT 0 CHECK (tests_on_arrest IN (0, 1)), -- CUS-020
      active          INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), -- 0: no longer used
      revision        INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
    ) STRICT;
    CREATE TRIGGER custody_suite_stays BEFORE DELETE ON custody_suite
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a suite is retired, never removed'); END;

    CREATE TABLE custody_officer (
      id         INTEGER PRIMARY KEY,                      -- O-number; a contact, not a worker
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      name       TEXT NOT NULL COLLATE NOCASE CHECK (trim(name) <> ''),
      collar     TEXT COLLATE NOCASE,                      -- collar number
      trained_on TEXT CHECK (trained_on IS date(trained_on)), -- CUS-004: training by ARWs
      active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), -- 0: has left
      revision   INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
    ) STRICT;
    CREATE INDEX custody_officer_by_name ON custody_officer (name, id);
    CREATE INDEX custody_officer_by_collar ON custody_officer (collar) WHERE collar IS NOT NULL;
    CREATE TRIGGER custody_officer_stays BEFORE DELETE ON custody_officer
    BEGIN SELECT RAISE(ABORT, 'GEN-004: an officer is made inactive, never removed'); END;
    """

  static let entries = """
    CREATE TABLE custody_entry (
      id         INTEGER PRIMARY KEY,                      -- C-number
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      suite      INTEGER NOT NULL REFERENCES custody_suite (id),
      cell       TEXT NOT NULL CHECK (length(cell) BETWEEN 1 AND 8), -- CUS-011: a mark, no note
      arrived_at TEXT NOT NULL CHECK (arrived_at GLOB '????-??-??T??:??:??Z'), -- UTC
      is_trigger INTEGER NOT NULL CHECK (is_trigger IN (0, 1)), -- COD-001, or as told
      is_ppo     INTEGER CHECK (is_ppo IN (0, 1)), -- NULL while nobody knows
      is_drr     INTEGER CHECK (is_drr IN (0, 1)),

      -- CUS-010: details of the detainee; all empty unless permission is given
      person         INTEGER REFERENCES person (id),
      custody_number TEXT,                                 -- of the police custody record
      offence        TEXT,                                 -- COD-001
      offence_text   TEXT,
      risk_markers   TEXT,                                 -- codes divided by commas
      risk_note      TEXT,
      notes          TEXT,

      -- summary of the facts, kept in step by EntrySummary
      state            TEXT NOT NULL DEFAULT 'arrived'
                       CHECK (state IN ('arrived', 'offered') OR state IN ('seen', 'notSeen')
                              OR state IN ('inAssessment', 'assessed')
                              OR state IN ('departed', 'followUp') OR state = 'closed'),
      offer            TEXT CHECK (offer IN ('accepted', 'refused')
                                   OR offer IN ('deferred', 'notOffered')),
      first_offer_at   TEXT,                               -- CUS-002: what lateness is counted from
      was_offered      INTEGER NOT NULL DEFAULT 0 CHECK (was_offered IN (0, 1)),
      was_accepted     INTEGER NOT NULL DEFAULT 0 CHECK (was_accepted IN (0, 1)),
      offer_flags      TEXT NOT NULL DEFAULT '',           -- rules not complied with: 'CUS-001 ...'
      approach         TEXT CHECK (approach IN ('seen', 'refused') OR approach = 'notAvailable'),
      was_seen         INTEGER NOT NULL DEFAULT 0 CHECK (was_seen IN (0, 1)),
      seen_in_custody  INTEGER NOT NULL DEFAULT 0 CHECK (seen_in_custody IN (0, 1)), -- CUS-013
      permission_at    TEXT,                               -- since when it is given; else NULL
      departed_at      TEXT,
      next_kind        TEXT CHECK (next_kind IN ('court', 'return')),
      next_at          TEXT,                               -- hearing, or return to the station
      contacted_at     TEXT,                               -- first approach on or after the return
      purge_from       TEXT,                               -- CUS-011: from when the hours to the purge
                                                           -- run; NULL with permission, and before
      dir_started_at   TEXT,
      dir_completed_at TEXT,
      closed_at        TEXT,

      entered_by INTEGER NOT NULL REFERENCES worker (id),
      entered_at TEXT NOT NULL CHECK (entered_at GLOB '????-??-??T??:??:??Z'),
      revision   INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0), -- of arrival and details
      CHECK (permission_at IS NOT NULL
             OR (person IS NULL AND custody_number IS NULL AND offence IS NULL
                 AND offence_text IS NULL AND risk_markers IS NULL AND risk_note IS NULL
                 AND notes IS NULL)),
      CHECK ((next_kind IS NULL) = (next_at IS NULL)),
      CHECK (next_at IS NULL OR departed_at IS NOT NULL),
      CHECK (closed_at IS NULL OR departed_at IS NOT NULL)
    ) STRICT;
    -- CUS-007: the board in its order; one suite's is picked out of all who are there
    CREATE INDEX custody_entry_board ON custody_entry (is_trigger DESC, arrived_at, id, suite)
      WHERE departed_at IS NULL;
    CREATE INDEX custody_entry_left ON custody_entry (departed_at, id)
      WHERE departed_at IS NOT NULL AND closed_at IS NULL;
    -- CUS-012, CUS-013
    CREATE INDEX custody_entry_court ON custody_entry (next_at, id)
      WHERE next_kind = 'court' AND is_trigger = 1 AND seen_in_custody = 0;
    CREATE INDEX custody_entry_return ON custody_entry (next_at, id) WHERE next_kind = 'return';
    CREATE INDEX custody_entry_bailed ON custody_entry (departed_at, id)
      WHERE next_kind = 'return' AND is_trigger = 1;
    -- CUS-021: all a month needs, without touching the table
    CREATE INDEX custody_entry_attrition
      ON custody_entry (arrived_at, is_trigger, was_offered, was_accepted, was_seen,
                        dir_completed_at, person, id);
    CREATE INDEX custody_entry_flagged ON custody_entry (arrived_at, id) WHERE offer_flags <> '';
    CREATE INDEX custody_entry_purge ON custody_entry (purge_from, id) WHERE purge_from IS NOT NULL;
    CREATE INDEX custody_entry_by_person ON custody_entry (person, arrived_at)
      WHERE person IS NOT NULL;
    """

  static let facts = """
    CREATE TABLE custody_fact (
      id            INTEGER PRIMARY KEY,                   -- F-number
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      entry         INTEGER NOT NULL REFERENCES custody_entry (id),
      kind          TEXT NOT NULL CHECK (kind IN ('offer', 'approach')
                                         OR kind IN ('permission', 'departure')
                                         OR kind IN ('court', 'test')),
      at            TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'), -- when it happened
      worker        INTEGER NOT NULL REFERENCES worker (id),              -- who did or recorded it
      recorded_at   TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      struck_by     INTEGER REFERENCES worker (id),        -- GEN-004: struck through, never removed
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX custody_fact_by_entry ON custody_fact (entry, at, id);
    -- a detainee leaves once, and a departure is corrected, not added
    CREATE UNIQUE INDEX custody_fact_one_departure ON custody_fact (entry)
      WHERE kind = 'departure' AND struck_at IS NULL;

    CREATE TABLE custody_offer (
      fact         INTEGER PRIMARY KEY REFERENCES custody_fact (id),
      salt         BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      result       TEXT NOT NULL CHECK (result IN ('accepted', 'refused')
                                        OR result IN ('deferred', 'notOffered')),
      reason       TEXT,                                   -- why deferred or not offered
      officer      INTEGER REFERENCES custody_officer (id),
      positively   INTEGER CHECK (positively IN (0, 1)),   -- CUS-003
      independence INTEGER CHECK (independence IN (0, 1)), -- CUS-003
      CHECK ((reason IS NULL) = (result IN ('accepted', 'refused')))
    ) STRICT;
    CREATE INDEX custody_offer_by_officer ON custody_offer (officer) WHERE officer IS NOT NULL;

    CREATE TABLE custody_approach (
      fact               INTEGER PRIMARY KEY REFERENCES custody_fact (id),
      salt               BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      result             TEXT NOT NULL CHECK (result IN ('seen', 'refused')
                                              OR result = 'notAvailable'),
      reason             TEXT,                             -- why not available
      at_risk_assessment INTEGER CHECK (at_risk_assessment IN (0, 1)), -- CUS-005
      looked_at_record   INTEGER NOT NULL DEFAULT 0 CHECK (looked_at_record IN (0, 1)), -- CUS-010
      CHECK ((reason IS NULL) = (result <> 'notAvailable'))
    ) STRICT;

    CREATE TABLE custody_permission (
      fact  INTEGER PRIMARY KEY REFERENCES custody_fact (id),
      salt  BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      given INTEGER NOT NULL CHECK (given IN (0, 1))
    ) STRICT;

    CREATE TABLE custody_departure (
      fact       INTEGER PRIMARY KEY REFERENCES custody_fact (id),
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      how        TEXT NOT NULL CHECK (how IN ('charged_bailed', 'charged_custody')
                                      OR how IN ('bailed_to_return', 'nfa')
                                      OR how IN ('other_disposal', 'transferred')),
      next_place TEXT,                                     -- court, or station of the return
      next_at    TEXT CHECK (next_at GLOB '????-??-??T??:??:??Z'),
      CHECK ((next_place IS NULL) = (next_at IS NULL)),
      CHECK ((next_at IS NOT NULL)
             = (how IN ('charged_bailed', 'charged_custody') OR how = 'bailed_to_return'))
    ) STRICT;

    CREATE TABLE court_attendance (
      fact          INTEGER PRIMARY KEY REFERENCES custody_fact (id), -- at: the hearing (CUS-013)
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      attended      INTEGER NOT NULL CHECK (attended IN (0, 1)),
      missed_reason TEXT,                                  -- the reason that passed the warning
      CHECK ((missed_reason IS NULL) = (attended = 1))
    ) STRICT;

    CREATE TABLE arrest_test (
      fact    INTEGER PRIMARY KEY REFERENCES custody_fact (id), -- CUS-020
      salt    BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      outcome TEXT NOT NULL CHECK (outcome IN ('negative', 'opiates')
                                   OR outcome IN ('cocaine', 'both')
                                   OR outcome IN ('refused', 'not_offered'))
    ) STRICT;

    CREATE TABLE custody_alert (
      id       INTEGER PRIMARY KEY,
      salt     BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      entry    INTEGER NOT NULL REFERENCES custody_entry (id),
      kind     TEXT NOT NULL CHECK (kind IN ('arrival', 'bail')), -- CUS-005, CUS-012
      day      TEXT NOT NULL CHECK (day IS date(day)),     -- on which workers are told
      shown_at TEXT CHECK (shown_at GLOB '????-??-??T??:??:??Z'),
      shown_to INTEGER REFERENCES worker (id),
      UNIQUE (entry, kind, day),
      CHECK ((shown_at IS NULL) = (shown_to IS NULL))
    ) STRICT;
    CREATE INDEX custody_alert_waiting ON custody_alert (day, entry) WHERE shown_at IS NULL;
    """

  static let sweepsAndCalls = """
    CREATE TABLE cell_sweep (
      id         INTEGER PRIMARY KEY,
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      suite      INTEGER NOT NULL REFERENCES custody_suite (id),
      started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z'), -- CUS-006
      approached INTEGER CHECK (approached >= 0),          -- how many detainees were spoken to
      worker     INTEGER NOT NULL REFERENCES worker (id)
    ) STRICT;
    CREATE INDEX cell_sweep_by_suite ON cell_sweep (suite, started_at);

    CREATE TABLE helpline_call (
      id           INTEGER PRIMARY KEY,                    -- L-number
      salt         BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      entry        INTEGER REFERENCES custody_entry (id),  -- CUS-014: a call from custody
      suite        INTEGER REFERENCES custody_suite (id),
      person       INTEGER REFERENCES person (id),
      started_at   TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z'),
      ended_at     TEXT CHECK (ended_at GLOB '????-??-??T??:??:??Z'),
      caller       TEXT NOT NULL CHECK (caller IN ('client', 'family')
                                        OR caller IN ('professional', 'anonymous')),
      purposes     TEXT NOT NULL,                          -- codes divided by commas
      from_custody INTEGER NOT NULL CHECK (from_custody IN (0, 1)),
      emergency    INTEGER NOT NULL DEFAULT 0 CHECK (emergency IN (0, 1)), -- overdose
      ambulance    INTEGER CHECK (ambulance IN (0, 1)),
      advice       TEXT,                                   -- advice given
      taken_by     INTEGER NOT NULL REFERENCES worker (id),
      owed_for     TEXT CHECK (owed_for IS date(owed_for)), -- CUS-015: day of the appointment owed
      booked_for   TEXT CHECK (booked_for GLOB '????-??-??T??:??:??Z'), -- when to come
      booked_minutes INTEGER CHECK (booked_minutes BETWEEN 5 AND 480),
      booked_place TEXT,
      booked_with  INTEGER REFERENCES worker (id),
      appointment  INTEGER REFERENCES appointment (id),    -- in the diary, once the person is known
      no_offer     TEXT,                                   -- CUS-015: why none was offered
      struck_by    INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
      struck_at    TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      revision     INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK (ended_at IS NULL OR ended_at >= started_at),
      CHECK ((booked_for IS NULL) = (booked_with IS NULL)),
      CHECK ((booked_for IS NULL) = (booked_place IS NULL)),
      CHECK ((booked_for IS NULL) = (booked_minutes IS NULL)),
      CHECK (booked_for IS NULL OR no_offer IS NULL),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX helpline_call_by_entry ON helpline_call (entry) WHERE entry IS NOT NULL;
    CREATE INDEX helpline_call_by_suite ON helpline_call (suite) WHERE suite IS NOT NULL;
    CREATE INDEX helpline_call_by_person ON helpline_call (person) WHERE person IS NOT NULL;
    CREATE INDEX helpline_call_by_time ON helpline_call (started_at);
    CREATE INDEX helpline_call_by_worker ON helpline_call (taken_by);
    CREATE INDEX helpline_call_by_booker ON helpline_call (booked_with, booked_for)
      WHERE booked_with IS NOT NULL;
    CREATE INDEX helpline_call_by_booking ON helpline_call (booked_for)
      WHERE booked_for IS NOT NULL;
    CREATE INDEX helpline_call_by_appointment ON helpline_call (appointment)
      WHERE appointment IS NOT NULL;
    """

  static let counts = """
    CREATE TABLE custody_count (
      id          INTEGER PRIMARY KEY,
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      month       TEXT NOT NULL CHECK (month IS date(month)), -- CUS-011: first day of the month
      suite       INTEGER NOT NULL REFERENCES custody_suite (id),
      is_trigger  INTEGER NOT NULL CHECK (is_trigger IN (0, 1)),
      arrived     INTEGER NOT NULL DEFAULT 0 CHECK (arrived >= 0),
      offered     INTEGER NOT NULL DEFAULT 0 CHECK (offered >= 0),
      accepted    INTEGER NOT NULL DEFAULT 0 CHECK (accepted >= 0),
      seen        INTEGER NOT NULL DEFAULT 0 CHECK (seen >= 0),
      offer_flags INTEGER NOT NULL DEFAULT 0 CHECK (offer_flags >= 0), -- offers not as they should
      UNIQUE (month, suite, is_trigger)
    ) STRICT;
    CREATE INDEX custody_count_by_suite ON custody_count (suite);
    """
}
