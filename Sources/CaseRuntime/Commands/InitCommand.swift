import CaseRules
import CaseStore

/// `init`: a new, empty data file with its first worker.
enum InitCommand {
  static let command = Command(
    "init", "make a new, empty data file with its first administrator",
    description: """
      Makes the data file (mode 0600) and its folder (0700) and writes the first worker into it: \
      an administrator, under the name of your account or the one the options give. At a terminal \
      it asks for their password; elsewhere it prints a one-time password, once.

      The administrator adds everybody else, inside the program or with: throughcare worker add

      Somebody who works alone needs none of this: starting the program without a data file makes \
      one, with you as arrest referral worker.
      """,
    options: [
      Command.Option(
        "--name", takes: "NAME", "The worker's full name; your account name if not said."),
      Command.Option("--role", takes: "ROLE", "ADM if not said; ARW, CJIT, SUP ..."),
      Command.Option(
        "--account", takes: "ACCOUNT",
        "The account of this computer that stands for the worker; yours if not said, empty for none."
      ),
      Command.Option(
        "--suite", takes: "CODE=NAME", repeats: true,
        "A custody suite to begin with; \"MAIN=Custody suite\" if none is said."),
      RecordOptions.data,
    ],
    examples: [
      Command.Example(
        "throughcare init --name \"Jo Field\"", "A data file whose administrator is Jo Field."),
      Command.Example(
        "throughcare init --name \"Jo Field\" --account \"\"",
        "The same on a shared host, where no account opens the program by itself."),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = RecordOptions.path(invocation, console)
    let role = try invocation["--role"].map(RecordOptions.role) ?? .adm
    let account = invocation["--account"] ?? console.surroundings.account
    let name = (invocation["--name"] ?? console.surroundings.account).trimmed
    if name.isEmpty { throw CommandFailure.usage("--name is empty") }
    if PrivateFolder.exists(path) {
      throw CommandFailure("There is a file \(path) already; it is left as it is")
    }
    let first = First(
      name: name, role: role, account: account.isEmpty ? nil : account,
      suites: try suites(invocation))
    try make(path, first, console)
    return .done
  }

  private struct First {
    let name: String
    let role: Role
    let account: String?
    let suites: [FirstWorker.Suite]
  }

  private static func suites(_ invocation: Invocation) throws -> [FirstWorker.Suite] {
    let named = try invocation.all("--suite").map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, (1...12).contains(parts[0].count), !parts[1].isEmpty else {
        throw CommandFailure.usage(
          "--suite is written CODE=NAME, with a code of at most 12 characters")
      }
      return FirstWorker.Suite(code: parts[0], name: parts[1])
    }
    return named.isEmpty ? [.unnamed] : named
  }

  private static func make(_ path: String, _ first: First, _ console: Console) throws {
    try FailureWords.during(path) {
      let asked = try console.canAsk ? PasswordPrompt.choose(for: first.name, console) : nil
      try PrivateFolder.ensure(PrivateFolder.parent(of: path), for: .records)
      let store = try StoreFile(creating: path, as: console.surroundings.account)
      defer { store.close() }
      let desk = SignInDesk(store, cost: console.passwordCost)
      let password: FirstWorker.Password =
        if let asked { .chosen(try desk.chosen(asked, for: [first.name]).get()) } else {
          .oneTime(try desk.freshPassword())
        }
      let who = try FirstWorker.add(
        name: first.name, role: first.role, account: first.account, suites: first.suites,
        password: password, to: store, at: console.clock.now())
      try SpaceReserve(of: path).set()
      try console.say("Made \(path) for \(first.name), \(first.role.titleInSentence)")
      try console.say(
        "Sign-in name: \(try store.read { try $0.worker(who.worker.id)?.signIn ?? "" })")
      if case .oneTime(let fresh) = password {
        try console.say("One-time password, shown this once: \(fresh.words)")
      }
    }
  }
}
