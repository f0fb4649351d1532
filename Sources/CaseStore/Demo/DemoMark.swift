package import CaseRules
package import SQLite

/// What makes a data file a demonstration: nobody in it exists, and it may be thrown away.
package struct DemoMark: Equatable, Sendable {
  package let seed: UInt64
  package let people: Int
  /// The day the invented record looks back from.
  package let day: CalendarDate

  package init(seed: UInt64, people: Int, day: CalendarDate) {
    self.seed = seed
    self.people = people
    self.day = day
  }
}

extension Migration {
  static let demo = Migration(
    "demo",
    sql: """
      CREATE TABLE demo (
        id     INTEGER PRIMARY KEY CHECK (id = 1), -- a row stands here only in a demonstration file
        seed   INTEGER NOT NULL,                   -- what the people were invented from
        people INTEGER NOT NULL CHECK (people >= 0),
        day    TEXT NOT NULL CHECK (day IS date(day)) -- the day the record looks back from
      ) STRICT;
      CREATE TRIGGER demo_stays BEFORE DELETE ON demo
      BEGIN SELECT RAISE(ABORT, 'a demonstration never becomes a real record'); END;
      """)
}

extension Connection {
  /// nil in a file of real records.
  package func demoMark() throws -> DemoMark? {
    try first("SELECT seed, people, day FROM demo") { row in
      DemoMark(
        seed: UInt64(bitPattern: try row.int64(0)), people: try row.int(1), day: try row.get(2))
    }
  }
}

extension WriteTransaction {
  /// Only for a file that has just been made.
  package func markAsDemo(_ mark: DemoMark) throws {
    try connection.execute(
      "INSERT INTO demo (id, seed, people, day) VALUES (1, ?, ?, ?)",
      Int64(bitPattern: mark.seed), mark.people, mark.day)
    try audit(AuditEvent(AuditKind("demo.made"), facts: [.init("people", mark.people)]))
  }
}
