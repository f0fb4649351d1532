import SQLite

extension Migration {
  /// Bronze actions from research to their end, with everything that hangs on them.
  static let bronze = Migration("bronze") { connection in
    for script in [
      BronzeSchema.actions, BronzeSchema.research, BronzeSchema.submissions, BronzeSchema.service,
      BronzeSchema.treatment, BronzeSchema.further,
    ] {
      try connection.executeScript(script)
    }
  }
}

extension Migration {
  /// INT-038: what partners were told when somebody dropped out.
  static let partnerNotices = Migration(
    "partner-notices",
    sql: """
      CREATE TABLE bronze_notice (
        id          INTEGER PRIMARY KEY,
        salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        bronze      INTEGER NOT NULL REFERENCES bronze_action (id),
        number      INTEGER NOT NULL CHECK (number > 0), -- counts the action's notices
        partner     TEXT NOT NULL,
        text        TEXT NOT NULL CHECK (trim(text) <> ''), -- word for word (INT-008)
        recorded_by INTEGER NOT NULL REFERENCES worker (id),
        recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
        UNIQUE (bronze, number)
      ) STRICT;
      CREATE TRIGGER bronze_notice_as_written BEFORE UPDATE ON bronze_notice
      BEGIN SELECT RAISE(ABORT, 'GEN-004: a notice is never changed'); END;
      CREATE TRIGGER bronze_notice_stays BEFORE DELETE ON bronze_notice
      BEGIN SELECT RAISE(ABORT, 'GEN-004: a notice is never removed'); END;
      """)
}

/// The tables of the bronze room.
///
/// The state is what the last step led to; it stands with the action so that lists go by an index.
enum BronzeSchema {
  static let actions = """
    CREATE TABLE bronze_action (
      id                    INTEGER PRIMARY KEY, -- BR-number
      salt                  BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      subject               INTEGER NOT NULL REFERENCES intelligence_subject (id),
      state                 TEXT NOT NULL, -- by the state table; each step has a row of bronze_step
      since                 TEXT NOT NULL CHECK (since GLOB '????-??-??T??:??:??Z'),
      before_state          TEXT,          -- INT-039: what further action came upon
      justifiable           INTEGER CHECK (justifiable IN (0, 1)), -- INT-021: the five tests
      justifiable_because   TEXT NOT NULL DEFAULT '',
      authorised            INTEGER CHECK (authorised IN (0, 1)),
      authorised_because    TEXT NOT NULL DEFAULT '',
      proportionate         INTEGER CHECK (proportionate IN (0, 1)),
      proportionate_because TEXT NOT NULL DEFAULT '',
      auditable             INTEGER CHECK (auditable IN (0, 1)),
      auditable_because     TEXT NOT NULL DEFAULT '',
      necessary             INTEGER CHECK (necessary IN (0, 1)),
      necessary_because     TEXT NOT NULL DEFAULT '',
      drug_link             INTEGER CHECK (drug_link IN (0, 1)), -- INT-022
      criteria_met          INTEGER CHECK (criteria_met IN (0, 1)),
      letter_kind           TEXT CHECK (letter_kind IN ('a', 'b')), -- INT-029; NULL: no letter yet
      part_first            TEXT NOT NULL DEFAULT '', -- INT-027, INT-028: parts i and ii
      part_second           TEXT NOT NULL DEFAULT '',
      invitation            TEXT NOT NULL DEFAULT '', -- INT-030: part iii
      service               TEXT NOT NULL DEFAULT '',
      contact               TEXT NOT NULL DEFAULT '',
      reply_by              TEXT CHECK (reply_by IS date(reply_by)),
      address               TEXT NOT NULL DEFAULT '',
      drafted_by            INTEGER REFERENCES worker (id),
      rms_reference         TEXT,          -- INT-037
      rms_on                TEXT CHECK (rms_on IS date(rms_on)),
      back_on               TEXT CHECK (back_on IS date(back_on)), -- INT-036: last return
      opened_at             TEXT NOT NULL CHECK (opened_at GLOB '????-??-??T??:??:??Z'),
      opened_by             INTEGER NOT NULL REFERENCES worker (id),
      revision              INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      is_open               INTEGER NOT NULL AS (
        CASE state WHEN 'research' THEN 1 WHEN 'human_rights_test' THEN 1 WHEN 'pending' THEN 1
                   WHEN 'authorised' THEN 1 WHEN 'served' THEN 1 WHEN 'in_treatment' THEN 1
                   WHEN 'drop_out' THEN 1 ELSE 0 END) VIRTUAL,
      CHECK ((letter_kind IS NULL) = (drafted_by IS NULL)),
      CHECK ((rms_reference IS NULL) = (rms_on IS NULL)),
      CHECK ((state = 'further_action') = (before_state IS NOT NULL)),
      CHECK (state <> 'rms_retained' OR rms_reference IS NOT NULL)
    ) STRICT;
    -- INT-040: one at a time
    CREATE UNIQUE INDEX bronze_action_open ON bronze_action (subject) WHERE is_open = 1;
    CREATE INDEX bronze_action_queue ON bronze_action (state, since, id);
    CREATE INDEX bronze_action_by_subject ON bronze_action (subject, id);
    CREATE TRIGGER bronze_action_stays BEFORE DELETE ON bronze_action
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a bronze action is closed, never removed'); END;

    CREATE TABLE bronze_report (
      id        INTEGER PRIMARY KEY,
      salt      BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze    INTEGER NOT NULL REFERENCES bronze_action (id),
      report    INTEGER NOT NULL REFERENCES intelligence_report (id),
      linked_by INTEGER NOT NULL REFERENCES worker (id),
      linked_at TEXT NOT NULL CHECK (linked_at GLOB '????-??-??T??:??:??Z'),
      UNIQUE (bronze, report)
    ) STRICT;
    CREATE INDEX bronze_report_by_report ON bronze_report (report);
    CREATE TRIGGER bronze_report_stays BEFORE DELETE ON bronze_report
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a report stays with its bronze action'); END;

    CREATE TABLE bronze_step (
      id     INTEGER PRIMARY KEY,
      salt   BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze INTEGER NOT NULL REFERENCES bronze_action (id),
      event  TEXT,          -- NULL: opened
      state  TEXT NOT NULL, -- it led to
      words  TEXT NOT NULL, -- what was said with it
      worker INTEGER NOT NULL REFERENCES worker (id),
      at     TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
    ) STRICT;
    CREATE INDEX bronze_step_by_bronze ON bronze_step (bronze, id);
    CREATE TRIGGER bronze_step_as_written BEFORE UPDATE ON bronze_step
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a step is never changed'); END;
    CREATE TRIGGER bronze_step_stays BEFORE DELETE ON bronze_step
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a step is never removed'); END;
    """

  static let research = """
    CREATE TABLE bronze_research (
      id          INTEGER PRIMARY KEY,
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze      INTEGER NOT NULL REFERENCES bronze_action (id),
      number      INTEGER NOT NULL CHECK (number > 0), -- counts the action's requests
      agency      TEXT NOT NULL, -- INT-020, by the table of agencies
      office      TEXT NOT NULL,
      asked       TEXT NOT NULL CHECK (asked IS date(asked)),
      reply       TEXT NOT NULL CHECK (reply IN ('known', 'not_known')
                                       OR reply IN ('refused', 'none_yet')),
      replied     TEXT CHECK (replied IS date(replied)),
      facts       TEXT NOT NULL,
      recorded_by INTEGER NOT NULL REFERENCES worker (id),
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      UNIQUE (bronze, number),
      CHECK ((reply = 'none_yet') = (replied IS NULL))
    ) STRICT;
    CREATE TRIGGER bronze_research_as_asked
      BEFORE UPDATE OF bronze, number, agency, office, asked, recorded_by, recorded_at
      ON bronze_research
    BEGIN SELECT RAISE(ABORT, 'GEN-004: what was asked is never changed'); END;
    CREATE TRIGGER bronze_research_stays BEFORE DELETE ON bronze_research
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a research request is never removed'); END;
    """

  static let submissions = """
    CREATE TABLE bronze_submission (
      id              INTEGER PRIMARY KEY,
      salt            BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze          INTEGER NOT NULL REFERENCES bronze_action (id),
      number          INTEGER NOT NULL CHECK (number > 0), -- counts the action's submissions
      letter_kind     TEXT NOT NULL CHECK (letter_kind IN ('a', 'b')),
      part_first      TEXT NOT NULL,
      part_second     TEXT NOT NULL,
      invitation      TEXT NOT NULL,
      service         TEXT NOT NULL,
      contact         TEXT NOT NULL,
      reply_by        TEXT NOT NULL CHECK (reply_by IS date(reply_by)),
      address         TEXT NOT NULL,
      drafted_by      INTEGER NOT NULL REFERENCES worker (id),
      submitted_by    INTEGER NOT NULL REFERENCES worker (id),
      submitted_at    TEXT NOT NULL CHECK (submitted_at GLOB '????-??-??T??:??:??Z'),
      yot             TEXT NOT NULL, -- INT-022: with whom it was talked over, and when
      yot_on          TEXT CHECK (yot_on IS date(yot_on)),
      recommended_by  INTEGER REFERENCES worker (id),
      recommended_at  TEXT CHECK (recommended_at GLOB '????-??-??T??:??:??Z'),
      recommendation  TEXT,
      decision        TEXT CHECK (decision IN ('granted', 'refused') OR decision = 'returned'),
      decided_name    TEXT, -- INT-024, INT-025: who decided, which is not always who keyed it
      decided_rank    TEXT,
      decided_on      TEXT CHECK (decided_on IS date(decided_on)),
      reference       TEXT,
      decision_reason TEXT,
      decided_by      INTEGER REFERENCES worker (id), -- who keyed it
      decided_at      TEXT CHECK (decided_at GLOB '????-??-??T??:??:??Z'),
      letter          TEXT, -- INT-031: word for word, as it was granted
      UNIQUE (bronze, number),
      CHECK ((recommended_by IS NULL) = (recommended_at IS NULL)),
      CHECK ((recommended_by IS NULL) = (recommendation IS NULL)),
      CHECK ((decision IS NULL) = (decided_by IS NULL)),
      CHECK ((decision IS NULL) = (decided_at IS NULL)),
      CHECK ((decision IS NULL) = (decided_on IS NULL)),
      CHECK ((decision IS NULL) = (decided_name IS NULL)),
      CHECK ((decision IS 'granted') = (letter IS NOT NULL)),
      CHECK (decision IS NOT 'refused' OR trim(decision_reason) <> ''),
      CHECK (decision IS NOT 'returned' OR trim(decision_reason) <> ''),
      CHECK (decision IS NULL OR decision = 'returned' OR decided_rank IS NOT NULL),
      CHECK (decision IS NULL OR decision = 'returned' OR decided_by <> submitted_by),
      CHECK (decision IS NULL OR decision = 'returned' OR decided_by <> drafted_by)
    ) STRICT;
    CREATE TRIGGER bronze_submission_as_put
      BEFORE UPDATE OF bronze, number, letter_kind, part_first, part_second, invitation, service,
        contact, reply_by, address, drafted_by, submitted_by, submitted_at, yot, yot_on
      ON bronze_submission
    BEGIN SELECT RAISE(ABORT, 'INT-031: what was submitted is never changed'); END;
    CREATE TRIGGER bronze_submission_decided_once BEFORE UPDATE ON bronze_submission
      WHEN OLD.decision IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'INT-031: a decision and its letter stay as they are'); END;
    CREATE TRIGGER bronze_submission_stays BEFORE DELETE ON bronze_submission
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a submission is never removed'); END;
    """

  static let service = """
    CREATE TABLE bronze_service (
      id          INTEGER PRIMARY KEY,
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze      INTEGER NOT NULL REFERENCES bronze_action (id),
      served_at   TEXT NOT NULL CHECK (served_at GLOB '????-??-??T??:??:??Z'), -- INT-032
      method      TEXT NOT NULL CHECK (method IN ('in_person', 'post')
                                       OR method = 'through_agency'),
      server      TEXT NOT NULL CHECK (trim(server) <> ''),
      place       TEXT NOT NULL CHECK (trim(place) <> ''),
      to_subject  INTEGER NOT NULL CHECK (to_subject IN (0, 1)),
      recorded_by INTEGER NOT NULL REFERENCES worker (id),
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z')
    ) STRICT;
    CREATE INDEX bronze_service_by_bronze ON bronze_service (bronze, id);
    CREATE TRIGGER bronze_service_as_written BEFORE UPDATE ON bronze_service
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a service is never changed'); END;
    CREATE TRIGGER bronze_service_stays BEFORE DELETE ON bronze_service
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a service is never removed'); END;

    CREATE TABLE bronze_response (
      id                INTEGER PRIMARY KEY,
      salt              BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze            INTEGER NOT NULL REFERENCES bronze_action (id),
      response          TEXT NOT NULL CHECK (response IN ('accepted', 'declined')
                                             OR response = 'none'), -- INT-033
      responded_on      TEXT NOT NULL CHECK (responded_on IS date(responded_on)),
      agency            TEXT NOT NULL, -- INT-034
      first_appointment TEXT CHECK (first_appointment GLOB '????-??-??T??:??:??Z'),
      recorded_by       INTEGER NOT NULL REFERENCES worker (id),
      recorded_at       TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      CHECK ((response = 'accepted') = (agency <> ''))
    ) STRICT;
    CREATE INDEX bronze_response_by_bronze ON bronze_response (bronze, id);
    CREATE TRIGGER bronze_response_as_written BEFORE UPDATE ON bronze_response
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a response is never changed'); END;
    CREATE TRIGGER bronze_response_stays BEFORE DELETE ON bronze_response
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a response is never removed'); END;
    """

  static let treatment = """
    CREATE TABLE bronze_monitoring (
      id            INTEGER PRIMARY KEY,
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze        INTEGER NOT NULL REFERENCES bronze_action (id),
      number        INTEGER NOT NULL CHECK (number > 0), -- counts the action's entries
      reported_on   TEXT NOT NULL CHECK (reported_on IS date(reported_on)),
      no_offending  INTEGER NOT NULL CHECK (no_offending IN (0, 1)), -- INT-035: three measures
      attendance    INTEGER NOT NULL CHECK (attendance IN (0, 1)),
      engagement    INTEGER NOT NULL CHECK (engagement IN (0, 1)),
      last_attended TEXT CHECK (last_attended IS date(last_attended)), -- INT-036
      result        TEXT NOT NULL CHECK (result IN ('retained', 'not_retained')
                                         OR result = 'completed'),
      recorded_by   INTEGER NOT NULL REFERENCES worker (id),
      recorded_at   TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      UNIQUE (bronze, number)
    ) STRICT; -- INT-041: no column for anything else an agency might say
    CREATE TRIGGER bronze_monitoring_as_written BEFORE UPDATE ON bronze_monitoring
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a monitoring is never changed'); END;
    CREATE TRIGGER bronze_monitoring_stays BEFORE DELETE ON bronze_monitoring
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a monitoring is never removed'); END;

    CREATE TABLE bronze_assessment (
      id          INTEGER PRIMARY KEY,
      salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze      INTEGER NOT NULL REFERENCES bronze_action (id),
      partners    TEXT NOT NULL CHECK (partners <> ''), -- INT-038, with commas between them
      told_on     TEXT NOT NULL CHECK (told_on IS date(told_on)),
      offending   TEXT NOT NULL CHECK (trim(offending) <> ''), -- the four headings
      drugs       TEXT NOT NULL CHECK (trim(drugs) <> ''),
      abuse       TEXT NOT NULL CHECK (trim(abuse) <> ''),
      criminality TEXT NOT NULL CHECK (trim(criminality) <> ''),
      assessed_on TEXT NOT NULL CHECK (assessed_on IS date(assessed_on)),
      recorded_by INTEGER NOT NULL REFERENCES worker (id),
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z')
    ) STRICT;
    CREATE INDEX bronze_assessment_by_bronze ON bronze_assessment (bronze, id);
    CREATE TRIGGER bronze_assessment_as_written BEFORE UPDATE ON bronze_assessment
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a risk assessment is never changed'); END;
    CREATE TRIGGER bronze_assessment_stays BEFORE DELETE ON bronze_assessment
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a risk assessment is never removed'); END;
    """

  static let further = """
    CREATE TABLE bronze_further (
      id         INTEGER PRIMARY KEY,
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      bronze     INTEGER NOT NULL REFERENCES bronze_action (id),
      report     INTEGER NOT NULL REFERENCES intelligence_report (id), -- that raised it (INT-039)
      raised_at  TEXT NOT NULL CHECK (raised_at GLOB '????-??-??T??:??:??Z'),
      outcome    TEXT CHECK (outcome IN ('none', 'second_bronze') OR outcome IN ('disruption', 'arrest')
                             OR outcome = 'other'), -- NULL: waited for
      reason     TEXT,
      decided_by INTEGER REFERENCES worker (id),
      decided_at TEXT CHECK (decided_at GLOB '????-??-??T??:??:??Z'),
      CHECK ((outcome IS NULL) = (reason IS NULL)),
      CHECK ((outcome IS NULL) = (decided_by IS NULL)),
      CHECK ((outcome IS NULL) = (decided_at IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX bronze_further_waiting ON bronze_further (bronze) WHERE outcome IS NULL;
    CREATE INDEX bronze_further_by_bronze ON bronze_further (bronze, id);
    CREATE INDEX bronze_further_by_report ON bronze_further (report);
    CREATE TRIGGER bronze_further_once BEFORE UPDATE ON bronze_further
      WHEN OLD.outcome IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'INT-039: an outcome stays as it is'); END;
    CREATE TRIGGER bronze_further_stays BEFORE DELETE ON bronze_further
    BEGIN SELECT RAISE(ABORT, 'GEN-004: further action is never removed'); END;
    """
}
