package import CaseRules
package import CaseStore

/// A data file at work: open, checked, and with somebody to put every step down to.
package struct OpenRecords: Sendable {
  package let store: StoreFile
  package let worker: Worker
  /// Set on a file of invented people.
  package let demo: DemoMark?
  package let clock: Clock
  /// What happened at opening that the worker should know, such as an upgrade.
  package let notices: [String]
  /// Where papers and lists that leave the program are written.
  package var exportFolder: String {
    askedFolder ?? PrivateFolder.parent(of: store.path) + "/exports"
  }
  /// nil: beside the data file.
  var askedFolder: String?
  /// Figures, holidays and lists as they were at opening.
  package let practice: Practice

  /// What rules are asked with now.
  package func context() throws -> RuleContext {
    try store.read { try $0.practice() }.context(at: clock.now(), for: worker)
  }

  /// Who makes the next change, and when.
  package func attribution(as worker: Worker? = nil) throws -> Attribution {
    let worker = worker ?? self.worker
    return try Attribution(by: worker.id, as: worker.role, at: clock.now())
  }
}

/// How a data file is to be opened.
package struct OpeningPlan: Sendable {
  /// What to do when there is none.
  package enum Missing: Sendable {
    case refuse
    case create
  }

  package var path: String
  package var missing: Missing
  /// The account of this computer, which says who is at work.
  package var account: String
  /// Demonstrations only: as which role.
  package var role: Role?
  /// Whether nothing but a demonstration will do.
  package var isForDemo = false
  /// Demonstrations only: on which day.
  package var day: CalendarDate?
  /// Where papers go; nil: beside the data file.
  package var exportFolder: String?
  package var clock = Clock.real
  /// Where the changes come from, for the trail.
  package var workplace: Workplace?

  package init(
    path: String, missing: Missing, account: String, role: Role? = nil, day: CalendarDate? = nil,
    exportFolder: String? = nil
  ) {
    self.exportFolder = exportFolder
    self.path = path
    self.missing = missing
    self.account = account
    self.role = role
    self.day = day
  }
}

extension OpenRecords {
  /// Opens the file and finds out who is at work.
  ///
  /// - Throws: `CommandFailure` with the sentence for whatever stands in the way.
  package static func open(_ plan: OpeningPlan) throws -> OpenRecords {
    try FailureWords.during(plan.path) { try openChecked(plan) }
  }

  private static func openChecked(_ plan: OpeningPlan) throws -> OpenRecords {
    let isThere = PrivateFolder.exists(plan.path)
    switch plan.missing {
    case .refuse where !isThere:
      throw CommandFailure("There is no data file \(plan.path)")
    case .create where !isThere:
      try PrivateFolder.ensure(PrivateFolder.parent(of: plan.path), for: .records)
    case .refuse, .create: try PrivateFolder.checkFile(plan.path)
    }
    let store =
      try isThere
      ? StoreFile(existing: plan.path, as: plan.account, at: plan.workplace)
      : StoreFile(creating: plan.path, as: plan.account, at: plan.workplace)
    do {
      var records = try identify(plan, in: store)
      records.askedFolder = plan.exportFolder
      return records
    } catch {
      store.close()
      throw error
    }
  }

  /// Everything the file is asked before anybody is let in, as one state of it.
  private struct FirstLook: Sendable {
    let demo: DemoMark?
    let workers: [WorkerRow]
    let practice: Practice

    init(_ records: Records) throws {
      demo = try records.demoMark()
      workers = try records.workers()
      practice = try records.practice()
    }
  }

  private static func identify(_ plan: OpeningPlan, in store: StoreFile) throws -> OpenRecords {
    let look = try store.read { try FirstLook($0) }
    let folder = PrivateFolder.parent(of: plan.path)
    if let demo = look.demo {
      try PrivateFolder.checkFolder(folder, for: .demo)
      return OpenRecords(
        store: store, worker: try demoWorker(plan.role ?? .arw, look.workers), demo: demo,
        clock: plan.day.map(Clock.on) ?? plan.clock, notices: notices(of: store),
        practice: look.practice)
    }
    if plan.isForDemo {
      throw CommandFailure(
        "\(plan.path) holds real records; a demonstration goes into another file")
    }
    try PrivateFolder.checkFolder(folder, for: .records)
    if plan.role != nil || plan.day != nil {
      throw CommandFailure.usage(
        "\(plan.path) holds real records: --as and --today are for demonstrations only")
    }
    if let worker = try realWorker(plan, look.workers) {
      return OpenRecords(
        store: store, worker: worker, demo: nil, clock: plan.clock, notices: notices(of: store),
        practice: look.practice)
    }
    return try welcomeFirst(plan, in: store)
  }

  private static func notices(of store: StoreFile) -> [String] {
    store.upgradeBackup.map {
      ["The data file was brought up to date; a copy of it as it was is \($0)"]
    } ?? []
  }

  private static func demoWorker(_ role: Role, _ workers: [WorkerRow]) throws -> Worker {
    let fitting = workers.map(\.worker).filter { $0.active && $0.role == role }
    guard let worker = fitting.min(by: { $0.id < $1.id }) else {
      throw CommandFailure.usage(
        "Nobody in this demonstration works as \(role.titleInSentence) (\(role.code))")
    }
    return worker
  }

  /// Until people sign in, the account of this computer says who they are; nil in a new file.
  private static func realWorker(
    _ plan: OpeningPlan, _ workers: [WorkerRow]
  ) throws -> Worker? {
    if workers.isEmpty { return nil }
    let mine = workers.first { $0.osAccount == plan.account && $0.worker.active }
    guard let mine else {
      throw CommandFailure(
        "The account \(plan.account) stands for nobody in \(plan.path). Ask a team leader or "
          + "administrator to add you with this account name")
    }
    return mine.worker
  }

  private static func welcomeFirst(
    _ plan: OpeningPlan, in store: StoreFile
  ) throws -> OpenRecords {
    let worker = try FirstWorker.add(
      name: plan.account, role: .arw, account: plan.account, to: store)
    let welcome = "A new data file: you are \(worker.name), \(worker.role.titleInSentence)"
    return OpenRecords(
      store: store, worker: worker, demo: nil, clock: plan.clock,
      notices: notices(of: store) + [welcome],
      practice: try store.read { try $0.practice() })
  }
}
