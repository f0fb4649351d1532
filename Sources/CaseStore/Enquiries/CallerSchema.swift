import SQLite

extension Migration {
  /// PPL-055: what came of the appointment of a caller who is not on file.
  ///
  /// `IN` with all three would be a table that SQLite builds anew for every row it checks.
  static let callers = Migration(
    "callers",
    sql: """
      ALTER TABLE helpline_call ADD COLUMN outcome TEXT
        CHECK (outcome IN ('came', 'missed') OR outcome = 'cancelled');
        -- NULL: not recorded, or the appointment has an outcome of its own
      """)

  /// GEN-007: when they cancelled it, as the diary keeps it of everybody else.
  static let callerCancellations = Migration(
    "caller-cancellations",
    sql: """
      ALTER TABLE helpline_call ADD COLUMN cancelled_at TEXT
        CHECK (cancelled_at GLOB '????-??-??T??:??:??Z'); -- NULL: not cancelled, or in the diary
      """)

  /// GEN-001: what tying to a person did, so that the wrong one can be taken off again.
  static let cameAs = Migration(
    "came-as",
    sql: """
      ALTER TABLE helpline_call ADD COLUMN came_as TEXT;    -- the name given, once on file
      ALTER TABLE helpline_call ADD COLUMN kept_phone TEXT; -- the number the person has from here
      ALTER TABLE referral ADD COLUMN came_as TEXT;
      ALTER TABLE referral ADD COLUMN kept_phone TEXT;
      """)
}
