package import CaseRules
package import SQLite

/// Appointments as a list, in the order they begin.
package enum AppointmentExport {
  /// After which appointment a page begins.
  package struct Place: Equatable, Sendable {
    let starts: Moment
    let id: Int64

    /// The first appointment of a day.
    package init(from day: CalendarDate) {
      starts = Moment(local: day, .midnight)
      id = 0
    }

    fileprivate init(_ appointment: Appointment) {
      starts = appointment.starts
      id = appointment.id.rawValue
    }
  }

  /// Times agreed with callers who are not on file, in the order they begin; none for roles that may
  /// not know of calls.
  package static func callers(
    of scope: ExportScope, from first: CalendarDate, to last: CalendarDate,
    in records: Connection, _ context: RuleContext
  ) throws -> [CallAppointmentLine] {
    try context.mustRead(.personAndCaseload)
    try scope.check(context)
    let worker: WorkerID? =
      switch scope {
      case .everyone: nil
      case .own(let worker): worker
      }
    return try CallAppointments.unnamed(
      from: first, to: last, of: worker, limit: 10_000, in: records, context)
  }

  /// The next appointments that begin by the end of a day; or of these only what was missed and is not
  /// followed up.
  package static func page(
    of scope: ExportScope, missedOnly: Bool = false, after place: Place, to day: CalendarDate,
    limit: Int = 500,
    in records: Connection, _ context: RuleContext
  ) throws -> ExportPage<Appointment, Place> {
    try context.mustRead(.personAndCaseload)
    try scope.check(context)
    let end = Moment(endOf: day)
    let rows: [Appointment] =
      switch scope {
      case .everyone:
        try records.query(
          missedOnly ? missedOfEverybody : ofEverybody, place.starts, place.id, end, limit,
          row: AppointmentRecords.appointment)
      case .own(let worker):
        try records.query(
          missedOnly ? missedOfWorker : ofWorker, worker, worker, place.starts, place.id, end,
          limit,
          row: AppointmentRecords.appointment)
      }
    return ExportPage(rows, limit: limit) { Place($0) }
  }

  /// Some of the diary, and whether each is of the worker's own cases.
  package static func lines(
    _ refs: [RecordRef], in records: Connection, _ context: RuleContext
  ) throws -> [Line] {
    try context.mustRead(.personAndCaseload)
    return try refs.compactMap { ref in
      if let id = AppointmentID(ref) {
        return try AppointmentRecords.one(id, in: records).map { appointment in
          let open = try EpisodeRecords.open(of: appointment.person, in: records)
          let workers = [appointment.worker, open?.worker]
          return Line(.onFile(appointment), isOwn: workers.contains(context.worker.id))
        }
      }
      return try CallAppointments.one(ref, in: records, context).map {
        Line(.caller($0), isOwn: $0.workerID == context.worker.id)
      }
    }
  }

  package struct Line: Sendable {
    package let booked: BookedAppointment
    package let isOwn: Bool
    package var named: RecordRef { booked.named }

    init(_ booked: BookedAppointment, isOwn: Bool) {
      self.booked = booked
      self.isOwn = isOwn
    }
  }

  private static let select = AppointmentRecords.columns
  private static let inTime = """
    (appointment.starts, appointment.id) > (?, ?) AND appointment.starts <= ?
    ORDER BY appointment.starts, appointment.id LIMIT ?
    """
  static let ofEverybody = "\(select) WHERE \(inTime)"
  /// Their own, and those of their clients that somebody else booked: who takes over a client is
  /// handed the client's appointments too.
  static let ofWorker = """
    \(select) WHERE \(isOwn)
      AND \(inTime)
    """
  private static let isOwn = """
    (appointment.worker = ? OR appointment.person IN (
        SELECT person FROM episode WHERE worker = ? AND closed IS NULL))
    """
  private static let isMissed = "appointment.id IN (\(MissedAppointments.followUps))"
  private static let missedOfEverybody = "\(select) WHERE \(isMissed) AND \(inTime)"
  private static let missedOfWorker = "\(select) WHERE \(isOwn) AND \(isMissed) AND \(inTime)"
}
