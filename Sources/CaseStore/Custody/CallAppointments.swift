import CaseRules
import SQLite

/// The times agreed with people who rang the helpline, on file or not (CUS-015).
enum CallAppointments {
  private static let columns = """
    SELECT c.id, c.entry, s.name, coalesce(a.starts, c.booked_for),
           coalesce(a.minutes, c.booked_minutes), coalesce(a.place, c.booked_place), w.name,
           c.person, p.family_name, p.given_names, coalesce(a.state, c.outcome), c.client_name,
           c.from_custody, c.appointment, w.id
    FROM helpline_call AS c
    LEFT JOIN appointment AS a ON a.id = c.appointment
    LEFT JOIN custody_suite AS s ON s.id = c.suite
    LEFT JOIN person AS p ON p.id = c.person
    JOIN worker AS w ON w.id = coalesce(a.worker, c.booked_with)
    """

  static let sql =
    columns + """

      WHERE c.booked_for >= ? AND c.booked_for <= ? AND c.struck_at IS NULL
      ORDER BY c.booked_for, c.id LIMIT ?
      """

  /// Those of the days from one to another, in the order they begin.
  static func lines(
    from start: CalendarDate, to end: CalendarDate, limit: Int, in records: Connection,
    _ context: RuleContext
  ) throws -> [CallAppointmentLine] {
    try context.mustRead(.custodyBoardAndDIR)
    return try records.query(
      sql, Moment(local: start, .midnight), Moment(endOf: end), limit, row: line)
  }

  // MARK: Those that the diary has under the call

  static func one(
    _ call: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> CallAppointmentLine? {
    guard mayKnow(context), call.kind == .helplineCall else { return nil }
    return try records.first(
      columns + " WHERE c.id = ? AND c.booked_for IS NOT NULL", call.number, row: line)
  }

  private static let isUnnamed = """
    c.booked_for >= ? AND c.booked_for < ? AND c.appointment IS NULL AND c.struck_at IS NULL
    """
  static let unnamedOfEverybody =
    columns + " WHERE \(isUnnamed) ORDER BY c.booked_for, c.id LIMIT ?"
  static let unnamedOfWorker =
    columns + " WHERE c.booked_with = ? AND \(isUnnamed) ORDER BY c.booked_for, c.id LIMIT ?"
  private static let countOfEverybody = """
    SELECT count(*) FROM (SELECT 1 FROM helpline_call AS c
      WHERE \(isUnnamed) AND c.outcome IS NULL LIMIT 1001)
    """
  private static let countOfWorker = """
    SELECT count(*) FROM (SELECT 1 FROM helpline_call AS c
      WHERE c.booked_with = ? AND \(isUnnamed) AND c.outcome IS NULL LIMIT 1001)
    """

  /// A day's, of callers who are not on file; nothing for roles that may not know of calls.
  static func unnamed(
    on day: CalendarDate, of worker: WorkerID?, limit: Int, in records: Connection,
    _ context: RuleContext
  ) throws -> [CallAppointmentLine] {
    try unnamed(from: day, to: day, of: worker, limit: limit, in: records, context)
  }

  /// The same for all days from one to another.
  static func unnamed(
    from first: CalendarDate, to last: CalendarDate, of worker: WorkerID?, limit: Int,
    in records: Connection, _ context: RuleContext
  ) throws -> [CallAppointmentLine] {
    guard mayKnow(context) else { return [] }
    return try records.query(
      worker == nil ? unnamedOfEverybody : unnamedOfWorker,
      values: range(from: first, to: last, worker) + [limit], row: line)
  }

  /// How many of them stand booked on a day; none for roles that get none of the rows.
  static func unnamedCount(
    on day: CalendarDate, _ worker: WorkerID?, _ records: Connection, _ context: RuleContext
  ) throws -> Int {
    guard mayKnow(context) else { return 0 }
    return try records.first(
      worker == nil ? countOfEverybody : countOfWorker,
      values: range(from: day, to: day, worker)
    ) { try $0.int(0) } ?? 0
  }

  private static func mayKnow(_ context: RuleContext) -> Bool {
    AccessMatrix.whyNotRead(context.worker, .custodyBoardAndDIR) == nil
  }

  private static func range(
    from first: CalendarDate, to last: CalendarDate, _ worker: WorkerID?
  ) -> [(any SQLBindable)?] {
    (worker.map { [$0] } ?? []) + [
      Moment(local: first, .midnight), Moment(local: last.adding(days: 1), .midnight),
    ]
  }

  // MARK: Rows

  private static func line(row: Row) throws -> CallAppointmentLine {
    let person = try row.get(7, as: PersonID?.self)?.ref
    let given = try row.text(11)
    let onFile = try person.map { _ in
      PersonName(family: try row.text(8), given: try row.text(9)).display
    }
    var line = CallAppointmentLine(
      ref: RecordRef(.helplineCall, try row.int64(0)),
      entry: try row.get(1, as: EntryID?.self)?.ref, suite: try row.get(2),
      starts: try row.get(3), minutes: try row.int(4), place: try row.text(5),
      worker: try row.text(6), name: onFile ?? (given.isEmpty ? nil : given), person: person,
      isFromCustody: try row.bool(12),
      appointment: try row.get(13, as: AppointmentID?.self)?.ref, state: try state(row))
    line.workerID = try row.get(14)
    return line
  }

  /// Of the diary where it is there, else what was recorded with the call.
  private static func state(_ row: Row) throws -> AppointmentState? {
    guard row.isNull(13) else { return try row.get(10) }
    return try row.get(10, as: CallerOutcome?.self)?.state
  }
}
