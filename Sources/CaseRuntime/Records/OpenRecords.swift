package import CaseRules
package import CaseStore

/// A data file at work: open, checked, and with somebody to put every step down to.
package struct OpenRecords: Sendable {
  package let store: StoreFile
  /// Who is at work; nil until somebody has signed in.
  package internal(set) var who: SignedIn?
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
  /// The account of this computer.
  var account = ""
  /// The sign-in name that was given at the start.
  var askedName: String?
  /// What a password's hash costs here.
  var passwordCost = PasswordCost.ordinary
  /// Until the first screen has asked for it; nil where nobody is signed in.
  var early: EarlyAnswers?

  package var worker: Worker { who?.worker ?? .nobody }

  /// Where people show who they are.
  var desk: SignInDesk { SignInDesk(store, cost: demo == nil ? passwordCost : .cheap) }

  /// What rules are asked with now.
  package func context() throws -> RuleContext {
    try store.read { try $0.practice() }.context(at: clock.now(), for: worker)
  }

  /// Who makes the next change, and when.
  package func attribution(confirmed: Confirmation? = nil) throws -> Attribution {
    guard let who else { throw StoreError.notSignedIn }
    return try Attribution(by: who, at: clock.now(), confirmed: confirmed)
  }
}

extension OpenRecords {
  /// Opens the file and finds out who is at work.
  ///
  /// - Throws: `CommandFailure` with the sentence for whatever stands in the way.
  package static func open(_ plan: OpeningPlan) throws -> OpenRecords {
    try ComingRecords(plan).open()
  }

  static func open(
    _ plan: OpeningPlan, _ store: StoreFile,
    _ look: EarlyAnswer<Result<FirstLook, any Error>>
  ) throws -> OpenRecords {
    do {
      var records = try identify(plan, look.wait().get(), in: store)
      records.askedFolder = plan.exportFolder
      records.askedName = plan.name
      records.account = plan.account
      records.passwordCost = plan.passwordCost
      return records
    } catch {
      store.close()
      throw error
    }
  }

  private static func identify(
    _ plan: OpeningPlan, _ look: FirstLook, in store: StoreFile
  ) throws -> OpenRecords {
    let folder = PrivateFolder.parent(of: plan.path)
    if let demo = look.demo {
      try PrivateFolder.checkFolder(folder, for: .demo)
      try checkRole(plan, look.who)
      return OpenRecords(
        store: store, who: look.who, demo: demo, clock: plan.dayClock,
        notices: notices(of: store), practice: look.practice, early: look.early)
    }
    if plan.isForDemo {
      throw CommandFailure(
        "\(plan.path) holds real records; a demonstration goes into another file")
    }
    try PrivateFolder.checkFolder(folder, for: .records)
    if plan.day != nil {
      throw CommandFailure.usage("\(plan.path) holds real records: --today is for demonstrations")
    }
    guard look.hasWorkers else { return try welcomeFirst(plan, in: store) }
    return OpenRecords(
      store: store, who: look.who, demo: nil, clock: plan.clock, notices: notices(of: store),
      practice: look.practice, early: look.early)
  }

  private static func notices(of store: StoreFile) -> [String] {
    store.upgradeBackup.map {
      ["The data file was brought up to date; a copy of it as it was is \($0)"]
    } ?? []
  }

  private static func checkRole(_ plan: OpeningPlan, _ who: SignedIn?) throws {
    if plan.role == nil, let name = plan.name {
      let codes = Role.allCases.map(\.code).joined(separator: ", ")
      throw CommandFailure.usage("\"\(name)\" is no role. Roles are \(codes)")
    }
    let role = plan.role ?? .arw
    guard who != nil else {
      throw CommandFailure.usage(
        "Nobody in this demonstration works as \(role.titleInSentence) (\(role.code))")
    }
  }

  private static func welcomeFirst(
    _ plan: OpeningPlan, in store: StoreFile
  ) throws -> OpenRecords {
    let who = try FirstWorker.add(
      name: plan.account, role: .arw, account: plan.account, to: store, at: plan.clock.now())
    let welcome = "A new data file: you are \(who.worker.name), \(who.worker.role.titleInSentence)"
    return OpenRecords(
      store: store, who: who, demo: nil, clock: plan.clock,
      notices: notices(of: store) + [welcome],
      practice: try store.read { try $0.practice() })
  }
}
