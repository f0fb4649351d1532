import CSQLite
import Glibc

/// Copies a live data file, as of one moment, into a new file.
///
/// Done in one step: a copy made page by page starts again at each save of anybody else.
package enum Backup {
  /// Writes the copy; nothing is left behind when it fails.
  ///
  /// The copy holds everything saved before the call, is readable by its owner only, and carries no
  /// remains of deleted rows.
  ///
  /// - Throws: `fileExists` when there is a file already, or the trouble met.
  package static func copy(_ connection: Connection, to path: String) throws {
    let target = DatabaseFiles(path: path)
    try target.makeFile()
    do {
      try copyPages(connection, to: path)
      try reachDisk(path, flags: O_RDWR)
      try reachDisk(target.folder, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// SQLite fills an empty file it finds.
  ///
  /// It does so by attaching it, so the limit on attached files counts here too; a reading
  /// connection must be told that this writes to another file than its own.
  private static func copyPages(_ connection: Connection, to path: String) throws {
    let before = sqlite3_limit(connection.handle, SQLITE_LIMIT_ATTACHED, 1)
    defer { sqlite3_limit(connection.handle, SQLITE_LIMIT_ATTACHED, before) }
    try connection.withoutGuardRails {
      let isReader = try connection.pragma("PRAGMA query_only") == "1"
      if isReader { try connection.executeScript("PRAGMA query_only = OFF") }
      let result = Result { try connection.execute("VACUUM INTO ?", path) }
      if isReader { try connection.executeScript("PRAGMA query_only = ON") }
      try result.get()
    }
  }

  /// The copy is not a live file, so opening it here does no harm.
  private static func reachDisk(_ path: String, flags: Int32) throws {
    let descriptor = open(path, flags | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw SQLiteError.system(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SQLiteError.system(errno) }
  }
}
