import CaseRules
import SQLite

/// The writing side of an open file; lives on its own thread.
///
/// When the disk reports an error the connection is given up and the next save opens a new one: a
/// failed flush must not be tried again on the old one.
final class WritingSeat {
  /// How to open the file, now and again later.
  struct Plan: Sendable {
    let path: String
    let label: String
    let placement: DatabaseFiles.Placement
    /// Made when it is asked for: reading the schema comes first.
    let migrator: @Sendable () -> Migrator
    let patience: Double
    let workplace: Workplace?

    func open(_ missing: DataFile.Missing) throws -> (Writer, Migrator.Outcome) {
      let (writer, outcome) = try DataFile.open(
        path, as: label, migrator: migrator(), missing: missing, placement: placement,
        patience: patience)
      writer.connection.putUpGuardRails(appendOnly: ["audit"])
      writer.connection.watchChanges(of: SealedTable.names)
      return (writer, outcome)
    }
  }

  let opening: Migrator.Outcome
  private let plan: Plan
  private let desk: TrailDesk?
  private var writer: Writer?
  private var saves = 0

  init(_ plan: Plan, missing: DataFile.Missing) throws {
    self.plan = plan
    desk = plan.workplace.map(TrailDesk.init)
    (writer, opening) = try plan.open(missing)
  }

  /// For a file that is known to be current: it is opened for writing when that is first needed.
  init(ofCurrentFile plan: Plan) {
    self.plan = plan
    desk = plan.workplace.map(TrailDesk.init)
    opening = .current
  }

  /// One attributed change.
  ///
  /// When COMMIT fails the save is looked up, so the answer is the truth.
  func write<Answer>(
    _ attribution: Attribution, _ body: (WriteTransaction) throws -> Answer
  ) throws -> Answer {
    var answer: Answer?
    do {
      let saved = try openWriter().write(saveID: attribution.saveID.text) { connection in
        let transaction = WriteTransaction(connection, attribution, at: desk)
        try transaction.begin()
        let made = try body(transaction)
        try transaction.finish()
        answer = made
        return made
      }
      saves += 1
      return saved
    } catch let error as SQLiteError {
      giveUpAfter(error)
      guard case .outcomeUnknown = error.trouble else { throw error }
      guard try wasSaved(attribution.saveID, after: error), let answer else {
        throw notSaved(after: error)
      }
      return answer
    }
  }

  /// When it cannot be looked up either, it stays unclear, and the worker is told that.
  private func wasSaved(_ saveID: SaveID, after unclear: SQLiteError) throws -> Bool {
    do {
      return try settle(saveID)
    } catch is SQLiteError {
      writer = nil
      throw unclear
    }
  }

  /// Nothing that is sealed may be changed in passing.
  func keep<Answer>(_ body: (Connection) throws -> Answer) throws -> Answer {
    do {
      return try openWriter().write { connection in
        let answer = try body(connection)
        if connection.hasChanges { throw StoreError.notAudited }
        return answer
      }
    } catch let error as SQLiteError {
      giveUpAfter(error)
      throw error
    }
  }

  /// Whether the save is in the file, once and for all.
  ///
  /// One that is not found is marked as abandoned. The mark also writes over what a failed COMMIT
  /// may have left at the end of the `-wal` file, which a later crash could otherwise bring to life.
  func settle(_ saveID: SaveID) throws -> Bool {
    try openWriter().write { connection in
      let outcome = try connection.first("SELECT outcome FROM save WHERE id = ?", saveID) {
        try $0.text(0)
      }
      if let outcome { return outcome == "saved" }
      try connection.execute(
        """
        INSERT INTO save (id, at, worker, outcome)
        VALUES (?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 'abandoned')
        """, saveID)
      return false
    }
  }

  /// When a save has been answered: makes room in the `-wal` file for the next ones.
  ///
  /// Whoever saves a second time goes on working; a command that saves once leaves it be. What fails
  /// here has changed nothing, but a flush that failed must not be trusted with the next save.
  func makeRoom() {
    guard saves > 1, let writer else { return }
    do {
      try writer.makeRoom()
    } catch {
      if let error = error as? SQLiteError { giveUpAfter(error) }
    }
  }

  /// SQLite counts what other connections than the one that asks have committed.
  func foreignVersion() throws -> Int64 { try openWriter().connection.dataVersion() }

  /// The last one out leaves no deleted words in the `-wal` file.
  ///
  /// Others who still read keep it from being emptied, and they will do it in their turn; a full or
  /// failing disk changes nothing saved.
  func leave() {
    do { _ = try writer?.truncateWAL() } catch { writer = nil }
    writer = nil
  }

  private func openWriter() throws -> Writer {
    if let writer { return writer }
    let (opened, _) = try plan.open(.isRefused)
    writer = opened
    return opened
  }

  /// A replaced file is not opened again: the writer stays, and goes on refusing.
  private func giveUpAfter(_ error: SQLiteError) {
    switch error.trouble {
    case .inputOutput, .outcomeUnknown, .damaged, .notADatabase, .outOfMemory: writer = nil
    case .busy, .readOnly, .noPermission, .folderMissing, .fileMissing, .fileExists,
      .notAnOrdinaryFile, .unsafeFileSystem, .foreignFile, .newerFile, .differentHistory, .diskFull,
      .fileReplaced, .interrupted, .constraint, .unreadableValue, .closed, .settingRefused, .misuse:
      break
    }
  }

  /// It has been looked up: the save did not reach the file.
  private func notSaved(after error: SQLiteError) -> SQLiteError {
    let trouble: SQLiteError.Trouble = error.code == SQLiteCode.full ? .diskFull : .inputOutput
    return SQLiteError(trouble, code: error.extendedCode, sql: error.sql, system: error.systemCode)
  }
}

/// The result code of SQLite that is told apart here.
private enum SQLiteCode {
  static let full: Int32 = 13
}
