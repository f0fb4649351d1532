import CaseApp
import CaseRules
import CaseScreens
import CaseStore

/// `export bronze`, `print letter` and `print notice`.
enum BronzeCommands {
  static let all = [export, letter, notice]

  private static let export = Command(
    "export bronze", "list the bronze actions",
    description: """
      Every bronze action in the order they were opened: subject, state and since when, grades of its \
      reports, letter, decision, service, answer, monitorings and RMS reference (INT-020 to INT-041). \
      What the reports say, and who said it, is not in it.

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file],
    options: [OutputFormat.option(ExportCommand.formats)] + LargeExports.options
  ) { invocation, console in
    try ExportCommand.run(.bronze, columns, invocation, console) {
      records, context, cells, add in
      try Pages.forEach(from: BronzeActionID?.none, in: records.store) {
        try BronzeFiles.page(after: $1, in: $0, context).map { $0 }
      } _: {
        try add(row($0, cells), [$0.action.subject.ref])
      }
    }
  }

  private static let columns =
    ExportCommand.columns(
      "reference subject name state since opened grades letter submitted decision decided_by rank "
        + "decided_on written_reference served method response responded_on agency")
    + [RowOutput.Column("monitorings", "monitorings", isNumber: true)]
    + ExportCommand.columns("last_result rms_reference rms_on")

  private static func row(_ record: BronzeRecord, _ cells: Cells) -> [String?] {
    let action = record.action
    let (submission, service) = (record.submissions.last, record.services.last)
    let (decision, reply, entry) = (
      submission?.decision, record.replies.last, record.monitoring.last
    )
    return [
      action.ref.text, action.subject.ref.text, action.subjectName, action.state.rawValue,
      cells.moment(action.since), cells.moment(action.opened),
      record.reports.compactMap(\.grading?.grades.short).joined(separator: " "),
      action.letter?.parts.kind.code, cells.moment(submission?.at), decision?.kind.rawValue,
      decision?.name, decision?.rank?.rawValue, cells.date(decision?.on),
      decision.flatMap { $0.reference.isEmpty ? nil : $0.reference },
      cells.moment(service?.at), service?.method.rawValue, reply?.response.rawValue,
      cells.date(reply?.on), reply.flatMap { $0.agency.isEmpty ? nil : $0.agency },
      String(record.monitoring.count), entry?.result.rawValue, record.retention?.reference,
      cells.date(record.retention?.on),
    ]
  }

  // MARK: The letter

  private static let letter = Command(
    "print letter", "print a bronze letter that was granted",
    description: """
      Writes a bronze letter word for word as it was granted (INT-031); one that is not granted is \
      refused. Every page carries the marking (GEN-005), and every print is on the audit trail.

      Without --save it goes to the output. With it it becomes a file for its owner alone (mode 0600) \
      in the export folder; the program makes the name.
      """,
    operands: [bronze], options: options,
    examples: [
      Command.Example("throughcare print letter BR-0001 --format html --save", "For a browser.")
    ]
  ) { invocation, console in
    try print(.letter(try ref(invocation)), invocation, console)
  }

  private static let notice = Command(
    "print notice", "print the notice that a partner gets of a drop-out",
    description: """
      Writes a notice to a partner word for word as it was made (INT-038): that action is intended, \
      and never its detail (INT-008). The form bronze-notice makes it. Every page carries the marking \
      (GEN-005), and every print is on the audit trail.

      Without --save it goes to the output. With it it becomes a file for its owner alone (mode 0600) \
      in the export folder; the program makes the name.
      """,
    operands: [
      bronze, Command.Operand("NUMBER", "The number of the notice, as the page counts them."),
    ], options: options,
    examples: [
      Command.Example("throughcare print notice BR-0001 2 --save", "For the printer.")
    ]
  ) { invocation, console in
    let typed = invocation.operand(1) ?? ""
    guard let number = Int(typed), number > 0 else {
      throw CommandFailure.usage("\"\(typed)\" is no number of a notice")
    }
    return try print(.notice(try ref(invocation), number: number), invocation, console)
  }

  private static let bronze = Command.Operand(
    "BRONZE", "The number of the bronze action, such as BR-0001.")
  private static let options =
    [
      Command.Option("--format", takes: "FORMAT", "text or html; text if not said."),
      Command.Option("--save", "Write a file into the export folder, and say where it is."),
    ] + RecordOptions.all

  private static func ref(_ invocation: Invocation) throws -> RecordRef {
    let typed = invocation.operand(0) ?? ""
    guard let ref = RecordRef(typed), ref.kind == .bronzeAction else {
      throw CommandFailure.usage("\"\(typed)\" is no bronze action. It looks like BR-0001")
    }
    return ref
  }

  private static func print(
    _ paper: PaperRef, _ invocation: Invocation, _ console: Console
  ) throws -> ExitCode {
    let format = try PrintCommand.format(invocation["--format"])
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      let context = try records.context()
      let saves = invocation.has("--save")
      let name = PaperFile.name(of: paper, at: context.now, as: format)
      let letter = try RefusedListings.noting("print", in: records) {
        try records.store.write(try records.attribution()) {
          try $0.paperForPrint(
            paper, as: format.rawValue, to: saves ? name : "the output", in: context)
        }
      }
      let text = PaperFile.text(of: FrozenPaperLayout.paper(of: letter), as: format)
      guard saves else {
        try console.output.write(text)
        return .done
      }
      try console.say(try PaperFile.write(text, to: name, in: records.exportFolder))
      return .done
    }
  }
}
