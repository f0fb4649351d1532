/// The tables of the appointments room.
enum AppointmentSchema {
  static let script = """
    CREATE TABLE appointment (
      id            INTEGER PRIMARY KEY, -- A-number
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person        INTEGER NOT NULL REFERENCES person (id),
      worker        INTEGER NOT NULL REFERENCES worker (id),
      starts        TEXT NOT NULL CHECK (starts GLOB '????-??-??T??:??:??Z'), -- UTC
      minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
      place         TEXT NOT NULL,
      kind          TEXT NOT NULL,
      purpose       TEXT NOT NULL DEFAULT '',
      tier_three    INTEGER NOT NULL CHECK (tier_three IN (0, 1)), -- PPL-025
      state         TEXT NOT NULL CHECK (state IN ('booked', 'attended')
                                         OR state IN ('attendedLate', 'missed')
                                         OR state IN ('cancelled', 'rebooked') OR state = 'struck'),
      missed        INTEGER NOT NULL DEFAULT 0 CHECK (missed IN (0, 1)),
        -- the client did not come; stays when a new date is agreed
      minutes_late  INTEGER CHECK (minutes_late BETWEEN 1 AND 480),
      cancelled_by  TEXT CHECK (cancelled_by IN ('client', 'service')),
      cancelled_at  TEXT CHECK (cancelled_at GLOB '????-??-??T??:??:??Z'),
      reason        TEXT NOT NULL DEFAULT '',
      accepted      INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)), -- the reason was good
      rebooked_from INTEGER REFERENCES appointment (id),
      booked_at     TEXT NOT NULL CHECK (booked_at GLOB '????-??-??T??:??:??Z'),
      struck_by     INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK (struck_at IS NOT NULL OR state <> 'struck'),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX appointment_by_start ON appointment (starts, id);
    CREATE INDEX appointment_by_worker ON appointment (worker, starts, id);
    CREATE INDEX appointment_by_person ON appointment (person, starts, id);
    CREATE UNIQUE INDEX appointment_rebooked ON appointment (rebooked_from)
      WHERE rebooked_from IS NOT NULL AND struck_at IS NULL;
    CREATE TRIGGER appointment_stays BEFORE DELETE ON appointment
    BEGIN SELECT RAISE(ABORT, 'GEN-004: an appointment is cancelled or struck through, never removed'); END;

    CREATE TABLE contact_attempt (
      id            INTEGER PRIMARY KEY, -- K-number
      salt          BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person        INTEGER NOT NULL REFERENCES person (id),
      appointment   INTEGER REFERENCES appointment (id), -- the missed one it follows up
      made_at       TEXT NOT NULL CHECK (made_at GLOB '????-??-??T??:??:??Z'),
      method        TEXT NOT NULL,
      result        TEXT NOT NULL,
      is_contact    INTEGER NOT NULL CHECK (is_contact IN (0, 1)), -- PPL-024
      note          TEXT NOT NULL DEFAULT '',
      worker        INTEGER NOT NULL REFERENCES worker (id),
      makes_due     INTEGER REFERENCES deadline (id), -- PPL-023: the next attempt, owed after it
      struck_by     INTEGER REFERENCES worker (id), -- GEN-004: struck through, never removed
      struck_at     TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
      struck_reason TEXT,
      revision      INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
      CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
    ) STRICT;
    CREATE INDEX contact_attempt_by_deadline ON contact_attempt (makes_due)
      WHERE makes_due IS NOT NULL;
    CREATE INDEX contact_attempt_by_person ON contact_attempt (person, made_at, id);
    CREATE INDEX contact_attempt_by_appointment ON contact_attempt (appointment)
      WHERE appointment IS NOT NULL;
    CREATE TRIGGER contact_attempt_stays BEFORE DELETE ON contact_attempt
    BEGIN SELECT RAISE(ABORT, 'GEN-004: an attempt is struck through, never removed'); END;

    CREATE TABLE programme_review (
      id       INTEGER PRIMARY KEY,
      salt     BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person   INTEGER NOT NULL REFERENCES person (id),
      reviewed TEXT NOT NULL CHECK (reviewed IS date(reviewed)), -- PPL-025
      decision TEXT NOT NULL,
      worker   INTEGER NOT NULL REFERENCES worker (id),
      recorded TEXT NOT NULL CHECK (recorded GLOB '????-??-??T??:??:??Z')
    ) STRICT;
    CREATE INDEX programme_review_by_person ON programme_review (person, id);
    CREATE TRIGGER programme_review_not_changed BEFORE UPDATE ON programme_review
    BEGIN SELECT RAISE(ABORT, 'a review is followed by another, never changed'); END;
    CREATE TRIGGER programme_review_stays BEFORE DELETE ON programme_review
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a review is followed by another, never removed'); END;
    """
}
