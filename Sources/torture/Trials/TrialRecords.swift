import CaseRules
import CaseStore
import SQLite

/// What the sessions of a trial change: workers, each with its version, and what must go with it.
enum TrialRecords {
  static func version(of record: Int64, in records: Connection) throws -> Int {
    try records.first("SELECT revision FROM worker WHERE id = ?", record) { try $0.int(0) } ?? 0
  }

  /// Changes three tables, so that half a save would show; returns the version it made.
  ///
  /// Without `seen` it takes the version it finds, as whoever has not looked before.
  static func change(
    _ record: Int64, seen: Int?, in transaction: WriteTransaction
  ) throws -> Int {
    let connection = transaction.connection
    let before = try seen ?? version(of: record, in: connection)
    let after = try transaction.nextRevision(table: "worker", id: record, expected: before)
    try connection.execute(
      """
      INSERT INTO bank_holiday (date, name, struck_by, struck_at, struck_reason)
      VALUES ('2026-11-22', 'torture', ?, ?, 'torture')
      """, transaction.attribution.worker, transaction.attribution.at)
    try transaction.audit(
      AuditEvent(
        .workerChanged, record: AuditedRecord(WorkerID(record).ref), from: before, to: after))
    return after
  }

  /// The saves in the file, and whether each is whole; bare saves leave no entry on the trail.
  ///
  /// Quick, for a look after each of many faults.
  static func saves(in records: Connection) throws -> (ids: Set<String>, isWhole: Bool) {
    let ids = try records.query("SELECT id FROM save WHERE outcome = 'saved' AND worker > 0") {
      try $0.text(0)
    }
    let isWhole = try records.first(
      """
      SELECT (SELECT count(*) FROM audit) IS (SELECT max(seq) FROM audit)
         AND (SELECT sum(revision) - count(*) FROM worker)
           = (SELECT count(*) FROM bank_holiday WHERE name = 'torture')
         AND (SELECT count(*) FROM bank_holiday WHERE name = 'torture')
           = (SELECT count(*) FROM save WHERE outcome = 'saved' AND worker > 0) - ?
      """, TrialFile.savesBefore
    ) { try $0.bool(0) }
    let verdict = try records.query("PRAGMA integrity_check") { try $0.text(0) }
    return (Set(ids), isWhole == true && verdict == ["ok"])
  }

  /// What the trail says of the records, in the order of events.
  static func trail(in records: Connection) throws -> [HistoryCheck.Entry] {
    try records.query(
      """
      SELECT save_id, record_id, revision_before, revision_after FROM audit
      WHERE record_kind = 'W' AND revision_before IS NOT NULL ORDER BY seq
      """
    ) { row in
      HistoryCheck.Entry(
        save: try row.text(0), record: try row.int64(1), before: try row.int(2),
        after: try row.int(3))
    }
  }
}
