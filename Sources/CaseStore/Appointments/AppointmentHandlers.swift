import CaseRules
import SQLite

/// How the forms of appointments reach the records.
enum AppointmentHandlers {
  static let all: [FormHandler] = [booking, outcome, attempt]

  /// The client, and the appointment when the form is about one.
  private struct Scope {
    let client: PersonScope
    let appointment: Appointment?

    init(_ about: RecordRef?, _ records: Connection) throws {
      client = try PersonScope(about, records)
      appointment = try about.flatMap { AppointmentID($0) }
        .flatMap { try AppointmentRecords.one($0, in: records) }
    }

    func heading(_ context: RuleContext) -> String {
      client.heading(context) + (appointment.map { ": \($0.words)" } ?? "")
    }
  }

  // MARK: Booking

  static let booking = FormHandler(
    AppointmentForm.id,
    open: { records, about, context in
      let scope = try Scope(about, records)
      let known = knownForBooking(scope, context)
      let reading = FormReading(known.draft, of: AppointmentForm.definition, in: context.reading)
      return OpenedForm(
        form: AppointmentForm.id, about: about, heading: scope.heading(context),
        draft: known.draft, sources: known.sources,
        facts: try bookingFacts(scope, reading, records, context),
        revision: scope.appointment?.revision,
        lastChange: try scope.appointment.flatMap { try LastChange.of($0.id.ref, in: records) })
    },
    facts: { records, about, reading, context in
      try bookingFacts(Scope(about, records), reading, records, context)
    },
    save: { transaction, about, reading, _, context in
      let scope = try Scope(about, transaction.connection)
      let new = try needed(appointment(from: reading, scope))
      guard let old = scope.appointment else {
        let id = try AppointmentRecords.book(new, in: transaction, calendar: context.calendar)
        return SavedForm(id.ref, notes: ["Booked \(new.words)"])
      }
      if old.state == .booked {
        try AppointmentRecords.change(new, in: transaction, calendar: context.calendar)
        return SavedForm(old.id.ref, notes: ["Now \(new.words)"])
      }
      let id = try AppointmentRecords.rebook(
        old, as: new, in: transaction, calendar: context.calendar)
      return SavedForm(id.ref, notes: ["Rebooked \(new.words)"])
    })

  /// A booked one as it stands; after a miss all but date and time; a new one with the worker.
  private static func knownForBooking(_ scope: Scope, _ context: RuleContext) -> KnownAnswers {
    var known = KnownAnswers()
    guard let appointment = scope.appointment else {
      known.set(AppointmentForm.length, .number(45), from: "usual answer")
      known.set(AppointmentForm.worker, .link(context.worker.id.ref), from: "you")
      return known
    }
    known.draft = AppointmentForm.draft(of: appointment)
    if appointment.state != .booked {
      known.draft[AppointmentForm.date] = ""
      known.draft[AppointmentForm.start] = ""
    }
    return known
  }

  private static func bookingFacts(
    _ scope: Scope, _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    let worker = reading.link(AppointmentForm.worker).flatMap { WorkerID($0) }
    let standing = try AppointmentForm.slot(reading).map { slot in
      try AppointmentRecords.standing(
        around: slot, person: scope.client.id, worker: worker, except: scope.appointment?.id,
        in: records)
    }
    facts.appointment = AppointmentFacts(
      appointment: scope.appointment, standing: standing ?? [],
      namedWorker: try worker.flatMap { try records.worker($0)?.worker })
    return facts
  }

  private static func appointment(from reading: FormReading, _ scope: Scope) -> Appointment? {
    guard let slot = AppointmentForm.slot(reading),
      let minutes = reading.number(AppointmentForm.length),
      let place = reading.text(AppointmentForm.place),
      let worker = reading.link(AppointmentForm.worker).flatMap({ WorkerID($0) }),
      let kind: AppointmentKind = reading.choice(AppointmentForm.kind)
    else { return nil }
    return Appointment(
      id: scope.appointment?.id ?? AppointmentID(0), person: scope.client.id, worker: worker,
      starts: slot.starts, minutes: minutes, place: place, kind: kind,
      purpose: reading.text(AppointmentForm.purpose) ?? "",
      isTierThree: AppointmentForm.isTierThree(reading),
      revision: scope.appointment?.revision ?? 1)
  }

  // MARK: Outcome

  static let outcome = FormHandler(
    AppointmentOutcomeForm.id,
    open: { records, about, context in
      let scope = try Scope(about, records)
      var known = KnownAnswers()
      known.set(AppointmentOutcomeForm.cancelledAt, at: context.now.startOfMinute, from: "now")
      var facts = FormFacts()
      facts.appointment = AppointmentFacts(appointment: scope.appointment)
      return OpenedForm(
        form: AppointmentOutcomeForm.id, about: about, heading: scope.heading(context),
        draft: known.draft, sources: known.sources, facts: facts,
        revision: scope.appointment?.revision,
        lastChange: try about.flatMap { try LastChange.of($0, in: records) })
    },
    facts: { records, about, _, _ in
      var facts = FormFacts()
      facts.appointment = AppointmentFacts(appointment: try Scope(about, records).appointment)
      return facts
    },
    save: { transaction, about, reading, _, context in
      guard let before = try Scope(about, transaction.connection).appointment,
        let event = AppointmentOutcomeForm.event(reading),
        let state = AppointmentMachine.next(before.state, event)
      else { throw StoreError.notFound }
      let after = outcome(of: before, state, reading)
      let cancelled =
        event == .cancelled ? reading.moment(AppointmentOutcomeForm.cancelledAt) : nil
      try AppointmentRecords.write(after, was: before, cancelledAt: cancelled, in: transaction)
      let notes = try follow(event, after, in: transaction, context)
      return SavedForm(after.id.ref, flags: late(after, cancelled, context), notes: notes)
    })

  private static func outcome(
    of before: Appointment, _ state: AppointmentState, _ reading: FormReading
  ) -> Appointment {
    var after = before
    after.state = state
    after.reason = reading.text(AppointmentOutcomeForm.reason) ?? ""
    after.minutesLate =
      state == .attendedLate ? reading.number(AppointmentOutcomeForm.minutesLate) : nil
    after.cancelledBy =
      state == .cancelled ? reading.choice(AppointmentOutcomeForm.cancelledBy) : nil
    after.isAccepted = state == .missed && reading.isYes(AppointmentOutcomeForm.accepted)
    return after
  }

  /// The outcome is recorded, and what follows from it begins.
  static func follow(
    _ event: AppointmentEvent, _ appointment: Appointment, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> [String] {
    let chain = FollowUpChain(transaction: transaction, context: context)
    let owed = try DeadlineRecords.open(
      CaseloadDeadlines.outcome(of: appointment.starts).name, about: appointment.id.ref,
      in: transaction.connection)
    switch event {
    case .came, .cameLate:
      try DeadlineRecords.meet(owed, on: .moment(context.now), in: transaction)
      try chain.came(appointment)
      return try attended(appointment, in: transaction, context)
    case .didNotCome:
      try DeadlineRecords.meet(owed, on: .moment(context.now), in: transaction)
      return try chain.missed(appointment)
    case .cancelled:
      try DeadlineRecords.setAside(owed, because: "The appointment was cancelled", in: transaction)
      return []
    case .rebooked, .struck: return []
    }
  }

  /// What else waited for somebody to come to this kind of appointment.
  private static func attended(
    _ appointment: Appointment, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    switch appointment.kind {
    case .prescriber:
      try PrescribingClocks.prescriberAttended(
        by: appointment.person, in: transaction, context)
    case .assessment, .oneToOne, .group, .test, .homeVisit, .phone, .court, .prison: []
    }
  }

  /// GEN-001: an outcome that comes later than its day is kept and marked.
  private static func late(
    _ appointment: Appointment, _ cancelled: Moment?, _ context: RuleContext
  ) -> [Finding] {
    guard cancelled == nil, context.today > appointment.starts.date else { return [] }
    return [
      Finding(
        "PPL-022", .flags, field: AppointmentOutcomeForm.outcome.text,
        "The outcome was due on \(appointment.starts.date.uk), the day of the appointment")
    ]
  }

  // MARK: Attempts

  static let attempt = FormHandler(
    ContactAttemptForm.id,
    open: { records, about, context in
      let scope = try Scope(about, records)
      var known = KnownAnswers()
      known.set(ContactAttemptForm.when, at: context.now.startOfMinute, from: "now")
      return OpenedForm(
        form: ContactAttemptForm.id, about: about, heading: scope.heading(context),
        draft: known.draft, sources: known.sources, facts: try attemptFacts(scope, records))
    },
    facts: { records, about, _, _ in try attemptFacts(Scope(about, records), records) },
    save: { transaction, about, reading, _, context in
      let scope = try Scope(about, transaction.connection)
      guard let when = reading.moment(ContactAttemptForm.when),
        let method: ContactMethod = reading.choice(ContactAttemptForm.method),
        let result: ContactResult = reading.choice(ContactAttemptForm.result)
      else { throw StoreError.notFound }
      var attempt = ContactAttempt(
        id: ContactID(0), person: scope.client.id, when: when, method: method, result: result,
        note: reading.text(ContactAttemptForm.note) ?? "")
      attempt.id = try ContactRecords.add(
        attempt, appointment: scope.appointment?.id, in: transaction)
      let chain = FollowUpChain(transaction: transaction, context: context)
      let subject = scope.appointment?.id.ref ?? scope.client.id.ref
      return SavedForm(attempt.id.ref, notes: try chain.attempted(attempt, about: subject))
    })

  private static func attemptFacts(_ scope: Scope, _ records: Connection) throws -> FormFacts {
    var facts = FormFacts()
    facts.appointment = AppointmentFacts(
      appointment: scope.appointment,
      failedAttempts: try ContactRecords.failedAttempts(of: scope.client.id, in: records))
    return facts
  }
}
