import CaseRules
import CaseStore

/// `history`: who did what, when, what from and to, and why.
enum HistoryCommand {
  static let command = Command(
    "history", "print who looked at or changed what, when and why",
    description: """
      Lists entries of the audit trail, the newest first. Who may read a record sees its history; \
      team leaders and auditors see the whole trail, also without naming a record. Looking at the \
      history is an entry as well (GEN-003).

      Kinds are codes such as person.view, or words for several: \
      \(TrailWords.kindWords.joined(separator: ", ")).
      """,
    options: [
      Command.Option("--person", takes: "PERSON", "Everything about a person, such as P-0042."),
      Command.Option("--record", takes: "RECORD", "Of one record, such as A-0123."),
      Command.Option("--worker", takes: "WORKER", "Of one worker, such as W-0003."),
      Command.Option("--kind", takes: "KIND", repeats: true, "Only these kinds of event."),
      Command.Option("--from", takes: "DATE", "From this day on."),
      Command.Option("--to", takes: "DATE", "To this day."),
      Command.Option("--refused", "Only what was refused."),
      OutputFormat.option(),
    ] + RecordOptions.all,
    examples: [
      Command.Example(
        "throughcare history --person P-0042 --kind looks --from 01/10/2026",
        "Who looked at somebody since October began, and why."),
      Command.Example(
        "throughcare history --refused --format csv", "Every refusal, for a spreadsheet."),
    ],
    run: run)

  private static let columns = [
    RowOutput.Column("entry", "Entry", isNumber: true), RowOutput.Column("at", "When"),
    RowOutput.Column("worker", "Worker"), RowOutput.Column("worker_name", "Name"),
    RowOutput.Column("role", "Role"), RowOutput.Column("kind", "Kind"),
    RowOutput.Column("person", "Person"), RowOutput.Column("person_name", "Person's name"),
    RowOutput.Column("record", "Record"), RowOutput.Column("what", "What"),
    RowOutput.Column("changes", "From and to, and why"), RowOutput.Column("rule", "Rule"),
    RowOutput.Column("reason", "Reason"), RowOutput.Column("purpose", "Purpose"),
    RowOutput.Column("terminal", "Terminal"), RowOutput.Column("remote", "From"),
    RowOutput.Column("session", "Session"),
  ]

  /// What a person reads in a window of a terminal; the rest is for programs.
  private static let readColumns = [
    RowOutput.Column("at", "When"), RowOutput.Column("worker_name", "Who"),
    RowOutput.Column("person", "Person"), RowOutput.Column("what", "What"),
    RowOutput.Column("changes", "From and to, and why"),
  ]

  private static let marking = "CONFIDENTIAL - PERSONAL DATA"
  private static let lot = 500

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation)
    let filter = try filter(invocation)
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      let context = try records.context()
      try RefusedListings.noting("history", in: records) { try TrailRecords.check(filter, context) }
      // GEN-003: the look is on the trail before anything is shown.
      try records.store.write(try records.attribution()) { try TrailRecords.note(filter, in: $0) }
      let wording = HistoryWording(
        codes: context.codes, workers: try records.store.read { try $0.workerNames() })
      var output = RowOutput(
        format == .text ? readColumns : columns, as: format, on: console.output, heading: marking)
      let cells = Cells(format: format)
      var last: Int64?
      while case let lines = try records.store.read(
        on: .long,
        { [last] in
          try TrailRecords.lines(of: filter, olderThan: last, limit: lot, in: $0, context)
        }), let end = lines.last
      {
        for line in lines { try output.add(row(line, wording, cells)) }
        last = end.number
      }
      try output.finish()
      return .done
    }
  }

  private static func row(
    _ line: HistoryLine, _ wording: HistoryWording, _ cells: Cells
  ) -> [String?] {
    switch cells.format {
    case .text:
      [
        line.at.uk, line.workerName, line.person?.ref.text, wording.what(line),
        wording.summary(line),
      ]
    case .csv, .json:
      [
        String(line.number), cells.moment(line.at), line.worker.ref.text, line.workerName,
        line.role.code, line.kind, line.person?.ref.text, line.personName, line.record,
        wording.what(line), wording.summary(line), line.rule, line.reason, line.purpose,
        line.terminal, line.remote, line.session,
      ]
    }
  }

  // MARK: What is asked

  private static func filter(_ invocation: Invocation) throws -> TrailFilter {
    var filter = TrailFilter()
    if let record = try invocation["--record"].map(ref) { filter = TrailFilter(record: record) }
    if let person = try invocation["--person"].map(ref) {
      guard let id = PersonID(person) else {
        throw CommandFailure.usage("\(person.text) is no person, such as P-0042")
      }
      filter.person = id
    }
    if let worker = try invocation["--worker"].map(ref) {
      guard let id = WorkerID(worker) else {
        throw CommandFailure.usage("\(worker.text) is no worker, such as W-0003")
      }
      filter.workers = [id]
    }
    filter.from = try invocation["--from"].map(RecordOptions.day)
    filter.to = try invocation["--to"].map(RecordOptions.day)
    filter.kinds = try kinds(invocation.all("--kind"), refused: invocation.has("--refused"))
    return filter
  }

  private static func ref(_ text: String) throws -> RecordRef {
    if let ref = RecordRef(text) { return ref }
    throw CommandFailure.usage("\"\(text)\" is no number of a record, such as P-0042")
  }

  private static func kinds(_ words: [String], refused: Bool) throws -> [String]? {
    let asked = words + (refused ? ["refused"] : [])
    if asked.isEmpty { return nil }
    return try asked.flatMap { word in
      if let codes = TrailWords.kinds(word) { return codes }
      throw CommandFailure.usage(
        "\"\(word)\" is no kind of event. Kinds are "
          + TrailWords.kindWords.joined(separator: ", ") + ", or a code such as person.view")
    }
  }
}
