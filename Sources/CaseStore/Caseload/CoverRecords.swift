package import CaseRules
package import SQLite

/// Who looks after whose clients while a worker is away.
package enum CoverRecords {
  /// The cover of a worker that is not over yet, if any: a worker has one at a time.
  package static func next(
    of worker: WorkerID, on day: CalendarDate, in records: Connection
  ) throws -> Cover? {
    try records.first(
      columns + " WHERE worker_cover.worker = ? AND until_day >= ? ORDER BY from_day LIMIT 1",
      worker, day, row: cover(row:))
  }

  /// Whom a worker covers for today.
  package static func covered(
    by worker: WorkerID, on day: CalendarDate, in records: Connection
  ) throws -> [Cover] {
    try records.query(
      columns + """
         WHERE worker_cover.covered_by = ? AND until_day >= ? AND from_day <= ?
        ORDER BY worker_cover.id
        """, worker, day, day, row: cover(row:))
  }

  /// Whom a worker covers for today or will cover for.
  static func promised(
    by worker: WorkerID, from day: CalendarDate, in records: Connection
  ) throws -> [Cover] {
    try records.query(
      columns + """
         WHERE worker_cover.covered_by = ? AND until_day >= ?
        ORDER BY worker_cover.id
        """, worker, day, row: cover(row:))
  }

  /// Arranges a cover, or changes the one that stands.
  static func put(_ cover: Cover, was before: Cover?, in transaction: WriteTransaction) throws {
    guard let before else { return try add(cover, in: transaction) }
    let record = AuditedRecord("cover", before.id)
    let next = try transaction.nextRevision(
      table: "worker_cover", id: before.id, expected: before.revision, of: record)
    try transaction.connection.execute(
      """
      UPDATE worker_cover SET covered_by = ?, from_day = ?, until_day = ?, note = ? WHERE id = ?
      """, cover.by, cover.from, cover.until, cover.note, before.id)
    try transaction.audit(
      AuditEvent(
        .changed, record: record, from: before.revision, to: next,
        changes: CoverForm.draft(of: before).changes(to: CoverForm.draft(of: cover))))
  }

  private static func add(_ cover: Cover, in transaction: WriteTransaction) throws {
    try transaction.connection.execute(
      """
      INSERT INTO worker_cover (worker, covered_by, from_day, until_day, note)
      VALUES (?, ?, ?, ?, ?)
      """, cover.worker, cover.by, cover.from, cover.until, cover.note)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord("cover", transaction.connection.lastInsertRowID), to: 1,
        changes: FormDraft().changes(to: CoverForm.draft(of: cover)),
        facts: [.init("worker", cover.worker)]))
  }

  private static let columns = """
    SELECT worker_cover.id, worker_cover.worker, away.name, worker_cover.covered_by, here.name,
           from_day, until_day, note, worker_cover.revision
    FROM worker_cover
    JOIN worker AS away ON away.id = worker_cover.worker
    JOIN worker AS here ON here.id = worker_cover.covered_by
    """

  private static func cover(row: Row) throws -> Cover {
    Cover(
      id: try row.int64(0), worker: try row.get(1), workerName: try row.text(2),
      by: try row.get(3), byName: try row.text(4), from: try row.get(5), until: try row.get(6),
      note: try row.text(7), revision: try row.int(8))
  }
}
