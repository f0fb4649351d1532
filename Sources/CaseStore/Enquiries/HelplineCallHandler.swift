import CaseRules
import SQLite

/// A helpline call, of its own or from a detention (CUS-014, CUS-015).
enum HelplineCallHandler {
  static let handler = FormHandler(
    HelplineCallForm.id,
    open: { records, about, context in
      var known = KnownAnswers()
      known.set(HelplineCallForm.started, at: context.now.startOfMinute, from: "now")
      guard let about else {
        return OpenedForm(
          form: HelplineCallForm.id, about: nil, draft: known.draft, sources: known.sources)
      }
      let row = try EntryRecords.found(about, in: records)
      known.set(HelplineCallForm.caller, code: HelplineCall.Caller.client.code)
      known.set(HelplineCallForm.fromCustody, true, from: "from the board")
      known.set(HelplineCallForm.suite, code: row.entry.suite.code, from: "from the board")
      return OpenedForm(
        form: HelplineCallForm.id, about: about, heading: row.entry.heading, draft: known.draft,
        sources: known.sources, facts: facts(row))
    },
    facts: { records, about, _, _ in
      guard let about else { return FormFacts() }
      return facts(try EntryRecords.found(about, in: records))
    },
    save: { transaction, about, reading, _, context in
      let row = try about.map { try EntryRecords.found($0, in: transaction.connection) }
      return try save(row, reading, transaction, context)
    })

  private static func facts(_ row: EntryRow) -> FormFacts {
    var facts = FormFacts()
    facts.custody = CustodyFacts(entry: row.entry)
    return facts
  }

  private static func save(
    _ row: EntryRow?, _ reading: FormReading, _ transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> SavedForm {
    guard let started = reading.moment(HelplineCallForm.started) else { throw StoreError.notFound }
    let person = row.flatMap { EntryDeadlines.person(of: $0.entry) }
    let due = HelplineCallForm.owed(reading, in: context)
    let id = try insert(row, person, due, reading, transaction)
    guard let due else { return SavedForm(id.ref) }
    if let deadline = CustodyDeadlines.nextDayAppointment(
      call: started, hours: context.settings.spocHours, in: context.calendar)
    {
      try DeadlineRecords.start(
        deadline, about: id.ref, person: person, owner: .worker(context.worker.id),
        metByForm: NextDayAppointmentForm.id, in: transaction, calendar: context.calendar)
    }
    return SavedForm(
      id.ref, notes: ["Offer an appointment for \(due.ukWithWeekday) (CUS-015)"])
  }

  private static func insert(
    _ row: EntryRow?, _ person: PersonID?, _ due: CalendarDate?, _ reading: FormReading,
    _ transaction: WriteTransaction
  ) throws -> HelplineCallID {
    let suite = try suite(reading, transaction.connection)
    let caller: HelplineCall.Caller? = reading.choice(HelplineCallForm.caller)
    let purposes = HelplineCall.Purpose.stored(reading.choices(HelplineCallForm.purposes))
    let emergency = reading.isYes(HelplineCallForm.emergency)
    let advice =
      emergency ? HelplineCall.Advice.stored(reading.choices(HelplineCallForm.advice)) : nil
    try transaction.connection.execute(
      """
      INSERT INTO helpline_call (entry, suite, person, started_at, ended_at, caller, purposes,
                                 from_custody, emergency, ambulance, advice, taken_by, owed_for)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, row?.entry.ref.number, suite, person, reading.moment(HelplineCallForm.started),
      reading.moment(HelplineCallForm.ended), caller, purposes,
      reading.isYes(HelplineCallForm.fromCustody), emergency,
      emergency ? reading.tick(HelplineCallForm.ambulance) : nil, advice,
      transaction.attribution.worker, due)
    let id = HelplineCallID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: person, record: AuditedRecord(id.ref), to: 1,
        changes: [
          FieldChange("started_at", to: reading.moment(HelplineCallForm.started)),
          FieldChange("ended_at", to: reading.moment(HelplineCallForm.ended)),
          FieldChange("caller", to: caller), FieldChange("purposes", to: purposes),
          FieldChange("suite", to: suite), FieldChange("emergency", to: emergency),
          FieldChange("advice", to: advice), FieldChange("owed_for", to: due),
        ], facts: row.map { [.init("entry", $0.entry.ref)] } ?? []))
    return id
  }

  private static func suite(_ reading: FormReading, _ records: Connection) throws -> SuiteID? {
    guard reading.isYes(HelplineCallForm.fromCustody),
      let code = reading.code(HelplineCallForm.suite)
    else { return nil }
    return try SuiteRecords.suite(code: code, in: records).map { SuiteID($0.suite.ref.number) }
  }
}
