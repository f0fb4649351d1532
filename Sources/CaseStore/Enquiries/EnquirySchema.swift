import SQLite

extension Migration {
  /// What calls lead to, referrals to the single point of contact, and who may answer the phone.
  static let enquiries = Migration(
    "enquiries",
    sql: """
      ALTER TABLE helpline_call ADD COLUMN answered INTEGER NOT NULL DEFAULT 1
        CHECK (answered IN (0, 1));                          -- PPL-055: 0: nobody answered
      ALTER TABLE helpline_call ADD COLUMN client_name TEXT NOT NULL DEFAULT ''; -- not on file
      ALTER TABLE helpline_call ADD COLUMN client_phone TEXT NOT NULL DEFAULT '';
      ALTER TABLE helpline_call ADD COLUMN follow_up TEXT NOT NULL DEFAULT '';

      CREATE TABLE call_service (
        id      INTEGER PRIMARY KEY,
        salt    BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        call    INTEGER NOT NULL REFERENCES helpline_call (id),
        service INTEGER NOT NULL REFERENCES service (id),    -- given out during the call
        UNIQUE (call, service)
      ) STRICT;
      CREATE INDEX call_service_by_service ON call_service (service);

      CREATE TABLE referral (
        id           INTEGER PRIMARY KEY,                    -- S-number
        salt         BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        call         INTEGER REFERENCES helpline_call (id),  -- PPL-053: the call that made it
        received_at  TEXT NOT NULL CHECK (received_at GLOB '????-??-??T??:??:??Z'),
        out_of_hours INTEGER NOT NULL CHECK (out_of_hours IN (0, 1)), -- PPL-050: stamped then
        route        TEXT NOT NULL CHECK (route IN ('phone', 'fax')),
        referrer     TEXT NOT NULL CHECK (trim(referrer) <> ''),
        agency       TEXT NOT NULL CHECK (agency IN ('carat', 'probation')
                                          OR agency IN ('prison_health', 'treatment')
                                          OR agency IN ('police', 'other')),
        person       INTEGER REFERENCES person (id),
        client_name  TEXT NOT NULL DEFAULT '',               -- as given, while not on file
        client_phone TEXT NOT NULL DEFAULT '',
        consent      INTEGER CHECK (consent IN (0, 1)),      -- NULL: nobody asked, it was a call
        documents    TEXT NOT NULL DEFAULT '',               -- codes divided by commas
        worker       INTEGER REFERENCES worker (id),         -- NULL: waits in the queue
        ended_at     TEXT CHECK (ended_at GLOB '????-??-??T??:??:??Z'), -- acted on for good
        revision     INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
      ) STRICT;
      CREATE UNIQUE INDEX referral_by_call ON referral (call) WHERE call IS NOT NULL;
      CREATE INDEX referral_by_person ON referral (person) WHERE person IS NOT NULL;
      CREATE INDEX referral_by_worker ON referral (worker) WHERE worker IS NOT NULL;
      CREATE INDEX referral_open ON referral (received_at, id) WHERE ended_at IS NULL;
      CREATE INDEX referral_by_end ON referral (ended_at, id) WHERE ended_at IS NOT NULL;
      CREATE TRIGGER referral_stays BEFORE DELETE ON referral
      BEGIN SELECT RAISE(ABORT, 'GEN-004: a referral is acted on, never removed'); END;

      CREATE TABLE referral_action (
        id       INTEGER PRIMARY KEY,
        salt     BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        referral INTEGER NOT NULL REFERENCES referral (id),
        action   TEXT NOT NULL,                              -- what was done
        acted_at TEXT NOT NULL CHECK (acted_at GLOB '????-??-??T??:??:??Z'),
        worker   INTEGER NOT NULL REFERENCES worker (id),
        note     TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX referral_action_by_referral ON referral_action (referral, id);
      CREATE TRIGGER referral_action_stays BEFORE DELETE ON referral_action
      BEGIN SELECT RAISE(ABORT, 'GEN-004: what was done is never removed'); END;

      CREATE TABLE call_taker (
        worker     INTEGER PRIMARY KEY REFERENCES worker (id),
        salt       BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        assessment TEXT CHECK (assessment IS date(assessment)), -- PPL-056: trained on
        overdose   TEXT CHECK (overdose IS date(overdose)),
        listening  TEXT CHECK (listening IS date(listening)),
        link       TEXT CHECK (link IS date(link)),
        revision   INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
      ) STRICT;
      """)
}
