import CaseRules
import SQLite

/// A session that saves as fast as it may and says so after each save.
///
/// Run as a process of its own it is what the store is tried with: killed in the middle, stopped
/// while it holds the gate, a hundred of them at once.
package enum StoreExercise {
  /// The word that asks `throughcare` for it.
  package static let command = "store-exercise"

  private struct Plan {
    var path = ""
    var label = "exercise"
    var saves = Int.max
    var seconds = Double.infinity
    var holds = false
    var waits = false
    var creates = false
  }

  /// Does what the arguments after the command say and ends the process: 0 done, 1 an error.
  ///
  /// `PATH --label L --saves N --seconds S --create --wait --hold`; `--create` makes a missing
  /// file, `--wait` waits for a line on standard input before the first save, `--hold` for one
  /// inside it. Writes `ready`, then the id of each save *after* it was acknowledged, or `error`
  /// and the sentence a worker would see.
  package static func runAndLeave(_ arguments: some Sequence<String>) -> Never {
    guard let plan = plan(Array(arguments)) else {
      ProcessPipes.writeLine("error usage")
      ProcessPipes.leave(2)
    }
    do {
      try run(plan)
    } catch {
      ProcessPipes.writeLine("error \(StoreWording.explanation(of: error))")
      ProcessPipes.leave(1)
    }
    ProcessPipes.leave(0)
  }

  private static func plan(_ arguments: [String]) -> Plan? {
    var plan = Plan()
    var rest = arguments[...]
    guard let path = rest.popFirst() else { return nil }
    plan.path = path
    while let option = rest.popFirst() {
      switch option {
      case "--hold": plan.holds = true
      case "--wait": plan.waits = true
      case "--create": plan.creates = true
      default:
        guard let value = rest.popFirst(), take(value, for: option, into: &plan) else { return nil }
      }
    }
    return plan
  }

  private static func take(_ value: String, for option: String, into plan: inout Plan) -> Bool {
    switch option {
    case "--label": plan.label = value
    case "--saves":
      guard let saves = Int(value) else { return false }
      plan.saves = saves
    case "--seconds":
      guard let seconds = Double(value) else { return false }
      plan.seconds = seconds
    default: return false
    }
    return true
  }

  private static func run(_ plan: Plan) throws {
    let store = try StoreFile(
      opening: plan.path, as: plan.label, missing: plan.creates ? .isCreated : .isRefused)
    ProcessPipes.writeLine("ready")
    if plan.waits { _ = readLine() }
    let clock = ContinuousClock()
    let end = plan.seconds.isFinite ? clock.now.advanced(by: .seconds(plan.seconds)) : nil
    var done = 0
    while done < plan.saves {
      if let end, clock.now >= end { break }
      let saved = try save(in: store, holding: plan.holds)
      guard ProcessPipes.writeLine(saved.text) else { break }
      done += 1
    }
    store.close()
  }

  /// Changes three tables, so that half a save would show.
  private static func save(in store: StoreFile, holding: Bool) throws -> SaveID {
    let worker = WorkerID(1)
    let by = try Attribution(by: worker, as: .adm, at: Moment(seconds: 1_795_338_000))
    try store.write(by) { transaction in
      if holding {
        ProcessPipes.writeLine("holding")
        _ = readLine()
      }
      try transaction.connection.execute(
        "UPDATE worker SET revision = revision + 1 WHERE id = ?", worker)
      try transaction.connection.execute(
        "INSERT INTO bank_holiday (date, name, struck_by, struck_at, struck_reason) "
          + "VALUES ('2026-11-22', 'exercise', ?, ?, 'exercise')", worker, by.at)
      try transaction.audit(AuditEvent(.workerChanged, record: AuditedRecord(worker.ref)))
    }
    return by.saveID
  }
}
