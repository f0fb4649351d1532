import SQLite

extension Migration {
  /// Acts that wait for a second person.
  static let proposals = Migration("two-people") { try $0.executeScript(tables) }

  private static let tables = """
    CREATE TABLE proposal (
      id              INTEGER PRIMARY KEY, -- T-number
      salt            BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      form            TEXT NOT NULL,       -- the form that is saved when it is confirmed
      about           TEXT,                -- the record the form is about
      opened_revision INTEGER,             -- the version its proposer saw
      words           TEXT NOT NULL,       -- what the second person reads and answers for
      why             TEXT NOT NULL,       -- why two people are needed
      digest          BLOB NOT NULL CHECK (length(digest) = 32), -- of all that is proposed
      proposed_by     INTEGER NOT NULL REFERENCES worker (id),
      proposed_at     TEXT NOT NULL CHECK (proposed_at GLOB '????-??-??T??:??:??Z'),
      state           TEXT NOT NULL DEFAULT 'waiting'
                      CHECK (state IN ('waiting', 'confirmed')
                             OR state IN ('refused', 'withdrawn')),
      decided_by      INTEGER REFERENCES worker (id),
      decided_at      TEXT CHECK (decided_at GLOB '????-??-??T??:??:??Z'),
      note            TEXT NOT NULL DEFAULT '',
      revision        INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      CHECK ((state = 'waiting') = (decided_by IS NULL)),
      CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
      CHECK (state = 'withdrawn' OR decided_by <> proposed_by) -- two people are two
    ) STRICT;

    CREATE TABLE proposal_answer (
      id       INTEGER PRIMARY KEY,
      salt     BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
      proposal INTEGER NOT NULL REFERENCES proposal (id),
      part     TEXT NOT NULL CHECK (part IN ('typed', 'reason')),
      path     TEXT NOT NULL, -- field, or field.row.column; the rule of a reason
      raw      TEXT NOT NULL,
      UNIQUE (proposal, part, path)
    ) STRICT;
    """
}

extension AuditKind {
  /// An act for which one worker is not enough was put forward.
  package static let proposed = AuditKind("two-person.proposed")
  package static let proposalConfirmed = AuditKind("two-person.confirmed")
  package static let proposalRefused = AuditKind("two-person.refused")
  package static let proposalWithdrawn = AuditKind("two-person.withdrawn")
}
