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

  /// The next appointments that begin by the end of a day.
  package static func page(
    of scope: ExportScope, after place: Place, to day: CalendarDate, limit: Int = 500,
    in records: Connection, _ context: RuleContext
  ) throws -> ExportPage<Appointment, Place> {
    try context.mustRead(.personAndCaseload)
    try scope.check(context)
    let end = Moment(endOf: day)
    let rows: [Appointment] =
      switch scope {
      case .everyone:
        try records.query(
          ofEverybody, place.starts, place.id, end, limit, row: AppointmentRecords.appointment)
      case .own(let worker):
        try records.query(
          ofWorker, worker, worker, place.starts, place.id, end, limit,
          row: AppointmentRecords.appointment)
      }
    return ExportPage(rows, limit: limit) { Place($0) }
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
    \(select) WHERE (appointment.worker = ? OR appointment.person IN (
        SELECT person FROM episode WHERE worker = ? AND closed IS NULL))
      AND \(inTime)
    """
}
