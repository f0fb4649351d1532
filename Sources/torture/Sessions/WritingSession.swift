import CaseRules
import CaseStore
import SQLite

/// A session in a process of its own that saves as fast as it may, and tells of each save when it
/// begins and what became of it.
///
/// It is what the store is tried with: killed in the middle, stopped while it holds the gate, short
/// of room, a hundred of them at once.
struct WritingSession {
  /// The word that asks for it.
  static let command = "session"

  private let plan: SessionPlan
  private let store: StoreFile
  private var chance: Chance

  /// Writes `ready`; then for each save `invoke ID TIME RECORD SEEN` and one of `ok ID TIME VERSION`,
  /// `fail ID TIME WORDS` and `unknown ID TIME WORDS`; `error` and a sentence when it cannot go on.
  static func runAndLeave(_ arguments: [String]) -> Never {
    guard let plan = SessionPlan(arguments) else {
      ProcessPipes.writeLine("error usage")
      ProcessPipes.leave(2)
    }
    do {
      switch plan.way {
      case .careful, .boasting:
        var session = try WritingSession(plan)
        try session.run()
      case .bare: try BareSession(plan).run()
      }
    } catch {
      ProcessPipes.writeLine("error \(StoreWording.explanation(of: error))")
      ProcessPipes.leave(1)
    }
    ProcessPipes.leave(0)
  }

  private init(_ plan: SessionPlan) throws {
    self.plan = plan
    chance = Chance(seed: plan.seed)
    store = try StoreFile(
      opening: plan.path, as: plan.label, missing: plan.creates ? .isCreated : .isRefused,
      migrator: plan.isLater ? LaterVersion.migrator : Schema.migrator, patience: plan.patience)
  }

  private mutating func run() throws {
    ProcessPipes.writeLine("ready")
    defer { store.close() }
    if plan.saves == 0 { return }
    let who = try signedIn()
    if let bytes = plan.fileLimit { try FileLimit.set(bytes) }
    if plan.waits { _ = readLine() }
    var done = 0
    while done < plan.saves {
      if plan.goesOnUntilTold, ProcessPipes.isSpokenTo { break }
      guard try save(by: who) else { break }
      done += 1
    }
  }

  private func signedIn() throws -> SignedIn {
    let account = plan.account
    let who = try store.read {
      try SignedIn.byAccount(account, in: $0, try $0.settings().settings)
    }
    guard let who else { throw StoreError.notSignedIn }
    return who
  }

  /// False when nobody listens any more.
  private mutating func save(by who: SignedIn) throws -> Bool {
    let record = Int64.random(in: 1...plan.records, using: &chance)
    let seen = try store.read { try TrialRecords.version(of: record, in: $0) }
    let by = try Attribution(by: who, at: TrialFile.now)
    let (id, plan) = (by.saveID.text, plan)
    guard say("invoke", id, "\(record) \(seen)") else { return false }
    // The control of the kill trial: it says so before it is true.
    if plan.way == .boasting { say("ok", id, "0") }
    do {
      let version = try store.write(by) { transaction in
        if plan.holds {
          ProcessPipes.writeLine("holding")
          _ = readLine()
        }
        return try TrialRecords.change(
          record, seen: plan.checksVersion ? seen : nil, in: transaction)
      }
      return plan.way == .boasting || say("ok", id, "\(version)")
    } catch is ChangedElsewhere {
      return say("fail", id, "changed elsewhere")
    } catch let error as SQLiteError {
      return try tell(of: error, id)
    }
  }

  private func tell(of error: SQLiteError, _ id: String) throws -> Bool {
    switch error.trouble {
    case .outcomeUnknown: return say("unknown", id, error.explanation)
    case .busy: return say("fail", id, error.explanation)
    case .diskFull:
      guard say("fail", id, error.explanation), plan.fileLimit != nil else { throw error }
      return try goOnWithRoom()
    case .readOnly, .noPermission, .folderMissing, .fileMissing, .fileExists, .notAnOrdinaryFile,
      .unsafeFileSystem, .foreignFile, .newerFile, .differentHistory, .notADatabase, .damaged,
      .outOfMemory, .inputOutput, .fileReplaced, .interrupted, .constraint, .unreadableValue,
      .closed, .settingRefused, .misuse:
      say("fail", id, error.explanation)
      throw error
    }
  }

  /// While the disk is full one can still read; with room one can save again, without a new start.
  private func goOnWithRoom() throws -> Bool {
    _ = try store.read { try TrialRecords.version(of: 1, in: $0) }
    ProcessPipes.writeLine("full")
    guard readLine() != nil else { return false }
    try FileLimit.lift()
    return true
  }

  @discardableResult
  private func say(_ word: String, _ id: String, _ rest: String) -> Bool {
    ProcessPipes.writeLine("\(word) \(id) \(MonotonicClock.nanoseconds()) \(rest)")
  }
}
