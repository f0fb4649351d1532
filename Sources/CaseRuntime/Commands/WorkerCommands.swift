import CaseRules
import CaseStore

/// `worker list`, `worker add`, `worker change`: who may open the data file, and as what.
enum WorkerCommands {
  static let all = [list, add, change]

  static let list = Command(
    "worker list", "print who works with this data file",
    options: [OutputFormat.option(), RecordOptions.data]
  ) { invocation, console in
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    var output = RowOutput(
      [
        RowOutput.Column("worker", "Worker"), RowOutput.Column("name", "Name"),
        RowOutput.Column("role", "Role"), RowOutput.Column("team", "Team"),
        RowOutput.Column("account", "Account"), RowOutput.Column("active", "Active"),
      ], as: try OutputFormat.asked(by: invocation), on: console.output)
    for row in try records.store.read({ try $0.workers() }) {
      let worker = row.worker
      try output.add([
        worker.reference, worker.name, worker.role.code, worker.team, row.osAccount,
        worker.active ? "yes" : "no",
      ])
    }
    try output.finish()
    return .done
  }

  static let add = Command(
    "worker add", "add somebody who works with this data file",
    description: """
      Until people sign in with a password, the account of this computer says who is at work: each \
      account stands for one worker.

      Administrators, team leaders and the account that owns the data file may do this.
      """,
    options: [
      Command.Option("--name", takes: "NAME", "The full name."),
      Command.Option("--role", takes: "ROLE", "ADM, ARW, CJIT, SUP ..."),
      Command.Option("--team", takes: "TEAM", "The team, if there are several."),
      Command.Option("--account", takes: "ACCOUNT", "The account of this computer."),
      RecordOptions.data,
    ],
    examples: [
      Command.Example(
        "throughcare worker add --name \"Amy Dale\" --role CJIT --account adale",
        "A key worker who opens the program from the account adale.")
    ]
  ) { invocation, console in
    guard let name = invocation["--name"]?.trimmed, !name.isEmpty else {
      throw CommandFailure.usage("--name is needed")
    }
    guard let role = try invocation["--role"].map(RecordOptions.role) else {
      throw CommandFailure.usage("--role is needed")
    }
    let worker = Worker(id: WorkerID(0), name: name, role: role, team: invocation["--team"] ?? "")
    return try change(invocation, console) { transaction in
      let id = try transaction.addWorker(worker, osAccount: invocation["--account"])
      return "Added \(name) as \(id.ref.text), \(role.titleInSentence)"
    }
  }

  static let change = Command(
    "worker change", "change somebody's role, team or account, or note that they have left",
    description: "What is not named stays as it is. It counts from their next save on.",
    operands: [Command.Operand("WORKER", "Who, such as W-0002.")],
    options: [
      Command.Option("--role", takes: "ROLE", "The new role."),
      Command.Option("--team", takes: "TEAM", "The new team."),
      Command.Option("--account", takes: "ACCOUNT", "The new account; empty for none."),
      Command.Option("--left", "They work here no longer; their records keep the name."),
      RecordOptions.data,
    ]
  ) { invocation, console in
    let text = invocation.operand(0) ?? ""
    guard let ref = RecordRef(text), let id = WorkerID(ref) else {
      throw CommandFailure.usage("\"\(text)\" is no worker. throughcare worker list shows them")
    }
    let role = try invocation["--role"].map(RecordOptions.role)
    return try change(invocation, console) { transaction in
      guard let row = try transaction.worker(id) else { throw StoreError.notFound }
      var worker = row.worker
      worker.role = role ?? worker.role
      worker.team = invocation["--team"] ?? worker.team
      if invocation.has("--left") { worker.active = false }
      let account = invocation["--account"].map { $0.isEmpty ? nil : $0 } ?? row.osAccount
      try transaction.changeWorker(worker, osAccount: account, revision: row.revision)
      return "Changed \(worker.name), \(worker.role.titleInSentence)"
    }
  }

  private static func change(
    _ invocation: Invocation, _ console: Console,
    _ body: @escaping @Sendable (WriteTransaction) throws -> String
  ) throws -> ExitCode {
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    guard mayChange(records) else {
      throw CommandFailure(
        "Only administrators, team leaders and the account that owns the data file may do this")
    }
    let words = try FailureWords.during(records.store.path) {
      try records.store.write(try records.attribution(), body)
    }
    try console.say(words)
    return .done
  }

  private static func mayChange(_ records: OpenRecords) -> Bool {
    switch records.worker.role {
    case .adm, .sup: true
    case .arw, .cjit, .carat, .drrkw, .ppoc, .dio, .supt, .sm, .aud:
      PrivateFolder.isOwn(records.store.path)
    }
  }
}
