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
  /// Whether the first screen comes next.
  package var isForScreen = false
  /// Who wants to sign in, by their sign-in name.
  package var name: String?
  /// Demonstrations only: on which day.
  package var day: CalendarDate?
  /// Where papers go; nil: beside the data file.
  package var exportFolder: String?
  package var clock = Clock.real
  /// Where the changes come from, for the trail.
  package var workplace: Workplace?
  package var passwordCost = PasswordCost.ordinary

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

extension OpeningPlan {
  var dayClock: Clock { day.map(Clock.on) ?? clock }

  var forScreen: OpeningPlan {
    var plan = self
    plan.isForScreen = true
    return plan
  }
}

/// Records that are being opened, while the caller does something else.
package struct ComingRecords: Sendable {
  private let plan: OpeningPlan
  private let store: ComingStore
  private let early = EarlyAnswers()

  /// Begins to open the file, and returns at once.
  ///
  /// - Throws: `CommandFailure` with the sentence for whatever stands in the way.
  package init(_ plan: OpeningPlan) throws {
    self.plan = plan
    store = try FailureWords.during(plan.path) { [early] in
      let isThere = PrivateFolder.exists(plan.path)
      switch plan.missing {
      case .refuse where !isThere:
        throw CommandFailure("There is no data file \(plan.path)")
      case .create where !isThere:
        try PrivateFolder.ensure(PrivateFolder.parent(of: plan.path), for: .records)
      case .refuse, .create: try PrivateFolder.checkFile(plan.path)
      }
      return try ComingStore(
        plan.path, as: plan.account, isMade: !isThere, at: plan.workplace
      ) { early.come(from: $0, for: plan) }
    }
  }

  /// Waits for the file and for who is at work; throws what `init` throws.
  package func open() throws -> OpenRecords {
    try FailureWords.during(plan.path) {
      try OpenRecords.open(plan, StoreFile(store), early)
    }
  }
}

extension OpenRecords {
  /// Opens the file and finds out who is at work.
  ///
  /// - Throws: `CommandFailure` with the sentence for whatever stands in the way.
  package static func open(_ plan: OpeningPlan) throws -> OpenRecords {
    try ComingRecords(plan).open()
  }

  fileprivate static func open(
    _ plan: OpeningPlan, _ store: StoreFile, _ early: EarlyAnswers
  ) throws -> OpenRecords {
    do {
      var records = try identify(plan, early, in: store)
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
    _ plan: OpeningPlan, _ early: EarlyAnswers, in store: StoreFile
  ) throws -> OpenRecords {
    let look = try early.look.wait().get()
    let isAwaited = plan.isForScreen && look.who != nil
    let folder = PrivateFolder.parent(of: plan.path)
    if let demo = look.demo {
      try PrivateFolder.checkFolder(folder, for: .demo)
      try checkRole(plan, look.who)
      return OpenRecords(
        store: store, who: look.who, demo: demo, clock: plan.dayClock,
        notices: notices(of: store), practice: look.practice, early: isAwaited ? early : nil)
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
      practice: look.practice, early: isAwaited ? early : nil)
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
