import CaseRules
import CaseStore

/// `init`: a new, empty data file with its first worker.
enum InitCommand {
  static let command = Command(
    "init", "make a new, empty data file with its first worker",
    description: """
      Makes the data file (mode 0600) and its folder (0700) and writes the first worker into it: \
      you, or whoever the options name. Starting the program without a data file does the same, \
      with you as arrest referral worker.

      Begin with an administrator on a shared host; they add everybody else inside the program or \
      with: throughcare submit worker
      """,
    options: [
      Command.Option(
        "--name", takes: "NAME", "The worker's full name; your account name if not said."),
      Command.Option("--role", takes: "ROLE", "ADM, ARW, CJIT, SUP ...; ARW if not said."),
      Command.Option(
        "--account", takes: "ACCOUNT",
        "The account of this computer that stands for the worker; yours if not said."),
      Command.Option(
        "--suite", takes: "CODE=NAME", repeats: true,
        "A custody suite to begin with; \"MAIN=Custody suite\" if none is said."),
      RecordOptions.data,
    ],
    examples: [
      Command.Example(
        "throughcare init --name \"Jo Field\" --role ADM",
        "A data file whose first worker is an administrator.")
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = RecordOptions.path(invocation, console)
    let role = try invocation["--role"].map(RecordOptions.role) ?? .arw
    let account = invocation["--account"] ?? console.surroundings.account
    let name = (invocation["--name"] ?? account).trimmed
    if name.isEmpty { throw CommandFailure.usage("--name is empty") }
    if PrivateFolder.exists(path) {
      throw CommandFailure("There is a file \(path) already; it is left as it is")
    }
    try make(path, name: name, role: role, account: account, suites: try suites(invocation))
    try console.say("Made \(path) for \(name), \(role.titleInSentence)")
    return .done
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

  private static func make(
    _ path: String, name: String, role: Role, account: String, suites: [FirstWorker.Suite]
  ) throws {
    try FailureWords.during(path) {
      try PrivateFolder.ensure(PrivateFolder.parent(of: path), for: .records)
      let store = try StoreFile(creating: path, as: account)
      defer { store.close() }
      _ = try FirstWorker.add(name: name, role: role, account: account, suites: suites, to: store)
      try SpaceReserve(of: path).set()
    }
  }
}
