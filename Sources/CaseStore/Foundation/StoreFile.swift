import CaseRules
package import SQLite

/// An open data file: one thread that writes, others that read, none of them the caller's.
///
/// Rooms extend it with their questions and events. Each call comes in two forms: with `then:` it
/// returns at once and answers on the store's thread; without, it waits, for the command line and
/// tests.
package final class StoreFile: Sendable {
  /// Which reading connection answers.
  package enum Lane: Sendable {
    /// Panes, Find and forms: nothing here may take long.
    case quick
    /// Reports, exports and searches over everything; a second connection, opened at first use.
    case long
  }

  package let path: String
  /// What opening had to do: create, nothing, or upgrade.
  package let opening: Migrator.Outcome
  private let writing: Confined<WritingSeat>
  private let reading: Confined<Connection>
  private let longReading = Guarded<Confined<Connection>?>(nil)
  private let isClosing = Guarded(false)
  private let placement: DatabaseFiles.Placement

  /// Opens a data file, and makes or upgrades it where needed.
  ///
  /// A file that needs neither is opened for reading only, so that the first question is answered as
  /// soon as can be; for writing it is opened at the first change. The label names this session to
  /// those who wait for it: a worker's initials, never a client's. Throws `SQLiteError`;
  /// `StoreWording` has the sentence for it.
  package convenience init(
    opening path: String, as label: String, missing: DataFile.Missing = .isCreated,
    placement: DatabaseFiles.Placement = .localOnly,
    migrator: @escaping @autoclosure @Sendable () -> Migrator = Schema.migrator,
    patience: Double = WriterGate.patience, workplace: Workplace? = nil
  ) throws {
    try self.init(
      ComingStore(
        WritingSeat.Plan(
          path: path, label: label, placement: placement, migrator: migrator, patience: patience,
          workplace: workplace),
        missing: missing, first: nil))
  }

  /// Waits for a file that is being opened; throws what `init(opening:)` throws.
  package init(_ coming: ComingStore) throws {
    let plan = coming.plan
    path = plan.path
    placement = plan.placement
    if try coming.isCurrent() {
      reading = coming.reader
      opening = .current
      writing = try Confined(starting: "store-write") { WritingSeat(ofCurrentFile: plan) }
      return
    }
    writing = try Confined(named: "store-write") {
      try WritingSeat(plan, missing: coming.missing)
    }
    do {
      opening = try writing.perform { $0.opening }
      reading = try StoreFile.startReader(path, placement, "store-read")
      try reading.ready()
      coming.ask(on: reading)
    } catch {
      writing.close()
      throw error
    }
  }

  private static func startReader(
    _ path: String, _ placement: DatabaseFiles.Placement, _ name: String
  ) throws -> Confined<Connection> {
    try Confined(starting: name) {
      try Connection(path: path, for: .reading, placement: placement)
    }
  }

  /// Finishes the saves handed in, stops the questions, and closes.
  ///
  /// Empties the `-wal` file if nobody else is reading from it.
  package func close() {
    isClosing.withLock { $0 = true }
    reading.close()
    let long = longReading.withLock { seat in
      defer { seat = nil }
      return seat
    }
    long?.close()
    writing.close { $0.leave() }
  }

  func lane(_ lane: Lane) throws -> Confined<Connection> {
    switch lane {
    case .quick: return reading
    case .long:
      return try longReading.withLock { seat in
        if let seat { return seat }
        let opened = try StoreFile.startReader(path, placement, "store-long")
        try opened.ready()
        seat = opened
        return opened
      }
    }
  }
}

// MARK: - Writing

extension StoreFile {
  /// Makes one change: gate, transaction, attribution, trail; answers on the writing thread.
  ///
  /// The body may run nothing slow and wait for nobody: everyone who saves waits for it.
  package func write<Answer: Sendable>(
    _ attribution: Attribution,
    _ body: @escaping @Sendable (WriteTransaction) throws -> Answer,
    then: @escaping @Sendable (Result<Answer, any Error>) -> Void
  ) {
    let accepted = writing.submit { seat in
      then(Result { try seat.write(attribution, body) })
      seat.makeRoom()
    }
    if !accepted { then(.failure(SQLiteError(.closed))) }
  }

  /// The same for a change that needs something made first, on the writing thread but outside the
  /// gate: a hash takes its time, and nobody else waits for it.
  func write<Ready: Sendable, Answer: Sendable>(
    _ attribution: Attribution, preparing: @escaping @Sendable () throws -> Ready,
    _ body: @escaping @Sendable (WriteTransaction, Ready) throws -> Answer,
    then: @escaping @Sendable (Result<Answer, any Error>) -> Void
  ) {
    let accepted = writing.submit { seat in
      then(
        Result {
          let ready = try preparing()
          return try seat.write(attribution) { try body($0, ready) }
        })
      seat.makeRoom()
    }
    if !accepted { then(.failure(SQLiteError(.closed))) }
  }

  func write<Ready: Sendable, Answer: Sendable>(
    _ attribution: Attribution, preparing: @escaping @Sendable () throws -> Ready,
    _ body: @escaping @Sendable (WriteTransaction, Ready) throws -> Answer
  ) throws -> Answer {
    try writing.perform { seat in
      let ready = try preparing()
      return try seat.write(attribution) { try body($0, ready) }
    } afterwards: {
      $0.makeRoom()
    }
  }

  /// Makes one change and waits for it.
  package func write<Answer: Sendable>(
    _ attribution: Attribution,
    _ body: @escaping @Sendable (WriteTransaction) throws -> Answer
  ) throws -> Answer {
    try writing.perform {
      try $0.write(attribution, body)
    } afterwards: {
      $0.makeRoom()
    }
  }

  /// For what is nobody's record yet, as a draft is: gate and transaction, no trail.
  func keep<Answer: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Answer,
    then: @escaping @Sendable (Result<Answer, any Error>) -> Void
  ) {
    let accepted = writing.submit { seat in then(Result { try seat.keep(body) }) }
    if !accepted { then(.failure(SQLiteError(.closed))) }
  }

  func keep<Answer: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Answer
  ) throws -> Answer {
    try writing.perform { try $0.keep(body) }
  }

  /// Whether a save is in the file, for one whose outcome was not clear.
  package func wasSaved(_ saveID: SaveID) throws -> Bool {
    try writing.perform { try $0.settle(saveID) }
  }
}

// MARK: - Reading

extension StoreFile {
  /// Asks a question; answers on the reading thread.
  ///
  /// Every question sees one state of the file, however many statements it takes.
  @discardableResult
  package func read<Answer: Sendable>(
    on lane: Lane = .quick,
    _ body: @escaping @Sendable (Connection) throws -> Answer,
    then: @escaping @Sendable (Result<Answer, any Error>) -> Void
  ) -> ReadTicket {
    let ticket = ReadTicket()
    do {
      let accepted = try self.lane(lane).submit { connection in
        then(Result { try self.answer(ticket, on: connection, body) })
      }
      if !accepted { then(.failure(SQLiteError(.closed))) }
    } catch {
      then(.failure(error))
    }
    return ticket
  }

  /// Asks a question and waits for the answer.
  package func read<Answer: Sendable>(
    on lane: Lane = .quick, _ body: @escaping @Sendable (Connection) throws -> Answer
  ) throws -> Answer {
    let ticket = ReadTicket()
    return try self.lane(lane).perform { try self.answer(ticket, on: $0, body) }
  }

  private func answer<Answer>(
    _ ticket: ReadTicket, on connection: Connection, _ body: (Connection) throws -> Answer
  ) throws -> Answer {
    let goesOn = { !ticket.isCancelled && !self.isClosing.withLock { $0 } }
    guard goesOn() else { throw SQLiteError(.interrupted) }
    return try connection.whileAsking(goesOn) { try connection.read(body) }
  }

  /// A number that changes when anybody has saved; ask about once a second while idle.
  package func dataVersion(then: @escaping @Sendable (Result<Int64, any Error>) -> Void) {
    let accepted = reading.submit { connection in then(Result { try connection.dataVersion() }) }
    if !accepted { then(.failure(SQLiteError(.closed))) }
  }

  /// A number that changes when another session has saved; this one's own saves leave it alone.
  package func foreignVersion(
    then: @escaping @Sendable (Result<Int64, any Error>) -> Void
  ) {
    let accepted = writing.submit { seat in then(Result { try seat.foreignVersion() }) }
    if !accepted { then(.failure(SQLiteError(.closed))) }
  }

  package func dataVersion() throws -> Int64 { try reading.perform { try $0.dataVersion() } }

  /// Who is saving now, for those who wait; nil when nobody is.
  package var holder: String? { WriterGate.holder(of: DatabaseFiles(path: path))?.label }
}
