import CaseStore
import Glibc

/// F6: four sessions save until there is no room, read on, and save on when there is room again.
struct FullDiskTrial {
  private let plan: TrialPlan
  private let isControl: Bool
  private let sessions = 4

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    for _ in 0..<plan.count(20, least: 1) {
      let limit = Int.random(in: 300_000...1_500_000, using: &chance)
      try round(limit, &result)
    }
    return result
  }

  private func round(_ limit: Int, _ result: inout TrialResult) throws {
    let file = try TrialFile(workers: sessions)
    let processes = try (0..<sessions).map { number in
      try SessionProcess(
        [
          WritingSession.command, file.path, "--label", "W-\(number)", "--records", "\(sessions)",
          "--seed", "\(number)", "--saves", "400", "--file-limit", "\(limit)",
        ] + (isControl ? ["--bare", "--careless", "--gated"] : []))
    }
    if !isControl {
      for process in processes where !process.waits(for: "full") {
        result.complain("a session met no end of the room: \(process.lines.suffix(2))")
      }
      for process in processes { process.say() }
    }
    for process in processes where process.finish() != 0 {
      result.complain("a session did not go on: \(process.complaints.joined(separator: "; "))")
    }
    try look(at: file, processes, &result)
  }

  private func look(
    at file: TrialFile, _ processes: [SessionProcess], _ result: inout TrialResult
  ) throws {
    let histories = processes.map(\.operations)
    let acknowledged = histories.joined().filter { $0.acknowledgedAt != nil }
    result.count("acknowledged", acknowledged.count)
    result.count("refused", histories.joined().filter { $0.acknowledgedAt == nil }.count)
    let store = try file.open()
    defer { store.close() }
    if isControl {
      let ids = try store.read { try TrialRecords.saves(in: $0) }.ids
      let lost = acknowledged.filter { !ids.contains($0.save) }.count
      if lost > 0 { result.complain("\(lost) saves lost") }
      return
    }
    let words = processes.flatMap(\.lines).filter { $0.hasPrefix("fail") }
    for line in words where !line.contains("The disk is full. Nothing was saved.") {
      result.complain("refused without the reason: \(line)")
    }
    let trail = try store.read { try TrialRecords.trail(in: $0) }
    for complaint in HistoryCheck(sessions: histories, trail: trail).complaints {
      result.complain(complaint)
    }
    for trouble in try file.troubles() { result.complain(trouble) }
  }
}
