package import CaseRules
package import SQLite

/// PPL-044: red alerts to the team leader, until they are acknowledged with a note.
package enum SafetyAlerts {
  /// Everything that waits, the oldest first.
  package static func waiting(
    in records: Connection, _ context: RuleContext, limit: Int = 50
  ) throws -> [SafetyAlertLine] {
    try context.mustRead(.personAndCaseload)
    return try records.query(waiting, limit) { row in
      let prescribing: PrescribingID = try row.get(0)
      let person: PersonID = try row.get(1)
      return SafetyAlertLine(
        ref: prescribing.ref, person: person.ref,
        name: PersonName(family: try row.text(2), given: try row.text(3)).display,
        alert: try alert(row: row, from: 4))
    }
  }

  /// Raises the alert for a first day that is dangerous, once; answers with what the worker is told.
  ///
  /// Asked after every change of the log: striking a harmless first dose through can leave a
  /// dangerous one as the first.
  static func raiseIfNeeded(
    _ record: PrescribingRecord, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    guard let first = record.log.first(of: .methadone),
      DoseRules.isDangerous(first.mg, .methadone, context.settings),
      !record.alerts.contains(where: { $0.day == first.on && $0.mg == first.mg })
    else { return [] }
    let episode = record.episode
    try transaction.connection.execute(
      """
      INSERT INTO safety_alert (prescribing, day, mg, raised_at, raised_by) VALUES (?, ?, ?, ?, ?)
      """, episode.id, first.on, first.mg, transaction.attribution.at,
      transaction.attribution.worker)
    try transaction.audit(
      AuditEvent(
        .alertRaised, person: episode.person, record: AuditedRecord(episode.id.ref),
        facts: [
          .init("day", first.on), .init("mg", first.mg),
          .init("limit", context.settings.methadoneFirstBlockMg),
        ], rule: "PPL-044"))
    try DeadlineRecords.start(
      PrescribingDeadlines.alert(
        raised: transaction.attribution.at, settings: context.settings),
      about: episode.id.ref, person: episode.person, owner: .role(.sup),
      metByForm: AcknowledgeAlertForm.id, in: transaction, calendar: context.calendar)
    return ["A red safety alert has gone to the team leader. Ring the prescriber now"]
  }

  static func acknowledge(
    _ record: PrescribingRecord, note: String, in transaction: WriteTransaction
  ) throws {
    let episode = record.episode
    let now = transaction.attribution.at
    try transaction.connection.execute(
      """
      UPDATE safety_alert SET acknowledged_at = ?, acknowledged_by = ?, note = ?
      WHERE prescribing = ? AND acknowledged_at IS NULL
      """, now, transaction.attribution.worker, note, episode.id)
    try transaction.audit(
      AuditEvent(
        .alertAcknowledged, person: episode.person, record: AuditedRecord(episode.id.ref),
        changes: [FieldChange("note", to: note)],
        facts: [.init("alerts", record.openAlerts.count)], rule: "PPL-044"))
    try DeadlineRecords.meet(
      PrescribingDeadlines.alertName, about: episode.id.ref, on: .moment(now), in: transaction)
  }

  private static let alertColumns = """
    safety_alert.id, safety_alert.day, safety_alert.mg, safety_alert.raised_at, raiser.name,
    safety_alert.acknowledged_at, answerer.name, safety_alert.note
    """
  private static let joins = """
    FROM safety_alert
    JOIN worker AS raiser ON raiser.id = safety_alert.raised_by
    LEFT JOIN worker AS answerer ON answerer.id = safety_alert.acknowledged_by
    """
  static let columns = "SELECT \(alertColumns) \(joins)"
  static let waiting = """
    SELECT prescribing.id, prescribing.person, person.family_name, person.given_names,
           \(alertColumns)
    \(joins)
    JOIN prescribing ON prescribing.id = safety_alert.prescribing
    JOIN person ON person.id = prescribing.person
    WHERE safety_alert.acknowledged_at IS NULL
    ORDER BY safety_alert.raised_at, safety_alert.id LIMIT ?
    """

  static func alert(row: Row, from column: Int) throws -> SafetyAlert {
    let at: Moment? = try row.get(column + 5)
    return SafetyAlert(
      number: try row.int64(column), day: try row.get(column + 1), mg: try row.int(column + 2),
      raised: try row.get(column + 3), raisedBy: try row.text(column + 4),
      acknowledged: try at.map {
        SafetyAlert.Acknowledgement(
          by: try row.text(column + 6), at: $0, note: try row.text(column + 7))
      })
  }
}

extension AuditKind {
  /// PPL-044.
  package static let alertRaised = AuditKind("safety.alert")
  /// PPL-044.
  package static let alertAcknowledged = AuditKind("safety.acknowledge")
}
