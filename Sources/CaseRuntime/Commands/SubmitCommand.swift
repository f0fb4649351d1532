import CaseRules
import CaseStore

/// `submit`: a form filled in by another system, through the same door as the screen.
enum SubmitCommand {
  static let command = Command(
    "submit", "save a form whose answers come as JSON",
    description: """
      Reads one JSON object from the input and saves it as the form, with the same reading of \
      dates and codes, the same rules, the same rights and the same audit trail as on the screen.

        {"result": "accepted", "at": "today 9:30", "positively": true}

      Values are texts as somebody would type them, numbers, true or false; null empties a field. \
      Several codes are a list; a repeating table is a list of objects. "reasons" passes warnings: \
      {"reasons": {"PPL-021": "client starts work on Monday"}}.

      A worker, an officer, a service or a person may be named in words as on the screen, where \
      they fit one alone: {"officer": "hale"}; else those that fit are listed with their numbers. \
      "taken_for" says whom or what the words were taken for.

      A form about an existing record begins with what the record holds: give only what changes. \
      "filled_in" says what a form answered by itself, such as the suite of your last arrival, and \
      from where: give the field to say otherwise, or null to leave it empty.

      The answer is JSON. "outcome" is saved (with "reference"), refused, changed_elsewhere, or in \
      a dry run would_save. "findings" lists all that was found: rule, force, field, words. Force \
      is blocks, warns, flags or shows. Exit status 0 when saved, 1 when not.
      """,
    operands: [Command.Operand("FORM", "The form's name; throughcare forms lists them.")],
    options: [
      Command.Option("--about", takes: "REF", "The record it is about, such as C-0003."),
      Command.Option(
        "--person", takes: "WHO",
        """
        The same for a person: P-0042, a PNC number, or a name that only one has. A form about an \
        episode, a care plan or a detention takes the one that is open.
        """),
      Command.Option("--dry-run", "Check everything and save nothing."),
    ] + RecordOptions.all,
    examples: [
      Command.Example(
        "throughcare submit offer --about C-0003 < offer.json", "Records an offer."),
      Command.Example(
        "echo '{}' | throughcare submit arrival --dry-run", "Says what an arrival needs."),
    ],
    run: run)

  /// A form is never longer; a text of a megabyte in one field still fits.
  private static let longestInput = 16 * 1_048_576

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let form = try FormsCommand.find(invocation.operand(0) ?? "")
    let bytes = try console.input.readAll(limit: longestInput)
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch let problem as JSONReader.Problem {
      let words = "Line \(problem.line), column \(problem.column): \(problem.words)"
      return try answer(SubmitAnswer.refused([Finding("GEN-009", .blocks, words)]), console)
    }
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    var about: RecordRef?
    do {
      about = try subject(invocation, form, records)
      return try submit(
        value, as: form, about: about, isDryRun: invocation.has("--dry-run"), records, invocation,
        console)
    } catch let failure as CommandFailure {
      throw failure
    } catch let failure as FormDesk.Failure {
      if let about { try noteRefusal(failure, at: about, records) }
      return try answer(SubmitAnswer.refused([finding(for: failure)]), console)
    } catch {
      throw CommandFailure(StoreWording.explanation(of: error))
    }
  }

  private static func subject(
    _ invocation: Invocation, _ form: FormDefinition, _ records: OpenRecords
  ) throws -> RecordRef? {
    let given = [invocation["--about"], invocation["--person"]].compactMap(\.self)
    if given.count > 1 { throw CommandFailure.usage("--about and --person say the same: give one") }
    guard let text = given.first else { return nil }
    guard let ref = RecordRef(text) else {
      if invocation.has("--person") {
        return try record(
          of: try NamedPerson.only(text, called: "--person", records), for: form, records)
      }
      throw CommandFailure.usage("\"\(text)\" is no reference. References look like P-0042")
    }
    guard invocation.has("--person") else { return ref }
    if ref.kind != .person { throw CommandFailure.usage("\(ref.text) is no person") }
    return try record(of: ref, for: form, records)
  }

  /// A form about an episode, a plan or a detention is about the one that this person has now.
  private static func record(
    of person: RecordRef, for form: FormDefinition, _ records: OpenRecords
  ) throws -> RecordRef {
    if form.about.contains(.person) || form.about.isEmpty { return person }
    let context = try records.context()
    let mayKnow = form.about.allSatisfy { RecordRights.whyNotKnow($0, context.worker) == nil }
    guard mayKnow, let id = PersonID(person) else { return person }
    let found = try records.store.read { records in
      try CurrentRecords.of(
        try PersonPointers.standing(id, in: records), kinds: form.about, in: records, context)
    }
    if found.count == 1, let one = found.first { return one }
    // That somebody has none, or which, is told of their record.
    try noteLook(at: person, through: form, records)
    let kinds = form.about.map(\.words).joined(separator: " or ")
    throw CommandFailure(
      found.isEmpty
        ? "\(form.title) is about a \(kinds), and \(person.text) has none that is open. Name the "
          + "record with --about"
        : "\(form.title) is about one \(kinds), and \(person.text) has several: "
          + "\(found.map(\.text).joined(separator: ", ")). Name one with --about")
  }

  private static func submit(
    _ value: JSONValue, as form: FormDefinition, about: RecordRef?, isDryRun: Bool,
    _ records: OpenRecords, _ invocation: Invocation, _ console: Console
  ) throws -> ExitCode {
    if form.isOnlyOnScreen {
      return try answer(
        SubmitAnswer.refused([
          Finding(
            form.requiredBy, .blocks,
            "“\(form.title)” is for the screen alone: what it shows is written nowhere")
        ]), console)
    }
    let store = records.store
    let context = try records.context()
    let opened = try store.read {
      try FormDesk.open(form.id, about: about, on: $0, in: context)
    }
    var fields = SubmittedFields(value, over: opened.draft, of: form)
    let taken = try SubmittedLinks(
      form: form, known: opened.draft, records: records, context: context
    ).settle(in: &fields)
    let reading = FormReading(fields.draft, of: form, in: context.reading)
    let asked = form.fields.filter { $0.applies(reading) }
    func telling(_ answer: JSONValue) -> JSONValue {
      SubmitAnswer.telling(
        whatIsIn: opened, asking: asked, unlessGivenIn: value,
        in: SubmitAnswer.naming(taken, in: answer))
    }
    let submission = FormSubmission(
      form: form.id, about: about, draft: fields.draft, revision: opened.revision,
      reasons: fields.reasons)
    if isDryRun || !fields.findings.isEmpty {
      let found = try store.read {
        try FormDesk.findings(on: submission, records: $0, in: context)
      }
      try noteLook(at: about, through: form, records)
      return try answer(telling(rehearsed(fields, found, context)), console)
    }
    var outcome = try store.save(submission, in: context, by: try records.attribution())
    // A decision that asks for the password once more gets it from where the first came from.
    if case .needsPassword(let why) = outcome, invocation.has("--password-fd") {
      let confirmed = try CommandSignIn.confirm(records, why: why, invocation, console)
      outcome = try store.save(
        submission, in: context, by: try records.attribution(confirmed: confirmed))
    }
    if case .refused = outcome { try noteLook(at: about, through: form, records) }
    return try answer(telling(SubmitAnswer.json(of: outcome)), console)
  }

  /// GEN-003: what is found wrong tells of the record, also where nothing is saved.
  private static func noteLook(
    at about: RecordRef?, through form: FormDefinition, _ records: OpenRecords
  ) throws {
    guard let about, Viewing.isOfSomebody(about) else { return }
    try records.store.write(try records.attribution()) {
      try Viewing.note(about, through: form.id, in: $0)
    }
  }

  private static func noteRefusal(
    _ failure: FormDesk.Failure, at about: RecordRef, _ records: OpenRecords
  ) throws {
    guard Viewing.isOfSomebody(about), let finding = Viewing.refusal(failure) else { return }
    try records.store.write(try records.attribution()) {
      try Viewing.noteRefusal(finding, at: about, in: $0)
    }
  }

  private static func rehearsed(
    _ fields: SubmittedFields, _ found: [Finding], _ context: RuleContext
  ) -> JSONValue {
    let all = fields.findings + found
    let waiting = FormReasons.passed(all, by: fields.reasons, in: context.settings).waiting
    return waiting.isEmpty ? SubmitAnswer.wouldSave(all) : SubmitAnswer.refused(all)
  }

  private static func finding(for failure: FormDesk.Failure) -> Finding {
    if case .notAllowed(let finding) = failure { return finding }
    return Finding("GEN-009", .blocks, TroubleWording.words(of: failure))
  }

  private static func answer(_ value: JSONValue, _ console: Console) throws -> ExitCode {
    try console.output.write(JSONWriter.text(of: value))
    let good: [JSONValue] = [.string("saved"), .string("would_save")]
    return value["outcome"].map { good.contains($0) } == true ? .done : .foundWrong
  }
}
