import CaseRules
import SQLite

/// The appointment a call leads to; one from custody at night is owed one (CUS-015).
enum NextDayHandler {
  static let handler = FormHandler(
    NextDayAppointmentForm.id,
    open: { records, about, context in
      let scope = try Scope(about, records)
      var known = KnownAnswers()
      known.set(NextDayAppointmentForm.offered, true)
      if let owed = scope.call?.owedFor {
        known.set(NextDayAppointmentForm.date, .date(owed), from: "the day owed")
      } else if let call = scope.call {
        let day = NextDayAppointment.suggested(
          after: call.started, hours: context.settings.spocHours, in: context.calendar)
        let isSameDay = day == call.started.local.date
        known.set(
          NextDayAppointmentForm.date, day.map { .date($0) },
          from: isSameDay ? "the day of the call, rung before opening" : "the day after the call")
      }
      known.set(NextDayAppointmentForm.length, .number(30))
      known.set(NextDayAppointmentForm.worker, .link(context.worker.id.ref), from: "you")
      let reading = FormReading(
        known.draft, of: NextDayAppointmentForm.definition, in: context.reading)
      return OpenedForm(
        form: NextDayAppointmentForm.id, about: about, heading: scope.heading, draft: known.draft,
        sources: known.sources, facts: try scope.facts(reading, records, on: context.today),
        revision: try scope.revision(in: records),
        lastChange: try scope.call.flatMap { try LastChange.of($0.ref, in: records) })
    },
    facts: { records, about, reading, context in
      try Scope(about, records).facts(reading, records, on: context.today)
    },
    save: { transaction, about, reading, facts, context in
      let scope = try Scope(about, transaction.connection)
      let call = try scope.call.orNotFound()
      if reading.isYes(NextDayAppointmentForm.offered) {
        return try book(call, scope, reading, transaction, context)
      }
      if let reason = facts.reasons["CUS-015"] {
        try noneOffered(call, because: reason, in: transaction)
      } else {
        try write(noOffer: "not wanted", of: call, in: transaction)
      }
      return SavedForm(call.ref)
    })

  /// The call, and the detention it came from.
  private struct Scope {
    let call: HelplineCall?
    let entry: CustodyEntry?
    /// Known with permission only; the diary takes nobody without a name.
    let person: PersonID?

    init(_ about: RecordRef?, _ records: Connection) throws {
      if let id = about.flatMap({ HelplineCallID($0) }) {
        call = try HelplineCallRecords.call(id, in: records)
        entry = try HelplineCallRecords.entry(of: id, in: records)
          .flatMap { try EntryRecords.entry($0, in: records)?.entry }
        if call == nil { throw StoreError.notFound }
        person = try HelplineCallRecords.person(of: id, in: records)
      } else {
        let found = try EntryRecords.found(about, in: records).entry
        entry = found
        call = found.calls.last(where: \.owesAppointment) ?? found.calls.last
        person = EntryDeadlines.person(of: found)
      }
    }

    var heading: String? {
      entry?.heading ?? call.map { "\($0.ref.text)  call of \($0.started.ukWithWeekday)" }
    }

    /// The version of the call that the form shows.
    func revision(in records: Connection) throws -> Int? {
      try call.flatMap { HelplineCallID($0.ref) }
        .flatMap { try HelplineCallRecords.revision(of: $0, in: records) }
    }

    func facts(
      _ reading: FormReading, _ records: Connection, on day: CalendarDate
    ) throws -> FormFacts {
      var facts = try RecordNames.facts(naming: reading, in: records, on: day)
      facts.custody = CustodyFacts(entry: entry, call: call)
      if let slot = NextDayAppointmentForm.slot(in: reading) {
        let standing = try AppointmentRecords.standing(
          around: slot, person: person ?? PersonID(0),
          worker: reading.link(NextDayAppointmentForm.worker).flatMap { WorkerID($0) }, except: nil,
          in: records)
        facts.appointment = AppointmentFacts(standing: standing)
      }
      return facts
    }
  }

  private static func book(
    _ call: HelplineCall, _ scope: Scope, _ reading: FormReading, _ transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> SavedForm {
    guard let slot = NextDayAppointmentForm.slot(in: reading),
      let place = reading.text(NextDayAppointmentForm.place),
      let worker = reading.link(NextDayAppointmentForm.worker).flatMap({ WorkerID($0) })
    else { throw StoreError.notFound }
    let starts = slot.starts
    let appointment = try scope.person.map { person in
      try AppointmentRecords.book(
        diaryEntry(person, worker, slot, place, after: call.ref), in: transaction,
        calendar: context.calendar)
    }
    try HelplineCallRecords.change(
      HelplineCallID(call.ref.number),
      """
      UPDATE helpline_call
      SET booked_for = ?, booked_minutes = ?, booked_place = ?, booked_with = ?, appointment = ?
      WHERE id = ?
      """, starts, slot.minutes, place, worker, appointment, in: transaction)
    try meet(call, bookedFor: starts.date, in: transaction, context)
    var notes = ["Appointment \(starts.ukWithWeekday), \(place)"]
    if appointment == nil {
      try oweOutcome(of: call.ref, at: starts, by: worker, in: transaction, context)
      let name = try HelplineCallRecords.givenName(
        of: HelplineCallID(call.ref.number), in: transaction.connection)
      notes.append("In the diary as \(name ?? call.ref.text), until the caller is on file")
    }
    return SavedForm(call.ref, notes: notes)
  }

  /// PPL-022: the outcome is due on its day, whether or not anybody knows who the caller is.
  static func oweOutcome(
    of call: RecordRef, at starts: Moment, by worker: WorkerID, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    try DeadlineRecords.start(
      CaseloadDeadlines.outcome(of: starts), about: call, person: nil, owner: .worker(worker),
      metByForm: CallerCameForm.id, in: transaction, calendar: context.calendar)
  }

  private static func diaryEntry(
    _ person: PersonID, _ worker: WorkerID, _ slot: BookingRules.Slot, _ place: String,
    after call: RecordRef
  ) -> Appointment {
    Appointment(
      id: AppointmentID(0), person: person, worker: worker, starts: slot.starts,
      minutes: slot.minutes, place: place, kind: .oneToOne,
      purpose: "After helpline call \(call.text)")
  }

  /// Times agreed before the name was known go into the diary as soon as it is (CUS-010).
  static func enterInDiary(
    _ entry: CustodyEntry, _ person: PersonID, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    for call in entry.calls where call.bookedFor != nil {
      guard let id = HelplineCallID(call.ref) else { continue }
      try enterInDiary(id, person, in: transaction, context)
    }
  }

  /// The same for one call, whose caller is on file now.
  ///
  /// GEN-001: one that is over by then is entered all the same, with what was recorded of it. Answers
  /// with notes for the worker.
  @discardableResult
  static func enterInDiary(
    _ call: HelplineCallID, _ person: PersonID, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> [String] {
    let found = try transaction.connection.first(
      """
      SELECT booked_for, booked_minutes, booked_place, booked_with, outcome, cancelled_at
      FROM helpline_call
      WHERE id = ? AND appointment IS NULL AND booked_for IS NOT NULL AND struck_at IS NULL
      """, call
    ) { row in
      (
        booked: diaryEntry(
          person, try row.get(3), .init(starts: try row.get(0), minutes: try row.int(1)),
          try row.text(2), after: call.ref), outcome: try row.get(4, as: CallerOutcome?.self),
        cancelledAt: try row.get(5, as: Moment?.self)
      )
    }
    guard let (booked, outcome, cancelledAt) = found else { return [] }
    let id = try AppointmentRecords.book(booked, in: transaction, calendar: context.calendar)
    try HelplineCallRecords.change(
      call,
      "UPDATE helpline_call SET appointment = ?, outcome = NULL, cancelled_at = NULL WHERE id = ?",
      id, in: transaction)
    try DeadlineRecords.setAside(
      try DeadlineRecords.open(
        CaseloadDeadlines.outcome(of: booked.starts).name, about: call.ref,
        in: transaction.connection),
      because: "It is in the diary under the client's name: \(id.ref.text)", in: transaction)
    let entered = "In the diary: \(booked.words) (\(id.ref.text))"
    guard let outcome else { return [entered] }
    return try [entered]
      + record(outcome, cancelledAt: cancelledAt, of: id, in: transaction, context)
  }

  /// What was recorded with the call is the appointment's from now on, and what follows from it.
  private static func record(
    _ outcome: CallerOutcome, cancelledAt: Moment?, of id: AppointmentID,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    let before = try AppointmentRecords.one(id, in: transaction.connection).orNotFound()
    var after = before
    after.state = outcome.state
    after.cancelledBy = outcome == .cancelled ? .client : nil
    try AppointmentRecords.write(after, was: before, cancelledAt: cancelledAt, in: transaction)
    return try AppointmentHandlers.follow(outcome.event, after, in: transaction, context)
  }

  /// Met by a booking for the day owed, or for the working day that is accepted instead; a later
  /// day meets it late.
  private static func meet(
    _ call: HelplineCall, bookedFor day: CalendarDate, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    guard let due = call.owedFor else { return }
    let isAccepted = NextDayAppointment.isAccepted(day, due: due, in: context.calendar)
    try DeadlineRecords.meet(
      EntryDeadlines.appointmentName, about: call.ref,
      on: isAccepted ? .day(min(context.today, due)) : .day(max(day, context.today)),
      in: transaction)
  }

  /// CUS-015: none was offered, and this is why.
  static func noneOffered(
    _ call: HelplineCall, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try write(noOffer: reason.text, of: call, in: transaction)
    let open = try DeadlineRecords.open(
      EntryDeadlines.appointmentName, about: call.ref, in: transaction.connection)
    try DeadlineRecords.setAside(
      open, because: "no appointment offered: \(reason.text)", in: transaction)
  }

  private static func write(
    noOffer words: String, of call: HelplineCall, in transaction: WriteTransaction
  ) throws {
    try HelplineCallRecords.change(
      HelplineCallID(call.ref.number), "UPDATE helpline_call SET no_offer = ? WHERE id = ?", words,
      in: transaction)
  }
}
