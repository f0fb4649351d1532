import CaseRules
import SQLite

/// A helpline call, of its own or from a detention, and what comes of it by itself.
enum HelplineCallHandler {
  static let handler = FormHandler(
    HelplineCallForm.id,
    open: { records, about, context in
      var known = KnownAnswers()
      known.set(HelplineCallForm.started, at: context.now.startOfMinute, from: "now")
      known.set(HelplineCallForm.taker, .link(context.worker.id.ref), from: "you")
      let row = try about.map { try EntryRecords.found($0, in: records) }
      if let row { fill(&known, from: row.entry) }
      let reading = FormReading(
        known.draft, of: HelplineCallForm.definition, in: context.reading)
      return OpenedForm(
        form: HelplineCallForm.id, about: about, heading: row?.entry.heading, draft: known.draft,
        sources: known.sources, facts: try facts(row, reading, records, context))
    },
    facts: { records, about, reading, context in
      try facts(try detention(about, reading, records), reading, records, context)
    },
    save: { transaction, about, reading, _, context in
      let row = try detention(about, reading, transaction.connection)
      return try save(row, reading, transaction, context)
    })

  /// CUS-014: the detention the caller rang from, also where the call was begun elsewhere and only
  /// names the person.
  ///
  /// Whoever may be named there has given permission there (CUS-010).
  private static func detention(
    _ about: RecordRef?, _ reading: FormReading, _ records: Connection
  ) throws -> EntryRow? {
    if let about { return try EntryRecords.found(about, in: records) }
    guard reading.isYes(HelplineCallForm.fromCustody),
      let person = reading.link(HelplineCallForm.person).flatMap({ PersonID($0) }),
      let started = reading.moment(HelplineCallForm.started)
    else { return nil }
    return try EntryRecords.holding(
      person, at: started, suite: reading.code(HelplineCallForm.suite), in: records)
  }

  private static func fill(_ known: inout KnownAnswers, from entry: CustodyEntry) {
    let source = "from the board"
    known.set(HelplineCallForm.caller, code: HelplineCall.Caller.client.code)
    known.set(HelplineCallForm.fromCustody, true, from: source)
    known.set(HelplineCallForm.suite, code: entry.suite.code, from: source)
    known.set(HelplineCallForm.person, entry.details?.person.map { .link($0) }, from: source)
  }

  private static func facts(
    _ row: EntryRow?, _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    var unchecked: Set<RecordRef> = []
    for line in reading.rows[HelplineCallForm.services] ?? [] {
      guard let ref = line.link(HelplineCallForm.service), let id = AgencyID(ref),
        let service = try ServiceRecords.one(id, in: records)
      else { continue }
      facts.names[ref] = service.callWords(on: context.today)
      if service.isUnchecked(on: context.today) { unchecked.insert(ref) }
    }
    facts.custody = row.map { CustodyFacts(entry: $0.entry) }
    let taker = try reading.link(HelplineCallForm.taker).flatMap { WorkerID($0) }
      .flatMap { try CallTakerRecords.one($0, in: records) }
    facts.enquiry = EnquiryFacts(taker: taker, unchecked: unchecked)
    return facts
  }

  private static func save(
    _ row: EntryRow?, _ reading: FormReading, _ transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> SavedForm {
    guard let started = reading.moment(HelplineCallForm.started),
      let taker = reading.link(HelplineCallForm.taker).flatMap({ WorkerID($0) })
    else { throw StoreError.notFound }
    let person =
      reading.link(HelplineCallForm.person).flatMap { PersonID($0) }
      ?? row.flatMap { EntryDeadlines.person(of: $0.entry) }
    let due = HelplineCallForm.owed(reading, in: context)
    let id = try insert(
      Content(
        entry: row.flatMap { EntryID($0.entry.ref) }, person: person, taker: taker, owedFor: due),
      reading, transaction)
    var notes = try refer(id, person, reading, transaction, context)
    guard let due else { return SavedForm(id.ref, notes: notes) }
    if let deadline = CustodyDeadlines.nextDayAppointment(
      call: started, hours: context.settings.spocHours, in: context.calendar)
    {
      try DeadlineRecords.start(
        deadline, about: id.ref, person: person, owner: .worker(taker),
        metByForm: NextDayAppointmentForm.id, in: transaction, calendar: context.calendar)
    }
    notes.append("Offer an appointment for \(due.ukWithWeekday) (CUS-015)")
    return SavedForm(id.ref, notes: notes)
  }

  /// PPL-053: the wish for a referral is one, with all that the caller has said already.
  private static func refer(
    _ call: HelplineCallID, _ person: PersonID?, _ reading: FormReading,
    _ transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    guard HelplineCallForm.wantsReferral(reading),
      let started = reading.moment(HelplineCallForm.started),
      let caller: HelplineCall.Caller = reading.choice(HelplineCallForm.caller)
    else { return [] }
    let (name, phone) = named(reading, person)
    let referral = Referral(
      ref: RecordRef(.incomingReferral, 0), call: call.ref, received: started,
      isOutOfHours: IncomingReferralRecords.isOutOfHours(started, context), route: .phone,
      referrer: "\(caller.words), by the helpline", agency: .other, person: person,
      clientName: name, clientPhone: phone)
    let id = try IncomingReferralRecords.add(referral, in: transaction, context)
    let due = try DeadlineRecords.all(about: id.ref, in: transaction.connection).first?.due
    let until = due.map { ", action due \($0.ukWithWeekday)" } ?? ""
    return ["Referral \(id.ref.text) is in the queue\(until) (PPL-053)"]
  }

  /// Somebody on file is not written down a second time; nothing of a detainee is (CUS-010).
  private static func named(_ reading: FormReading, _ person: PersonID?) -> (String, String) {
    if reading.isYes(HelplineCallForm.fromCustody) { return ("", "") }
    let phone = reading.text(HelplineCallForm.clientPhone) ?? ""
    return person == nil ? (reading.text(HelplineCallForm.clientName) ?? "", phone) : ("", phone)
  }

  private struct Content {
    let entry: EntryID?
    let person: PersonID?
    let taker: WorkerID
    let owedFor: CalendarDate?
  }

  private static func insert(
    _ content: Content, _ reading: FormReading, _ transaction: WriteTransaction
  ) throws -> HelplineCallID {
    let suite = try suite(reading, transaction.connection)
    let caller: HelplineCall.Caller? = reading.choice(HelplineCallForm.caller)
    let purposes = HelplineCall.Purpose.stored(reading.choices(HelplineCallForm.purposes))
    let emergency = reading.isYes(HelplineCallForm.emergency)
    let advice =
      emergency ? HelplineCall.Advice.stored(reading.choices(HelplineCallForm.advice)) : nil
    let ambulance = emergency ? reading.tick(HelplineCallForm.ambulance) : nil
    let followUp = reading.text(HelplineCallForm.followUp) ?? ""
    let (name, phone) = named(reading, content.person)
    try transaction.connection.execute(
      """
      INSERT INTO helpline_call (entry, suite, person, started_at, ended_at, caller, purposes,
                                 from_custody, emergency, ambulance, advice, taken_by, owed_for,
                                 client_name, client_phone, follow_up)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, content.entry, suite, content.person, reading.moment(HelplineCallForm.started),
      reading.moment(HelplineCallForm.ended), caller, purposes,
      reading.isYes(HelplineCallForm.fromCustody), emergency, ambulance, advice, content.taker,
      content.owedFor, name, phone, followUp)
    let id = HelplineCallID(transaction.connection.lastInsertRowID)
    let services = try giveOut(reading, id, transaction.connection)
    try transaction.audit(
      AuditEvent(
        .created, person: content.person, record: AuditedRecord(id.ref), to: 1,
        changes: [
          FieldChange("started_at", to: reading.moment(HelplineCallForm.started)),
          FieldChange("ended_at", to: reading.moment(HelplineCallForm.ended)),
          FieldChange("taken_by", to: content.taker), FieldChange("caller", to: caller),
          FieldChange("purposes", to: purposes), FieldChange("suite", to: suite),
          FieldChange("emergency", to: emergency), FieldChange("advice", to: advice),
          FieldChange("ambulance", to: ambulance), FieldChange("client_name", to: name),
          FieldChange("client_phone", to: phone), FieldChange("person", to: content.person),
          FieldChange("from_custody", to: reading.isYes(HelplineCallForm.fromCustody)),
          FieldChange("services", to: services), FieldChange("follow_up", to: followUp),
          FieldChange("owed_for", to: content.owedFor),
        ], facts: content.entry.map { [.init("entry", $0.ref)] } ?? []))
    return id
  }

  /// PPL-054: what was given out, each service once; as "G-0004, G-0007".
  private static func giveOut(
    _ reading: FormReading, _ call: HelplineCallID, _ records: Connection
  ) throws -> String {
    let rows = reading.rows[HelplineCallForm.services] ?? []
    let services = Set(rows.compactMap { $0.link(HelplineCallForm.service) }).sorted()
    for service in services {
      try records.execute(
        "INSERT INTO call_service (call, service) VALUES (?, ?)", call, service.number)
    }
    return services.map(\.text).joined(separator: ", ")
  }

  private static func suite(_ reading: FormReading, _ records: Connection) throws -> SuiteID? {
    guard reading.isYes(HelplineCallForm.fromCustody),
      let code = reading.code(HelplineCallForm.suite)
    else { return nil }
    return try SuiteRecords.suite(code: code, in: records).map { SuiteID($0.suite.ref.number) }
  }
}

/// A call nobody answered (PPL-055).
enum UnansweredCallHandler {
  static let handler = FormHandler(
    UnansweredCallForm.id,
    open: { records, about, context in
      guard let about else {
        var known = KnownAnswers()
        known.set(UnansweredCallForm.rang, at: context.now.startOfMinute, from: "now")
        return OpenedForm(
          form: UnansweredCallForm.id, about: nil, draft: known.draft, sources: known.sources)
      }
      let file = try CallFiles.load(about, in: records, context)
      var draft = FormDraft()
      draft[UnansweredCallForm.rang] = Answer.dateTime(file.call.started).raw
      return OpenedForm(
        form: UnansweredCallForm.id, about: about, heading: file.heading, draft: draft,
        facts: CallFiles.facts(of: file),
        revision: try HelplineCallID(about)
          .flatMap { try HelplineCallRecords.revision(of: $0, in: records) },
        lastChange: try LastChange.of(about, in: records))
    },
    facts: { records, about, _, context in
      var facts = FormFacts()
      facts.enquiry = try about.map {
        EnquiryFacts(call: try CallFiles.load($0, in: records, context))
      }
      return facts
    },
    save: { transaction, about, reading, _, context in
      let rang = try needed(reading.moment(UnansweredCallForm.rang))
      guard let about else { return SavedForm(try insert(rang, transaction).ref) }
      try correct(about, to: rang, transaction)
      return SavedForm(about)
    })

  private static func insert(
    _ rang: Moment, _ transaction: WriteTransaction
  ) throws -> HelplineCallID {
    try transaction.connection.execute(
      """
      INSERT INTO helpline_call (started_at, ended_at, caller, purposes, from_custody, answered,
                                 taken_by)
      VALUES (?, ?, ?, '', 0, 0, ?)
      """, rang, rang, HelplineCall.Caller.anonymous, transaction.attribution.worker)
    let id = HelplineCallID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: [
          FieldChange("started_at", to: rang), FieldChange("answered", to: false),
          FieldChange("taken_by", to: transaction.attribution.worker),
        ]))
    return id
  }

  private static func correct(
    _ call: RecordRef, to rang: Moment, _ transaction: WriteTransaction
  ) throws {
    let id = try needed(HelplineCallID(call))
    try HelplineCallRecords.change(
      id, "UPDATE helpline_call SET started_at = ?, ended_at = ? WHERE id = ?", rang, rang,
      in: transaction)
  }
}
