package import CaseRules
package import SQLite

/// Who may answer the helpline, and when they were trained for it (PPL-056).
package enum CallTakerRecords {
  /// Everybody who works here and may log a call, by name; those without a date included.
  package static func all(in records: Connection) throws -> [CallTaker] {
    try records.query(columns + " WHERE w.active = 1 ORDER BY w.name, w.id", row: taker(row:))
      .filter { AccessMatrix.right(of: $0.role, to: .custodyBoardAndDIR).allowsEditing }
  }

  /// The same as a list, for those who work with it.
  package static func listed(
    in records: Connection, _ context: RuleContext
  ) throws -> [CallTaker] {
    try context.mustRead(.personAndCaseload)
    return try all(in: records)
  }

  package static func one(_ worker: WorkerID, in records: Connection) throws -> CallTaker? {
    try records.first(columns + " WHERE w.id = ?", worker, row: taker(row:))
  }

  private static let columns = """
    SELECT w.id, w.name, w.role, t.assessment, t.overdose, t.listening, t.link,
           coalesce(t.revision, 0)
    FROM worker AS w LEFT JOIN call_taker AS t ON t.worker = w.id
    """

  private static func taker(row: Row) throws -> CallTaker {
    var trained: [CallTaker.Subject: CalendarDate] = [:]
    for (offset, subject) in CallTaker.Subject.allCases.enumerated() {
      trained[subject] = try row.get(3 + offset, as: CalendarDate?.self)
    }
    return CallTaker(
      worker: RecordRef(.worker, try row.int64(0)), name: try row.text(1), role: try row.get(2),
      trained: trained, revision: try row.int(7))
  }

  static func keep(
    _ trained: [CallTaker.Subject: CalendarDate], of before: CallTaker,
    in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      INSERT INTO call_taker (worker, assessment, overdose, listening, link)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (worker) DO UPDATE
      SET assessment = excluded.assessment, overdose = excluded.overdose,
          listening = excluded.listening, link = excluded.link, revision = revision + 1
      """, before.worker.number, trained[.assessment], trained[.overdose], trained[.listening],
      trained[.link])
    var after = before
    after.trained = trained
    try transaction.audit(
      AuditEvent(
        before.revision == 0 ? .created : .changed,
        record: AuditedRecord("call-taker", before.worker.number),
        from: before.revision == 0 ? nil : before.revision, to: before.revision + 1,
        changes: CallTakerForm.draft(of: before).changes(to: CallTakerForm.draft(of: after))))
  }

  static let handler = FormHandler(
    CallTakerForm.id,
    open: { records, about, context in
      let taker = try found(about, in: records)
      return OpenedForm(
        form: CallTakerForm.id, about: about,
        heading: "\(taker.name), \(taker.role.titleInSentence)",
        draft: CallTakerForm.draft(of: taker), revision: taker.revision)
    },
    facts: { _, _, _, _ in FormFacts() },
    save: { transaction, about, reading, _, _ in
      let before = try found(about, in: transaction.connection)
      try keep(CallTakerForm.trained(from: reading), of: before, in: transaction)
      return SavedForm(before.worker)
    })

  private static func found(_ about: RecordRef?, in records: Connection) throws -> CallTaker {
    guard let worker = about.flatMap({ WorkerID($0) }), let taker = try one(worker, in: records)
    else { throw StoreError.notFound }
    return taker
  }
}
