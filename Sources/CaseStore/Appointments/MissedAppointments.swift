package import CaseRules
package import SQLite

/// PPL-022: what was missed and is not followed up, over all days.
package enum MissedAppointments {
  /// The oldest first: those the worker or whoever they cover for follows up, or everybody's.
  package static func lines(
    everyone: Bool, in records: Connection, _ context: RuleContext, limit: Int = 500
  ) throws -> [MissedLine] {
    try context.mustRead(.personAndCaseload)
    let found =
      everyone
      ? try records.query(ofEverybody, limit, row: AppointmentRecords.appointment)
      : try ([context.worker.id] + covered(records, context)).flatMap {
        try records.query(ofWorker, $0, limit, row: AppointmentRecords.appointment)
      }
    return try found.sorted { ($0.starts, $0.id.rawValue) < ($1.starts, $1.id.rawValue) }
      .prefix(limit).map { MissedLine(try Diary.line($0, records, context)) }
  }

  private static func covered(
    _ records: Connection, _ context: RuleContext
  ) throws -> [WorkerID] {
    try CoverRecords.covered(by: context.worker.id, on: context.today, in: records).map(\.worker)
  }

  /// Open follow-ups of appointments, the first attempt and the repeated ones.
  static let followUps = """
    SELECT deadline.subject FROM deadline
    WHERE \(DeadlineRow.isOpenSQL) AND deadline.subject_kind = 'A'
      AND deadline.met_form = 'contact-attempt' AND deadline.due IS NOT NULL
    """
  private static let order = "ORDER BY appointment.starts, appointment.id LIMIT ?"
  static let ofEverybody =
    "\(AppointmentRecords.columns) WHERE appointment.id IN (\(followUps)) \(order)"
  static let ofWorker = """
    \(AppointmentRecords.columns)
    WHERE appointment.id IN (\(followUps) AND deadline.owner_worker = ?) \(order)
    """
}
