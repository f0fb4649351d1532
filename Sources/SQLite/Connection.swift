import CSQLite

/// One connection to a data file, used by one thread only.
///
/// Ordinary code reads with it; it writes only inside `Writer.write`.
package final class Connection {
  /// What a connection may be used for.
  package enum Purpose: Sendable {
    case reading
    case writing
    /// Looking at a copy that nobody has open: nothing is made beside it, and it is not live.
    case lookingAtCopy
  }

  /// False when SQLite was in use before; then it counts its memory, and all else is the same.
  private static let isLibraryReady = csqlite_count_no_memory() == SQLITE_OK

  let handle: OpaquePointer
  package let files: DatabaseFiles
  private var statements: [String: Statement] = [:]
  /// The same by where their texts lie; see `take`.
  private var statementsByPlace: [UnsafeRawPointer: Statement] = [:]
  private var identity: DatabaseFiles.Identity?
  /// The first failure inside the running write; everything after it is refused.
  private var firstFailure: SQLiteError?
  private var isWriting = false
  var progress: ProgressCheck?
  var guardRails: GuardRails?
  var changeWatch: ChangeWatch?
  /// The schema the program was built for; a write to a file that has moved on is refused.
  var schemaStep: Int?
  /// Pages in the `-wal` file after the last commit of this connection.
  private let walPages: UnsafeMutablePointer<Int32>

  /// Opens an existing file with every safety setting on.
  ///
  /// With an `applicationID`, a file that bears another one is refused before anything in it is
  /// changed.
  ///
  /// - Throws: `SQLiteError` with the trouble a worker can be told.
  package init(
    path: String, for purpose: Purpose, placement: DatabaseFiles.Placement = .localOnly,
    applicationID: Int32? = nil
  ) throws {
    _ = Connection.isLibraryReady
    files = DatabaseFiles(path: path)
    try files.check(placement)
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, Recipe.openFlags(for: purpose), nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(code: code, on: opened, sql: nil)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    walPages = .allocate(capacity: 1)
    walPages.initialize(to: 0)
    try Recipe.apply(to: self, for: purpose, applicationID)
    try firstLook(purpose)
  }

  /// In memory, for asking SQLite what a schema comes to; nothing of it is kept.
  static func inMemory() throws -> Connection {
    _ = Connection.isLibraryReady
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      ":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(code: code, on: opened, sql: nil)
      sqlite3_close_v2(opened)
      throw error
    }
    return Connection(adopting: opened)
  }

  private init(adopting opened: OpaquePointer) {
    handle = opened
    files = DatabaseFiles(path: ":memory:")
    walPages = .allocate(capacity: 1)
    walPages.initialize(to: 0)
  }

  deinit {
    statements.removeAll()
    statementsByPlace.removeAll()
    sqlite3_update_hook(handle, nil, nil)
    sqlite3_close_v2(handle)
    walPages.deallocate()
  }

  /// Reads the first page, so that a damaged or foreign file shows itself at once.
  private func firstLook(_ purpose: Purpose) throws {
    _ = try pragma("PRAGMA schema_version")
    sqlite3_wal_hook(
      handle,
      { pages, _, _, count in
        pages?.assumingMemoryBound(to: Int32.self).pointee = count
        return SQLITE_OK
      }, walPages)
    switch purpose {
    case .lookingAtCopy: return
    case .writing: if isReadOnly { throw SQLiteError(.readOnly) }
    case .reading: break
    }
    identity = try files.identity()
  }

  /// Whether the file system lets this process only read.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Rows changed by the last statement.
  package var changes: Int { Int(sqlite3_changes64(handle)) }

  package var lastInsertRowID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Whether a transaction is open.
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// A number that changes when somebody else has committed.
  package func dataVersion() throws -> Int64 {
    try first("PRAGMA data_version") { try $0.int64(0) } ?? 0
  }

  /// Pages waiting in the `-wal` file, as of this connection's last commit.
  package var pagesInWAL: Int { Int(walPages.pointee) }

  /// Throws `fileReplaced` when the files are not those that were opened.
  func checkIdentity() throws {
    guard try files.identity() == identity else { throw SQLiteError(.fileReplaced) }
  }
}

// MARK: - Statements

extension Connection {
  /// Prepares a statement, or takes the prepared one; give it back with `giveBack`.
  ///
  /// Most texts are constants that always lie in the same place. Since a statement holds its text,
  /// nothing else can come to lie there, so the place alone tells which it is; to look at a thousand
  /// letters takes a good part of the time of a small statement.
  func take(_ sql: String) throws -> Statement {
    if let place = Connection.place(of: sql), let statement = statementsByPlace[place],
      statement.sql.utf8.count == sql.utf8.count, !statement.inUse
    {
      statement.inUse = true
      return statement
    }
    if let statement = statements[sql], !statement.inUse {
      statement.inUse = true
      return statement
    }
    let statement = try prepare(sql)
    statement.inUse = true
    if statements[sql] == nil {
      if statements.count >= 300 {
        statements.removeAll()
        statementsByPlace.removeAll()
      }
      statements[sql] = statement
      if let place = Connection.place(of: sql) { statementsByPlace[place] = statement }
    }
    return statement
  }

  /// Nil for short texts, which lie in the variable itself.
  private static func place(of text: String) -> UnsafeRawPointer? {
    guard text.utf8.count > 15 else { return nil }
    return text.utf8.withContiguousStorageIfAvailable { UnsafeRawPointer($0.baseAddress) } ?? nil
  }

  func giveBack(_ statement: Statement) {
    statement.reset()
    statement.inUse = false
  }

  private func prepare(_ sql: String) throws -> Statement {
    try refuseAfterFailure()
    var prepared: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = sqlite3_prepare_v3(handle, sql, -1, flags, &prepared, nil)
    guard code == SQLITE_OK else { throw failure(code, preparing: sql) }
    guard let prepared else { throw SQLiteError(.misuse, sql: sql) }
    return Statement(handle: prepared, sql: sql, on: self)
  }

  /// Runs each statement of a script; nothing can be bound in it.
  package func executeScript(_ script: String) throws {
    try script.withCString { start in
      var rest: UnsafePointer<CChar>? = start
      while let text = rest, text.pointee != 0 {
        try refuseAfterFailure()
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, text, -1, &prepared, &rest)
        guard code == SQLITE_OK else {
          throw failure(code, preparing: String(cString: text))
        }
        guard let prepared else { continue }
        let sql = String(cString: sqlite3_sql(prepared))
        let statement = Statement(handle: prepared, sql: sql, on: self)
        while try statement.step() {}
      }
    }
  }

  /// The one value a pragma answers with, as text; nil when it answers nothing.
  package func pragma(_ sql: String) throws -> String? {
    let statement = try prepare(sql)
    guard try statement.step() else { return nil }
    return sqlite3_column_text(statement.handle, 0).map { String(cString: $0) }
  }

  /// A statement that cannot be prepared holds no values yet, so SQLite's own words may be told.
  private func failure(_ code: Int32, preparing sql: String) -> SQLiteError {
    let said = sqlite3_errmsg(handle).map { String(cString: $0) }
    let start = sql.drop { $0.isWhitespace }.prefix(200)
    let plain = failure(code, sql: String(start))
    return SQLiteError(plain.trouble, code: code, sql: plain.sql, column: plain.column ?? said)
  }

  /// Makes the error of a failed call and, inside a write, remembers the first.
  func failure(_ code: Int32, sql: String?) -> SQLiteError {
    let error = SQLiteError(code: code, on: handle, sql: sql)
    if isWriting, firstFailure == nil { firstFailure = error }
    return error
  }

  /// After a failure SQLite may have rolled back already: going on would commit half a change.
  func refuseAfterFailure() throws {
    if let firstFailure { throw firstFailure }
  }
}

// MARK: - Transactions

extension Connection {
  /// Shows the body one unchanging state of the file, and ends the look when it returns.
  package func read<Answer>(_ body: (Connection) throws -> Answer) throws -> Answer {
    try checkIdentity()
    try executeNow("BEGIN DEFERRED")
    do {
      let answer = try body(self)
      try executeNow("COMMIT")
      return answer
    } catch {
      if isInTransaction { try executeNow("ROLLBACK") }
      throw error
    }
  }

  /// The inside of a write; the gate must be held.
  ///
  /// When COMMIT itself fails, the `saveID` is named by `outcomeUnknown`.
  func writeInsideGate<Answer>(
    saveID: String?, _ body: (Connection) throws -> Answer
  ) throws -> Answer {
    try checkIdentity()
    try executeNow("BEGIN IMMEDIATE")
    isWriting = true
    // What was noted before belongs to a transaction that was undone.
    _ = takeChanges()
    defer {
      isWriting = false
      firstFailure = nil
    }
    do {
      try checkSchemaStep()
      let answer = try body(self)
      try refuseAfterFailure()
      guard isInTransaction else { throw SQLiteError(.misuse, sql: "COMMIT") }
      try commit(saveID: saveID)
      return answer
    } catch {
      firstFailure = nil
      if isInTransaction { try executeNow("ROLLBACK") }
      throw error
    }
  }

  /// Another session with a newer program may have upgraded the file meanwhile.
  private func checkSchemaStep() throws {
    guard let schemaStep else { return }
    let found = try first("PRAGMA user_version") { try $0.int(0) } ?? 0
    guard found == schemaStep else {
      throw SQLiteError(.newerFile(found: found, known: schemaStep))
    }
  }

  private func commit(saveID: String?) throws {
    do {
      try executeNow("COMMIT")
    } catch let error as SQLiteError {
      // A deferred foreign key refuses before anything is written.
      if error.trouble == .constraint || Connection.isWriteWithoutRoom(error) { throw error }
      guard let saveID else { throw error }
      throw SQLiteError(
        .outcomeUnknown(saveID: saveID), code: error.extendedCode, sql: "COMMIT",
        system: error.systemCode)
    }
  }

  /// A disk too full to take the save's last page has not taken the save.
  ///
  /// When flushing fails for want of room, the page may be there all the same.
  private static func isWriteWithoutRoom(_ error: SQLiteError) -> Bool {
    let writing = SQLITE_IOERR | (3 << 8)
    return error.trouble == .diskFull
      && (error.code == SQLITE_FULL || error.extendedCode == writing)
  }

  private func executeNow(_ sql: String) throws {
    let statement = try take(sql)
    defer { giveBack(statement) }
    while try statement.step() {}
  }
}
