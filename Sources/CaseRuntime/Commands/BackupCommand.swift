import CaseStore

/// `backup`: a copy of the records while others go on working.
enum BackupCommand {
  static let command = Command(
    "backup", "copy the records to a new file while others work",
    description: """
      Writes one consistent copy of the data file. Nobody has to leave the program for it. The copy \
      is made for its owner alone (mode 0600); a file of that name is never overwritten.

      Never copy the data file with other tools while it is in use: part of the newest work lies in \
      a file beside it.
      """,
    operands: [Command.Operand("FILE", "Where the copy goes; must not be there yet.")],
    options: [RecordOptions.data],
    examples: [
      Command.Example("throughcare backup /safe/casebook-monday.db", "A copy in another folder.")
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let target = invocation.operand(0) ?? ""
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    do {
      try records.store.backUp(to: target)
    } catch {
      throw CommandFailure("\(target): \(StoreWording.explanation(of: error))")
    }
    try console.say("Copied to \(target)")
    return .done
  }
}
