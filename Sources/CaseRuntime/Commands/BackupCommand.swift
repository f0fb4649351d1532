import CaseRules
import CaseStore

/// `backup`: a copy of the records while others go on working.
enum BackupCommand {
  static let command = Command(
    "backup", "copy the records to a new file while others work, and verify the copy",
    description: """
      Writes one consistent copy of the data file and then looks at the whole copy, as verify does. \
      Nobody has to leave the program for it. The copy is made for its owner alone (mode 0600); a \
      file of that name is never overwritten.

      Beside it goes FILE.manifest with the copy's SHA-256 and the head of its trail. Keep the two \
      together on another machine: restore checks the copy against it, and verify --anchor finds by \
      it whether the end of the trail was cut off later.

      Never copy the data file with other tools while it is in use: part of the newest work lies in \
      a file beside it.

      Exit status: 0 the copy is made and good, 1 it could not be made or is broken as the file is.
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
    let look = try FailureWords.during(target) {
      let beside = BackupManifest.path(of: target)
      if PrivateFolder.exists(beside) {
        throw CommandFailure("There is a file \(beside) already; it is left as it is")
      }
      return try copy(records, to: target, beside)
    }
    try console.say(
      "Copied \(Digits.counted(look.entries, "entry", "entries")) and "
        + "\(Digits.counted(look.people, "person", "people")) to \(target)")
    if look.isGood { return .done }
    for found in look.breaks { try console.say("BROKEN: \(found.display)") }
    throw CommandFailure(
      "The copy is broken in \(Digits.counted(look.total, "place")), and so is the data file: "
        + "run verify, and keep the last good backup")
  }

  private static func copy(
    _ records: OpenRecords, to target: String, _ beside: String
  ) throws -> Verification {
    let look = try records.store.backUp(to: target)
    let file = try FileHandle(reading: target)
    let manifest = BackupManifest(
      digest: try file.digest(), size: file.size ?? 0, at: records.clock.now(),
      entries: look.entries, head: look.head)
    let written = try FileHandle(creating: beside)
    try written.write(manifest.text)
    try written.sync()
    try records.store.write(try records.attribution()) {
      try $0.noteBackup(manifest, named: target, isGood: look.isGood)
    }
    return look
  }
}
