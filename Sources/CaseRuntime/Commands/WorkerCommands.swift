import CaseRules
import CaseStore

/// `worker list`, `add`, `role`, `disable`, `reset`, `change`: who may open the data file, and as
/// what.
enum WorkerCommands {
  static let all = [list, add, role, disable, reset, change]

  private static let whoMay = """
    Administrators may do this, by the same form as on the screen. While a file has no administrator, \
    the account that owns the file may.
    """

  private static let who = Command.Operand("WORKER", "Who, such as W-0002.")

  static let list = Command(
    "worker list", "print who works with this data file",
    options: [OutputFormat.option()] + RecordOptions.all
  ) { invocation, console in
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    var output = RowOutput(
      [
        RowOutput.Column("worker", "Worker"), RowOutput.Column("name", "Name"),
        RowOutput.Column("role", "Role"), RowOutput.Column("team", "Team"),
        RowOutput.Column("account", "Account"), RowOutput.Column("sign_in", "Sign-in name"),
        RowOutput.Column("active", "Active"),
      ], as: try OutputFormat.asked(by: invocation), on: console.output)
    for row in try records.store.read({ try $0.workers() }) {
      let worker = row.worker
      try output.add([
        worker.reference, worker.name, worker.role.code, worker.team, row.osAccount, row.signIn,
        worker.active ? "yes" : "no",
      ])
    }
    try output.finish()
    return .done
  }

  static let add = Command(
    "worker add", "add somebody who works with this data file",
    description: """
      Without an account of this computer they sign in by name, and a one-time password is printed, \
      once.

      \(whoMay)
      """,
    options: [
      Command.Option("--name", takes: "NAME", "The full name."),
      Command.Option("--role", takes: "ROLE", "ADM, ARW, CJIT, SUP ..."),
      Command.Option("--team", takes: "TEAM", "The team, if there are several."),
      Command.Option(
        "--account", takes: "ACCOUNT", "The account of this computer that stands for them."),
      Command.Option("--sign-in", takes: "NAME", "The name to sign in with; a.dale if not said."),
    ] + RecordOptions.all,
    examples: [
      Command.Example(
        "throughcare worker add --name \"Amy Dale\" --role CJIT --account adale",
        "A key worker who opens the program from the account adale."),
      Command.Example(
        "throughcare worker add --name \"Amy Dale\" --role CJIT --as j.field",
        "The same with a one-time password, by the administrator Jo Field."),
    ]
  ) { invocation, console in
    guard let name = invocation["--name"]?.trimmed, !name.isEmpty else {
      throw CommandFailure.usage("--name is needed")
    }
    guard let role = try invocation["--role"].map(RecordOptions.role) else {
      throw CommandFailure.usage("--role is needed")
    }
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    let desk = CommandForms(records: records, invocation: invocation, console: console)
    let ref = try desk.save(about: nil) { draft in
      draft[WorkerForm.name] = name
      draft[WorkerForm.role] = role.code
      draft[WorkerForm.team] = invocation["--team"] ?? ""
      draft[WorkerForm.account] = invocation["--account"] ?? ""
      draft[WorkerForm.signIn] = invocation["--sign-in"] ?? ""
    }
    // Two people give this role; what happens next is said already.
    if ref.kind == .proposal { return .done }
    try console.say("Added \(name) as \(ref.text), \(role.titleInSentence)")
    if invocation["--account"] == nil { try desk.reset(ref, because: "New here") }
    return .done
  }

  static let role = Command(
    "worker role", "give somebody another role",
    description:
      "It counts at once, in open sessions too: what they save from now on is refused in "
      + "the old role.\n\n" + whoMay,
    operands: [who, Command.Operand("ROLE", "ADM, ARW, CJIT, SUP ...")],
    options: RecordOptions.all
  ) { invocation, console in
    let role = try RecordOptions.role(invocation.operand(1) ?? "")
    return try change(invocation, console) { $0[WorkerForm.role] = role.code }
  }

  static let disable = Command(
    "worker disable", "note that somebody works here no longer",
    description:
      "They cannot sign in any more and an open session of theirs ends; records keep their "
      + "name.\n\n" + whoMay,
    operands: [who], options: RecordOptions.all
  ) { invocation, console in
    try change(invocation, console) { $0[WorkerForm.active] = YesNo.no.rawValue }
  }

  static let reset = Command(
    "worker reset", "give somebody a one-time password",
    description: "It is printed once; they choose their own when they sign in.\n\n" + whoMay,
    operands: [who],
    options: [Command.Option("--why", takes: "WORDS", "Why; \"Forgotten\" if not said.")]
      + RecordOptions.all
  ) { invocation, console in
    let ref = try worker(invocation)
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    try CommandForms(records: records, invocation: invocation, console: console)
      .reset(ref, because: invocation["--why"] ?? "Forgotten")
    return .done
  }

  static let change = Command(
    "worker change", "change somebody's team, account, sign-in name or role",
    description: "What is not named stays as it is. It counts from their next save on.\n\n"
      + whoMay,
    operands: [who],
    options: [
      Command.Option("--role", takes: "ROLE", "The new role."),
      Command.Option("--team", takes: "TEAM", "The new team."),
      Command.Option("--account", takes: "ACCOUNT", "The new account; empty for none."),
      Command.Option("--sign-in", takes: "NAME", "The new name to sign in with."),
      Command.Option("--left", "They work here no longer; their records keep the name."),
    ] + RecordOptions.all
  ) { invocation, console in
    let role = try invocation["--role"].map(RecordOptions.role)
    return try change(invocation, console) { draft in
      if let role { draft[WorkerForm.role] = role.code }
      if let team = invocation["--team"] { draft[WorkerForm.team] = team }
      if let account = invocation["--account"] { draft[WorkerForm.account] = account }
      if let name = invocation["--sign-in"] { draft[WorkerForm.signIn] = name }
      if invocation.has("--left") { draft[WorkerForm.active] = YesNo.no.rawValue }
    }
  }

  private static func worker(_ invocation: Invocation) throws -> RecordRef {
    let text = invocation.operand(0) ?? ""
    guard let ref = RecordRef(text), ref.kind == .worker else {
      throw CommandFailure.usage("\"\(text)\" is no worker. throughcare worker list shows them")
    }
    return ref
  }

  private static func change(
    _ invocation: Invocation, _ console: Console, _ answers: (inout FormDraft) -> Void
  ) throws -> ExitCode {
    let ref = try worker(invocation)
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    let desk = CommandForms(records: records, invocation: invocation, console: console)
    let saved = try desk.save(about: ref, answers)
    if saved.kind != .proposal { try console.say("Changed \(ref.text)") }
    return .done
  }
}
