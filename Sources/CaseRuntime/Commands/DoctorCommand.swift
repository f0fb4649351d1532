/// `doctor`: what is wrong with an installation, and what to do about it.
enum DoctorCommand {
  static let command = Command(
    "doctor", "say what is wrong with this installation, and what to do",
    description: """
      Looks at who can reach the data file and its folder, at the room on the disk, whether the \
      records open, who looks after them, how old the last backup is, how far the bank holidays reach, \
      the clock, the terminal, and your own keymap and colours. It changes nothing, except that

        --reserve  sets 16 MB aside beside the data file, and
        --free     gives them up, when the disk is full and people have to save.

      Exit status: 0 nothing is wrong, 1 something is.
      """,
    options: [
      Command.Option("--reserve", "Set room aside for a full disk."),
      Command.Option("--free", "Give that room up now."),
      OutputFormat.option(), RecordOptions.data,
    ],
    examples: [
      Command.Example("throughcare doctor", "The data file of this account."),
      Command.Example("throughcare doctor --format json", "For a program that watches."),
    ],
    run: run)

  private static let columns = [
    RowOutput.Column("standing", "  "), RowOutput.Column("code", "What"),
    RowOutput.Column("words", "How it stands"), RowOutput.Column("remedy", "What to do"),
  ]

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation)
    let path = RecordOptions.path(invocation, console)
    try changeReserve(of: path, invocation)
    let found = examine(path, console)
    switch format {
    case .text: for diagnosis in found { try tell(diagnosis, console) }
    case .csv, .json: try table(found, format, console)
    }
    return found.contains { $0.standing == .wrong } ? .foundWrong : .done
  }

  private static func examine(_ path: String, _ console: Console) -> [Diagnosis] {
    let folder =
      console.surroundings.exportFolder ?? PrivateFolder.parent(of: path) + "/exports"
    return FileExamination(
      path: path, exportFolder: folder, diskRoom: console.surroundings.diskRoom
    ).run()
      + RecordExamination(
        path: path, account: console.surroundings.account, now: console.clock.now()
      ).run()
      + HostExamination(surroundings: console.surroundings).run()
  }

  private static func changeReserve(of path: String, _ invocation: Invocation) throws {
    try FailureWords.during(path) {
      if invocation.has("--free") { try SpaceReserve(of: path).release() }
      if invocation.has("--reserve") { try SpaceReserve(of: path).set() }
    }
  }

  private static func tell(_ diagnosis: Diagnosis, _ console: Console) throws {
    let mark = diagnosis.standing.mark
    try console.say(mark + String(repeating: " ", count: 4 - mark.count) + diagnosis.words)
    if let remedy = diagnosis.remedy { try console.say("    -> \(remedy)") }
  }

  private static func table(
    _ found: [Diagnosis], _ format: OutputFormat, _ console: Console
  ) throws {
    var output = RowOutput(columns, as: format, on: console.output)
    for diagnosis in found {
      try output.add(
        [diagnosis.standing.rawValue, diagnosis.code, diagnosis.words, diagnosis.remedy])
    }
    try output.finish()
  }
}
