package import CaseRules
package import SQLite

/// What people have agreed to and refused; nothing is ever taken out.
package enum ConsentRecords {
  /// Every recorded answer of a person, newest first.
  package static func all(of person: PersonID, in records: Connection) throws -> [Consent] {
    try records.query(
      columns + " WHERE person = ? ORDER BY given_at DESC, id DESC", person, row: consent(row:))
  }

  package static func one(_ id: ConsentID, in records: Connection) throws -> Consent? {
    try records.first(columns + " WHERE id = ?", id, row: consent(row:))
  }

  /// The consent of this type that holds at the moment; a later no undoes an earlier yes.
  package static func inForce(
    _ type: ConsentType, of person: PersonID, at moment: Moment, in records: Connection
  ) throws -> Consent? {
    let answers = try records.query(
      columns + " WHERE person = ? AND type = ? AND given_at <= ?", person, type, moment,
      row: consent(row:))
    return answers.inForce(type, at: moment)
  }

  /// Keeps an answer; its number is given here, whatever the value says.
  @discardableResult
  package static func record(
    _ consent: Consent, in transaction: WriteTransaction
  ) throws
    -> ConsentID
  {
    try transaction.connection.execute(
      """
      INSERT INTO consent (person, type, given, form, given_at, explained_by, recipients, amount,
                           rationale, expires, recorded_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, consent.person, consent.type, consent.given, consent.form, consent.when,
      consent.explainedBy, consent.recipients, consent.amount, consent.rationale, consent.expires,
      transaction.attribution.worker)
    let id = ConsentID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: consent.person, record: AuditedRecord(id.ref), to: 1,
        changes: [
          FieldChange("type", to: consent.type), FieldChange("given", to: consent.given),
          FieldChange("how", to: consent.form), FieldChange("when", to: consent.when),
          FieldChange("explained-by", to: consent.explainedBy),
          FieldChange("recipients", to: consent.recipients),
          FieldChange("data", to: consent.amount),
          FieldChange("rationale", to: consent.rationale),
          FieldChange("expiry", to: consent.expires),
        ]))
    return id
  }

  /// PPL-011: from this moment on it no longer holds; what relied on it before stays valid.
  package static func withdraw(
    _ consent: Consent, at moment: Moment, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      consent.id.ref, of: consent.person, table: "consent", at: consent.revision,
      changes: [FieldChange("withdrawn", from: consent.withdrawn, to: moment)], rule: "PPL-011"
    ) {
      try $0.execute(
        "UPDATE consent SET withdrawn_at = ? WHERE id = ?", moment, consent.id)
    }
  }

  /// GEN-004: strikes an answer through that was never given, or was somebody else's.
  static func strike(
    _ consent: Consent, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      consent.id.ref, of: consent.person, table: "consent", at: consent.revision, because: reason)
  }

  static let columns = """
    SELECT id, person, type, given, form, given_at, explained_by, recipients, amount, rationale,
           expires, withdrawn_at, revision, struck_reason
    FROM consent
    """

  private static func consent(row: Row) throws -> Consent {
    Consent(
      id: try row.get(0), person: try row.get(1), type: try row.get(2), given: try row.bool(3),
      form: try row.get(4), when: try row.get(5), explainedBy: try row.text(6),
      recipients: try row.text(7), amount: try row.text(8), rationale: try row.text(9),
      expires: try row.get(10), withdrawn: try row.get(11),
      struckBecause: try row.get(13), revision: try row.int(12))
  }
}
