package import CaseRules
package import SQLite

/// The appointments of a day.
package enum Diary {
  /// A day's appointments in the order they begin; those of one worker, or everybody's.
  package static func lines(
    on day: CalendarDate, of worker: WorkerID?, in records: Connection, _ context: RuleContext,
    limit: Int = 500
  ) throws -> [DiaryLine] {
    try context.mustRead(.personAndCaseload)
    let start = Moment(local: day, .midnight)
    let end = Moment(local: day.adding(days: 1), .midnight)
    let appointments =
      try worker.map {
        try records.query(ofWorker, $0, start, end, limit, row: AppointmentRecords.appointment)
      } ?? records.query(ofEverybody, start, end, limit, row: AppointmentRecords.appointment)
    // Of callers who are not on file the call holds the time that was agreed.
    let callers = try CallAppointments.unnamed(
      on: day, of: worker, limit: limit, in: records, context)
    guard !callers.isEmpty else { return try appointments.map { try line($0, records, context) } }
    let lines =
      try appointments.map { try line($0, records, context) }
      + callers.map { try line($0, records, context) }
    return Array(lines.sorted { $0.starts < $1.starts }.prefix(limit))
  }

  /// How many stand on each of the next working days, the first of them today or later.
  package static func counts(
    of worker: WorkerID?, onDays count: Int, in records: Connection, _ context: RuleContext
  ) throws -> [TodayView.DayCount] {
    var day = context.today
    var days: [TodayView.DayCount] = []
    while days.count < count {
      day = context.calendar.nextWorkingDay(after: day)
      days.append(
        TodayView.DayCount(day: day, count: try booked(on: day, worker, records, context)))
    }
    return days
  }

  /// How many stand booked on a day, counted no further than a thousand.
  package static func booked(
    on day: CalendarDate, _ worker: WorkerID?, _ records: Connection, _ context: RuleContext
  ) throws -> Int {
    let start = Moment(local: day, .midnight)
    let end = Moment(local: day.adding(days: 1), .midnight)
    let named = try records.first(
      worker == nil ? countOfEverybody : countOfWorker,
      values: (worker.map { [$0] } ?? []) + [start, end]
    ) { try $0.int(0) }
    return (named ?? 0) + (try CallAppointments.unnamedCount(on: day, worker, records, context))
  }

  static func line(
    _ appointment: Appointment, _ records: Connection, _ context: RuleContext
  ) throws -> DiaryLine {
    let open = try DeadlineRecords.all(about: appointment.id.ref, in: records).first(
      where: \.isOpen)
    return DiaryLine(
      ref: appointment.id.ref, person: appointment.person.ref, name: appointment.personName,
      starts: appointment.starts, minutes: appointment.minutes, place: appointment.place,
      worker: appointment.workerName, kind: appointment.kind.title, purpose: appointment.purpose,
      state: appointment.state,
      due: open.map {
        EntryDueLines.line(
          $0, about: appointment.id.ref, name: appointment.personName, context)
      }, struckBecause: appointment.struckBecause)
  }

  private static func line(
    _ caller: CallAppointmentLine, _ records: Connection, _ context: RuleContext
  ) throws -> DiaryLine {
    let open = try DeadlineRecords.all(about: caller.ref, in: records)
      .first { $0.isOpen && $0.metByForm == CallerCameForm.id }
    return DiaryLine(
      ref: caller.ref, person: caller.person, name: caller.name, starts: caller.starts,
      minutes: caller.minutes, place: caller.place, worker: caller.worker,
      kind: AppointmentKind.oneToOne.title, purpose: "After helpline call \(caller.ref.text)",
      state: caller.state ?? .booked,
      due: open.map { EntryDueLines.line($0, about: caller.ref, name: caller.name, context) })
  }

  static let ofWorker =
    AppointmentRecords.columns + """
       WHERE appointment.worker = ? AND appointment.starts >= ? AND appointment.starts < ?
      ORDER BY appointment.starts, appointment.id LIMIT ?
      """
  static let ofEverybody =
    AppointmentRecords.columns + """
       WHERE appointment.starts >= ? AND appointment.starts < ?
      ORDER BY appointment.starts, appointment.id LIMIT ?
      """
  private static let countOfEverybody = """
    SELECT count(*) FROM (SELECT 1 FROM appointment
      WHERE starts >= ? AND starts < ? AND state = 'booked' LIMIT 1001)
    """
  private static let countOfWorker = """
    SELECT count(*) FROM (SELECT 1 FROM appointment
      WHERE worker = ? AND starts >= ? AND starts < ? AND state = 'booked' LIMIT 1001)
    """
}
