import CaseRules
import SQLite

extension Migration {
  /// How workers sign in.
  static let access = Migration("access") { connection in
    try connection.executeScript(tables)
    for row in try connection.workers() {
      try connection.execute(
        "UPDATE worker SET sign_in = ? WHERE id = ?",
        SignInName.proposed(for: row.worker, taken: try connection.signInNames()), row.worker.id)
    }
  }

  private static let tables = """
    ALTER TABLE worker ADD COLUMN sign_in TEXT; -- the name to sign in with, in small letters
    CREATE UNIQUE INDEX worker_by_sign_in ON worker (sign_in) WHERE sign_in IS NOT NULL;
    INSERT INTO worker (id, name, role, active) VALUES (0, 'Nobody', 'aud', 0);
      -- who a try to sign in is put down to: nobody knows whose it was

    CREATE TABLE password (
      worker   INTEGER PRIMARY KEY REFERENCES worker (id),
      hash     TEXT NOT NULL CHECK (hash GLOB '$y$*$*$*'), -- yescrypt, with its cost and salt
      cost     INTEGER NOT NULL CHECK (cost BETWEEN 1 AND 11),
      set_at   TEXT NOT NULL CHECK (set_at GLOB '????-??-??T??:??:??Z'), -- GEN-006
      is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)), -- 1: handed out, to be changed at once
      salt     BLOB NOT NULL DEFAULT (randomblob(16)) -- of its seal
    ) STRICT;

    CREATE TABLE sign_in_failure (
      id  INTEGER PRIMARY KEY,
      who TEXT NOT NULL, -- W-number, or the fingerprint of a name that nobody has
      at  TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
        -- written before the password is looked at, taken out when it was right
    ) STRICT;
    CREATE INDEX sign_in_failure_by_name ON sign_in_failure (who, id);
    """
}

extension AuditKind {
  package static let signedIn = AuditKind("sign-in.ok")
  package static let signInFailed = AuditKind("sign-in.failed")
  package static let signedOut = AuditKind("sign-in.out")
  package static let locked = AuditKind("sign-in.locked")
  package static let lockedByIdling = AuditKind("sign-in.idle-locked")
  package static let unlocked = AuditKind("sign-in.unlocked")
  /// The administrator has taken away the right to be here, or changed the role.
  package static let sessionEnded = AuditKind("sign-in.ended")
  /// The password was asked for once more, for a decision.
  package static let passwordConfirmed = AuditKind("sign-in.confirmed")
  package static let passwordChanged = AuditKind("password.changed")
  package static let passwordReset = AuditKind("password.reset")
}
