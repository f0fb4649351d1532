import CaseRules
import CaseStore
import SQLite

/// T6: somebody with another tool changes one thing somewhere, in eight ways; `verify` must find each.
struct TamperTrial {
  private enum Deed: CaseIterable {
    case entryChanged
    case entryRemoved
    case entryPutIn
    case entriesSwapped
    case endCutOff
    case recordChanged
    case recordPutBack
    case recordCopiedOverAnother
  }

  private let plan: TrialPlan
  private let isControl: Bool
  private let workers = 6
  private let saves = 40

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    let file = try TrialFile(workers: workers)
    let head = try history(in: file, &chance)
    let tool = try Connection(path: file.path, for: .writing)
    let guards = try tool.query(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('audit', 'worker')"
    ) { (name: try $0.text(0), sql: try $0.text(1)) }
    for deed in Deed.allCases {
      for _ in 0..<(plan.isLarge ? plan.count(1_000, least: 10) : 10) {
        try tool.executeScript("BEGIN IMMEDIATE")
        for guardian in guards { try tool.executeScript("DROP TRIGGER " + guardian.name) }
        let place = try act(deed, with: tool, &chance)
        for guardian in guards { try tool.executeScript(guardian.sql) }
        try look(tool, head, deed, place, &result)
        try tool.executeScript("ROLLBACK")
      }
    }
    for trouble in try file.troubles() { result.complain("afterwards: \(trouble)") }
    return result
  }

  /// Saves, and the head of the trail as it was kept elsewhere.
  private func history(in file: TrialFile, _ chance: inout Chance) throws -> TrailHead? {
    let store = try file.open()
    defer { store.close() }
    let who = try file.signedIn(store)
    for _ in 0..<saves {
      let record = Int64.random(in: 1...Int64(workers), using: &chance)
      _ = try store.write(try Attribution(by: who, at: TrialFile.now)) {
        try TrialRecords.change(record, seen: nil, in: $0)
      }
    }
    return try store.read { try $0.trailHead() }
  }

  /// Does it, and answers with the row that is concerned: an entry, or a worker.
  private func act(
    _ deed: Deed, with tool: Connection, _ chance: inout Chance
  ) throws -> Int64 {
    let last = try tool.first("SELECT max(seq) FROM audit") { try $0.int64(0) } ?? 0
    let entry = Int64.random(in: 2..<last, using: &chance)
    let worker = Int64.random(in: 1...Int64(workers), using: &chance)
    switch deed {
    case .entryChanged:
      try tool.execute("UPDATE audit SET worker = worker + 1 WHERE seq = ?", entry)
    case .entryRemoved: try tool.execute("DELETE FROM audit WHERE seq = ?", entry)
    case .entryPutIn:
      try tool.execute("UPDATE audit SET seq = -seq WHERE seq > ?", entry)
      try tool.execute("UPDATE audit SET seq = 1 - seq WHERE seq < 0")
      try tool.execute(TamperTrial.copyOfEntry, entry + 1, entry)
      return entry + 1
    case .entriesSwapped:
      try tool.execute("UPDATE audit SET seq = -1 WHERE seq = ?", entry)
      try tool.execute("UPDATE audit SET seq = ? WHERE seq = ?", entry, entry + 1)
      try tool.execute("UPDATE audit SET seq = ? WHERE seq = -1", entry + 1)
    case .endCutOff: try tool.execute("DELETE FROM audit WHERE seq > ?", entry)
    case .recordChanged:
      try tool.execute("UPDATE worker SET name = name || '.' WHERE id = ?", worker)
      return worker
    case .recordPutBack:
      try tool.execute("UPDATE worker SET revision = revision - 1 WHERE id = ?", worker)
      return worker
    case .recordCopiedOverAnother:
      try tool.execute(
        """
        UPDATE worker SET (name, role, team, agency, revision, salt)
          = (SELECT name, role, team, agency, revision, salt FROM worker WHERE id = ?)
        WHERE id = ?
        """, worker % Int64(workers) + 1, worker)
      return worker
    }
    return entry
  }

  private static let copyOfEntry = """
    INSERT INTO audit (seq, at, step, worker, role, kind, record_kind, record_id, save_id, prev, hash)
    SELECT ?, at, step, worker, role, kind, record_kind, record_id, save_id, prev, hash
    FROM audit WHERE seq = ?
    """

  private func look(
    _ tool: Connection, _ head: TrailHead?, _ deed: Deed, _ place: Int64,
    _ result: inout TrialResult
  ) throws {
    result.count("deeds", 1)
    if isControl {
      // What SQLite itself looks at; the one that finds nothing is what seals and chain are for.
      let verdict = try tool.query("PRAGMA integrity_check") { try $0.text(0) }
      if verdict == ["ok"] { result.complain("\(deed) at \(place) was not seen") }
      return
    }
    let found = try Verifier(anchors: head.map { [$0] } ?? []).run(in: tool)
    if found.isGood { result.complain("\(deed) at \(place) was not seen") }
    let isNamed = found.breaks.contains { $0.row == place || $0.entry == place }
    // Where the end was cut off there is no place left to name.
    if !isNamed, deed != .endCutOff {
      result.complain("\(deed) at \(place) was seen, but its place not named")
    }
  }
}
