import SQLite

extension Migration {
  /// Intelligence: subjects, reports with their grades and judgements, and whom they were shared with.
  static let intelligence = Migration("intelligence") { connection in
    for script in [
      Migration.protectedNames, IntelligenceSchema.subjects, IntelligenceSchema.reports,
      IntelligenceSchema.grades, IntelligenceSchema.sharing, IntelligenceSchema.likenesses,
      IntelligenceSchema.words,
    ] {
      try connection.executeScript(script)
    }
  }
}

extension Migration {
  /// GEN-004: what was shared stays as it was written, but for being struck through once.
  static let standingShares = Migration(
    "standing-shares",
    sql: """
      CREATE TRIGGER intelligence_share_as_sent
        BEFORE UPDATE OF report, grade, agency, recipient, sent_at, text, conditions, topic, subject,
          recorded_by, recorded_at
        ON intelligence_share
      BEGIN SELECT RAISE(ABORT, 'GEN-004: what was sent is never changed'); END;
      CREATE TRIGGER intelligence_share_struck_once BEFORE UPDATE ON intelligence_share
        WHEN OLD.struck_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'GEN-004: what is struck through stays so'); END;
      """)
}

/// The tables of the intelligence room.
///
/// A report's state is worked out from its dated facts by the file itself, so that the queue goes by
/// an index and nobody can store another one.
enum IntelligenceSchema {
  static let subjects = """
    CREATE TABLE intelligence_subject (
      id            INTEGER PRIMARY KEY, -- IS-number
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      family_name   TEXT NOT NULL,       -- '': not known
      given_names   TEXT NOT NULL,
      other_names   TEXT NOT NULL,       -- one a line
      born          TEXT CHECK (born IS date(born)),
      estimated_age INTEGER CHECK (estimated_age BETWEEN 1 AND 120),
      estimated_on  TEXT CHECK (estimated_on IS date(estimated_on)),
      sex           TEXT CHECK (sex IN ('M', 'F') OR sex IN ('O', 'N')),
      description   TEXT NOT NULL,       -- for somebody without a name, what is known instead
      same_as       INTEGER REFERENCES intelligence_subject (id), -- the one that stands for both
      person        INTEGER REFERENCES person (id), -- said by a role that reads both; no DIO sees it
      linked_by     INTEGER REFERENCES worker (id),
      linked_at     TEXT CHECK (linked_at GLOB '????-??-??T??:??:??Z'),
      recorded_by   INTEGER NOT NULL REFERENCES worker (id),
      recorded_at   TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK (trim(family_name || given_names || description) <> ''),
      CHECK (born IS NULL OR estimated_age IS NULL),
      CHECK ((estimated_age IS NULL) = (estimated_on IS NULL)),
      CHECK (same_as IS NULL OR same_as <> id),
      CHECK ((person IS NULL) = (linked_by IS NULL)),
      CHECK ((person IS NULL) = (linked_at IS NULL))
    ) STRICT;
    CREATE INDEX intelligence_subject_by_successor ON intelligence_subject (same_as)
      WHERE same_as IS NOT NULL;
    CREATE INDEX intelligence_subject_by_person ON intelligence_subject (person)
      WHERE person IS NOT NULL;
    CREATE TRIGGER intelligence_subject_stays BEFORE DELETE ON intelligence_subject
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a subject of intelligence is never removed'); END;
    """

  static let reports = """
    CREATE TABLE intelligence_report (
      id            INTEGER PRIMARY KEY, -- I-number
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      source        INTEGER NOT NULL,    -- random; who it stands for is told by one method alone
      received_at   TEXT NOT NULL CHECK (received_at GLOB '????-??-??T??:??:??Z'),
      relates_to    TEXT NOT NULL CHECK (relates_to IS date(relates_to)),
      text          TEXT NOT NULL CHECK (trim(text) <> ''), -- sanitised (INT-005)
      drugs         TEXT NOT NULL,       -- COD-003, with commas between them
      spend_pence   INTEGER CHECK (spend_pence >= 0), -- a week
      place         TEXT NOT NULL,
      offence       TEXT,                -- COD-001
      offence_words TEXT NOT NULL,       -- where the list has no code for it
      recorded_by   INTEGER NOT NULL REFERENCES worker (id),
      grade         INTEGER REFERENCES intelligence_grade (id), -- the one that counts (INT-002)
      judgement     INTEGER REFERENCES intelligence_judgement (id), -- of that grade (INT-003)
      valid         INTEGER CHECK (valid IN (0, 1)),
      struck_by     INTEGER REFERENCES worker (id), -- GEN-004
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      state         INTEGER NOT NULL AS (
        CASE WHEN struck_at IS NOT NULL THEN 4 WHEN grade IS NULL THEN 0
             WHEN valid IS NULL THEN 1 WHEN valid = 1 THEN 2 ELSE 3 END) VIRTUAL,
        -- 0 received, 1 graded, 2 valid, 3 not valid, 4 struck through
      CHECK ((judgement IS NULL) = (valid IS NULL)),
      CHECK (judgement IS NULL OR grade IS NOT NULL),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX intelligence_report_queue ON intelligence_report (state, received_at, id);
    CREATE INDEX intelligence_report_by_state ON intelligence_report (state, id);
    CREATE INDEX intelligence_report_by_grade ON intelligence_report (grade)
      WHERE grade IS NOT NULL;
    CREATE INDEX intelligence_report_by_judgement ON intelligence_report (judgement)
      WHERE judgement IS NOT NULL;
    CREATE TRIGGER intelligence_report_stays BEFORE DELETE ON intelligence_report
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a report is struck through, never removed'); END;
    CREATE TRIGGER intelligence_report_struck_once BEFORE UPDATE ON intelligence_report
      WHEN OLD.struck_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'GEN-004: what is struck through stays so'); END;

    CREATE TABLE intelligence_report_subject (
      id      INTEGER PRIMARY KEY,
      salt    BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      report  INTEGER NOT NULL REFERENCES intelligence_report (id),
      subject INTEGER NOT NULL REFERENCES intelligence_subject (id), -- as recorded; follow same_as
      place   INTEGER NOT NULL CHECK (place > 0), -- 1: whom it is mainly about
      ended   INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)), -- 1: no longer named by it
      UNIQUE (report, subject)
    ) STRICT;
    CREATE INDEX intelligence_report_subject_by_subject
      ON intelligence_report_subject (subject, report);
    CREATE TRIGGER intelligence_report_subject_stays BEFORE DELETE ON intelligence_report_subject
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a link to a subject is ended, never removed'); END;
    """

  static let grades = """
    CREATE TABLE intelligence_grade (
      id                INTEGER PRIMARY KEY,
      salt              BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      report            INTEGER NOT NULL REFERENCES intelligence_report (id),
      number            INTEGER NOT NULL CHECK (number > 0), -- counts the report's grades; INT-002
      source            TEXT NOT NULL CHECK (source GLOB '[A-E]'), -- COD-002
      source_words      TEXT NOT NULL, -- what the grade meant then
      information       TEXT NOT NULL CHECK (information GLOB '[1-5]'),
      information_words TEXT NOT NULL,
      handling          TEXT NOT NULL CHECK (handling GLOB '[1-5]'),
      handling_words    TEXT NOT NULL,
      conditions        TEXT NOT NULL, -- INT-009: needed with handling 4 and 5, as the next two
      recipients        TEXT NOT NULL,
      review_on         TEXT CHECK (review_on IS date(review_on)),
      reason            TEXT NOT NULL, -- why it was graded anew; '': the first
      graded_by         INTEGER NOT NULL REFERENCES worker (id),
      graded_at         TEXT NOT NULL CHECK (graded_at GLOB '????-??-??T??:??:??Z'),
      UNIQUE (report, number)
    ) STRICT;
    CREATE TRIGGER intelligence_grade_as_given BEFORE UPDATE ON intelligence_grade
    BEGIN SELECT RAISE(ABORT, 'INT-002: a new grade keeps the old'); END;
    CREATE TRIGGER intelligence_grade_stays BEFORE DELETE ON intelligence_grade
    BEGIN SELECT RAISE(ABORT, 'INT-002: a new grade keeps the old'); END;

    CREATE TABLE intelligence_judgement (
      id        INTEGER PRIMARY KEY,
      salt      BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      report    INTEGER NOT NULL REFERENCES intelligence_report (id),
      grade     INTEGER NOT NULL REFERENCES intelligence_grade (id),
      valid     INTEGER NOT NULL CHECK (valid IN (0, 1)), -- INT-003
      deemed    TEXT,          -- why the officer deems it valid in spite of the grades
      note      TEXT NOT NULL, -- why it is not valid
      judged_by INTEGER NOT NULL REFERENCES worker (id),
      judged_at TEXT NOT NULL CHECK (judged_at GLOB '????-??-??T??:??:??Z'),
      CHECK (deemed IS NULL OR valid = 1)
    ) STRICT;
    CREATE INDEX intelligence_judgement_by_report ON intelligence_judgement (report, id);
    CREATE INDEX intelligence_judgement_by_grade ON intelligence_judgement (grade);
    CREATE TRIGGER intelligence_judgement_as_given BEFORE UPDATE ON intelligence_judgement
    BEGIN SELECT RAISE(ABORT, 'INT-003: a new judgement keeps the old'); END;
    CREATE TRIGGER intelligence_judgement_stays BEFORE DELETE ON intelligence_judgement
    BEGIN SELECT RAISE(ABORT, 'INT-003: a new judgement keeps the old'); END;
    """

  static let sharing = """
    CREATE TABLE intelligence_share (
      id            INTEGER PRIMARY KEY,
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      report        INTEGER NOT NULL REFERENCES intelligence_report (id),
      grade         INTEGER NOT NULL REFERENCES intelligence_grade (id), -- it was sent under
      agency        TEXT NOT NULL,  -- INT-009: a kind of agency, by the table of them
      recipient     TEXT NOT NULL CHECK (trim(recipient) <> ''),
      sent_at       TEXT NOT NULL CHECK (sent_at GLOB '????-??-??T??:??:??Z'),
      text          TEXT NOT NULL CHECK (trim(text) <> ''), -- as it was sent
      conditions    TEXT NOT NULL,  -- that were told with it
      topic         TEXT CHECK (topic IN ('risk', 'contact') OR topic = 'associates'),
        -- INT-010: what police share with the programme; NULL: sent to another agency
      subject       INTEGER REFERENCES intelligence_subject (id), -- whom that is about
      recorded_by   INTEGER NOT NULL REFERENCES worker (id),
      recorded_at   TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
      struck_by     INTEGER REFERENCES worker (id), -- GEN-004
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      CHECK ((topic IS NULL) = (subject IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX intelligence_share_by_report ON intelligence_share (report, id);
    CREATE INDEX intelligence_share_by_grade ON intelligence_share (grade);
    CREATE INDEX intelligence_share_by_subject ON intelligence_share (subject, id)
      WHERE subject IS NOT NULL;
    CREATE TRIGGER intelligence_share_stays BEFORE DELETE ON intelligence_share
    BEGIN SELECT RAISE(ABORT, 'GEN-004: what was sent is struck through, never removed'); END;
    """

  static let likenesses = """
    CREATE TABLE intelligence_likeness (
      id         INTEGER PRIMARY KEY,
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      subject    INTEGER NOT NULL REFERENCES intelligence_subject (id),
      other      INTEGER REFERENCES intelligence_subject (id), -- that may be the same, or
      person     INTEGER REFERENCES person (id), -- somebody on file who may be; no DIO sees it
      because    TEXT NOT NULL CHECK (because <> ''),
      found_at   TEXT NOT NULL CHECK (found_at GLOB '????-??-??T??:??:??Z'),
      found_by   INTEGER NOT NULL REFERENCES worker (id),
      state      TEXT NOT NULL CHECK (state IN ('pending', 'same') OR state = 'different'),
      decided_by INTEGER REFERENCES worker (id),
      decided_at TEXT CHECK (decided_at GLOB '????-??-??T??:??:??Z'),
      reason     TEXT,
      CHECK ((other IS NULL) <> (person IS NULL)),
      CHECK (other IS NULL OR other < subject), -- the one that has been on file longer
      CHECK ((state = 'pending') = (decided_by IS NULL)),
      CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
      CHECK ((decided_by IS NULL) = (reason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX intelligence_likeness_once ON intelligence_likeness (subject, other)
      WHERE other IS NOT NULL;
    CREATE UNIQUE INDEX intelligence_likeness_person_once
      ON intelligence_likeness (subject, person) WHERE person IS NOT NULL;
    CREATE INDEX intelligence_likeness_by_subject ON intelligence_likeness (subject);
    CREATE INDEX intelligence_likeness_by_other ON intelligence_likeness (other)
      WHERE other IS NOT NULL;
    CREATE INDEX intelligence_likeness_by_person ON intelligence_likeness (person)
      WHERE person IS NOT NULL;
    CREATE INDEX intelligence_likeness_waiting ON intelligence_likeness (found_at, id)
      WHERE state = 'pending';
    CREATE TRIGGER intelligence_likeness_stays BEFORE DELETE ON intelligence_likeness
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a likeness is answered, never removed'); END;
    """

  static let words = """
    CREATE TABLE intelligence_name (
      word    TEXT NOT NULL,    -- of a subject's names, folded; or '~' and what it sounds like
      subject INTEGER NOT NULL REFERENCES intelligence_subject (id),
      PRIMARY KEY (word, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX intelligence_name_by_subject ON intelligence_name (subject);

    CREATE TABLE intelligence_word (
      word   TEXT NOT NULL,     -- that a report is narrowed by: names, place, offence
      report INTEGER NOT NULL REFERENCES intelligence_report (id),
      PRIMARY KEY (word, report)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX intelligence_word_by_report ON intelligence_word (report);
    """
}
