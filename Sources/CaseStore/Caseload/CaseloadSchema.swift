/// The tables of the caseload room.
enum CaseloadSchema {
  static let episodes = """
    CREATE TABLE episode (
      id                       INTEGER PRIMARY KEY, -- E-number
      salt                     BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person                   INTEGER NOT NULL REFERENCES person (id),
      state                    TEXT NOT NULL CHECK (state IN ('contact', 'assessed')
                                                    OR state IN ('activeCommunity', 'activeCustody')
                                                    OR state IN ('dropOutReview', 'transferred')
                                                    OR state = 'closed'),
      entry_point              TEXT NOT NULL, -- PPL-008
      entry_note               TEXT NOT NULL DEFAULT '',
      opened                   TEXT NOT NULL CHECK (opened IS date(opened)),
      worker                   INTEGER NOT NULL REFERENCES worker (id), -- PPL-009: never without
      voluntary_explained      INTEGER NOT NULL DEFAULT 0 CHECK (voluntary_explained IN (0, 1)),
      no_alternative_explained INTEGER NOT NULL DEFAULT 0
                                 CHECK (no_alternative_explained IN (0, 1)), -- PPL-005
      joined                   TEXT CHECK (joined IS date(joined)),
      prison                   TEXT NOT NULL DEFAULT '', -- where, while in custody
      last_contact             TEXT CHECK (last_contact IS date(last_contact)), -- PPL-024
      silent_since             TEXT NOT NULL CHECK (silent_since IS date(silent_since)),
        -- the last contact, or joining, or the opening: what the gap is counted from
      failed_attempts          INTEGER NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0), -- PPL-026
      closed                   TEXT CHECK (closed IS date(closed)),
      closure_reason           TEXT,
      closure_note             TEXT NOT NULL DEFAULT '',
      previous                 INTEGER REFERENCES episode (id), -- when the client came back
      family_key               TEXT NOT NULL, -- the person's, so that lists come sorted
      given_key                TEXT NOT NULL,
      revision                 INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((closed IS NULL) = (state NOT IN ('transferred', 'closed'))),
      CHECK ((closed IS NULL) = (closure_reason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX episode_open ON episode (person) WHERE closed IS NULL; -- PPL-009
    CREATE INDEX episode_by_person ON episode (person, id);
    -- One of the closed as well would be taken for these: a file holds many more of them.
    CREATE INDEX episode_by_worker ON episode (worker, family_key, given_key, id)
      WHERE closed IS NULL;
    CREATE INDEX episode_by_state ON episode (state, family_key, given_key, id)
      WHERE closed IS NULL;
    CREATE INDEX episode_by_name ON episode (family_key, given_key, id) WHERE closed IS NULL;
    CREATE INDEX episode_silent ON episode (silent_since, id)
      WHERE state IN ('activeCommunity', 'activeCustody');
    CREATE INDEX episode_silent_by_worker ON episode (worker, silent_since, id)
      WHERE state IN ('activeCommunity', 'activeCustody');
    CREATE INDEX episode_by_previous ON episode (previous) WHERE previous IS NOT NULL;
    CREATE TRIGGER episode_stays BEFORE DELETE ON episode
    BEGIN SELECT RAISE(ABORT, 'GEN-004: an episode is closed, never removed'); END;

    CREATE TABLE episode_event (
      id         INTEGER PRIMARY KEY,
      salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      episode    INTEGER NOT NULL REFERENCES episode (id),
      event      TEXT NOT NULL,        -- what happened, in words
      from_state TEXT,                 -- NULL: the episode opened
      to_state   TEXT NOT NULL,
      on_day     TEXT NOT NULL CHECK (on_day IS date(on_day)), -- when it happened
      note       TEXT NOT NULL DEFAULT '',
      worker     INTEGER NOT NULL REFERENCES worker (id), -- who recorded it
      recorded   TEXT NOT NULL CHECK (recorded GLOB '????-??-??T??:??:??Z')
    ) STRICT;
    CREATE INDEX episode_event_by_episode ON episode_event (episode, id);
    CREATE TRIGGER episode_event_not_changed BEFORE UPDATE ON episode_event
    BEGIN SELECT RAISE(ABORT, 'history is added to, never changed'); END;
    CREATE TRIGGER episode_event_stays BEFORE DELETE ON episode_event
    BEGIN SELECT RAISE(ABORT, 'history is added to, never changed'); END;

    CREATE TABLE handover (
      id        INTEGER PRIMARY KEY, -- H-number
      salt      BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      episode   INTEGER NOT NULL REFERENCES episode (id),
      person    INTEGER NOT NULL REFERENCES person (id),
      kind      TEXT NOT NULL CHECK (kind IN ('worker', 'team') OR kind = 'agency'),
      state     TEXT NOT NULL CHECK (state IN ('pending', 'accepted')
                                     OR state IN ('declined', 'withdrawn')),
      from_worker INTEGER NOT NULL REFERENCES worker (id),
      to_worker INTEGER REFERENCES worker (id),
      to_team   TEXT NOT NULL DEFAULT '',
      receiver  TEXT NOT NULL,       -- in words
      reason    TEXT NOT NULL DEFAULT '',
      asked_at  TEXT NOT NULL CHECK (asked_at GLOB '????-??-??T??:??:??Z'),
      answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??Z'),
      answered_by INTEGER REFERENCES worker (id),
      answer    TEXT NOT NULL DEFAULT '',
      revision  INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((state = 'pending') = (answered_at IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX handover_pending ON handover (episode) WHERE state = 'pending';
    CREATE INDEX handover_pending_to ON handover (to_worker, asked_at) WHERE state = 'pending';
    CREATE INDEX handover_pending_from ON handover (from_worker, asked_at)
      WHERE state = 'pending';
    CREATE INDEX handover_pending_team ON handover (to_team, asked_at) WHERE state = 'pending';
    CREATE INDEX handover_by_episode ON handover (episode, id);
    CREATE INDEX handover_by_person ON handover (person);
    CREATE TRIGGER handover_stays BEFORE DELETE ON handover
    BEGIN SELECT RAISE(ABORT, 'GEN-004: a handover is answered, never removed'); END;
    """

  static let agencies = """
    CREATE TABLE involved_agency (
      id             INTEGER PRIMARY KEY,
      salt           BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      person         INTEGER NOT NULL REFERENCES person (id),
      service        INTEGER REFERENCES service (id),
      name           TEXT NOT NULL CHECK (trim(name) <> ''),
      lead           TEXT NOT NULL,        -- who leads there
      provides       TEXT NOT NULL,        -- what the client gets from them
      is_coordinator INTEGER NOT NULL DEFAULT 0 CHECK (is_coordinator IN (0, 1)),
      since          TEXT CHECK (since IS date(since)),
      until          TEXT CHECK (until IS date(until)), -- no longer involved from here on
      revision       INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK (is_coordinator = 0 OR until IS NULL)
    ) STRICT;
    CREATE INDEX involved_agency_by_person ON involved_agency (person, id);
    CREATE UNIQUE INDEX involved_agency_coordinator ON involved_agency (person)
      WHERE is_coordinator = 1; -- PPL-013: one care co-ordinator
    CREATE INDEX involved_agency_by_service ON involved_agency (service)
      WHERE service IS NOT NULL;
    CREATE TRIGGER involved_agency_stays BEFORE DELETE ON involved_agency
    BEGIN SELECT RAISE(ABORT, 'GEN-004: an agency is ended, never removed'); END;
    """
}
