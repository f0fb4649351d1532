import CaseRules
import CaseStore
import Glibc

/// `restore`: the records as they were when a backup was made.
enum RestoreCommand {
  static let command = Command(
    "restore", "put a backup in the place of the data file, after verifying it",
    description: """
      Checks the backup against its manifest, copies it beside the data file, looks at the whole copy \
      as verify does, and only then puts it in place. A backup that is broken is refused.

      Where there is a data file it is refused too, unless --replace says that what was done since the \
      backup may go. That takes two people (GEN-003): an administrator gives the command and their \
      password; another administrator, a team leader or a manager confirms it on the screen, in Second \
      person; then the same command, given again within a day, does it. With --second the second person \
      signs in here and now, which also serves where the data file cannot be opened any more. Whoever \
      owns a file that has no administrator needs nobody else.

      The file that was there is not deleted: it goes on under another name, which is printed. Sessions \
      that are open on it write nothing more and say so; have everybody leave first.

      Who restores, with whom, why, and which file it was goes on the trail of the restored records.
      """,
    operands: [Command.Operand("FILE", "The backup.")],
    options: [
      RecordOptions.data, RecordOptions.role, PasswordPrompt.option,
      Command.Option("--replace", "Even where there is a data file; it is kept beside."),
      Command.Option("--reason", takes: "TEXT", "Why, for the trail; needed with --replace."),
      Command.Option(
        "--second", takes: "NAME",
        "The second person is here and types their password: their sign-in name."),
    ],
    examples: [
      Command.Example(
        "throughcare restore /safe/monday.db", "Where there is no data file."),
      Command.Example(
        "throughcare restore /safe/monday.db --replace --reason \"disk fault\"",
        "In the place of the one that is there, by two people."),
    ],
    run: run)

  struct Plan {
    let backup: String
    let path: String
    /// The copy that is looked at and then put in place.
    let copy: String
    /// What the file that is there is called afterwards.
    let aside: String
    let reason: String
    let replaces: Bool
  }

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let plan = try plan(invocation, console)
    return try FailureWords.during(plan.path) {
      let digest = try checked(plan.backup, console)
      try PrivateFolder.ensure(PrivateFolder.parent(of: plan.path), for: .records)
      guard try take(plan, digest, invocation, console) else { return .foundWrong }
      try console.say("The records of \(plan.backup) are in \(plan.path)")
      if plan.replaces { try console.say("What was there before is kept as \(plan.aside)") }
      return .done
    }
  }

  private static func plan(_ invocation: Invocation, _ console: Console) throws -> Plan {
    let path = RecordOptions.path(invocation, console)
    let isThere = PrivateFolder.exists(path)
    let reason = (invocation["--reason"] ?? "").trimmed
    if isThere, !invocation.has("--replace") {
      throw CommandFailure(
        "There is a data file \(path). It is left as it is: --replace puts the backup in its "
          + "place and keeps it under another name")
    }
    if isThere, reason.isEmpty {
      throw CommandFailure.usage("--replace needs --reason \"...\": it goes on the trail")
    }
    let now = console.clock.now().iso.filter { $0.isNumber }
    return Plan(
      backup: invocation.operand(0) ?? "", path: path, copy: path + "-restoring",
      aside: "\(path)-before-restore-\(now)", reason: reason, replaces: isThere)
  }

  // MARK: The backup

  /// The digest of a file that nobody has open and that is what its manifest says.
  private static func checked(_ backup: String, _ console: Console) throws -> Digest {
    let file = try FileHandle(reading: backup)
    if let beside = FileFacts(backup + "-wal"), beside.size > 0 {
      throw CommandFailure(
        "\(backup) is a data file in use: part of its work lies beside it. Make a copy of it with "
          + "throughcare backup, and restore that")
    }
    let digest = try file.digest()
    let beside = BackupManifest.path(of: backup)
    guard PrivateFolder.exists(beside) else {
      try console.tell("There is no \(beside): the backup is verified by what it holds alone")
      return digest
    }
    let text = String(
      decoding: try FileHandle(reading: beside).readAll(limit: 65_536), as: UTF8.self)
    guard let manifest = BackupManifest(text) else {
      throw CommandFailure("\(beside) is no manifest of a backup. Nothing was changed")
    }
    let difference =
      manifest.size != file.size ? "its length" : manifest.digest != digest ? "its SHA-256" : nil
    if let difference {
      throw CommandFailure(
        "\(backup) is not the file that was written on \(manifest.at.uk): \(difference) is another. "
          + "Nothing was changed; take another backup")
    }
    return digest
  }

  // MARK: Putting it in place

  /// False where it still waits for the second person.
  private static func take(
    _ plan: Plan, _ digest: Digest, _ invocation: Invocation, _ console: Console
  ) throws -> Bool {
    for ending in FileFacts.endings { unlink(plan.copy + ending) }
    defer { for ending in FileFacts.endings { unlink(plan.copy + ending) } }
    try FileHandle(creating: plan.copy).fill(from: try FileHandle(reading: plan.backup))
    let look = try look(atCopyOf: plan)
    let consent = RestoreConsent(
      plan: plan, digest: digest, look: look, invocation: invocation, console: console)
    guard let hands = try consent.hands() else { return false }
    try note(plan, digest, hands, console)
    try StoreFile.replace(
      plan.path, by: plan.copy, keeping: plan.aside, as: console.surroundings.account)
    return true
  }

  private static func look(atCopyOf plan: Plan) throws -> Verification {
    let look = try StoreFile.look(atCopy: plan.copy)
    guard look.isGood else {
      let first = look.breaks.first.map { ": \($0.display)" } ?? ""
      throw CommandFailure(
        "\(plan.backup) is broken in \(Digits.counted(look.total, "place"))\(first). Nothing was "
          + "changed; take another backup")
    }
    return look
  }

  /// Puts on the copy's trail what is about to happen.
  private static func note(
    _ plan: Plan, _ digest: Digest, _ hands: RestoreConsent.Hands, _ console: Console
  ) throws {
    let store = try StoreFile(existing: plan.copy, as: console.surroundings.account)
    defer { store.close() }
    let who: SignedIn
    do {
      who = try store.read { try hands.first.asOfNow(in: $0) }
    } catch StoreError.notAtWork {
      throw CommandFailure(
        "\(hands.first.worker.name) did not work here yet when the backup was made. Somebody who did "
          + "has to restore it. Nothing was changed")
    }
    let lost = plan.replaces ? head(of: plan.path, console) : nil
    try store.write(try Attribution(by: who, at: console.clock.now())) {
      try $0.noteRestore(
        named: plan.backup, digest: digest, lost: lost, second: hands.second,
        because: plan.reason.isEmpty ? "There was no data file" : plan.reason)
    }
  }

  /// Where the trail of the file that goes ends; nil when it can no longer be read, which may be why
  /// a backup is needed.
  private static func head(of path: String, _ console: Console) -> TrailHead? {
    do {
      let store = try StoreFile(existing: path, as: console.surroundings.account)
      defer { store.close() }
      return try store.read { try $0.trailHead() }
    } catch {
      return nil
    }
  }
}
