import CaseStore
import Glibc

/// F3: six sessions save while two others make checkpoints without end.
///
/// Without the gate some versions of SQLite damage a file by it.
struct CheckpointTrial {
  private let plan: TrialPlan
  private let isControl: Bool

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var result = TrialResult()
    let file = try TrialFile(workers: 6, under: CheckpointTrial.memoryFolder)
    let gate = isControl ? [] : ["--gated"]
    let sessions = try (0..<6).map { number in
      try SessionProcess(
        [WritingSession.command, file.path, "--label", "W-\(number)"]
          + (isControl ? ["--bare"] : ["--records", "6", "--seed", "\(number)"]))
    }
    let checkpoints = try (0..<2).map { _ in
      try SessionProcess([WritingSession.command, file.path, "--bare", "--checkpoints"] + gate)
    }
    let end = MonotonicClock.nanoseconds() + UInt64(plan.seconds(300, least: 4) * 1e9)
    while MonotonicClock.nanoseconds() < end {
      usleep(20_000)
      for session in sessions { session.listen() }
    }
    for session in sessions where !isControl { _ = session.waits(for: "ok ", times: 10) }
    for session in checkpoints { session.kill() }
    for session in sessions + checkpoints {
      session.kill()
      for complaint in session.complaints { result.complain(complaint) }
    }
    try look(at: file, sessions.map(\.operations), &result)
    return result
  }

  /// Where syncing costs nothing the most happens at one instant.
  private static var memoryFolder: String { access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp" }

  private func look(
    at file: TrialFile, _ histories: [[Operation]], _ result: inout TrialResult
  ) throws {
    let acknowledged = Set(histories.joined().filter { $0.acknowledgedAt != nil }.map(\.save))
    result.count("acknowledged", acknowledged.count)
    if isControl { return lookAtBareSaves(in: file, acknowledged, &result) }
    for trouble in try file.troubles() { result.complain(trouble) }
    let store = try file.open()
    defer { store.close() }
    let trail = try store.read { try TrialRecords.trail(in: $0) }
    for complaint in HistoryCheck(sessions: histories, trail: trail).complaints {
      result.complain(complaint)
    }
    if acknowledged.count < 50 { result.complain("only \(acknowledged.count) saves") }
  }

  private func lookAtBareSaves(
    in file: TrialFile, _ acknowledged: Set<String>, _ result: inout TrialResult
  ) {
    do {
      let store = try file.open()
      defer { store.close() }
      let (ids, isWhole) = try store.read { try TrialRecords.saves(in: $0) }
      let lost = acknowledged.subtracting(ids).count
      if lost > 0 { result.complain("\(lost) saves lost") }
      if !isWhole { result.complain("the file is damaged") }
    } catch {
      result.complain("the file does not open: \(StoreWording.explanation(of: error))")
    }
  }
}
