import CaseRules
import CaseStore

/// `export calls|referrals|directory|service-review`.
enum EnquiryExports {
  static let all = [calls, referrals, directory, serviceReview]

  private static let options =
    [OutputFormat.option(ExportCommand.formats)] + LargeExports.options

  // MARK: Calls

  private static let calls = Command(
    "export calls", "list the calls to the helpline",
    description: """
      The calls you took in the order they were logged; for a team leader, everybody's. A detainee \
      is named only where permission was given (CUS-010).

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file], options: options
  ) { invocation, console in
    try ExportCommand.run(.calls, callColumns, invocation, console) {
      records, context, cells, add in
      let scope = try ExportScope.allowed(to: records.worker)
      return try Pages.forEach(from: HelplineCallID?.none, in: records.store) {
        try EnquiryExport.calls(of: scope, after: $1, in: $0, context).map { $0 }
      } _: {
        try add(row($0, cells), [caller($0)])
      }
    }
  }

  /// Whom a call names: somebody on file, or somebody by name only, who is counted once a call.
  private static func caller(_ file: CallFile) -> RecordRef? {
    file.person?.ref ?? (file.clientName.isEmpty ? nil : file.call.ref)
  }

  private static let callColumns = ExportCommand.columns(
    "reference started ended answered taken_by caller person name phone from_custody suite "
      + "detention purposes emergency advice ambulance services outcome appointment referral "
      + "follow_up struck")

  private static func row(_ file: CallFile, _ cells: Cells) -> [String?] {
    let call = file.call
    return [
      call.ref.text, cells.moment(call.started), cells.moment(call.ended),
      cells.yesNo(call.wasAnswered), call.takenByInitials, call.caller.rawValue,
      file.person?.ref.text, file.personName ?? given(file.clientName), given(file.clientPhone),
      cells.yesNo(call.isFromCustody), file.suite, file.entry?.text,
      file.purposes.map(\.rawValue).joined(separator: " "), cells.yesNo(file.isEmergency),
      file.advice.map(\.rawValue).joined(separator: " "), file.ambulance.map(cells.yesNo),
      file.services.map(\.name).joined(separator: "; "), file.outcome.rawValue,
      cells.moment(call.bookedFor), file.referral?.text, given(file.followUp),
      call.struckBecause,
    ]
  }

  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }

  // MARK: Referrals

  private static let referrals = Command(
    "export referrals", "list the referrals to the team",
    description: """
      Referrals by phone and fax, and those that calls have made (PPL-053): yours, or for a team \
      leader everybody's, with the day the action is due (PPL-050).

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file], options: options
  ) { invocation, console in
    try ExportCommand.run(.referrals, referralColumns, invocation, console) {
      records, context, cells, add in
      let scope = try ExportScope.allowed(to: records.worker)
      return try Pages.forEach(from: IncomingReferralID?.none, in: records.store) {
        try EnquiryExport.referrals(of: scope, after: $1, in: $0, context).map { $0 }
      } _: {
        try add(row($0, cells), [referred($0.referral)])
      }
    }
  }

  private static func referred(_ referral: Referral) -> RecordRef? {
    referral.person?.ref ?? (referral.clientName.isEmpty ? nil : referral.ref)
  }

  private static let referralColumns = ExportCommand.columns(
    "reference received out_of_hours route agency referrer call person name phone consent "
      + "documents reason worker state due status action acted_at note")

  private static func row(_ line: ReferralLine, _ cells: Cells) -> [String?] {
    let referral = line.referral
    let last = referral.actions.last
    return [
      referral.ref.text, cells.moment(referral.received), cells.yesNo(referral.isOutOfHours),
      referral.route.rawValue, referral.agency.rawValue, referral.referrer, referral.call?.text,
      referral.person?.ref.text, referral.personName ?? given(referral.clientName),
      given(referral.clientPhone), referral.consent.map(cells.yesNo),
      referral.documents.map(\.rawValue).joined(separator: " "), given(referral.reason),
      referral.workerName,
      referral.state.rawValue, cells.date(line.due?.due), line.due?.status.code,
      last?.action.rawValue, cells.moment(last?.at), last.flatMap { given($0.note) },
    ]
  }

  // MARK: Directory

  private static let directory = Command(
    "export directory", "list the service directory",
    description: """
      Every entry with phone, hours, who may use it, how to refer and when it was last checked \
      (PPL-054). What comes out can be fed to import directory of another file.

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file], options: options
  ) { invocation, console in
    try ExportCommand.run(.directory, directoryColumns, invocation, console) {
      records, context, cells, add in
      try Pages.forEach(from: AgencyID?.none, in: records.store) {
        try ServiceRecords.page(after: $1, in: $0, context).map { $0 }
      } _: {
        try add(row($0, cells, context.today), [])
      }
    }
  }

  private static let directoryColumns = ExportCommand.columns(
    "reference name type area age-group phone free-call address hours referral-route eligibility "
      + "last-checked unchecked")

  private static func row(
    _ service: Service, _ cells: Cells, _ today: CalendarDate
  ) -> [String?] {
    [
      service.ref.text, service.name, service.type.rawValue, given(service.area),
      given(service.ageGroup), given(service.phone), service.isFreeCall?.rawValue,
      given(service.address), given(service.hours), given(service.referralRoute),
      given(service.eligibility), cells.date(service.lastChecked),
      cells.yesNo(service.isUnchecked(on: today)),
    ]
  }

  // MARK: The monthly review

  private static let serviceReview = Command(
    "export service-review", "count a month of the helpline",
    description: """
      The calls of a month by hour, purpose and outcome, those nobody answered, and the next-day \
      appointments that were kept (PPL-055). There are no names in it.

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file],
    options: [
      OutputFormat.option(ExportCommand.formats),
      Command.Option("--month", takes: "DATE", "Any day of the month; this month if not said."),
    ] + RecordOptions.all,
    examples: [
      Command.Example(
        "throughcare export service-review --month 01/10/2026", "October, for the meeting.")
    ]
  ) { invocation, console in
    let month = try invocation["--month"].map(RecordOptions.day)
    return try ExportCommand.run(.serviceReview, reviewColumns, invocation, console) {
      records, context, cells, add in
      let review = try records.store.read {
        try CallLines.review(of: month ?? context.today, in: $0, context)
      }
      for line in review.lines {
        try add([cells.date(review.month), line.part.rawValue, line.label, String(line.count)], [])
      }
      return review.lines.count
    }
  }

  private static let reviewColumns = [
    RowOutput.Column("month", "month"), RowOutput.Column("part", "part"),
    RowOutput.Column("item", "item"), RowOutput.Column("count", "count", isNumber: true),
  ]
}
