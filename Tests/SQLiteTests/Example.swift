import SQLite
import TestSupport

extension TemporaryFolder {
  /// A data file in it.
  func file() -> String { file("case.db") }
}

/// Two tables to try things on.
let example = Migrator(
  applicationID: 0x7465_7374,
  migrations: [
    Migration(
      "001-notes",
      sql: """
        CREATE TABLE note (
          id   INTEGER PRIMARY KEY,
          text TEXT NOT NULL COLLATE NOCASE UNIQUE,
          size REAL,
          seal BLOB
        ) STRICT;
        """)
  ])

func openExample(_ path: String, patience: Double = 5) throws -> Writer {
  try DataFile.open(path, as: "test", migrator: example, patience: patience).writer
}
