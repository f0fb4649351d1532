package import CaseRules
package import SQLite

/// PPL-018: referrals for housing, work, training and life skills.
package enum ReferralRecords {
  package static func one(_ id: ReferralID, in records: Connection) throws -> WraparoundReferral? {
    try records.first(
      columns + " WHERE wraparound_referral.id = ?", id, row: referral(row:))
  }

  /// A person's, newest first.
  package static func all(
    of person: PersonID, in records: Connection
  ) throws -> [WraparoundReferral] {
    try records.query(
      columns + """
         WHERE wraparound_referral.person = ?
        ORDER BY wraparound_referral.referred_on DESC, wraparound_referral.id DESC
        """, person, row: referral(row:))
  }

  static func add(
    _ referral: WraparoundReferral, in transaction: WriteTransaction
  ) throws -> ReferralID {
    try transaction.connection.execute(
      """
      INSERT INTO wraparound_referral (person, kind, referred_on, service, agency, reason, outcome,
                                       outcome_on, worker, recorded)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      values: [referral.person] + values(of: referral) + [
        transaction.attribution.worker, transaction.attribution.at,
      ])
    let id = ReferralID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: referral.person, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: WraparoundReferralForm.draft(of: referral)),
        rule: "PPL-018"))
    return id
  }

  static func change(
    _ referral: WraparoundReferral, was before: WraparoundReferral,
    in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.id.ref, of: before.person, table: "wraparound_referral", at: before.revision,
      changes: WraparoundReferralForm.draft(of: before)
        .changes(to: WraparoundReferralForm.draft(of: referral)), rule: "PPL-018"
    ) {
      try $0.execute(
        """
        UPDATE wraparound_referral
        SET kind = ?, referred_on = ?, service = ?, agency = ?, reason = ?, outcome = ?,
            outcome_on = ?
        WHERE id = ?
        """, values: values(of: referral) + [before.id])
    }
  }

  /// GEN-004: strikes a referral through that was never made, or was somebody else's.
  static func strike(
    _ referral: WraparoundReferral, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      referral.id.ref, of: referral.person, table: "wraparound_referral", at: referral.revision,
      because: reason)
  }

  private static func values(of referral: WraparoundReferral) -> [(any SQLBindable)?] {
    [
      referral.kind, referral.referred, referral.service, referral.agency, referral.reason,
      referral.outcome, referral.outcomeOn,
    ]
  }

  private static let columns = """
    SELECT wraparound_referral.id, wraparound_referral.person, wraparound_referral.kind,
           wraparound_referral.referred_on, wraparound_referral.service,
           wraparound_referral.agency, wraparound_referral.reason, wraparound_referral.outcome,
           wraparound_referral.outcome_on, worker.name, wraparound_referral.revision,
           wraparound_referral.struck_reason
    FROM wraparound_referral JOIN worker ON worker.id = wraparound_referral.worker
    """

  private static func referral(row: Row) throws -> WraparoundReferral {
    WraparoundReferral(
      id: try row.get(0), person: try row.get(1), kind: try row.get(2), referred: try row.get(3),
      service: try row.get(4), agency: try row.text(5), reason: try row.text(6),
      outcome: try row.get(7), outcomeOn: try row.get(8), workerName: try row.text(9),
      struckBecause: try row.get(11), revision: try row.int(10))
  }
}
