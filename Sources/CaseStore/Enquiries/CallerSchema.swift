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
}
