import CaseRules
import CaseStore

/// `import custody`: the arrivals of a suite, from its own list.
enum ImportCommand {
  static let command = Command(
    "import custody", "bring in a suite's arrivals from a CSV file",
    description: """
      The first line names the columns. These are read, in any order, whatever their capitals:

        suite      needed; the suite's code or name
        cell       needed; the mark on the door
        arrived    needed; 03/04/2026 09:30 or 2026-04-03 09:30
        offence    the offence's code or words, or else trigger: yes or no
        ppo, drr   yes, no, or empty
        reference  the line's own number in the system it comes from

      Other headings are named with --map. Columns that are not read are listed; nothing about the \
      person is kept before permission is given (CUS-010), so a name never comes in.

      Comma, semicolon or tab, with or without quotation marks, LF or CRLF line ends, UTF-8.

      A line comes in once: it is known by its reference, or else by what it says, so the same \
      file can be fed again. Lines that cannot come in are listed with their number and the reason \
      and written to FILE.rejected.csv: correct that file and feed it.

      Ctrl+C stops between two lots of lines. What has come in stays in; start the same command \
      again to go on.
      """,
    operands: [Command.Operand("FILE", "The CSV file, or - for the input.")],
    options: [
      Command.Option(
        "--map", takes: "FIELD=HEADING", repeats: true,
        "Reads the field from the column of that heading; HEADING+HEADING joins two."),
      Command.Option("--dry-run", "Check every line and keep nothing."),
      Command.Option(
        "--reason", takes: "RULE=WORDS", repeats: true,
        "The reason with which all lines pass a warning of that rule."),
      Command.Option(
        "--rejected", takes: "FILE", "Where rejected lines go; beside the file if not said."),
    ] + RecordOptions.all,
    examples: [
      Command.Example("throughcare import custody tonight.csv --dry-run", "What would happen."),
      Command.Example(
        "throughcare import custody tonight.csv --map \"arrived=Date in+Time in\"",
        "Date and time stand in two columns."),
    ],
    run: run)

  /// What custody systems call the fields.
  private static let names: [FieldCode: [String]] = [
    ArrivalForm.suite: ["custody suite", "station", "site"],
    ArrivalForm.cell: ["cell no", "cell number"],
    ArrivalForm.arrived: [
      "arrival", "arrival time", "arrived at", "time of arrival", "date time", "detained",
    ],
    ArrivalForm.offence: ["offence code", "arrested for"],
    ArrivalForm.trigger: ["trigger", "is trigger"],
    ArrivalForm.drr: ["drr", "is drr"],
    ArrivalForm.ppo: ["ppo", "is ppo", "prolific"],
  ]

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let interruption = Interruption()
    defer { interruption.end() }
    let path = invocation.operand(0) ?? "-"
    let input = path == "-" ? console.input : try FileHandle(reading: path)
    let mapping = try pairs("--map", invocation).map { (field: $0, heading: $1) }
    let reasons = Dictionary(try pairs("--reason", invocation)) { _, last in last }
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    do {
      var job = ImportJob(
        input: input, source: path, console: console, records: records, interruption: interruption)
      job.isRehearsal = invocation.has("--dry-run")
      job.rejectedPath = invocation["--rejected"]
      return try job.run(
        ArrivalForm.definition, names: names, mapping: mapping, reasons: reasons)
    } catch let problem as ImportHeader.Problem {
      throw CommandFailure(problem.words)
    } catch let failure as FormDesk.Failure {
      throw CommandFailure(TroubleWording.words(of: failure))
    } catch let error as SystemError {
      throw CommandFailure(error.words)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(StoreWording.explanation(of: error))
    }
  }

  private static func pairs(
    _ option: String, _ invocation: Invocation
  ) throws -> [(String, String)] {
    try invocation.all(option).map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandFailure.usage("\(option) is written NAME=VALUE, not \"\(text)\"")
      }
      return (parts[0].trimmed, parts[1].trimmed)
    }
  }
}
