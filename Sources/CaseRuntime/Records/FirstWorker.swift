import CaseRules
import CaseStore

/// Puts the first worker into a new data file; everybody else is added by them.
enum FirstWorker {
  static func add(name: String, role: Role, account: String, to store: StoreFile) throws -> Worker {
    let first = WorkerID(1)
    let attribution = try Attribution(by: first, as: role, at: Clock.real.now())
    let worker = Worker(id: first, name: name, role: role)
    _ = try store.write(attribution) { try $0.addWorker(worker, osAccount: account) }
    return worker
  }
}
