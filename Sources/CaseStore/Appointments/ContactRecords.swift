package import CaseRules
package import SQLite

/// Attempts to reach people, successful or not (PPL-022).
package enum ContactRecords {
  /// A person's, newest first.
  package static func all(
    of person: PersonID, in records: Connection, limit: Int = 100
  ) throws
    -> [ContactAttempt]
  {
    try records.query(
      """
      SELECT contact_attempt.id, person, made_at, method, result, note, worker.name
      FROM contact_attempt JOIN worker ON worker.id = contact_attempt.worker
      WHERE person = ? ORDER BY made_at DESC, contact_attempt.id DESC LIMIT ?
      """, person, limit
    ) { row in
      ContactAttempt(
        id: try row.get(0), person: try row.get(1), when: try row.get(2), method: try row.get(3),
        result: try row.get(4), note: try row.text(5), worker: try row.text(6))
    }
  }

  /// PPL-023: unsuccessful attempts since the last successful one.
  package static func failedAttempts(of person: PersonID, in records: Connection) throws -> Int {
    if let episode = try EpisodeRecords.open(of: person, in: records) {
      return episode.failedAttempts
    }
    return try records.first(
      """
      SELECT count(*) FROM contact_attempt
      WHERE person = ? AND is_contact = 0
        AND made_at > coalesce((SELECT max(made_at) FROM contact_attempt
                                WHERE person = ? AND is_contact = 1), '')
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
}
