import CSQLite

/// The settings every connection gets, each of them checked.
///
/// FULL makes a save survive a power cut; PERSIST_WAL keeps a session that wrongly believes it is
/// the last from deleting saves; checkpoints happen only where the writer gate is held, because
/// two at once with a write can damage the file in this version of SQLite.
enum Recipe {
  static func openFlags(for purpose: Connection.Purpose) -> Int32 {
    let access =
      switch purpose {
      // A reader must be able to make the `-shm` file.
      case .reading, .writing: SQLITE_OPEN_READWRITE
      case .lookingAtCopy: SQLITE_OPEN_READONLY
      }
    return access | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
  }

  private static let switches: [(option: Int32, on: Int32, name: String)] = [
    (SQLITE_DBCONFIG_DEFENSIVE, 1, "defensive"),
    (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, "trusted_schema"),
    (SQLITE_DBCONFIG_DQS_DML, 0, "dqs_dml"),
    (SQLITE_DBCONFIG_DQS_DDL, 0, "dqs_ddl"),
    (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, "load_extension"),
    (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, "no_ckpt_on_close"),
    (SQLITE_DBCONFIG_ENABLE_FKEY, 1, "foreign_keys"),
  ]

  private static let limits: [(kind: Int32, value: Int32)] = [
    (SQLITE_LIMIT_LENGTH, 10_000_000),
    (SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500),
    (SQLITE_LIMIT_VDBE_OP, 250_000),
  ]

  /// Pragmas with the answer that shows they have been taken.
  private static let pragmas: [(set: String, ask: String, answer: String)] = [
    ("PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"),
    ("PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"),
    ("PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"),
    ("PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"),
    ("PRAGMA wal_autocheckpoint = 0", "PRAGMA wal_autocheckpoint", "0"),
  ]

  static func apply(
    to connection: Connection, for purpose: Connection.Purpose, _ applicationID: Int32?
  ) throws {
    let handle = connection.handle
    var persist: Int32 = 1
    let kept = sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &persist)
    guard kept == SQLITE_OK else { throw connection.failure(kept, sql: nil) }
    for (option, on, name) in switches {
      var now: Int32 = -1
      guard csqlite_switch(handle, option, on, &now) == SQLITE_OK, now == on else {
        throw SQLiteError(.settingRefused, column: name)
      }
    }
    for limit in limits { sqlite3_limit(handle, limit.kind, limit.value) }
    sqlite3_busy_timeout(handle, 10_000)
    try connection.executeScript("PRAGMA mmap_size = 0")
    try useWAL(connection, purpose, applicationID)
    for pragma in pragmas {
      try connection.executeScript(pragma.set)
      guard try connection.pragma(pragma.ask) == pragma.answer else {
        throw SQLiteError(.settingRefused, column: pragma.ask)
      }
    }
    switch purpose {
    case .reading, .lookingAtCopy: try connection.executeScript("PRAGMA query_only = ON")
    case .writing: break
    }
  }

  /// New files and restored backups get their journal from the first writer.
  ///
  /// It changes the file, so another program's file is refused first.
  private static func useWAL(
    _ connection: Connection, _ purpose: Connection.Purpose, _ applicationID: Int32?
  ) throws {
    switch purpose {
    case .lookingAtCopy: return
    case .reading:
      if try isWAL(connection) { return }
      throw SQLiteError(.settingRefused, column: "journal_mode")
    case .writing:
      if try isWAL(connection) { return }
      try refuseForeign(connection, applicationID)
    }
    guard try connection.pragma("PRAGMA journal_mode = WAL") == "wal" else {
      throw SQLiteError(connection.isReadOnly ? .readOnly : .settingRefused, column: "journal_mode")
    }
  }

  private static func isWAL(_ connection: Connection) throws -> Bool {
    try connection.pragma("PRAGMA journal_mode") == "wal"
  }

  private static func refuseForeign(_ connection: Connection, _ applicationID: Int32?) throws {
    guard let applicationID, try connection.exists("SELECT 1 FROM sqlite_schema") else { return }
    guard try connection.pragma("PRAGMA application_id") == String(applicationID) else {
      throw SQLiteError(.foreignFile)
    }
  }
}
