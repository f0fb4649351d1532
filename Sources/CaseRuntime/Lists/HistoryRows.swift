import CaseRules
import CaseStore

/// Entries of the trail as a table, for the command and for what a screen writes to a file.
enum HistoryRows {
  static let columns = [
    RowOutput.Column("entry", "Entry", isNumber: true), RowOutput.Column("at", "When"),
    RowOutput.Column("worker", "Worker"), RowOutput.Column("worker_name", "Name"),
    RowOutput.Column("role", "Role"), RowOutput.Column("kind", "Kind"),
    RowOutput.Column("duty", "Duty"), RowOutput.Column("person", "Person"),
    RowOutput.Column("person_name", "Person's name"), RowOutput.Column("record", "Record"),
    RowOutput.Column("what", "What"), RowOutput.Column("changes", "From and to"),
    RowOutput.Column("rule", "Rule"), RowOutput.Column("why", "Why"),
    RowOutput.Column("terminal", "Terminal"),
    RowOutput.Column("remote", "From"), RowOutput.Column("session", "Session"),
  ]

  /// What a person reads in a window of a terminal; the rest is for programs.
  static let readColumns = [
    RowOutput.Column("at", "When"), RowOutput.Column("worker_name", "Who"),
    RowOutput.Column("person", "Person"), RowOutput.Column("what", "What"),
    RowOutput.Column("changes", "Changed, and why"),
  ]

  static func columns(for format: OutputFormat) -> [RowOutput.Column] {
    switch format {
    case .text: readColumns
    case .csv, .json: columns
    }
  }

  static func row(_ line: HistoryLine, _ wording: HistoryWording, _ cells: Cells) -> [String?] {
    switch cells.format {
    case .text:
      [
        line.at.uk, line.workerName, line.person?.ref.text, wording.what(line),
        wording.summary(line),
      ]
    case .csv, .json:
      [
        String(line.number), cells.moment(line.at), line.worker.ref.text, line.workerName,
        line.role.code, line.kind, EventKind.of(line.kind)?.duty.rawValue, line.person?.ref.text,
        line.personName, line.record, wording.what(line), wording.fromTo(line), line.rule,
        HistoryWording.why(line), line.terminal, line.remote, line.session,
      ]
    }
  }

  /// Every entry that fits, newest first, a lot at a time.
  static func forEach(
    of filter: TrailFilter, in store: StoreFile, _ context: RuleContext,
    _ body: (HistoryLine) throws -> Void
  ) throws {
    var last: Int64?
    while case let lines = try store.read(
      on: .long,
      { [last] in
        try TrailRecords.lines(of: filter, olderThan: last, limit: 500, in: $0, context)
      }), let end = lines.last
    {
      for line in lines { try body(line) }
      last = end.number
    }
  }
}

extension HistoryLine {
  /// Whom the entry is about, where its reader is told the name.
  var names: RecordRef? { personName == nil ? nil : person?.ref }
}
