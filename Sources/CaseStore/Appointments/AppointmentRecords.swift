package import CaseRules
package import SQLite

/// Times agreed with clients, and what came of them.
package enum AppointmentRecords {
  package static func one(_ id: AppointmentID, in records: Connection) throws -> Appointment? {
    try records.first(columns + " WHERE appointment.id = ?", id, row: appointment(row:))
  }

  /// A person's, newest first.
  package static func all(
    of person: PersonID, in records: Connection, limit: Int = 100
  ) throws
    -> [Appointment]
  {
    try records.query(
      columns + """
         WHERE appointment.person = ?
        ORDER BY appointment.starts DESC, appointment.id DESC LIMIT ?
        """, person, limit, row: appointment(row:))
  }

  /// PPL-020: what stands booked for the client or the worker at a time; none lasts over 8 hours.
  static func standing(
    around slot: BookingRules.Slot, person: PersonID, worker: WorkerID?, except: AppointmentID?,
    in records: Connection
  ) throws -> [BookingRules.Standing] {
    let from = slot.starts.adding(minutes: -480)
    let clients = try records.query(
      columns + """
         WHERE appointment.person = ? AND appointment.starts > ? AND appointment.starts < ?
           AND appointment.state = 'booked'
        """, person, from, slot.ends, row: appointment(row:))
    let workers = try records.query(
      columns + """
         WHERE appointment.worker = ? AND appointment.starts > ? AND appointment.starts < ?
           AND appointment.state = 'booked'
        """, worker ?? WorkerID(0), from, slot.ends, row: appointment(row:))
    var seen: Set<AppointmentID> = []
    let calls = try standingCalls(from: from, to: slot.ends, worker, in: records)
    return (clients + workers).filter { $0.id != except && seen.insert($0.id).inserted }.map {
      other in
      BookingRules.Standing(
        ref: other.id.ref, slot: BookingRules.Slot(starts: other.starts, minutes: other.minutes),
        sameClient: other.person == person, sameWorker: other.worker == worker,
        words: "\(other.personName), \(other.words)")
    } + calls
  }

  /// Times agreed with callers whose name is not known yet (CUS-015): the worker is taken all the
  /// same.
  private static func standingCalls(
    from start: Moment, to end: Moment, _ worker: WorkerID?, in records: Connection
  ) throws -> [BookingRules.Standing] {
    try records.query(
      """
      SELECT id, booked_for, booked_minutes, booked_place FROM helpline_call
      WHERE booked_with = ? AND booked_for > ? AND booked_for < ? AND appointment IS NULL
        AND outcome IS NULL AND struck_at IS NULL
      """, worker ?? WorkerID(0), start, end
    ) { row in
      let slot = BookingRules.Slot(starts: try row.get(1), minutes: try row.int(2))
      return BookingRules.Standing(
        ref: RecordRef(.helplineCall, try row.int64(0)), slot: slot, sameClient: false,
        sameWorker: true,
        words: "\(slot.starts.ukWithWeekday), \(slot.minutes) min, \(try row.text(3))")
    }
  }

  /// Booked appointments from a moment on, for notes about what still stands.
  static func bookedCount(
    of person: PersonID, from moment: Moment, in records: Connection
  ) throws
    -> Int
  {
    try records.first(
      """
      SELECT count(*) FROM appointment WHERE person = ? AND starts >= ? AND state = 'booked'
      """, person, moment
    ) { try $0.int(0) } ?? 0
  }

  /// PPL-025: the days of missed appointments of tier 3 services around a day.
  static func tierThreeMisses(
    of person: PersonID, around day: CalendarDate, except: AppointmentID, in records: Connection
  ) throws -> [CalendarDate] {
    let reach = LostContactRules.reviewWindowDays + 1
    let moments = try records.query(
      """
      SELECT starts FROM appointment
      WHERE person = ? AND starts >= ? AND starts < ? AND missed = 1 AND tier_three = 1
        AND id <> ? AND struck_at IS NULL
      """, person, Moment(local: day.adding(days: -reach), .midnight),
      Moment(local: day.adding(days: reach + 1), .midnight), except
    ) { try $0.get(0, as: Moment.self) }
    return moments.map(\.date)
  }

  /// When a client first came to an appointment after a moment.
  static func firstKept(
    by person: PersonID, after moment: Moment, in records: Connection
  ) throws -> Moment? {
    try records.first(
      """
      SELECT starts FROM appointment
      WHERE person = ? AND starts > ? AND state IN ('attended', 'attendedLate')
      ORDER BY starts LIMIT 1
      """, person, moment
    ) { try $0.get(0) }
  }

  /// PPL-041: the first appointment of a kind that a person came to, on a day or after it.
  static func firstAttended(
    _ kind: AppointmentKind, by person: PersonID, since day: CalendarDate, in records: Connection
  ) throws -> Appointment? {
    try records.first(
      columns + """
         WHERE appointment.person = ? AND appointment.starts >= ? AND appointment.kind = ?
           AND appointment.state IN ('attended', 'attendedLate')
        ORDER BY appointment.starts, appointment.id LIMIT 1
        """, person, Moment(local: day, .midnight), kind, row: appointment(row:))
  }

  /// The next appointment of a kind that stands booked.
  static func nextBooked(
    _ kind: AppointmentKind, with person: PersonID, from moment: Moment, in records: Connection
  ) throws -> Appointment? {
    try records.first(
      columns + """
         WHERE appointment.person = ? AND appointment.starts >= ? AND appointment.kind = ?
           AND appointment.state = 'booked'
        ORDER BY appointment.starts, appointment.id LIMIT 1
        """, person, moment, kind, row: appointment(row:))
  }

  static let columns = """
    SELECT appointment.id, appointment.person, person.family_name, person.given_names,
           appointment.worker, worker.name, appointment.starts, appointment.minutes,
           appointment.place, appointment.kind, appointment.purpose, appointment.tier_three,
           appointment.state, appointment.minutes_late, appointment.cancelled_by,
           appointment.reason, appointment.accepted, appointment.rebooked_from,
           (SELECT next.id FROM appointment AS next
             WHERE next.rebooked_from = appointment.id AND next.struck_at IS NULL),
           appointment.revision, appointment.struck_reason
    FROM appointment
    JOIN person ON person.id = appointment.person
    JOIN worker ON worker.id = appointment.worker
    """

  static func appointment(row: Row) throws -> Appointment {
    Appointment(
      id: try row.get(0), person: try row.get(1),
      personName: PersonName(family: try row.text(2), given: try row.text(3)).display,
      worker: try row.get(4), workerName: try row.text(5), starts: try row.get(6),
      minutes: try row.int(7), place: try row.text(8), kind: try row.get(9),
      purpose: try row.text(10), isTierThree: try row.bool(11), state: try row.get(12),
      minutesLate: try row.get(13), cancelledBy: try row.get(14), reason: try row.text(15),
      isAccepted: try row.bool(16), rebookedTo: try row.get(18), rebookedFrom: try row.get(17),
      struckBecause: try row.get(20), revision: try row.int(19))
  }
}
