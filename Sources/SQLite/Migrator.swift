/// One named step of the schema; never edited once shipped.
package struct Migration: Sendable {
  package let name: String
  let apply: @Sendable (Connection) throws -> Void

  /// A step that is a script.
  package init(_ name: String, sql: String) {
    self.init(name) { try $0.executeScript(sql) }
  }

  /// A step that needs code.
  package init(_ name: String, apply: @escaping @Sendable (Connection) throws -> Void) {
    self.name = name
    self.apply = apply
  }
}

/// Brings a data file to the schema the program was built for.
package struct Migrator: Sendable {
  /// What there was to do.
  package enum Outcome: Equatable, Sendable {
    case created
    case current
    /// The file stood at a step; a copy of it as it was lies beside it.
    case upgraded(from: Int, backup: String)
  }

  /// Marks the files of this program.
  package let applicationID: Int32
  package let migrations: [Migration]

  package init(applicationID: Int32, migrations: [Migration]) {
    self.applicationID = applicationID
    self.migrations = migrations
  }

  /// Checks the file and applies the steps it lacks, each in one transaction.
  ///
  /// A new file gets all of them in one: killed in between, it is still a new file.
  /// Call with the gate held. A file of another program, of a newer one, or of one with other steps
  /// is left as it is.
  ///
  /// - Throws: `foreignFile`, `newerFile`, `differentHistory`, or what a step throws.
  package func run(on connection: Connection) throws -> Outcome {
    let applied = try appliedSteps(of: connection)
    let outcome = try bringUp(connection, from: applied)
    connection.schemaStep = migrations.count
    return outcome
  }

  private func bringUp(_ connection: Connection, from applied: Int) throws -> Outcome {
    if applied == migrations.count { return .current }
    if applied == 0 {
      try connection.writeInsideGate(saveID: nil) { connection in
        for step in migrations.indices { try apply(step, to: connection) }
      }
      return .created
    }
    let backup = try backUp(connection, at: applied)
    for step in applied..<migrations.count {
      try connection.writeInsideGate(saveID: nil) { try apply(step, to: $0) }
    }
    try checkReferences(connection)
    return .upgraded(from: applied, backup: backup)
  }

  /// Whether there is nothing to do; a file that `run` would refuse throws what `run` throws.
  func isCurrent(_ connection: Connection) throws -> Bool {
    try appliedSteps(of: connection) == migrations.count
  }

  private func appliedSteps(of connection: Connection) throws -> Int {
    let id = try connection.first("PRAGMA application_id") { try $0.int(0) } ?? 0
    let step = try connection.first("PRAGMA user_version") { try $0.int(0) } ?? 0
    if id == 0, step == 0, try !connection.exists("SELECT 1 FROM sqlite_schema") { return 0 }
    guard id == Int(applicationID), step > 0 else { throw SQLiteError(.foreignFile) }
    guard step <= migrations.count else {
      throw SQLiteError(.newerFile(found: step, known: migrations.count))
    }
    let names = try connection.query("SELECT name FROM migration ORDER BY step") { try $0.text(0) }
    for (found, known) in zip(names, migrations) where found != known.name {
      throw SQLiteError(.differentHistory(step: found))
    }
    return step
  }

  /// One step, in whatever transaction there is.
  package func apply(_ step: Int, to connection: Connection) throws {
    let migration = migrations[step]
    if step == 0 { try connection.executeScript(Migrator.ownTable) }
    try migration.apply(connection)
    try connection.execute(
      """
      INSERT INTO migration (step, name, applied_at)
      VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
      """, step + 1, migration.name)
    // A pragma takes no bound values; these are whole numbers of our own.
    try connection.executeScript(
      "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(step + 1);")
  }

  private static let ownTable = """
    CREATE TABLE migration (
      step       INTEGER PRIMARY KEY,  -- 1, 2, 3 ...; the last one is also the user_version
      name       TEXT NOT NULL UNIQUE, -- the step's name, never changed
      applied_at TEXT NOT NULL         -- when, UTC
    ) STRICT;
    """

  private func backUp(_ connection: Connection, at step: Int) throws -> String {
    let wanted = "\(connection.files.path)-before-step-\(step + 1)"
    var path = wanted
    var number = 1
    while DatabaseFiles(path: path).exists {
      number += 1
      path = "\(wanted)-\(number)"
    }
    try Backup.copy(connection, to: path)
    return path
  }

  private func checkReferences(_ connection: Connection) throws {
    let broken = try connection.first("PRAGMA foreign_key_check") { try $0.text(0) }
    if let broken { throw SQLiteError(.damaged, column: broken) }
  }
}
