/// F4: opening, saving and leaving with each call to the disk failing, once and from then on.
struct DiskErrorTrial {
  private let plan: TrialPlan
  private let isControl: Bool

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    guard FaultyDisk.isInstalled else {
      result.complain("the disk of the trial could not be put in place")
      return result
    }
    let ways = [(false, false), (true, false), (false, true), (true, true)]
    for (forGood, full) in isControl ? [ways[0]] : ways {
      let file = try TrialFile(named: "\(FaultyDisk.mark).db")
      let loop = FaultLoop(
        saboteur: .disk(full: full), forGood: forGood, points: nil, isControl: isControl)
      result.add(try loop.run(file, &chance))
    }
    return result
  }
}
