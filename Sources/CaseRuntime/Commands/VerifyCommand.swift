import CaseRules
import CaseStore

/// `verify`: whether the file is what the program wrote.
enum VerifyCommand {
  static let command = Command(
    "verify", "show that nothing in the records was altered behind the trail's back",
    description: """
      Looks at the whole data file while others work, and changes nothing: the pages and indexes, the \
      tables and triggers against those of the program, the references, the trail entry by entry (its \
      hashes and numbers), every record against its seal on the trail, and what people are found by \
      against the people on file. The first places found are named: entry, table and row.

      It ends with the head of the trail: the number of the last entry and a hash that stands for all \
      of them. Keep heads where nobody who can write the data file can write. A trail that was cut \
      off, or written anew, is found by an older head and by nothing else.

      The result goes on the trail when the account of this computer is that of a worker.

      Exit status: 0 all is good, 1 something is not as it should be, 2 it could not be looked.
      """,
    operands: [],
    options: [
      Command.Option(
        "--anchor", takes: "FILE", repeats: true,
        "A file with heads that were printed before, among other words or alone."),
      Command.Option(
        "--since", takes: "HEAD",
        "Follow only what came after this head, and records changed since; for every night."),
      Command.Option(
        "--print-anchor", "Print nothing but the head, and only when all is good."),
      RecordOptions.data,
    ],
    examples: [
      Command.Example("throughcare verify", "Everything."),
      Command.Example(
        "throughcare verify --print-anchor >> /elsewhere/heads", "Keep today's head elsewhere."),
      Command.Example(
        "throughcare verify --anchor /elsewhere/heads", "Everything, and all heads kept so far."),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = RecordOptions.path(invocation, console)
    do {
      var verifier = Verifier(anchors: try anchors(in: invocation.all("--anchor")))
      verifier.since = try invocation["--since"].map(head)
      guard PrivateFolder.exists(path) else {
        throw CommandFailure.usage("There is no data file \(path)")
      }
      let store = try StoreFile(
        existing: path, as: console.surroundings.account,
        at: .here(console.surroundings, clock: console.clock))
      defer { store.close() }
      let look = try store.read(on: .long) { [verifier] in try verifier.run(in: $0) }
      let printsAnchor = invocation.has("--print-anchor")
      try report(look, path, printsAnchor, console)
      try note(look, in: store, console)
      return look.isGood ? .done : .foundWrong
    } catch let failure as CommandFailure {
      throw CommandFailure.usage(failure.words)
    } catch let error as SystemError {
      throw CommandFailure.usage(error.words)
    } catch {
      let words = "\(path): \(StoreWording.explanation(of: error))"
      // A file that is no longer one of ours has been looked at, and is broken.
      throw CommandFailure(words, status: Verifier.isBroken(error) ? .foundWrong : .usedWrongly)
    }
  }

  // MARK: What is asked

  private static func head(_ text: String) throws -> TrailHead {
    if let head = TrailHead(text) { return head }
    throw CommandFailure.usage(
      "\"\(text)\" is no head; it is a number, a dash and 64 hexadecimal digits")
  }

  /// Every word of the files that is a head.
  private static func anchors(in files: [String]) throws -> [TrailHead] {
    try files.flatMap { file in
      let text = String(
        decoding: try FileHandle(reading: file).readAll(limit: 10_000_000), as: UTF8.self)
      let heads = text.split(whereSeparator: \.isWhitespace).compactMap { TrailHead($0) }
      guard !heads.isEmpty else { throw CommandFailure.usage("There is no head in \(file)") }
      return heads
    }
  }

  // MARK: What is answered

  private static func report(
    _ look: Verification, _ path: String, _ printsAnchor: Bool, _ console: Console
  ) throws {
    if printsAnchor, look.isGood {
      if let head = look.head { try console.say(head.text) }
      return
    }
    for found in look.breaks { try console.say("BROKEN: \(found.display)") }
    for (check, count) in look.counts.sorted(by: { $0.key < $1.key }) {
      try console.say("\(Digits.counted(count, "break")) in the \(check.words)")
    }
    for note in look.notes { try console.say("Note: \(note)") }
    try console.say(
      "Looked at \(Digits.counted(look.entries, "entry", "entries")), "
        + "\(Digits.counted(look.records, "record")) and "
        + "\(Digits.counted(look.people, "person", "people")) of \(path): "
        + (look.isGood ? "all is good" : "it is broken"))
    if let head = look.head { try console.say("Head \(head.text)") }
  }

  /// The look itself goes on the trail, where somebody can be named for it.
  private static func note(
    _ look: Verification, in store: StoreFile, _ console: Console
  ) throws {
    let account = console.surroundings.account
    let who = try store.read {
      try SignedIn.byAccount(account, in: $0, try $0.settings().settings)
    }
    guard let who else { return }
    try store.write(try Attribution(by: who, at: console.clock.now())) {
      try $0.noteVerification(look)
    }
  }
}
