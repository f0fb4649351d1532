package import CaseRules
package import SQLite

/// Referrals to early intervention, and what each became (INT-054).
package enum EDIIReferralRecords {
  package static func one(_ id: EDIIReferralID, in records: Connection) throws -> EDIIReferral? {
    try records.first(columns + " WHERE e.id = ?", id, row: referral(row:))
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> EDIIReferral {
    try ref.flatMap { EDIIReferralID($0) }.flatMap { try one($0, in: records) }.orNotFound()
  }

  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> EDIIReferral {
    try context.mustRead(.intelligence)
    return try found(ref, in: records)
  }

  /// Opens a referral for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> EDIIReferral {
    let referral = try load(ref, in: transaction.connection, context)
    try transaction.audit(AuditEvent(.ediiViewed, record: AuditedRecord(ref)))
    return referral
  }

  /// The referral that became a report; nil where none did.
  static func behind(
    _ report: IntelligenceReportID, in records: Connection
  ) throws -> EDIIReferral? {
    try records.first(columns + " WHERE e.report = ?", report, row: referral(row:))
  }

  /// Those that wait for an answer, the oldest first.
  static func open(limit: Int, in records: Connection) throws -> [EDIIReferral] {
    try records.query(
      columns + """
         WHERE e.report IS NULL AND e.referral IS NULL AND e.struck_at IS NULL
        ORDER BY e.received_at, e.id LIMIT ?
        """, limit, row: referral(row:))
  }

  /// What came in during a period, for the figures.
  static func received(
    from first: CalendarDate, to last: CalendarDate, in records: Connection
  ) throws -> [EDIIReferral] {
    try records.query(
      columns + " WHERE e.received_at >= ? AND e.received_at <= ? ORDER BY e.id",
      Moment(local: first, .midnight), Moment(endOf: last), row: referral(row:))
  }

  private static let columns = """
    SELECT e.id, e.received_at, e.source, e.family_name, e.given_names, e.description, e.phone,
           e.consent, e.reason, e.report, e.referral, w.name, e.revision, e.struck_reason
    FROM edii_referral AS e JOIN worker AS w ON w.id = e.recorded_by
    """

  private static func referral(row: Row) throws -> EDIIReferral {
    let report: IntelligenceReportID? = try row.get(9)
    let treatment: IncomingReferralID? = try row.get(10)
    return EDIIReferral(
      ref: RecordRef(.ediiReferral, try row.int64(0)), received: try row.get(1),
      source: try row.get(2), family: try row.text(3), given: try row.text(4),
      description: try row.text(5), phone: try row.text(6),
      consent: row.isNull(7) ? nil : try row.bool(7), reason: try row.text(8),
      outcome: report.map { .report($0.ref) } ?? treatment.map { .treatment($0.ref) },
      recordedBy: Worker.initials(of: try row.text(11)), revision: try row.int(12),
      struckBecause: try row.get(13))
  }
}

// MARK: - Writing

extension EDIIReferralRecords {
  static func add(
    _ referral: EDIIReferral, in transaction: WriteTransaction
  ) throws -> EDIIReferralID {
    try transaction.connection.execute(
      """
      INSERT INTO edii_referral (received_at, source, family_name, given_names, description, phone,
                                 consent, reason, recorded_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, referral.received, referral.source, referral.family, referral.given,
      referral.description, referral.phone, referral.consent, referral.reason,
      transaction.attribution.worker)
    let id = EDIIReferralID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: EDIIReferralForm.draft(of: referral))))
    return id
  }

  static func change(
    _ referral: EDIIReferral, was before: EDIIReferral, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.ref, of: nil, table: "edii_referral", at: before.revision,
      changes: EDIIReferralForm.draft(of: before).changes(
        to: EDIIReferralForm.draft(of: referral)), rule: "INT-054"
    ) {
      try $0.execute(
        """
        UPDATE edii_referral
        SET received_at = ?, family_name = ?, given_names = ?, description = ?, phone = ?,
            consent = ?, reason = ?
        WHERE id = ?
        """, referral.received, referral.family, referral.given, referral.description,
        referral.phone, referral.consent, referral.reason, before.ref.number)
    }
  }

  /// INT-054: what an officer made of it.
  static func answer(
    _ before: EDIIReferral, with outcome: EDIIReferral.Outcome, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.ref, of: nil, table: "edii_referral", at: before.revision,
      facts: [.init("became", outcome.ref)], rule: "INT-054"
    ) {
      switch outcome {
      case .report(let ref):
        try $0.execute(
          "UPDATE edii_referral SET report = ? WHERE id = ?", ref.number, before.ref.number)
      case .treatment(let ref):
        try $0.execute(
          "UPDATE edii_referral SET referral = ? WHERE id = ?", ref.number, before.ref.number)
      }
    }
  }

  /// INT-005: that whoever refers was entered anew, and why; nothing of either.
  static func noteNewSource(
    _ before: EDIIReferral, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.ref, of: nil, table: "edii_referral", at: before.revision,
      changes: [FieldChange("source", from: "sealed", to: "sealed anew")], rule: "INT-005",
      reason: reason.text)
  }

  static func strike(
    _ referral: EDIIReferral, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      referral.ref, of: nil, table: "edii_referral", at: referral.revision, because: reason)
  }
}
