import Glibc
import SQLite

/// A temporary folder that goes when the test is over.
final class Folder {
  let path: String

  init() throws {
    path = "/tmp/tc-test-\(try RandomBytes.hex(8))"
    guard mkdir(path, 0o700) == 0 else { throw SQLiteError.system(errno) }
  }

  func file(_ name: String = "case.db") -> String { "\(path)/\(name)" }

  deinit {
    for name in names() { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  func names() -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
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
