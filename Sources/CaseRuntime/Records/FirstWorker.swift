import CaseRules
import CaseStore

/// Puts the first worker and the first custody suites into a new data file.
enum FirstWorker {
  /// A suite to begin with: nobody can enter an arrival without one.
  struct Suite: Equatable {
    let code: String
    let name: String

    static let unnamed = Suite(code: "MAIN", name: "Custody suite")
  }

  static func add(
    name: String, role: Role, account: String, suites: [Suite] = [.unnamed], to store: StoreFile
  ) throws -> Worker {
    let first = WorkerID(1)
    let attribution = try Attribution(by: first, as: role, at: Clock.real.now())
    let worker = Worker(id: first, name: name, role: role)
    try store.write(attribution) { transaction in
      _ = try transaction.addWorker(worker, osAccount: account)
      for suite in suites {
        _ = try SuiteRecords.add(
          code: suite.code, name: suite.name, testsOnArrest: false, in: transaction)
      }
    }
    return worker
  }
}
