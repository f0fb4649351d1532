import CaseStore
import Glibc

/// F1: sessions are killed at any instant, one or all, and others come in their places.
///
/// Half of them save what they have read before, with its version; each tells what it tried and what
/// it was told, and that is held against the trail afterwards.
struct KillTrial {
  private let plan: TrialPlan
  private let isControl: Bool
  private let records = 4
  /// Fewer saves than this say nothing.
  private let least = 50

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    let sizes = plan.isLarge ? [8, 50, 100] : [8]
    for size in sizes {
      result.add(
        try round(sessions: size, kills: plan.count(2_000 / sizes.count, least: 30), &chance))
    }
    return result
  }

  private func round(
    sessions size: Int, kills: Int, _ chance: inout Chance
  ) throws -> TrialResult {
    var result = TrialResult()
    let file = try TrialFile(workers: records)
    var sessions = try (0..<size).map { try session(on: file, $0, &chance) }
    var histories: [[Operation]] = []
    // On a slow computer sessions die before they have saved; then more of them are killed.
    var number = 0
    while number < kills || (number < kills * 20 && saves(histories, sessions) < least) {
      number += 1
      usleep(UInt32.random(in: 10_000...70_000, using: &chance))
      for session in sessions { session.listen() }
      let all = number % 20 == 0
      let victims = all ? Array(sessions.indices) : [Int.random(in: 0..<size, using: &chance)]
      for place in victims {
        histories.append(ended(sessions[place], &result))
        sessions[place] = try session(on: file, place, &chance)
      }
    }
    for session in sessions { histories.append(ended(session, &result)) }
    try look(at: file, histories, &result)
    return result
  }

  private func session(
    on file: TrialFile, _ number: Int, _ chance: inout Chance
  ) throws -> SessionProcess {
    var words = [
      WritingSession.command, file.path, "--label", "W-\(number)", "--records", "\(records)",
      "--seed", "\(chance.next() >> 1)",
    ]
    if number.isMultiple(of: 2) { words.append("--check-version") }
    if isControl { words.append("--boast") }
    return try SessionProcess(words)
  }

  private func ended(_ session: SessionProcess, _ result: inout TrialResult) -> [Operation] {
    session.kill()
    result.count("kills", 1)
    for complaint in session.complaints { result.complain(complaint) }
    return session.operations
  }

  private func look(
    at file: TrialFile, _ histories: [[Operation]], _ result: inout TrialResult
  ) throws {
    let all = histories.joined()
    let acknowledged = all.filter { $0.acknowledgedAt != nil }.count
    result.count("tried", all.count)
    result.count("acknowledged", acknowledged)
    for trouble in try file.troubles() { result.complain(trouble) }
    let store = try file.open()
    defer { store.close() }
    let trail = try store.read { try TrialRecords.trail(in: $0) }
    result.count("found", trail.count)
    result.count("unacknowledged, there", trail.count - acknowledged)
    for complaint in HistoryCheck(sessions: histories, trail: trail).complaints {
      result.complain(complaint)
    }
    if acknowledged < least { result.complain("only \(acknowledged) saves: nothing was tried") }
  }

  private func saves(_ histories: [[Operation]], _ sessions: [SessionProcess]) -> Int {
    histories.joined().count { $0.acknowledgedAt != nil }
      + sessions.map(\.acknowledged.count).reduce(0, +)
  }
}
