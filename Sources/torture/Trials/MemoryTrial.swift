import SQLite

/// F5: opening, saving and leaving with no memory for SQLite at each of many points, once and from
/// then on; in a process of its own, because it takes over all of SQLite's memory.
struct MemoryTrial {
  /// The word that asks for the process.
  static let command = "memory"

  private let plan: TrialPlan
  private let isControl: Bool

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var words = [MemoryTrial.command, "\(plan.scale)", "\(plan.seed)"]
    if isControl { words.append("control") }
    let process = try SessionProcess(words)
    let code = process.finish()
    var result = TrialResult()
    for line in process.lines {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      switch parts.first {
      case "figure": result.count(parts[2], Int(parts[1]) ?? 0)
      default: result.complain(line)
      }
    }
    if code != 0 { result.complain("the process ended with \(code)") }
    return result
  }

  static func runAndLeave(_ arguments: [String]) -> Never {
    guard arguments.count >= 2, let scale = Double(arguments[0]), let seed = UInt64(arguments[1])
    else { ProcessPipes.leave(2) }
    guard FaultyMemory.install() else {
      ProcessPipes.writeLine("the memory of the trial could not be put in place")
      ProcessPipes.leave(1)
    }
    let trial = MemoryTrial(TrialPlan(scale: scale, seed: seed), arguments.last == "control")
    do {
      let result = try trial.runHere()
      for figure in result.figures {
        ProcessPipes.writeLine("figure \(figure.count) \(figure.name)")
      }
      for complaint in result.complaints { ProcessPipes.writeLine(complaint) }
    } catch {
      ProcessPipes.writeLine("the trial itself failed: \(error)")
      ProcessPipes.leave(1)
    }
    ProcessPipes.leave(0)
  }

  /// Every point at full size; eighty, chosen by chance, at the small one.
  private func runHere() throws -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    for forGood in isControl ? [false] : [false, true] {
      let loop = FaultLoop(
        saboteur: .memory, forGood: forGood, points: plan.isLarge ? nil : 40,
        isControl: isControl)
      result.add(try loop.run(try TrialFile(), &chance))
    }
    return result
  }
}
