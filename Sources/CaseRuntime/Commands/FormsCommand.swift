import CaseRules
import CaseStore

/// `forms`: what can be submitted, and what each form asks for.
enum FormsCommand {
  static let command = Command(
    "forms", "list the forms, or the fields of one",
    description: """
      Without a form: every form with what it is filled in about and what saving it does.

      With a form: its fields in order, each with the stable code that submit takes, the kind of \
      answer, the codes that may be given, whether it is needed, and its help.

      Lists that the partnership can change, such as the custody suites, are read from the data \
      file; without one the lists are those the program ships with.
      """,
    operands: [Command.Operand("FORM", optional: true, "The form's name, such as arrival.")],
    options: [OutputFormat.option([.text, .json])] + RecordOptions.all,
    examples: [
      Command.Example("throughcare forms", "All forms."),
      Command.Example("throughcare forms dir --format json", "The DIR, for a program to read."),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation, among: [.text, .json])
    guard let name = invocation.operand(0) else {
      try printAll(format, console)
      return .done
    }
    let form = try find(name)
    let codes = try codeBook(invocation, console)
    switch format {
    case .json: try console.output.write(JSONWriter.text(of: FormPage.json(of: form, codes)))
    case .text, .csv:
      for line in FormPage.lines(of: form, codes) { try console.say(line) }
    }
    return .done
  }

  /// - Throws: `CommandFailure` that names what comes nearest.
  static func find(_ name: String) throws -> FormDefinition {
    if let form = FormCatalogue.form(FormID(name)) { return form }
    throw CommandFailure.usage("There is no form \"\(name)\". throughcare forms lists them")
  }

  private static func printAll(_ format: OutputFormat, _ console: Console) throws {
    var output = RowOutput(
      [
        RowOutput.Column("form", "Form"), RowOutput.Column("about", "About"),
        RowOutput.Column("title", "Title"), RowOutput.Column("purpose", "What it does"),
      ], as: format, on: console.output)
    for form in FormCatalogue.all {
      try output.add([form.id.text, FormPage.about(form), form.title, form.purpose])
    }
    try output.finish()
  }

  private static func codeBook(
    _ invocation: Invocation, _ console: Console
  ) throws -> CodeBook {
    let isThere = PrivateFolder.exists(RecordOptions.path(invocation, console))
    guard isThere || invocation.has("--data") else { return .seeded }
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try records.store.read { try $0.practice().codes }
  }
}
