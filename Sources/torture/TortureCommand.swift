/// `torture`: every fault at the size asked for, each with its control.
enum TortureCommand {
  static let usage = """
    usage: torture [FAULT...] [--scale S] [--seed N] [--format text|json] [--no-controls]

    Tries the records with faults: F1 F2 F3 F4 F5 F6 F8 F11 F12 F14 F17 T6; all of them if none is named.
    Each has a control in which what should protect the records is left out: a fault whose control
    finds nothing wrong is reported as blind.

      --scale S       1 is the full size (hours); 0.03 the small one (minutes), if not said
      --seed N        where chance begins; printed, so that a run can be made again
      --format json   one line of JSON for each fault
      --no-controls   without the controls

    Exit status: 0 all is good and no trial was blind, 1 something was found, 2 used wrongly.
    """

  private struct Order {
    var faults: [Fault] = []
    var plan: TrialPlan
    var isJSON = false
    var withControls = true
  }

  static func runAndLeave(_ arguments: [String]) -> Never {
    guard let order = order(arguments) else {
      ProcessPipes.writeLine(usage)
      ProcessPipes.leave(2)
    }
    var isGood = true
    for fault in order.faults {
      let report = TrialReport(of: fault, order.plan, withControl: order.withControls)
      ProcessPipes.writeLine(order.isJSON ? report.json : report.text)
      isGood = isGood && report.isGood
    }
    ProcessPipes.leave(isGood ? 0 : 1)
  }

  private static func order(_ arguments: [String]) -> Order? {
    var (scale, seed) = (0.03, UInt64.random(in: 0...999_999))
    var order = Order(plan: TrialPlan(scale: scale, seed: seed))
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--scale":
        guard let value = rest.popFirst().flatMap(Double.init), value > 0 else { return nil }
        scale = value
      case "--seed":
        guard let value = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        seed = value
      case "--format":
        guard let value = rest.popFirst(), ["text", "json"].contains(value) else { return nil }
        order.isJSON = value == "json"
      case "--no-controls": order.withControls = false
      default:
        guard let fault = Fault(rawValue: word.uppercased()) else { return nil }
        order.faults.append(fault)
      }
    }
    if order.faults.isEmpty { order.faults = Fault.allCases }
    order.plan = TrialPlan(scale: scale, seed: seed)
    return order
  }
}
