import CaseRules
import CaseStore

/// `export custody|caseload|workloads|appointments|care-plans|treatment`: a list to take along.
enum ExportCommand {
  static let all = [
    custody, caseload, WorkloadExport.command, appointments, carePlans, treatment,
  ]

  static let notes = """
    Without FILE the list goes to the output. A file is made for its owner alone (mode 0600); one \
    of that name is never overwritten. In CSV a value that a spreadsheet would take for a formula \
    begins with an apostrophe. Every export is on the audit trail (GEN-003). A list of more than \
    large_export_people (50) people leaves the program only by two: --ask puts it before a second \
    person, and once they have confirmed it the command serves once within a day.
    """
  static let file = Command.Operand("FILE", optional: true, "A new file for the list.")
  static let formats: [OutputFormat] = [.csv, .json]

  // MARK: Custody

  static let custody = Command(
    "export custody", "list the detentions",
    description: """
      Every detention on the record in the order of entry. Name, custody number and offence are \
      there only where permission was given (CUS-010), and in your own cases: detentions you entered \
      or dealt with, and those of your clients; for a team leader, everybody's.

      \(notes)
      """,
    operands: [file], options: [OutputFormat.option(formats)] + LargeExports.options
  ) { invocation, console in
    try run(.custody, custodyColumns, invocation, console) { records, context, cells, add in
      try Pages.forEach(from: RecordRef?.none, in: records.store) {
        try CustodyExport.page(after: $1, in: $0, context).withOptionalPlace
      } _: {
        try add(row($0, cells), [$0.name == nil ? nil : $0.person])
      }
    }
  }

  private static let custodyColumns = columns(
    "reference suite cell arrived trigger ppo drr state offer offer_flags approach permission "
      + "person name custody_number offence departed next next_at closed")

  private static func row(_ line: CustodyExport.Line, _ cells: Cells) -> [String?] {
    [
      line.ref.text, line.suite, line.cell, cells.moment(line.arrived),
      cells.yesNo(line.isTrigger), cells.yesNo(line.isPPO), cells.yesNo(line.isDRR),
      line.state.rawValue, line.offer?.rawValue,
      line.offerFlags.map(\.rawValue).joined(separator: " "), line.approach?.rawValue,
      cells.yesNo(line.hasPermission), line.person?.text, line.name, line.custodyNumber,
      line.offence, cells.moment(line.departed), line.next?.kind, cells.moment(line.next?.at),
      cells.moment(line.closed),
    ]
  }

  // MARK: Caseload

  static let caseload = Command(
    "export caseload", "list the open clients",
    description: """
      Your own clients in the order of names; for a team leader, everybody's. The same lines as \
      the caseload on the screen, or a part of them.

      \(notes)
      """,
    operands: [file],
    options: [OutputFormat.option(formats)] + ExportNarrowing.ofCaseload + LargeExports.options,
    examples: [
      Command.Example(
        "throughcare export caseload --family A-F a-to-f.csv", "Those of the first letters."),
      Command.Example(
        "throughcare export caseload --due overdue", "Who has something overdue."),
      Command.Example(
        "throughcare export caseload --team North", "The clients of a team's workers."),
    ]
  ) { invocation, console in
    let part = try CaseloadNarrowing(invocation)
    return try run(.caseload, caseloadColumns, invocation, console) {
      records, context, cells, add in
      let scope = try ExportScope.allowed(to: records.worker)
      try ExportNarrowing.check(part.filter.worker, in: records)
      try ExportNarrowing.check(team: part.filter.team, in: records)
      var count = 0
      _ = try Pages.forEach(from: NamePlace.first, in: records.store) {
        try CaseloadExport.page(of: scope, only: part.filter, after: $1, in: $0, context)
      } _: { line in
        guard part.holds(line) else { return }
        try add(row(line, cells), [line.person])
        count += 1
      }
      return count
    }
  }

  static let caseloadColumns = columns(
    "reference person family_name given_names born worker state joined last_contact at_risk "
      + "next_appointment next_deadline due deadline_status flags")

  static func row(_ line: CaseloadLine, _ cells: Cells) -> [String?] {
    [
      line.ref.text, line.person.text, line.familyName, line.givenNames, cells.date(line.born),
      line.worker, line.state.rawValue, cells.date(line.joined), cells.date(line.lastContact),
      cells.yesNo(line.atRisk), cells.moment(line.nextAppointment), line.due?.name,
      line.due.flatMap { due in due.dueAt.map { cells.moment($0) } ?? cells.date(due.due) },
      line.due?.status.code, line.flags.joined(separator: ", "),
    ]
  }

  // MARK: Appointments

  static let appointments = Command(
    "export appointments", "list appointments by the time they begin",
    description: """
      Your own appointments and those of your clients; for a team leader, everybody's. Callers who \
      are not on file are among them, by the number of their call. Without dates: from 30 days ago \
      to 90 days ahead. Dates may be said as in forms: today, +7, mon.

      With --format ics the list is a calendar (RFC 5545) that other programs read in: the kind of \
      appointment with the client's initials and number, no name, no purpose, and no place of a \
      home visit. With --names it has them, and says so in the file. An appointment with a \
      colleague says with whom. Times are in UTC; an appointment keeps its UID, so that reading \
      the file again brings changes in.

      \(notes)
      """,
    operands: [file],
    options: [
      Command.Option(
        "--format", takes: "csv|json|ics", "How to write the list; csv if not said."),
      Command.Option("--names", "With ics: names, purposes and every place in the file."),
      Command.Option("--from", takes: "DATE", "The first day."),
      Command.Option("--to", takes: "DATE", "The last day."),
    ] + ExportNarrowing.ofAppointments + LargeExports.options,
    examples: [
      Command.Example(
        "throughcare export appointments --from today --to +7 week.csv", "The week to come."),
      Command.Example(
        "throughcare export appointments --missed", "What was missed and is not followed up."),
    ]
  ) { invocation, console in
    if invocation["--format"] == "ics" { return try CalendarExport.run(invocation, console) }
    if invocation.has("--names") {
      throw CommandFailure.usage(
        "--names goes with --format ics; other lists have names anyway. For a part of the names: "
          + "--family A-F")
    }
    return try run(.appointments, appointmentColumns, invocation, console) {
      records, context, cells, add in
      let part = try AppointmentNarrowing(invocation, in: context)
      try ExportNarrowing.check(part.worker, in: records)
      return try forEach(part, records, context) { line in
        switch line {
        case .onFile(let appointment):
          try add(row(appointment, cells), [appointment.person.ref])
        case .caller(let caller): try add(row(caller, cells), [caller.ref])
        }
      }
    }
  }

  /// Both kinds in the order they begin; answers with how many there were.
  static func forEach(
    _ part: AppointmentNarrowing, _ records: OpenRecords, _ context: RuleContext,
    _ body: (BookedAppointment) throws -> Void
  ) throws -> Int {
    let scope = try ExportScope.allowed(to: records.worker)
    var callers = try records.store.read {
      try AppointmentExport.callers(of: scope, from: part.first, to: part.last, in: $0, context)
    }.filter(part.holds)[...]
    var count = 0
    func tell(_ line: BookedAppointment) throws {
      try body(line)
      count += 1
    }
    _ = try Pages.forEach(from: AppointmentExport.Place(from: part.first), in: records.store) {
      try AppointmentExport.page(
        of: scope, missedOnly: part.missedOnly, after: $1, to: part.last, in: $0, context)
    } _: { appointment in
      guard part.holds(appointment) else { return }
      while let caller = callers.first, caller.starts < appointment.starts {
        try tell(.caller(caller))
        callers = callers.dropFirst()
      }
      try tell(.onFile(appointment))
    }
    for caller in callers { try tell(.caller(caller)) }
    return count
  }

  static let appointmentColumns = columns(
    "reference person name starts minutes place worker kind purpose state minutes_late reason "
      + "rebooked_to struck_through")

  static func row(_ line: Appointment, _ cells: Cells) -> [String?] {
    [
      line.id.ref.text, line.person.ref.text, line.personName, cells.moment(line.starts),
      String(line.minutes), line.place, line.workerName, line.kind.title, line.purpose,
      line.state.rawValue, line.minutesLate.map { String($0) }, line.reason,
      line.rebookedTo?.ref.text, line.struckBecause,
    ]
  }

  /// CUS-010: of a detainee there is no name, and the number of the call stands for them.
  static func row(_ line: CallAppointmentLine, _ cells: Cells) -> [String?] {
    [
      line.ref.text, nil, line.name, cells.moment(line.starts), String(line.minutes), line.place,
      line.worker, AppointmentKind.oneToOne.title, "After helpline call \(line.ref.text)",
      line.bookedState.rawValue, nil, nil, nil, nil,
    ]
  }

  // MARK: Care plans

  static let carePlans = Command(
    "export care-plans", "list the care plans that hold now, goal by goal",
    description: """
      The newest version of the care plan of each of your own clients, one row for each goal; for a \
      team leader, everybody's. A plan without goals has one row.

      \(notes)
      """,
    operands: [file], options: [OutputFormat.option(formats)] + LargeExports.options
  ) { invocation, console in
    try run(.carePlans, carePlanColumns, invocation, console) { records, context, cells, add in
      let scope = try ExportScope.allowed(to: records.worker)
      return try Pages.forEach(from: .start, in: records.store) {
        try CarePlanExport.page(of: scope, after: $1, in: $0, context)
      } _: {
        try add(row($0, cells), [$0.person])
      }
    }
  }

  private static let carePlanColumns = columns(
    "plan version person name worker made agreed not_agreed review_due domain goal action "
      + "lead_agency target status answers_threat")

  private static func row(_ line: CarePlanExport.Line, _ cells: Cells) -> [String?] {
    [
      line.plan.text, String(line.version), line.person.text, line.name.display, line.worker,
      cells.date(line.made), cells.date(line.agreed), line.notAgreed, cells.date(line.reviewDue),
      line.goal?.domain.rawValue, line.goal?.goal, line.goal?.action, line.goal?.leadAgency,
      cells.date(line.goal?.target), line.goal?.status.rawValue, line.goal?.tackles?.rawValue,
    ]
  }

  // MARK: Treatment

  static let treatment = Command(
    "export treatment", "list treatments and rapid prescribing",
    description: """
      The treatments and prescribing episodes of your own clients; for a team leader, everybody's. \
      The column kind tells the two apart; what does not belong to a kind is empty.

      \(notes)
      """,
    operands: [file], options: [OutputFormat.option(formats)] + LargeExports.options
  ) { invocation, console in
    try run(.treatment, TreatmentRow.columns, invocation, console) {
      records, context, cells, add in
      let scope = try ExportScope.allowed(to: records.worker)
      return try Pages.forEach(from: TreatmentExport.Place.start, in: records.store) {
        try TreatmentExport.page(of: scope, after: $1, in: $0, context)
      } _: {
        try add(TreatmentRow.row($0, cells), [TreatmentRow.person($0)])
      }
    }
  }

  // MARK: All of them

  static func columns(
    _ codes: String, numbers: [String] = ["minutes", "minutes_late", "version"]
  ) -> [RowOutput.Column] {
    codes.split(separator: " ").map(String.init).map { code in
      RowOutput.Column(code, code, isNumber: numbers.contains(code))
    }
  }

  /// Hands over one row after the other, each with the people it names.
  typealias Rows = (
    OpenRecords, RuleContext, Cells, _ add: ([String?], _ naming: [RecordRef?]) throws -> Void
  ) throws -> Int

  static func run(
    _ list: ExportedList, _ columns: [RowOutput.Column], _ invocation: Invocation,
    _ console: Console, rows: Rows
  ) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation, among: formats)
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      if let asked = try LargeExports.asked(list, records, invocation, console) { return asked }
      let (context, cells) = (try records.context(), Cells(format: format))
      // A dash is what shells call the output.
      let path = invocation.operand(0).flatMap { $0 == "-" ? nil : $0 }
      let target = try ListTarget(path: path, console)
      let count = try RefusedListings.noting("export \(list.rawValue)", in: records) {
        try target.write { file in
          try LargeExports.check(list, in: records, context) { add in
            _ = try rows(records, context, cells) { _, people in try add(people) }
          }
          var output = RowOutput(columns, as: format, on: file)
          let count = try rows(records, context, cells) { row, _ in try output.add(row) }
          try output.finish()
          return count
        }
      }
      try records.store.write(try records.attribution()) {
        try $0.noteExport(of: list.rawValue, rows: count)
      }
      if let path { try console.tell("\(count) rows in \(path)") }
      return .done
    }
  }
}

extension ExportPage where Place == RecordRef {
  /// For lists that begin before any record.
  fileprivate var withOptionalPlace: ExportPage<Row, RecordRef?> { map { $0 } }
}
