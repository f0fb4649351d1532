import SQLite

/// What a fault and its control came to.
struct TrialReport {
  /// What the control, which has to fail, showed.
  enum Control: String {
    case failed = "failed, as it must"
    case blind = "BLIND: it found nothing wrong"
    case reported = "found nothing wrong (by luck, or SQLite has the fault no more)"
    case notAsked = "not asked for"
  }

  let fault: Fault
  let plan: TrialPlan
  let seconds: Double
  let result: TrialResult
  let control: Control
  let controlFigures: TrialResult?

  init(of fault: Fault, _ plan: TrialPlan, withControl: Bool) {
    self.fault = fault
    self.plan = plan
    let start = ContinuousClock.now
    result = TrialReport.tried(fault, plan, asControl: false)
    seconds = (ContinuousClock.now - start) / .seconds(1)
    guard withControl else {
      (control, controlFigures) = (.notAsked, nil)
      return
    }
    // Large enough to fail, and no larger.
    let small = TrialPlan(scale: min(plan.scale, 0.03), seed: plan.seed)
    let found = TrialReport.tried(fault, small, asControl: true)
    controlFigures = found
    control = found.total > 0 ? .failed : fault.controlMustFail ? .blind : .reported
  }

  private static func tried(
    _ fault: Fault, _ plan: TrialPlan, asControl: Bool
  ) -> TrialResult {
    do {
      return try fault.run(plan, asControl: asControl)
    } catch {
      var result = TrialResult()
      result.complain("the trial itself failed: \(error)")
      return result
    }
  }

  var isGood: Bool { result.total == 0 && control != .blind }

  var text: String {
    let figures = result.figures.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    var lines = [
      "\(fault.rawValue) \(fault.title): \(result.total == 0 ? "good" : "\(result.total) WRONG")"
        + " (\(Int(seconds)) s, scale \(plan.scale), seed \(plan.seed))",
      "   \(figures)", "   control, \(fault.control): \(control.rawValue)",
    ]
    if let found = controlFigures {
      lines.append("   \(found.figures.map { "\($0.count) \($0.name)" }.joined(separator: ", "))")
      if let words = found.complaints.first { lines.append("   such as: \(words)") }
    }
    return (lines + result.complaints.map { "   WRONG: \($0)" }).joined(separator: "\n")
  }

  /// One line.
  var json: String {
    let figures = result.figures.map { "\(quoted($0.name)):\($0.count)" }.joined(separator: ",")
    let complaints = result.complaints.map(quoted).joined(separator: ",")
    let first = controlFigures?.complaints.first.map(quoted) ?? "null"
    return "{\"fault\":\"\(fault.rawValue)\",\"title\":\(quoted(fault.title)),"
      + "\"good\":\(isGood),\"wrong\":\(result.total),\"scale\":\(plan.scale),"
      + "\"seed\":\(plan.seed),\"seconds\":\(Int(seconds)),\"figures\":{\(figures)},"
      + "\"complaints\":[\(complaints)],\"control\":\(quoted("\(control)")),"
      + "\"control_without\":\(quoted(fault.control)),\"control_found\":\(first)}"
  }

  private func quoted(_ text: String) -> String {
    let digits = Array("0123456789abcdef")
    let inside = text.unicodeScalars.map { letter in
      switch letter {
      case "\"", "\\": "\\\(letter)"
      case _ where letter.value < 0x20:
        "\\u00\(digits[Int(letter.value >> 4)])\(digits[Int(letter.value & 15)])"
      default: String(letter)
      }
    }
    return "\"" + inside.joined() + "\""
  }
}
