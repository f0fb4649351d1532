/// F4: opening, saving and leaving with each call to the disk failing, once and from then on.
struct DiskErrorTrial {
  private let plan: TrialPlan
  private let isControl: Bool

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    try FaultyDisk.tried(plan) { result, chance in try run(&result, &chance) }
  }

  private func run(_ result: inout TrialResult, _ chance: inout Chance) throws {
    let ways = [(false, false), (true, false), (false, true), (true, true)]
    for (forGood, full) in isControl ? [ways[0]] : ways {
      let file = try TrialFile(named: "\(FaultyDisk.mark).db")
      let loop = FaultLoop(
        saboteur: .disk(full: full), forGood: forGood, points: nil, isControl: isControl)
      result.add(try loop.run(file, &chance))
    }
  }
}
