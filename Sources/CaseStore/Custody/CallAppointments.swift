import CaseRules
import SQLite

/// The times agreed with people who rang the helpline from custody, named or not (CUS-015).
enum CallAppointments {
  static let sql = """
    SELECT c.id, c.entry, s.name, coalesce(a.starts, c.booked_for),
           coalesce(a.minutes, c.booked_minutes), coalesce(a.place, c.booked_place), w.name,
           c.person, p.family_name, p.given_names, a.state
    FROM helpline_call AS c
    LEFT JOIN appointment AS a ON a.id = c.appointment
    LEFT JOIN custody_suite AS s ON s.id = c.suite
    LEFT JOIN person AS p ON p.id = c.person
    JOIN worker AS w ON w.id = coalesce(a.worker, c.booked_with)
    WHERE c.booked_for >= ? AND c.booked_for <= ? AND c.struck_at IS NULL
    ORDER BY c.booked_for, c.id LIMIT ?
    """

  /// Those of the days from one to another, in the order they begin.
  static func lines(
    from start: CalendarDate, to end: CalendarDate, limit: Int, in records: Connection,
    _ context: RuleContext
  ) throws -> [CallAppointmentLine] {
    try context.mustRead(.custodyBoardAndDIR)
    return try records.query(sql, Moment(local: start, .midnight), Moment(endOf: end), limit) {
      row in
      let person = try row.get(7, as: PersonID?.self)?.ref
      return CallAppointmentLine(
        ref: RecordRef(.helplineCall, try row.int64(0)),
        entry: try row.get(1, as: EntryID?.self)?.ref, suite: try row.get(2),
        starts: try row.get(3), minutes: try row.int(4), place: try row.text(5),
        worker: try row.text(6),
        name: person == nil
          ? nil : PersonName(family: try row.text(8), given: try row.text(9)).display,
        person: person, state: try row.get(10))
    }
  }
}
