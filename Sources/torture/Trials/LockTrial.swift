import CaseStore
import Glibc
import SQLite

/// F8: a session stands still in the middle of a save, and a tool that does not know the gate holds
/// the file: others read on, those who save are told, and nothing is lost.
struct LockTrial {
  private let plan: TrialPlan
  private let isControl: Bool
  /// Who stands still, as the others are told.
  private let holder = "C.DENT"

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var result = TrialResult()
    // The control holds the file without the gate, and so nobody can say who it is.
    if isControl {
      try heldByTool(&result, namesWanted: true)
    } else {
      try heldBySession(&result)
      try heldByTool(&result, namesWanted: false)
    }
    return result
  }

  private func heldBySession(_ result: inout TrialResult) throws {
    let file = try TrialFile(workers: 4)
    let savers = try savers(on: file)
    let reader = try file.open(as: "reader")
    defer { reader.close() }
    let standing = try SessionProcess(file.path, "--label", holder, "--saves", "1", "--hold")
    guard standing.waits(for: "holding") else { return result.complain("nobody holds the gate") }
    standing.stop()
    for saver in savers { saver.say() }
    try readOn(reader, savers, &result)
    let named = Set(savers.map { $0.lines.contains { $0.contains("\(holder) (process ") } })
    if named != [true] { result.complain("a session that waited was not told who is saving") }
    standing.goOn()
    standing.say()
    if standing.finish() != 0 { result.complain("the save that stood still was not finished") }
    try goOn(savers, [standing], file, &result)
  }

  private func heldByTool(_ result: inout TrialResult, namesWanted: Bool) throws {
    let file = try TrialFile(workers: 4)
    let savers = try savers(on: file)
    let reader = try file.open(as: "reader")
    defer { reader.close() }
    let tool = try Connection(path: file.path, for: .writing)
    try tool.executeScript("BEGIN IMMEDIATE")
    for saver in savers { saver.say() }
    try readOn(reader, savers, &result)
    let isNamed = savers.contains { $0.lines.contains { $0.contains("\(holder) (process ") } }
    if namesWanted, !isNamed {
      result.complain("a session that waited was not told who is saving")
    }
    try tool.executeScript("ROLLBACK")
    try goOn(savers, [], file, &result)
  }

  private func savers(on file: TrialFile) throws -> [SessionProcess] {
    let savers = try (1...3).map { number in
      try SessionProcess(
        file.path, "--label", "W-\(number)", "--records", "4", "--seed", "\(number)", "--wait",
        "--patience", "0.3")
    }
    for saver in savers { _ = saver.waits(for: "ready") }
    return savers
  }

  /// Reads as long as the file is held, and until everybody who saves has been refused once.
  private func readOn(
    _ reader: StoreFile, _ savers: [SessionProcess], _ result: inout TrialResult
  ) throws {
    let end = MonotonicClock.nanoseconds() + UInt64(plan.seconds(60, least: 1) * 1e9)
    while MonotonicClock.nanoseconds() < end {
      _ = try reader.read { try TrialRecords.version(of: 1, in: $0) }
      result.count("reads meanwhile", 1)
      usleep(1_000)
    }
    for saver in savers where !saver.waits(for: "fail") {
      result.complain("a session was not refused: \(saver.complaints.joined(separator: "; "))")
    }
  }

  private func goOn(
    _ savers: [SessionProcess], _ others: [SessionProcess], _ file: TrialFile,
    _ result: inout TrialResult
  ) throws {
    for saver in savers where !saver.waits(for: "ok") {
      result.complain("a session did not go on")
    }
    for saver in savers { saver.kill() }
    for complaint in savers.flatMap(\.complaints) { result.complain(complaint) }
    let histories = (savers + others).map(\.operations)
    result.count("refused", savers.flatMap(\.lines).filter { $0.hasPrefix("fail") }.count)
    result.count("acknowledged", savers.map(\.acknowledged.count).reduce(0, +))
    let store = try file.open()
    defer { store.close() }
    let trail = try store.read { try TrialRecords.trail(in: $0) }
    for complaint in HistoryCheck(sessions: histories, trail: trail).complaints {
      result.complain(complaint)
    }
    for trouble in try file.troubles() { result.complain(trouble) }
  }
}
