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

  /// How the first worker signs in.
  enum Password: Sendable {
    case oneTime(FreshPassword)
    case chosen(ChosenPassword)
  }

  /// The worker and whoever else is needed for a start; `password` is theirs, made beforehand.
  static func add(
    name: String, role: Role, account: String?, suites: [Suite] = [.unnamed],
    password: Password? = nil, to store: StoreFile, at now: Moment
  ) throws -> SignedIn {
    let worker = Worker(id: WorkerID(1), name: name, role: role)
    let who = try store.read { try SignedIn.founder(worker, of: $0) }
    try store.write(try Attribution(by: who, at: now)) { transaction in
      _ = try transaction.addWorker(worker, osAccount: account)
      for suite in suites {
        _ = try SuiteRecords.add(
          code: suite.code, name: suite.name, testsOnArrest: false, in: transaction)
      }
      switch password {
      case .oneTime(let fresh): try transaction.handOut(fresh, to: worker.id)
      case .chosen(let chosen): try transaction.keep(chosen, of: worker.id)
      case nil: break
      }
    }
    return who
  }
}
