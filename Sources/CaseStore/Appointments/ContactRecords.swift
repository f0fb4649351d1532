package import CaseRules
package import SQLite

/// Attempts to reach people, successful or not (PPL-022).
package enum ContactRecords {
  /// A person's, newest first, struck-through ones included (GEN-004).
  package static func all(
    of person: PersonID, in records: Connection, limit: Int = 100
  ) throws
    -> [ContactAttempt]
  {
    try records.query(
      columns + " WHERE person = ? ORDER BY made_at DESC, contact_attempt.id DESC LIMIT ?", person,
      limit, row: attempt(row:))
  }

  package static func one(_ id: ContactID, in records: Connection) throws -> ContactAttempt? {
    try records.first(columns + " WHERE contact_attempt.id = ?", id, row: attempt(row:))
  }

  /// A person's attempts that stand, in the order they were made.
  static func standing(
    of person: PersonID, in records: Connection
  ) throws -> [ContactAttempt] {
    try records.query(
      columns + " WHERE person = ? AND struck_at IS NULL ORDER BY made_at, contact_attempt.id",
      person, row: attempt(row:))
  }

  /// PPL-022: when a client was first tried after a moment, successful or not.
  static func firstAttempt(
    with person: PersonID, after moment: Moment, in records: Connection
  ) throws -> Moment? {
    try records.first(
      """
      SELECT made_at FROM contact_attempt
      WHERE person = ? AND made_at > ? AND struck_at IS NULL ORDER BY made_at LIMIT 1
      """, person, moment
    ) { try $0.get(0) }
  }

  /// PPL-023: unsuccessful attempts since the last successful one.
  package static func failedAttempts(of person: PersonID, in records: Connection) throws -> Int {
    if let episode = try EpisodeRecords.open(of: person, in: records) {
      return episode.failedAttempts
    }
    return try records.first(
      """
      SELECT count(*) FROM contact_attempt
      WHERE person = ? AND is_contact = 0 AND struck_at IS NULL
        AND made_at > coalesce((SELECT max(made_at) FROM contact_attempt
                                WHERE person = ? AND is_contact = 1 AND struck_at IS NULL), '')
      """, person, person
    ) { try $0.int(0) } ?? 0
  }

  /// Keeps an attempt; its number is given here.
  static func add(
    _ attempt: ContactAttempt, appointment: AppointmentID?, in transaction: WriteTransaction
  ) throws -> ContactID {
    try transaction.connection.execute(
      """
      INSERT INTO contact_attempt (person, appointment, made_at, method, result, is_contact, note,
                                   worker)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, attempt.person, appointment, attempt.when, attempt.method, attempt.result,
      attempt.result.isContact, attempt.note, transaction.attribution.worker)
    let id = ContactID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: attempt.person, record: AuditedRecord(id.ref), to: 1,
        changes: [
          FieldChange("when", to: attempt.when), FieldChange("method", to: attempt.method),
          FieldChange("result", to: attempt.result), FieldChange("note", to: attempt.note),
        ]))
    return id
  }

  /// GEN-004: strikes an attempt through; what hung on it is put right by `ContactStrike`.
  static func strike(
    _ attempt: ContactAttempt, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      attempt.id.ref, of: attempt.person, table: "contact_attempt", at: attempt.revision,
      because: reason)
  }

  private static let columns = """
    SELECT contact_attempt.id, person, made_at, method, result, note, worker.name, struck_reason,
           contact_attempt.revision
    FROM contact_attempt JOIN worker ON worker.id = contact_attempt.worker
    """

  private static func attempt(row: Row) throws -> ContactAttempt {
    ContactAttempt(
      id: try row.get(0), person: try row.get(1), when: try row.get(2), method: try row.get(3),
      result: try row.get(4), note: try row.text(5), worker: try row.text(6),
      struckBecause: try row.get(7), revision: try row.int(8))
  }
}

// MARK: - The attempt that is owed after one

extension ContactRecords {
  /// PPL-023: notes which deadline an unsuccessful attempt has begun.
  static func note(
    _ deadline: DeadlineRow, after attempt: ContactID, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      "UPDATE contact_attempt SET makes_due = ? WHERE id = ?", deadline.id, attempt)
  }

  /// The deadline an attempt has begun, as it stands now; nil where it began none.
  static func madeDue(
    by attempt: ContactID, in records: Connection
  ) throws -> DeadlineRow? {
    let first = try records.first(
      "SELECT makes_due FROM contact_attempt WHERE id = ?", attempt
    ) { try $0.get(0, as: Int64?.self) }
    guard let first = first ?? nil else { return nil }
    return try DeadlineRecords.row(DeadlineRecords.current(first, in: records), in: records)
  }
}
