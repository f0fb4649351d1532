import CaseRules
import CaseStore

/// `due`: everything that is owed by a date.
enum DueCommand {
  static let command = Command(
    "due", "print the deadlines: what, whose, from when, by when, and how it was worked out",
    description: """
      Prints what somebody still owes, the earliest first, from the same rows as the work lists on \
      the screen: name, rule, person, owner, the fact that started the clock, the due date, the \
      status, and how the date was worked out day by day. Names are left out where the rules keep \
      them back.

      Without --owner these are your own deadlines and those of your role; for a team leader, \
      everybody's.
      """,
    options: [
      OutputFormat.option(),
      Command.Option(
        "--owner", takes: "WHO", "me, everyone, a worker such as W-0002, or a role such as ARW."),
      Command.Option(
        "--all", "Also those that are met, set aside, or still without their start fact."),
    ] + LargeExports.options,
    examples: [
      Command.Example("throughcare due", "Your own work."),
      Command.Example(
        "throughcare due --owner everyone --all --format csv > deadlines.csv",
        "All there is, for a spreadsheet."),
    ],
    run: run)

  private static let columns = [
    RowOutput.Column("name", "Deadline"), RowOutput.Column("rule", "Rule"),
    RowOutput.Column("person", "Person"), RowOutput.Column("person_name", "Name"),
    RowOutput.Column("about", "About"), RowOutput.Column("owner", "Owner"),
    RowOutput.Column("start_fact", "Start"), RowOutput.Column("due", "Due"),
    RowOutput.Column("status", "Status"), RowOutput.Column("working", "Working"),
  ]

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation)
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      if let asked = try LargeExports.asked(.due, records, invocation, console) { return asked }
      let context = try records.context()
      let isAll = invocation.has("--all")
      let owners = try RefusedListings.noting("due", in: records) {
        let owners = try Self.owners(invocation["--owner"], for: records.worker)
        for case .worker(let worker) in owners {
          try ExportNarrowing.check(worker, in: records, option: "--owner")
        }
        for owner in owners { try DeadlineExport.check(owner, context) }
        try LargeExports.check(.due, in: records, context) { add in
          _ = try forEach(of: owners, isAll, records, context) { line in
            try add([line.personName == nil ? nil : line.person])
          }
        }
        return owners
      }
      var output = RowOutput(columns, as: format, on: console.output, heading: Marking.personal)
      let cells = Cells(format: format)
      let count = try forEach(of: owners, isAll, records, context) {
        try output.add(row($0, cells))
      }
      try output.finish()
      // GEN-003: a list with names has been read.
      try records.store.write(try records.attribution()) {
        try $0.noteListing(of: "due", rows: count)
      }
      return .done
    }
  }

  /// What is open of every owner, and then, where it is wanted, what is not open any more.
  private static func forEach(
    of owners: [DeadlineExport.Owner], _ isAll: Bool, _ records: OpenRecords,
    _ context: RuleContext, _ body: (DueLine) throws -> Void
  ) throws -> Int {
    var count = 0
    for owner in owners {
      count += try Pages.forEach(from: .start, in: records.store) {
        try DeadlineExport.open(of: owner, after: $1, in: $0, context)
      } _: {
        try body($0.line)
      }
    }
    for owner in isAll ? owners : [] {
      count += try Pages.forEach(from: .start, in: records.store) {
        try DeadlineExport.settled(of: owner, after: $1, in: $0, context)
      } _: {
        try body($0.line)
      }
    }
    return count
  }

  private static func row(_ line: DueLine, _ cells: Cells) -> [String?] {
    [
      line.name, line.rule, line.person?.text, line.personName, line.ref.text, line.owner,
      line.startFact, line.dueAt.map { cells.moment($0) } ?? cells.date(line.due),
      cells.format == .text ? line.status.words : line.status.code, line.working,
    ]
  }

  // MARK: Whose

  private static func owners(
    _ text: String?, for worker: Worker
  ) throws -> [DeadlineExport.Owner] {
    let own: [DeadlineExport.Owner] = [.worker(worker.id), .role(worker.role)]
    switch text?.lowercased() {
    case nil:
      let seesAll = AccessMatrix.right(of: worker, to: .namedLists).allowsReading
      return seesAll ? [.everyone] : own
    case "me": return own
    case "everyone": return [.everyone]
    case let other?: return [try owner(named: other)]
    }
  }

  private static func owner(named text: String) throws -> DeadlineExport.Owner {
    if let worker = RecordRef(text).flatMap({ WorkerID($0) }) { return .worker(worker) }
    if let role = Role(code: text) { return .role(role) }
    throw CommandFailure.usage(
      "--owner is me, everyone, a worker such as W-0002 or a role such as ARW, not \"\(text)\"")
  }
}
