package import CaseRules
package import SQLite

/// The page of a bronze action, and the list of those somebody has to do something about.
package enum BronzeFiles {
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> BronzeFile {
    try context.mustRead(.intelligence)
    let record = try BronzeRecords.found(ref, in: records)
    return BronzeFile(
      record: record,
      others: try BronzeRecords.others(
        of: record.action.subject, but: record.action.id, in: records),
      deadlines: try DeadlineRecords.all(about: ref, in: records).sorted {
        ($0.expires?.seconds ?? .max, $0.id) < ($1.expires?.seconds ?? .max, $1.id)
      }.map { EntryDueLines.line($0, about: ref, name: record.action.subjectName, context) })
  }

  /// GEN-003: a look at it is on the trail before it is shown.
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> BronzeFile {
    let file = try load(ref, in: transaction.connection, context)
    try transaction.audit(AuditEvent(.bronzeViewed, record: AuditedRecord(ref)))
    return file
  }

  /// Who is meant, for lists and headings.
  static func name(of ref: RecordRef, in records: Connection) throws -> String? {
    try records.first(
      """
      SELECT s.family_name, s.given_names, s.description
      FROM bronze_action AS b
      JOIN intelligence_subject AS own ON own.id = b.subject
      JOIN intelligence_subject AS s ON s.id = coalesce(own.same_as, own.id)
      WHERE b.id = ?
      """, ref.number
    ) { try BronzeRecords.subjectName($0, 0) }
  }

  /// The next actions by number, for lists that are read out from end to end.
  package static func page(
    after place: BronzeActionID?, limit: Int = 100, in records: Connection, _ context: RuleContext
  ) throws -> ExportPage<BronzeRecord, BronzeActionID> {
    try context.mustRead(.intelligence)
    let refs = try records.query(
      "SELECT id FROM bronze_action WHERE id > ? ORDER BY id LIMIT ?", place ?? BronzeActionID(0),
      limit
    ) { try $0.get(0, as: BronzeActionID.self) }
    let rows = try refs.map { try BronzeRecords.found($0.ref, in: records) }
    return ExportPage(rows, limit: limit) { $0.action.id }
  }

  // MARK: The list

  /// What somebody has to do something about, the oldest of each first; what is settled, the newest.
  package static func lines(
    of states: [BronzeState] = BronzeScope.open.states, in records: Connection,
    _ context: RuleContext,
    limit: Int = 500
  ) throws -> [BronzeLine] {
    try context.mustRead(.intelligence)
    return try states.flatMap { state in
      try records.query(
        columns + (state.isSettled ? newestFirst : oldestFirst), state, limit
      ) { try line($0, context) }
    }
  }

  private static let columns = """
    SELECT b.id, b.subject, s.family_name, s.given_names, s.description, b.state, b.since,
           b.letter_kind,
           (SELECT group_concat(g.source || g.information || g.handling, ' ')
              FROM bronze_report AS r
              JOIN intelligence_report AS i ON i.id = r.report
              JOIN intelligence_grade AS g ON g.id = i.grade
             WHERE r.bronze = b.id),
           d.name, d.due, b.rms_reference, b.rms_on,
           (SELECT max(p.responded_on) FROM bronze_response AS p
             WHERE p.bronze = b.id AND p.response = 'accepted'),
           b.back_on,
           (SELECT max(m.last_attended) FROM bronze_monitoring AS m WHERE m.bronze = b.id),
           CASE WHEN b.state IN ('research', 'human_rights_test') THEN
             (SELECT CASE WHEN n.decision = 'returned' THEN n.decision_reason END
                FROM bronze_submission AS n
               WHERE n.bronze = b.id ORDER BY n.number DESC LIMIT 1) END
    FROM bronze_action AS b
    JOIN intelligence_subject AS own ON own.id = b.subject
    JOIN intelligence_subject AS s ON s.id = coalesce(own.same_as, own.id)
    LEFT JOIN deadline AS d ON d.id = (
      SELECT deadline.id FROM deadline
       WHERE deadline.subject_kind = 'BR' AND deadline.subject = b.id
         AND deadline.due IS NOT NULL AND \(DeadlineRow.isOpenSQL)
       ORDER BY deadline.expires, deadline.id LIMIT 1)
    WHERE b.state = ?
    """
  private static let oldestFirst = " ORDER BY b.since, b.id LIMIT ?"
  private static let newestFirst = " ORDER BY b.since DESC, b.id DESC LIMIT ?"

  private static func line(_ row: Row, _ context: RuleContext) throws -> BronzeLine {
    var line = BronzeLine(
      ref: RecordRef(.bronzeAction, try row.int64(0)),
      subjectRef: RecordRef(.intelligenceSubject, try row.int64(1)),
      subjectName: try BronzeRecords.subjectName(row, 2), state: try row.get(5),
      since: try row.get(6), grades: try row.get(8, as: String?.self) ?? "",
      kind: try row.get(7), dueName: try row.get(9), due: try row.get(10),
      lastSeen: BronzeRules.lastSeen(
        accepted: try row.get(13), back: try row.get(14), attended: [try row.get(15)]),
      sentBack: try row.get(16), in: context)
    if let reference: String = try row.get(11) {
      line.retention = RMSRetention(reference: reference, on: try row.get(12))
    }
    return line
  }
}
