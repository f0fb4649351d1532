import CaseRules
import CaseStore

/// `export edii|edii-figures`.
enum EDIIExports {
  static let all = [activities, figures]

  private static let options =
    [
      OutputFormat.option(ExportCommand.formats),
      Command.Option(
        "--from", takes: "DATE", "The first day; the first of this month if not said."),
      Command.Option("--to", takes: "DATE", "The last day; today if not said."),
    ] + RecordOptions.all

  /// The days that were asked for.
  private struct Period {
    private let from: CalendarDate?
    private let to: CalendarDate?

    init(_ invocation: Invocation) throws {
      from = try invocation["--from"].map(RecordOptions.day)
      to = try invocation["--to"].map(RecordOptions.day)
      if let from, let to, to < from {
        throw CommandFailure.usage("--to is before --from")
      }
    }

    func first(_ context: RuleContext) -> CalendarDate { from ?? context.today.firstOfMonth }
    func last(_ context: RuleContext) -> CalendarDate { to ?? context.today }
  }

  private static let activities = Command(
    "export edii", "list what early intervention did",
    description: """
      The activity log in the order it was written: strand, kind, aim, place, partners, how many \
      were reached (INT-050 to INT-052). It names no client. Sessions that were not as they are to \
      be carry their flags, and entries struck through their reason.

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file], options: options
  ) { invocation, console in
    let period = try Period(invocation)
    return try ExportCommand.run(.edii, columns, invocation, console) {
      records, context, cells, add in
      try Pages.forEach(from: EDIIActivityID?.none, in: records.store) {
        try EDIIRecords.page(
          after: $1, from: period.first(context), to: period.last(context), in: $0, context
        ).map { $0 }
      } _: {
        try add(row($0, cells), [])
      }
    }
  }

  private static let columns =
    ExportCommand.columns("reference date strand kind aim place partners")
    + [RowOutput.Column("reached", "reached", isNumber: true)]
    + ExportCommand.columns("began minutes audience worker free topics flags")
    + ExportCommand.columns("warrant result note recorded_by struck")

  private static func row(_ activity: EDIIActivity, _ cells: Cells) -> [String?] {
    let session = activity.session
    return [
      activity.ref.text, cells.date(activity.day), activity.kind.strand.rawValue,
      activity.kind.rawValue, activity.aim.rawValue, activity.place, given(activity.partners),
      activity.reached.map { String($0) }, cells.moment(session?.starts),
      session.map { String($0.minutes) },
      session.map { $0.audience.map(\.rawValue).joined(separator: " ") },
      session.flatMap { given($0.worker) }, session.map { cells.yesNo($0.isFree) },
      session.map { $0.topics.map(\.rawValue).joined(separator: " ") },
      session.flatMap { given($0.deviations.map(\.words).joined(separator: "; ")) },
      activity.followUp?.warrant.text, activity.followUp?.result.rawValue, given(activity.note),
      activity.recordedBy, activity.struckBecause,
    ]
  }

  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static let figures = Command(
    "export edii-figures", "count a period of early intervention",
    description: """
      Activities by strand, kind and aim with how many people they reached, sessions, and warrants \
      with and without their follow-up (INT-050 to INT-053). There are no names in it.

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file], options: options,
    examples: [
      Command.Example(
        "throughcare export edii-figures --from 01/10/2026 --to 31/12/2026", "A quarter.")
    ]
  ) { invocation, console in
    let period = try Period(invocation)
    return try ExportCommand.run(.ediiFigures, figureColumns, invocation, console) {
      records, context, cells, add in
      let figures = try records.store.read {
        try EDIIRecords.figures(
          from: period.first(context), to: period.last(context), in: $0, context)
      }
      for line in figures.lines {
        try add(
          [
            cells.date(figures.from), cells.date(figures.to), line.part.rawValue, line.label,
            line.shown, line.reached.map { String($0) },
          ], [])
      }
      return figures.lines.count
    }
  }

  private static let figureColumns =
    ExportCommand.columns("from to part item") + [
      RowOutput.Column("count", "count", isNumber: true),
      RowOutput.Column("reached", "reached", isNumber: true),
    ]
}
