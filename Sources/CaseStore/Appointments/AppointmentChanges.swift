package import CaseRules
import SQLite

/// Booking, changing and closing appointments, with the deadlines that follow (PPL-022 to PPL-025).
extension AppointmentRecords {
  /// Books a time; its number is given here.
  ///
  /// The outcome is due on its day.
  @discardableResult
  package static func book(
    _ appointment: Appointment, in transaction: WriteTransaction, calendar: WorkingCalendar
  ) throws -> AppointmentID {
    try transaction.connection.execute(
      """
      INSERT INTO appointment (person, worker, starts, minutes, place, kind, purpose, tier_three,
                               state, rebooked_from, booked_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'booked', ?, ?)
      """, appointment.person, appointment.worker, appointment.starts, appointment.minutes,
      appointment.place, appointment.kind, appointment.purpose, appointment.isTierThree,
      appointment.rebookedFrom, transaction.attribution.at)
    let id = AppointmentID(transaction.connection.lastInsertRowID)
    try DeadlineRecords.start(
      CaseloadDeadlines.outcome(of: appointment.starts), about: id.ref, person: appointment.person,
      owner: .worker(appointment.worker), metByForm: AppointmentOutcomeForm.id, in: transaction,
      calendar: calendar)
    try transaction.audit(
      AuditEvent(
        .created, person: appointment.person, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: AppointmentForm.draft(of: appointment)),
        facts: [.init("rebooked-from", appointment.rebookedFrom)]))
    return id
  }

  /// Changes a booked time; TIME-012: the outcome is due on the new day.
  static func change(
    _ appointment: Appointment, in transaction: WriteTransaction, calendar: WorkingCalendar
  ) throws {
    let before = try one(appointment.id, in: transaction.connection).orNotFound()
    let record = AuditedRecord(appointment.id.ref)
    let next = try transaction.nextRevision(
      table: "appointment", id: appointment.id.rawValue, expected: appointment.revision,
      of: record)
    try transaction.connection.execute(
      """
      UPDATE appointment
      SET worker = ?, starts = ?, minutes = ?, place = ?, kind = ?, purpose = ?, tier_three = ?
      WHERE id = ?
      """, appointment.worker, appointment.starts, appointment.minutes, appointment.place,
      appointment.kind, appointment.purpose, appointment.isTierThree, appointment.id)
    let deadline = CaseloadDeadlines.outcome(of: appointment.starts)
    try DeadlineRecords.correctStart(
      of: deadline.name, about: appointment.id.ref, to: deadline.start, in: transaction,
      calendar: calendar)
    if before.worker != appointment.worker {
      try DeadlineRecords.reassign(
        about: appointment.id.ref, to: appointment.worker, in: transaction)
    }
    try transaction.audit(
      AuditEvent(
        .changed, person: appointment.person, record: record, from: appointment.revision,
        to: next,
        changes: AppointmentForm.draft(of: before)
          .changes(to: AppointmentForm.draft(of: appointment))))
  }

  /// Agrees a new date after a miss or a cancellation; both stay linked.
  static func rebook(
    _ old: Appointment, as new: Appointment, in transaction: WriteTransaction,
    calendar: WorkingCalendar
  ) throws -> AppointmentID {
    var linked = new
    linked.rebookedFrom = old.id
    let id = try book(linked, in: transaction, calendar: calendar)
    var rebooked = old
    rebooked.state = .rebooked
    try write(rebooked, was: old, cancelledAt: nil, in: transaction)
    return id
  }

  /// GEN-004: strikes an appointment through; what hung on it is put right by `AppointmentStrike`.
  static func strike(
    _ appointment: Appointment, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      appointment.id.ref, of: appointment.person, table: "appointment", at: appointment.revision,
      changes: [FieldChange("state", from: appointment.state, to: AppointmentState.struck)],
      because: reason)
    try transaction.connection.execute(
      "UPDATE appointment SET state = 'struck' WHERE id = ?", appointment.id)
  }

  /// Writes the state and what goes with it.
  static func write(
    _ appointment: Appointment, was before: Appointment, cancelledAt: Moment?,
    in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.id.ref, of: before.person, table: "appointment", at: before.revision,
      changes: [
        FieldChange("state", from: before.state, to: appointment.state),
        FieldChange("minutes-late", from: before.minutesLate, to: appointment.minutesLate),
        FieldChange("cancelled-by", from: before.cancelledBy, to: appointment.cancelledBy),
        FieldChange("cancelled-at", to: cancelledAt),
        FieldChange("reason", from: before.reason, to: appointment.reason),
        FieldChange("accepted", from: before.isAccepted, to: appointment.isAccepted),
      ]
    ) {
      try $0.execute(
        """
        UPDATE appointment
        SET state = ?, missed = max(missed, ?), minutes_late = ?, cancelled_by = ?,
            cancelled_at = coalesce(?, cancelled_at), reason = ?, accepted = ?
        WHERE id = ?
        """, appointment.state, appointment.state == .missed, appointment.minutesLate,
        appointment.cancelledBy, cancelledAt, appointment.reason, appointment.isAccepted, before.id)
    }
  }
}
