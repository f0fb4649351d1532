import SQLite

extension Migration {
  /// PPL-055: what came of the appointment of a caller who is not on file.
  static let callers = Migration(
    "callers",
    sql: """
      ALTER TABLE helpline_call ADD COLUMN outcome TEXT
        CHECK (outcome IN ('came', 'missed') OR outcome = 'cancelled');
        -- NULL: not recorded, or the appointment has an outcome of its own
      """)
}
