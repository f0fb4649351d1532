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
    ] + LargeExports.options,
    examples: [
      Command.Example(
        "throughcare history --person P-0042 --kind looks --from 01/10/2026",
        "Who looked at somebody since October began, and why."),
      Command.Example(
        "throughcare history --refused --format csv", "Every refusal, for a spreadsheet."),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation)
    let filter = try filter(invocation)
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      if let asked = try LargeExports.asked(.trail, records, invocation, console) { return asked }
      let context = try records.context()
      try check(filter, in: records, context)
      try RefusedListings.noting("history", in: records) {
        try LargeExports.check(.trail, in: records, context) { add in
          try HistoryRows.forEach(of: filter, in: records.store, context) { try add([$0.names]) }
        }
      }
      // GEN-003: the look is on the trail before anything is shown.
      try records.store.write(try records.attribution()) { try TrailRecords.note(filter, in: $0) }
      let wording = HistoryWording(
        codes: context.codes, workers: try records.store.read { try $0.workerNames() })
      var output = RowOutput(
        HistoryRows.columns(for: format), as: format, on: console.output, heading: Marking.personal)
      let cells = Cells(format: format)
      try HistoryRows.forEach(of: filter, in: records.store, context) {
        try output.add(HistoryRows.row($0, wording, cells))
      }
      try output.finish()
      return .done
    }
  }

  /// A refusal stands on the trail of the record that was asked for.
  private static func check(
    _ filter: TrailFilter, in records: OpenRecords, _ context: RuleContext
  ) throws {
    guard let record = filter.person?.ref ?? filter.record else {
      return try RefusedListings.noting("history", in: records) {
        try TrailRecords.check(filter, context)
      }
    }
    do {
      try TrailRecords.check(filter, context)
    } catch {
      guard let finding = Viewing.refusal(error) else { throw error }
      try records.store.write(try records.attribution()) {
        try Viewing.noteRefusal(finding, at: record, in: $0)
      }
      throw CommandFailure(finding.display)
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
