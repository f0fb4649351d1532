package import CaseRules
package import SQLite

/// Clients on the way to another worker, team or agency (PPL-012).
package enum HandoverRecords {
  package static func one(_ id: HandoverID, in records: Connection) throws -> Handover? {
    try records.first(columns + " WHERE handover.id = ?", id, row: handover(row:))
  }

  package static func pending(of episode: EpisodeID, in records: Connection) throws -> Handover? {
    try records.first(
      columns + " WHERE handover.episode = ? AND handover.state = 'pending'", episode,
      row: handover(row:))
  }

  /// Those of a person, the newest first.
  static func all(
    of person: PersonID, in records: Connection, limit: Int = 100
  ) throws -> [Handover] {
    try records.query(
      columns + """
         WHERE handover.person = ?
        ORDER BY handover.id DESC LIMIT ?
        """, person, limit, row: handover(row:))
  }

  /// What waits for this worker, their team, or somebody this worker has asked; a team leader sees
  /// everything that waits.
  package static func waiting(
    for worker: Worker, in records: Connection, limit: Int = 100
  ) throws
    -> [HandoverLine]
  {
    let isLeader = worker.role.leadsTeam
    return try records.query(
      """
      SELECT handover.id, handover.person, person.family_name, person.given_names, worker.name,
             handover.receiver, handover.asked_at, handover.to_worker, handover.to_team,
             handover.reason
      FROM handover
      JOIN person ON person.id = handover.person
      JOIN worker ON worker.id = handover.from_worker
      WHERE handover.state = 'pending'
        AND (? OR handover.to_worker = ? OR handover.from_worker = ?
             OR (handover.to_team = ? AND handover.to_team <> ''))
      ORDER BY handover.asked_at, handover.id LIMIT ?
      """, isLeader, worker.id, worker.id, NameFolding.key(worker.team), limit
    ) { row in
      let to: WorkerID? = try row.get(7)
      let team = try row.text(8)
      return HandoverLine(
        ref: RecordRef(.handover, try row.int64(0)), person: RecordRef(.person, try row.int64(1)),
        name: PersonName(family: try row.text(2), given: try row.text(3)).display,
        from: try row.text(4), to: try row.text(5), asked: try row.get(6),
        reason: try row.text(9),
        forMe: to == worker.id || !team.isEmpty && team == NameFolding.key(worker.team))
    }
  }

  /// Asks; nothing changes for the client until the answer.
  static func ask(_ handover: Handover, in transaction: WriteTransaction) throws -> HandoverID {
    let team = handover.kind == .team ? NameFolding.key(handover.receiver) : ""
    try transaction.connection.execute(
      """
      INSERT INTO handover (episode, person, kind, state, from_worker, to_worker, to_team,
                            receiver, reason, asked_at)
      VALUES (?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?)
      """, handover.episode, handover.person, handover.kind, handover.from, handover.to, team,
      handover.receiver, handover.reason, transaction.attribution.at)
    let id = HandoverID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: handover.person, record: AuditedRecord(id.ref), to: 1,
        changes: [
          FieldChange("kind", to: handover.kind), FieldChange("from", to: handover.from),
          FieldChange("to", to: handover.receiver), FieldChange("reason", to: handover.reason),
        ], rule: "PPL-012"))
    return id
  }

  static func answer(
    _ handover: Handover, _ state: Handover.State, _ words: String,
    in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      handover.id.ref, of: handover.person, table: "handover", at: handover.revision,
      changes: [
        FieldChange("state", from: handover.state, to: state), FieldChange("answer", to: words),
      ], rule: "PPL-012"
    ) {
      try $0.execute(
        """
        UPDATE handover SET state = ?, answered_at = ?, answered_by = ?, answer = ? WHERE id = ?
        """, state, transaction.attribution.at, transaction.attribution.worker, words, handover.id)
    }
  }

  private static let columns = """
    SELECT handover.id, handover.episode, handover.person, handover.kind, handover.state,
           handover.from_worker, worker.name, handover.to_worker, handover.receiver,
           handover.asked_at, handover.reason, handover.answered_at, handover.answer,
           handover.revision,
           (SELECT by.name FROM worker AS by WHERE by.id = handover.answered_by)
    FROM handover JOIN worker ON worker.id = handover.from_worker
    """

  private static func handover(row: Row) throws -> Handover {
    var handover = Handover(
      id: try row.get(0), episode: try row.get(1), person: try row.get(2), kind: try row.get(3),
      state: try row.get(4), from: try row.get(5), fromName: try row.text(6), to: try row.get(7),
      receiver: try row.text(8), asked: try row.get(9), reason: try row.text(10),
      answered: try row.get(11), answer: try row.text(12), revision: try row.int(13))
    handover.answeredBy = try row.get(14)
    return handover
  }
}
