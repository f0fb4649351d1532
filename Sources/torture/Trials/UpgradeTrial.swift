import CaseStore
import Glibc
import SQLite

/// F17: sessions are killed at any instant while they bring a file of an earlier version up to date.
///
/// The next start finishes what is missing, and every save of the earlier version is there.
struct UpgradeTrial {
  private let plan: TrialPlan
  private let isControl: Bool

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    var longest = try undisturbed()
    for _ in 0..<plan.count(300, least: 12) { try round(longest, &chance, &result) }
    // A computer that has become faster than it was when the time was taken: kill earlier.
    while killedHalfWay(result) == 0, longest > 500 {
      longest /= 2
      try round(longest, &chance, &result)
    }
    if killedHalfWay(result) == 0 {
      result.complain("no session was killed half way: nothing was tried")
    }
    return result
  }

  private func killedHalfWay(_ result: TrialResult) -> Int {
    result.figures.first { $0.name == "killed half way" }?.count ?? 0
  }

  /// In microseconds, from its start to where it is ready.
  private func undisturbed() throws -> UInt32 {
    let file = try TrialFile()
    let start = MonotonicClock.nanoseconds()
    let session = try session(on: file)
    _ = session.waits(for: "ready")
    return UInt32(min(2_000_000, (MonotonicClock.nanoseconds() - start) / 1_000))
  }

  private func session(on file: TrialFile) throws -> SessionProcess {
    try SessionProcess(
      [WritingSession.command, file.path, "--saves", "0", "--later"]
        + (isControl ? ["--bare", "--gated"] : []))
  }

  private func round(
    _ longest: UInt32, _ chance: inout Chance, _ result: inout TrialResult
  ) throws {
    let file = try TrialFile()
    let saves = try file.save(times: 5)
    for _ in 0..<Int.random(in: 1...3, using: &chance) {
      let session = try session(on: file)
      usleep(UInt32.random(in: longest / 4...max(1, longest), using: &chance))
      session.kill()
      result.count("kills", 1)
      if !session.lines.contains("ready") { result.count("killed half way", 1) }
      for complaint in session.complaints { result.complain(complaint) }
    }
    try look(at: file, saves, &result)
  }

  private func look(
    at file: TrialFile, _ saves: Set<String>, _ result: inout TrialResult
  ) throws {
    do {
      let store = try LaterVersion.open(file.path)
      defer { store.close() }
      let (ids, isWhole) = try store.read { try TrialRecords.saves(in: $0) }
      result.count("saves found", ids.intersection(saves).count)
      if !saves.isSubset(of: ids) || !isWhole { result.complain("a save is lost, or by halves") }
      if try !store.read({ try LaterVersion.isWhole(in: $0) }) {
        result.complain("a step is missing, or was done by halves or twice")
      }
    } catch let error as SQLiteError {
      result.complain("the file does not open: \(error.explanation)")
    }
  }
}
