import CaseApp
import CaseRules
import CaseScreens
import CaseStore

/// `print client`: a client's papers.
enum PrintCommand {
  static let client = Command(
    "print client", "print a client's summary and care plan",
    description: """
      Writes the papers of one client: who it is, the time with the team, the care plan that holds \
      with its goals, the agencies and the referrals. Every page carries the marking (GEN-005), and \
      every print is on the audit trail (GEN-003).

      As text it goes to any printer. As HTML it is one A4 page after another without scripts, for a \
      browser to print.

      Without --save the papers go to the output. With it they become a file for its owner alone \
      (mode 0600) in the export folder: $THROUGHCARE_EXPORTS, or the folder exports beside the data \
      file. The program makes the name.
      """,
    operands: [
      Command.Operand(
        "PERSON", "The client's number, such as P-0001, or a name that only one has.")
    ],
    options: [
      Command.Option("--format", takes: "FORMAT", "text or html; text if not said."),
      Command.Option("--save", "Write a file into the export folder, and say where it is."),
    ] + RecordOptions.all,
    examples: [
      Command.Example("throughcare print client P-0001 | lp", "To the printer."),
      Command.Example(
        "throughcare print client P-0001 --format html --save", "A file for a browser."),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try format(invocation["--format"])
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      let context = try records.context()
      let person = try person(invocation.operand(0) ?? "", records)
      let saves = invocation.has("--save")
      let name = PaperFile.name(for: person.ref, at: context.now, as: format)
      let file = try RefusedListings.noting("print", in: records) {
        try records.store.write(try records.attribution()) {
          try $0.fileForPrint(
            of: person, as: format.rawValue, to: saves ? name : "the output", in: context)
        }
      }
      let text = PaperFile.text(of: ClientPaper.paper(of: file, in: context), as: format)
      guard saves else {
        try console.output.write(text)
        return .done
      }
      try console.say(try PaperFile.write(text, to: name, in: records.exportFolder))
      return .done
    }
  }

  private static func person(_ text: String, _ records: OpenRecords) throws -> PersonID {
    if let ref = RecordRef(text) {
      guard let person = PersonID(ref) else {
        throw CommandFailure.usage("\(ref.text) is no person's number. It looks like P-0001")
      }
      return person
    }
    // Whoever may not read people learns no name; that they asked is on the trail.
    let ref = try RefusedListings.noting("print", in: records) {
      try NamedPerson.only(text, called: "PERSON", records)
    }
    return PersonID(ref.number)
  }

  static func format(_ text: String?) throws -> PaperFormat {
    guard let text else { return .text }
    guard let format = PaperFormat(rawValue: text) else {
      throw CommandFailure.usage("--format is text or html, not \"\(text)\"")
    }
    return format
  }
}
