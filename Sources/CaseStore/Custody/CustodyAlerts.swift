package import CaseRules
package import SQLite

extension CustodyAlert.Kind: StoredWord {}

package enum CustodyAlerts {
  /// What nobody has looked at yet and still matters, the oldest first: arrivals of those who are
  /// there, and returns of those who have not come back.
  ///
  /// A return is told on several days (CUS-012); what was missed then is in the newest telling.
  package static func waiting(
    in records: Connection, _ context: RuleContext, limit: Int = 50
  ) throws -> [CustodyAlert] {
    guard tellsOf(context.worker.role) else { return [] }
    return try records.query(
      """
      SELECT a.entry, a.kind, MAX(a.day), s.name, e.arrived_at, e.next_at
      FROM custody_alert AS a
      JOIN custody_entry AS e ON e.id = a.entry
      JOIN custody_suite AS s ON s.id = e.suite
      WHERE a.shown_at IS NULL AND a.day <= ? AND e.closed_at IS NULL
        AND CASE a.kind WHEN 'arrival' THEN e.departed_at IS NULL
            ELSE e.contacted_at IS NULL AND e.next_at >= ? END
      GROUP BY a.entry, a.kind
      ORDER BY MAX(a.day), a.entry LIMIT ?
      """, context.today, Moment(local: context.today, .midnight), limit
    ) { row in
      let kind: CustodyAlert.Kind = try row.get(1)
      let arrived: Moment = try row.get(4)
      let next: Moment? = try row.get(5)
      return CustodyAlert(
        entry: RecordRef(.custodyEntry, try row.int64(0)), kind: kind, day: try row.get(2),
        suite: try row.text(3), at: kind == .arrival ? arrived : next ?? arrived)
    }
  }

  /// CUS-005: alerts go to arrest referral workers.
  static func tellsOf(_ role: Role) -> Bool { role == .arw }

  /// Marks the alerts of a detention that are due as shown to this worker, and their deadline met.
  ///
  /// Does nothing for roles that are not alerted, and when nothing is waiting.
  package static func markShown(
    about entry: EntryID, in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    guard tellsOf(context.worker.role) else { return }
    try transaction.connection.execute(
      """
      UPDATE custody_alert SET shown_at = ?, shown_to = ?
      WHERE entry = ? AND shown_at IS NULL AND day <= ?
      """, transaction.attribution.at, context.worker.id, entry, context.today)
    guard transaction.connection.changes > 0 else { return }
    try DeadlineRecords.meet(
      EntryDeadlines.alertName, about: entry.ref, on: .moment(transaction.attribution.at),
      in: transaction)
  }

  /// Asks that workers be told on a day; twice for the same day is once.
  static func add(
    _ kind: CustodyAlert.Kind, on day: CalendarDate, about entry: EntryID,
    shown: (at: Moment, to: WorkerID)? = nil, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      INSERT INTO custody_alert (entry, kind, day, shown_at, shown_to) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """, entry, kind, day, shown?.at, shown?.to)
  }

  /// Takes back what has not been shown yet, because the fact behind it was corrected.
  static func takeBack(
    _ kind: CustodyAlert.Kind, about entry: EntryID, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      "DELETE FROM custody_alert WHERE entry = ? AND kind = ? AND shown_at IS NULL", entry, kind)
  }
}
