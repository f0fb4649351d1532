import SQLite

extension Migration {
  /// Says of a kept form that the same form about the same record was saved meanwhile.
  static let draftSaves = Migration(
    "draft-saves",
    sql: """
      ALTER TABLE draft ADD COLUMN saved_as TEXT; -- reference of what was saved; NULL: nothing yet
      """)

  /// Every save asks for the drafts of its form about its record.
  static let draftsByRecord = Migration(
    "drafts-by-record", sql: "CREATE INDEX draft_by_record ON draft (about, form);")
}
