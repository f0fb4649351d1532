import CaseRules
import CaseStore
import Glibc

/// `demo`: the program on a record of invented people.
enum DemoCommand {
  static let command = Command(
    "demo", "open the program on a record of invented people",
    description: """
      Makes a data file of people who do not exist, with detentions, clients, appointments and \
      deadlines in every state, and opens it. The same seed makes the same people. Names are \
      invented, postcodes belong to no place, phone numbers are those kept for plays and films. Where \
      a decision asks for a password, everybody's is: \(DemoPassword.words).

      The demonstration is kept in the data folder under its own name and opened again next time, \
      so a form you left is still there; after a week it is made anew, unless it was named with \
      --data, and with --fresh at once. Real \
      records are never touched: a file that is no demonstration is refused.
      """,
    options: [
      Command.Option("--people", takes: "N", "How many people, up to 1000000; 300 if not said."),
      Command.Option("--seed", takes: "N", "Another number makes other people; 1 if not said."),
      Command.Option("--fresh", "Make it anew; what was done in the old one is gone."),
      Command.Option("--make-only", "Make the file, say where it is, and do not open it."),
    ] + ApplicationCommand.options,
    examples: [
      Command.Example("throughcare demo", "Look around as an arrest referral worker."),
      Command.Example("throughcare demo --as SUP", "The same record as its team leader."),
      Command.Example(
        "throughcare demo --people 1000000 --data big.db --make-only", "A file for measuring."),
    ],
    run: run)

  private static let mostPeople = 1_000_000
  /// A demonstration looks back from its day; much later everything in it is overdue.
  private static let daysFresh = 7

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let role = try invocation["--as"].map(RecordOptions.role)
    let day = try invocation["--today"].map(RecordOptions.day)
    let people = try RecordOptions.number(
      "--people", of: invocation, in: 1...mostPeople, otherwise: 300)
    let seed = try RecordOptions.number("--seed", of: invocation, in: 0...Int.max, otherwise: 1)
    let path =
      invocation["--data"]
      ?? console.surroundings.dataFolder + "/demo-\(people)-\(seed).db"
    let clock = day.map(Clock.on) ?? .real
    let maker = DemoMaker(people: people, seed: UInt64(seed), now: clock.now())
    var plan = OpeningPlan(
      path: path, missing: .refuse, account: console.surroundings.account, day: day)
    plan.isForDemo = true
    try FailureWords.during(path) {
      if !PrivateFolder.exists(path) { try make(maker, at: path, console) }
    }
    /// The same demonstration made anew, when the one that is there will not do.
    func renewed(_ records: OpenRecords) throws -> OpenRecords {
      do {
        if try isUsable(records, maker, invocation) { return records }
      } catch {
        records.store.close()
        throw error
      }
      records.store.close()
      for ending in FileFacts.endings { unlink(path + ending) }
      try FailureWords.during(path) { try make(maker, at: path, console) }
      return try OpenRecords.open(plan)
    }
    if invocation.has("--make-only") {
      try renewed(OpenRecords.open(plan)).store.close()
      try console.say(path)
      return .done
    }
    plan.role = role ?? .arw
    return try ApplicationCommand.work(on: plan, invocation, console, renewed: renewed)
  }

  // MARK: What is there already

  /// Whether the demonstration that is there can be worked on as it is.
  ///
  /// A file that was named is opened whatever it was made with, unless other people are asked for.
  private static func isUsable(
    _ records: OpenRecords, _ maker: DemoMaker, _ invocation: Invocation
  ) throws -> Bool {
    guard let mark = records.demo else { return false }
    let age = abs(maker.mark.day.days(since: mark.day))
    let isSame =
      (mark.seed == maker.mark.seed || !invocation.has("--seed"))
      && (mark.people == maker.mark.people || !invocation.has("--people"))
    // Somebody works on a file that they named; only what is asked for takes it away.
    let isKept = age <= daysFresh || invocation.has("--data")
    if isSame, isKept, !invocation.has("--fresh") { return true }
    if invocation.has("--data"), !isSame, !invocation.has("--fresh") {
      throw CommandFailure(
        "\(records.store.path) is another demonstration (\(mark.people) people, seed \(mark.seed)): "
          + "--fresh replaces it")
    }
    return false
  }

  // MARK: Making

  /// Made under another name first, so that what is there is always whole.
  private static func make(_ maker: DemoMaker, at path: String, _ console: Console) throws {
    try PrivateFolder.ensure(PrivateFolder.parent(of: path), for: .demo)
    let unfinished = path + ".making"
    for ending in FileFacts.endings { unlink(unfinished + ending) }
    do {
      let store = try StoreFile(creating: unfinished, as: console.surroundings.account)
      defer { store.close() }
      try fill(store, maker, console)
    } catch {
      for ending in FileFacts.endings { unlink(unfinished + ending) }
      if let trouble = error as? DemoTrouble {
        throw CommandFailure(
          "The demonstration broke a rule (\(trouble.form.text)): \(trouble.words)")
      }
      throw error
    }
    // What has not been copied into the database yet lies in the file beside it.
    for ending in ["-wal", ""] where PrivateFolder.exists(unfinished + ending) {
      guard rename(unfinished + ending, path + ending) == 0 else {
        throw SystemError("\(path) cannot be written")
      }
    }
    for ending in ["-shm", "-gate"] { unlink(unfinished + ending) }
  }

  private static func fill(_ store: StoreFile, _ maker: DemoMaker, _ console: Console) throws {
    var bar = ProgressBar("Inventing people", on: console.errors)
    let total = maker.mark.people
    try maker.make(in: store) { done in
      try bar.show(done: done, of: total, "\(done) of \(total)")
    }
    try bar.clear()
  }
}
