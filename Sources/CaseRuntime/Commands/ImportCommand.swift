import CaseRules
import CaseStore

/// `import custody|directory|people`: what other systems have, line by line through the same forms.
enum ImportCommand {
  static let all = [custody, directory, people]

  /// What an import reads each line as.
  private struct Kind: Sendable {
    let form: FormDefinition
    /// What other systems call the fields.
    let names: [FieldCode: [String]]
    /// Warnings that no reason given for all lines may pass: each line is looked at.
    var lineByLine: Set<String> = []
  }

  /// Which import brings a form's records in: `forms` names it beside the codes it knows.
  static let importing: [FormID: String] = [
    ArrivalForm.id: "custody", ServiceForm.id: "directory", PersonForm.id: "people",
  ]

  private static let manner = """
    The fields of throughcare forms FORM are known by the same codes here, those of a table by \
    phones.number or number. Other headings are named with --map. Columns that are not read are listed. With --set all lines \
    get the same answer where they have none of their own.

    Comma, semicolon or tab, with or without quotation marks, LF or CRLF line ends, UTF-8.

    A line comes in once: it is known by its reference, or else by what it says, so the same file \
    can be fed again. Lines that cannot come in are listed with their number and the reason.

    The same lines are written, as they were, to a file beside FILE: services.csv leaves \
    services.rejected.csv, and if that is there already services.rejected-2.csv. Its last column, \
    "problem", says what is wrong and is not read. Put the lines right there and import that file \
    with the same options; what is still wrong goes to a file of rejected lines again.

    Ctrl+C stops between two lots of lines. What has come in stays in; start the same command again \
    to go on.
    """

  private static func command(
    _ what: String, _ summary: String, columns: String, _ kind: Kind,
    examples: [Command.Example]
  ) -> Command {
    Command(
      "import \(what)", summary, description: columns + "\n\n" + manner,
      operands: [Command.Operand("FILE", "The CSV file, or - for the input.")],
      options: [
        Command.Option(
          "--map", takes: "FIELD=HEADING", repeats: true,
          "Reads the field from the column of that heading; HEADING+HEADING joins two."),
        Command.Option(
          "--set", takes: "FIELD=ANSWER", repeats: true,
          "The answer of every line that has none of its own."),
        Command.Option("--dry-run", "Check every line and keep nothing."),
        Command.Option(
          "--reason", takes: "RULE=WORDS", repeats: true,
          "The reason with which all lines pass a warning of that rule."),
        Command.Option(
          "--rejected", takes: "FILE", "Where rejected lines go; beside the file if not said."),
      ] + RecordOptions.all, examples: examples
    ) { invocation, console in
      try run(kind, invocation, console)
    }
  }

  // MARK: Custody

  private static let custody = command(
    "custody", "bring in a suite's arrivals from a CSV file",
    columns: """
      The first line names the columns. These are read, in any order, whatever their capitals:

        suite      needed; the suite's code or name
        cell       needed; the mark on the door
        arrived    needed; 03/04/2026 09:30 or 2026-04-03 09:30
        offence    the offence's code or words, or else trigger: yes or no
        ppo, drr   yes, no, or empty
        reference  the line's own number in the system it comes from

      Nothing about the person is kept before permission is given (CUS-010), so a name never comes \
      in.
      """,
    Kind(
      form: ArrivalForm.definition,
      names: [
        ArrivalForm.suite: ["custody suite", "station", "site"],
        ArrivalForm.cell: ["cell no", "cell number"],
        ArrivalForm.arrived: [
          "arrival", "arrival time", "arrived at", "time of arrival", "date time", "detained",
        ],
        ArrivalForm.offence: ["offence code", "arrested for"],
        ArrivalForm.trigger: ["trigger", "is trigger"],
        ArrivalForm.drr: ["drr", "is drr"],
        ArrivalForm.ppo: ["ppo", "is ppo", "prolific"],
      ]),
    examples: [
      Command.Example("throughcare import custody tonight.csv --dry-run", "What would happen."),
      Command.Example(
        "throughcare import custody tonight.csv --map \"arrived=Date in+Time in\"",
        "Date and time stand in two columns."),
    ])

  // MARK: Directory

  private static let directory = command(
    "directory", "bring services into the directory from a CSV file",
    columns: """
      The first line names the columns. These are read, in any order, whatever their capitals:

        name            needed
        type            needed; tier-1 to tier-4, wraparound, gp, or words of them
        area            needed; where it is, or whom it serves
        age-group       needed; all, 18+, under 18 ...
        phone           needed
        referral-route  needed; by phone, form, self-referral ...
        last-checked    needed; the day somebody made sure (PPL-054)
        free-call       yes, no, or empty
        address, hours, eligibility
        reference       the line's own number in the system it comes from

      A service of the name, type and area of one in the directory, or of a line above, is on file \
      already: it is named, and the line does not come in. Change the entry on the screen.
      """,
    Kind(
      form: ServiceForm.definition,
      names: [
        ServiceForm.name: ["service", "organisation", "provider", "agency"],
        ServiceForm.type: ["service type", "tier", "kind"],
        ServiceForm.area: ["location", "locality", "town", "district"],
        ServiceForm.ageGroup: ["age", "ages", "age range"],
        ServiceForm.phone: ["telephone", "tel", "phone number", "contact number"],
        ServiceForm.freeCall: ["free", "freephone", "free or low-cost"],
        ServiceForm.hours: ["opening hours", "open", "opening times"],
        ServiceForm.route: ["how to refer", "referral", "referrals"],
        ServiceForm.eligibility: ["criteria", "eligibility criteria", "for whom"],
        ServiceForm.checked: ["checked", "date checked", "verified", "updated"],
      ]),
    examples: [
      Command.Example("throughcare import directory services.csv --dry-run", "What would happen."),
      Command.Example(
        "throughcare import directory services.csv --set last-checked=today",
        "Somebody has just made sure of all of it."),
    ])

  // MARK: People

  private static let people = command(
    "people", "bring people on file from a CSV file",
    columns: """
      The first line names the columns. These are read, in any order, whatever their capitals:

        family       needed; or family-name
        given        needed, or given-names, or else one-name: yes
        born         03/04/1985, or else an estimated age
        sex          needed; M, F, O, N
        ethnicity    needed; the code, or its words
        language     needed
        interpreter  needed; yes or no
        risks        needed; none, or the markers
        address, or nfa (no-fixed-abode): yes
        postcode, pnc, cro, prison-number, lrn, oasys, accommodation ...
        alias, number (phone), safe-to-ring, safe-message
        reference    the line's own number in the system it comes from

      Somebody of the same family name and date of birth, or with the same PNC or CRO number, may \
      be on file (PPL-004): such a line does not come in, and the record it may be is named. Look, \
      and take the person on file from the screen if it is somebody else. Somebody whose name or \
      date of birth is only nearly that of another comes in, is counted as a possible record, and \
      waits in Possible records (Ctrl+G m) for somebody to say whether it is one person or two.
      """,
    Kind(
      form: PersonForm.definition,
      names: [
        PersonForm.family: ["family name", "surname", "last name"],
        PersonForm.given: ["given names", "given name", "first name", "forename", "forenames"],
        PersonForm.oneName: ["one name only"],
        PersonForm.born: ["date of birth", "dob", "birth date"],
        PersonForm.estimatedAge: ["age"],
        PersonForm.sex: ["gender"],
        PersonForm.pnc: ["pnc", "pnc number"],
        PersonForm.cro: ["cro", "cro no"],
        PersonForm.prisonNumber: ["prison no", "noms", "noms number"],
        PersonForm.noFixedAbode: ["nfa", "no fixed abode"],
        PersonForm.risks: ["risk", "risk marker"],
        PersonForm.number: ["phone", "telephone", "mobile", "phone number"],
        PersonForm.alias: ["alias", "aliases", "also known as", "aka"],
      ], lineByLine: ["PPL-004"]),
    examples: [
      Command.Example("throughcare import people clients.csv --dry-run", "What would happen."),
      Command.Example(
        "throughcare import people clients.csv --set interpreter=no",
        "Nobody in the list needs one."),
    ])

  // MARK: All of them

  private static func run(
    _ kind: Kind, _ invocation: Invocation, _ console: Console
  ) throws -> ExitCode {
    let interruption = Interruption()
    defer { interruption.end() }
    let path = invocation.operand(0) ?? "-"
    let input = path == "-" ? console.input : try FileHandle(reading: path)
    let mapping = try pairs("--map", invocation).map { (field: $0, heading: $1) }
    let constants = Dictionary(try pairs("--set", invocation)) { _, last in last }
    let reasons = Dictionary(try pairs("--reason", invocation)) { _, last in last }
    if let rule = reasons.keys.first(where: kind.lineByLine.contains) {
      throw CommandFailure.usage(
        "\(rule) is looked at line by line; no reason given for all passes it")
    }
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    do {
      var job = ImportJob(
        input: input, source: path, console: console, records: records, interruption: interruption)
      job.isRehearsal = invocation.has("--dry-run")
      job.rejectedPath = invocation["--rejected"]
      return try job.run(
        kind.form, names: kind.names, mapping: mapping, constants: constants, reasons: reasons)
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
