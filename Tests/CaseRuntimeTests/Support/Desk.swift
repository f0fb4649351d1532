import CaseRules
import CaseRuntime
import CaseScreens
import CaseStore
import FoundationEssentials
import StoreTestSupport
import Synchronization
import Testing
import TextScreen
import TestSupport

/// A desk with a data file of its own: workers sit down at it one after the other, and a clock in the
/// hand says what time it is for them.
///
/// One test uses it, one step after the other.
final class Desk: @unchecked Sendable {
  private let folder: TemporaryFolder
  private let watch = Watch()
  private let idle = PassingTime()
  private let rests = PassingTime()
  private var file = "first"

  init() throws { folder = try TemporaryFolder() }

  /// "02/10/2007 09:05".
  func clock(_ day: CalendarDate, _ hour: Int, _ minute: Int) {
    watch.set(Moment(local: day, ClockTime(minutesOfDay: hour * 60 + minute)))
  }

  // MARK: The program

  /// The whole program on a terminal of memory, from its start to its end; every key waits for the
  /// answers to the one before.
  func program(
    as account: String, name: String? = nil, data: String? = nil, role: Role? = nil,
    size: Size = Size(columns: 80, rows: 24), _ steps: [Step]
  ) throws {
    _ = try frames(as: account, name: name, data: data, role: role, size: size, steps)
  }

  /// The same, with every picture it showed.
  func pictures(
    as account: String, data: String, role: Role, size: Size, _ steps: [Step]
  ) throws
    -> [String]
  {
    try frames(as: account, name: nil, data: data, role: role, size: size, steps)
      .map { $0.text() }
  }

  private func frames(
    as account: String, name: String?, data: String?, role: Role?, size: Size, _ steps: [Step]
  ) throws -> [Frame] {
    let player = Player(steps) { [self] in try loseThePower() }
    player.pause = { [idle] in idle.pass(milliseconds: Int64($0) * 60_000) }
    player.rest = { [rests] in rests.pass(milliseconds: $0) }
    let terminal = FakeTerminal(size: size, idle: { player.next() })
    player.terminal = terminal
    var plan = OpeningPlan(
      path: data ?? path, missing: .refuse, account: account, role: role)
    plan.clock = clock
    plan.name = name
    plan.passwordCost = .cheap
    let records = try OpenRecords.open(plan)
    defer { records.store.close() }
    let looks = LiveLooks(
      files: LookFiles(folder: folder.path, actions: AppCommands.all), folder: folder.path,
      asked: LookChoices())
    let (idle, rests) = (idle, rests)
    try MainLoop(
      on: terminal, records: records, looks: looks, screen: .real, isPatient: true,
      idleClock: { idle.milliseconds },
      steadyClock: { SteadyClock.milliseconds() + rests.milliseconds }
    ).run()
    return terminal.frames
  }

  /// What a kill or a power cut leaves: the files as they are now, and no orderly end.
  private func loseThePower() throws {
    let left = "after-\(file)"
    try FileManager.default.createDirectory(
      atPath: folder.file(left), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.file(file))
    where !name.hasSuffix("-shm") {
      try FileManager.default.copyItem(
        atPath: folder.file(file) + "/" + name, toPath: folder.file(left) + "/" + name)
    }
    file = left
  }

  // MARK: Commands

  /// A command on this desk's file; its output when it went well.
  @discardableResult
  func run(
    as account: String, _ arguments: String..., input: String = "", refused: Bool = false,
    at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    try run(as: account, arguments, input: input, refused: refused, at: location)
  }

  @discardableResult
  func run(
    as account: String, _ arguments: [String], input: String = "", refused: Bool = false,
    password: String? = nil, canAsk: Bool = false, at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let run = try Run(
      arguments + ["--data", path], input: Array(input.utf8), in: folder, account: account,
      clock: clock, password: password, canAsk: canAsk)
    #expect(
      (run.code == .done) != refused, "\(run.output)\(run.errors)", sourceLocation: location)
    return refused ? run.errors : run.output
  }

  /// What the trail says of the first worker's doings, newest first.
  func trail() throws -> [AuditEntry] {
    let store = try StoreFile(existing: path, as: "T")
    defer { store.close() }
    return try store.read { try $0.auditEntries(by: WorkerID(1)) }
  }

  /// The forms a worker has begun and not saved.
  func drafts(of worker: WorkerID) throws -> [String] {
    let store = try StoreFile(existing: path, as: "T")
    defer { store.close() }
    return try store.read { try $0.drafts(of: worker).map(\.form.text) }
  }

  var path: String { folder.file(file) + "/casebook.db" }
  private var clock: Clock { Clock { [watch] in watch.now } }
}

/// Time that passes for a clock of the program without anybody waiting for it.
final class PassingTime: Sendable {
  private let time = Mutex(Int64(0))

  var milliseconds: Int64 { time.withLock { $0 } }
  func pass(milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}

/// What time it is, for everybody who looks.
private final class Watch: Sendable {
  private let time = Mutex(Moment(seconds: 0))

  var now: Moment { time.withLock { $0 } }
  func set(_ moment: Moment) { time.withLock { $0 = moment } }
}
