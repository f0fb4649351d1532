import CaseStore
import SQLite

/// Saves with SQLite alone, without what the store does around it: the controls of the trials.
///
/// It does not look whether the files are still those it opened, and takes the gate only when asked.
struct BareSession {
  private let plan: SessionPlan
  private let connection: Connection
  private let gate: WriterGate

  init(_ plan: SessionPlan) throws {
    self.plan = plan
    gate = try WriterGate(of: DatabaseFiles(path: plan.path))
    let path = plan.path
    connection = try gate.hold(as: plan.label) { try Connection(path: path, for: .writing) }
    // As small as in the trials that brought the fault to light.
    if !plan.isGated { try connection.executeScript("PRAGMA wal_autocheckpoint = 4") }
  }

  func run() throws {
    if plan.isLater { return try upgrade() }
    if let bytes = plan.fileLimit { try FileLimit.set(bytes) }
    ProcessPipes.writeLine("ready")
    var done = 0
    while done < plan.saves {
      guard plan.onlyCheckpoints ? try checkpoint() : try save() else { return }
      done += 1
    }
  }

  /// The steps that are missing, each statement for itself.
  private func upgrade() throws {
    let done = try connection.first("PRAGMA user_version") { try $0.int(0) } ?? 0
    let migrator = LaterVersion.migrator
    try gate.hold(as: plan.label) {
      for step in done..<migrator.migrations.count { try migrator.apply(step, to: connection) }
    }
    ProcessPipes.writeLine("ready")
  }

  private func checkpoint() throws -> Bool {
    try inTurn { _ = try connection.pragma("PRAGMA wal_checkpoint(PASSIVE)") }
    return true
  }

  private func save() throws -> Bool {
    let id = try RandomBytes.hex(16)
    guard say("invoke", id, "1 0") else { return false }
    try inTurn {
      if plan.isCareless {
        BareSave.makeCarelessly(id, on: connection)
      } else {
        try BareSave.make(id, on: connection)
      }
    }
    return say("ok", id, "0")
  }

  private func inTurn(_ body: () throws -> Void) throws {
    if plan.isGated {
      try gate.hold(as: plan.label, patience: plan.patience, body)
    } else {
      try body()
    }
  }

  private func say(_ word: String, _ id: String, _ rest: String) -> Bool {
    ProcessPipes.writeLine("\(word) \(id) \(MonotonicClock.nanoseconds()) \(rest)")
  }
}

/// The change of a trial, without the store.
enum BareSave {
  static func make(_ id: String, on connection: Connection) throws {
    try connection.executeScript("BEGIN IMMEDIATE")
    for step in steps(id) { try step(connection) }
    try connection.executeScript("COMMIT")
  }

  /// The same, going on after whatever fails, as no program should.
  static func makeCarelessly(_ id: String, on connection: Connection) {
    let all = [script("BEGIN IMMEDIATE")] + steps(id) + [script("COMMIT")]
    for step in all {
      do { try step(connection) } catch { continue }
    }
  }

  private typealias Step = (Connection) throws -> Void

  private static func script(_ sql: String) -> Step { { try $0.executeScript(sql) } }

  private static func steps(_ id: String) -> [Step] {
    [
      {
        try $0.execute(
          "INSERT INTO save (id, at, worker, outcome) VALUES (?, '2026-11-22T09:00:00Z', 1, 'saved')",
          id)
      },
      { try $0.execute("UPDATE worker SET revision = revision + 1 WHERE id = 1") },
      {
        try $0.execute(
          """
          INSERT INTO bank_holiday (date, name, struck_by, struck_at, struck_reason)
          VALUES ('2026-11-22', 'torture', 1, '2026-11-22T09:00:00Z', 'torture')
          """)
      },
    ]
  }
}
