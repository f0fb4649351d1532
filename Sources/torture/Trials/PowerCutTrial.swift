/// F2: everything asked of the disk is remembered in one order; then the power is cut at many
/// points, with any part of what had not been flushed on the disk, and the file is opened again.
struct PowerCutTrial {
  private let plan: TrialPlan
  private let isControl: Bool

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    try FaultyDisk.tried(plan) { result, chance in try run(&result, &chance) }
  }

  private func run(_ result: inout TrialResult, _ chance: inout Chance) throws {
    for sessions in [1, 3] {
      let recording = try PowerCutRecording(sessions: sessions, saves: 24, &chance)
      result.count("calls", recording.calls.count)
      try cut(recording, times: isControl ? 25 : plan.count(2_500, least: 60), &chance, &result)
    }
    // That a disk which only pretends to flush loses something has been shown by then.
    if isControl { return }
    let upgrade = try PowerCutRecording(ofUpgrade: 5)
    result.count("calls of an upgrade", upgrade.calls.count)
    try cut(upgrade, times: plan.count(1_000, least: 40), &chance, &result)
  }

  private func cut(
    _ recording: PowerCutRecording, times: Int, _ chance: inout Chance, _ result: inout TrialResult
  ) throws {
    var bad = 0
    for round in 0..<times {
      let cut = Int.random(in: 0...recording.calls.count, using: &chance)
      let (acknowledged, found) = try recording.restart(
        after: cut, keeping: PowerCutRecording.Keeping(round: round), flushesCount: !isControl,
        &chance)
      result.count("cuts", 1)
      guard let found else {
        bad += 1
        result.count("damaged", 1)
        complain("the file is damaged after a cut at call \(cut), round \(round)", &result)
        continue
      }
      let lost = acknowledged.subtracting(found).count
      result.count("lost", lost)
      guard lost > 0 else { continue }
      bad += 1
      complain("\(lost) saves lost by a cut at call \(cut), round \(round)", &result)
    }
    if isControl, bad * 2 > times { result.complain("\(bad) of \(times) cuts lost or damaged") }
  }

  /// The control must lose at more than half of the points, or it shows nothing.
  private func complain(_ words: String, _ result: inout TrialResult) {
    if !isControl { result.complain(words) }
  }
}
