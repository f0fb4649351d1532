package import CaseRules
package import SQLite

/// Warrants that were executed, and the follow-up each asks for (INT-053).
package enum WarrantRecords {
  package static func one(_ id: WarrantID, in records: Connection) throws -> Warrant? {
    try records.first(columns + " WHERE w.id = ?", id, row: warrant(row:))
      .map { try withSteps($0, in: records) }
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> Warrant {
    try ref.flatMap { WarrantID($0) }.flatMap { try one($0, in: records) }.orNotFound()
  }

  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> Warrant {
    try context.mustRead(.intelligence)
    return try found(ref, in: records)
  }

  /// Opens a warrant for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> Warrant {
    let warrant = try load(ref, in: transaction.connection, context)
    try transaction.audit(AuditEvent(.ediiViewed, record: AuditedRecord(ref)))
    return warrant
  }

  /// INT-053: what is to be followed up still, the oldest first.
  static func open(limit: Int, in records: Connection) throws -> [Warrant] {
    try records.query(
      columns + """
         WHERE w.met_on IS NULL AND w.struck_at IS NULL ORDER BY w.executed_on, w.id LIMIT ?
        """, limit, row: warrant(row:)
    ).map { try withSteps($0, in: records) }
  }

  static func executed(
    from first: CalendarDate, to last: CalendarDate, in records: Connection
  ) throws -> [Warrant] {
    try records.query(
      columns + " WHERE w.executed_on BETWEEN ? AND ? ORDER BY w.id", first, last,
      row: warrant(row:)
    ).map { try withSteps($0, in: records) }
  }

  private static func withSteps(_ warrant: Warrant, in records: Connection) throws -> Warrant {
    var warrant = warrant
    if let id = WarrantID(warrant.ref) {
      warrant.steps = try EDIIRecords.steps(after: id, in: records)
    }
    return warrant
  }

  private static let columns = """
    SELECT w.id, w.executed_on, w.place, w.reference, w.agency, worker.name, w.revision,
           w.struck_reason
    FROM warrant AS w JOIN worker ON worker.id = w.recorded_by
    """

  private static func warrant(row: Row) throws -> Warrant {
    Warrant(
      ref: RecordRef(.warrant, try row.int64(0)), executed: try row.get(1),
      place: try row.text(2), reference: try row.text(3), agency: try row.text(4),
      recordedBy: Worker.initials(of: try row.text(5)), revision: try row.int(6),
      struckBecause: try row.get(7))
  }
}

// MARK: - Writing

extension WarrantRecords {
  static func add(_ warrant: Warrant, in transaction: WriteTransaction) throws -> WarrantID {
    try transaction.connection.execute(
      """
      INSERT INTO warrant (executed_on, place, reference, agency, recorded_by)
      VALUES (?, ?, ?, ?, ?)
      """, warrant.executed, warrant.place, warrant.reference, warrant.agency,
      transaction.attribution.worker)
    let id = WarrantID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: WarrantForm.draft(of: warrant))))
    return id
  }

  static func change(
    _ warrant: Warrant, was before: Warrant, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.ref, of: nil, table: "warrant", at: before.revision,
      changes: WarrantForm.draft(of: before).changes(to: WarrantForm.draft(of: warrant))
    ) {
      try $0.execute(
        "UPDATE warrant SET executed_on = ?, place = ?, reference = ?, agency = ? WHERE id = ?",
        warrant.executed, warrant.place, warrant.reference, warrant.agency, before.ref.number)
    }
  }

  static func strike(
    _ warrant: Warrant, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      warrant.ref, of: nil, table: "warrant", at: warrant.revision, because: reason)
  }

  /// The day on which the last of what was to be done was done; none while something is open.
  ///
  /// Worked out from the letters and visits that stand; kept so that open warrants are found at once.
  static func bringUpToDate(_ id: WarrantID, in transaction: WriteTransaction) throws {
    let warrant = try one(id, in: transaction.connection).orNotFound()
    try transaction.connection.execute(
      "UPDATE warrant SET met_on = ? WHERE id = ?", warrant.metOn, id)
  }
}

extension Warrant {
  /// INT-053: when letter and visit were both done; nil while one is not.
  fileprivate var metOn: CalendarDate? {
    guard !isOpen else { return nil }
    return WarrantStep.Kind.allCases.compactMap { kind in
      steps.filter { $0.followUp?.kind == kind && $0.followUp?.result.meetsIt == true }
        .map(\.day).min()
    }.max()
  }
}
