package import CaseRules
package import SQLite

/// A DIR as the file keeps it: what it belongs to, and the answers as they read back.
struct DIRRow: Equatable, Sendable {
  let id: DIRID
  let person: PersonID
  let entry: EntryID?
  let started: Moment
  let completed: Moment?
  let revision: Int
  let draft: FormDraft
}

/// Reads and writes DIRs.
package enum DIRRecords {
  static func row(_ id: DIRID, in records: Connection) throws -> DIRRow? {
    guard var draft = try answers(id, in: records) else { return nil }
    draft.rows[DIRForm.drugs] = try drugRows(id, in: records)
    draft.rows[DIRForm.actions] = try actionRows(id, in: records)
    return try records.first(
      "SELECT person, entry, started_at, completed_at, revision FROM dir WHERE id = ?", id
    ) { row in
      let completed: Moment? = try row.get(3)
      draft[DIRForm.complete] = Answer.yesNo(completed == nil ? .no : .yes).raw
      return DIRRow(
        id: id, person: try row.get(0), entry: try row.get(1), started: try row.get(2),
        completed: completed, revision: try row.int(4), draft: draft)
    }
  }

  /// The newest that is complete; whatever was agreed in it, it is an assessment (PPL-010).
  static func latestComplete(
    of person: PersonID, in records: Connection
  ) throws -> AssessmentRules.Assessment? {
    try records.first(
      assessments + " AND d.completed_at IS NOT NULL" + newestFirst, person, row: assessment)
  }

  /// The newest, begun or complete, but for the one that is being looked at.
  static func latest(
    of person: PersonID, but dir: DIRID?, in records: Connection
  ) throws -> AssessmentRules.Assessment? {
    try records.first(
      assessments + " AND d.id IS NOT ?" + newestFirst, person, dir, row: assessment)
  }

  private static let assessments = """
    SELECT d.id, d.assessed_on, w.name FROM dir AS d JOIN worker AS w ON w.id = d.worker
    WHERE d.person = ?
    """
  private static let newestFirst = " ORDER BY d.assessed_at DESC, d.id DESC LIMIT 1"

  private static func assessment(_ row: Row) throws -> AssessmentRules.Assessment {
    AssessmentRules.Assessment(
      ref: RecordRef(.dir, try row.int64(0)), date: try row.get(1),
      by: Worker.initials(of: try row.text(2)))
  }

  private static func answers(_ id: DIRID, in records: Connection) throws -> FormDraft? {
    try records.first(DIRColumns.select, id) { row in
      var draft = FormDraft()
      draft[DIRForm.assessedAt] = Answer.dateTime(try row.get(0)).raw
      draft[DIRForm.worker] = try row.get(1, as: WorkerID.self).ref.text
      for (offset, field) in DIRColumns.fields.enumerated() {
        guard let kind = DIRColumns.kind(of: field),
          let raw = DIRColumns.raw(try row.value(offset + 2), of: kind)
        else { continue }
        draft[field] = raw
      }
      return draft
    }
  }

  private static func drugRows(_ id: DIRID, in records: Connection) throws -> [FormDraft.Row] {
    try records.query(
      """
      SELECT line, drug, route, days, amount, unit, spend, first_used, last_used
      FROM dir_drug WHERE dir = ? ORDER BY line
      """, id
    ) { try draftRow($0, of: DIRForm.drugs) }
  }

  private static func actionRows(_ id: DIRID, in records: Connection) throws -> [FormDraft.Row] {
    try records.query(
      "SELECT line, action, service, date FROM dir_action WHERE dir = ? ORDER BY line", id
    ) { row in
      guard let kind = AgreedAction.Kind(rawValue: try row.text(1)) else {
        throw row.unreadable(1)
      }
      var line = try draftRow(row, of: DIRForm.actions)
      line.texts[DIRForm.ActionColumn.action] = kind.code
      return line
    }
  }

  /// A stored line as the form's row: its number, then its columns in their order.
  private static func draftRow(_ row: Row, of table: FieldCode) throws -> FormDraft.Row {
    var texts: [FieldCode: String] = [:]
    for (offset, column) in DIRColumns.columns(of: table).enumerated() {
      guard let kind = DIRColumns.kind(of: column) else { continue }
      texts[column.code] = DIRColumns.raw(try row.value(offset + 1), of: kind)
    }
    return FormDraft.Row(id: try row.int(0), texts: texts)
  }

  /// CUS-011: the detention no longer knows whose DIR it was.
  static func unlink(_ entry: EntryID, in transaction: WriteTransaction) throws {
    let linked: [DIRID] = try transaction.connection.query(
      "SELECT id FROM dir WHERE entry = ?", entry
    ) { try $0.get(0) }
    for dir in linked {
      try transaction.connection.execute("UPDATE dir SET entry = NULL WHERE id = ?", dir)
      try transaction.audit(
        AuditEvent(
          .changed, record: AuditedRecord(dir.ref),
          changes: [FieldChange("entry", from: entry.ref, to: nil)], rule: "CUS-011"))
    }
  }
}

// MARK: - Summaries

extension DIRRecords {
  private static let summary = """
    SELECT d.id, d.person, d.entry, d.assessed_at, d.place, w.id, w.name, d.completed_at,
           d.main_drug, d.weekly_spend, d.potential_drr, d.risk_self, d.risk_self_note,
           d.risk_others, d.risk_others_note, d.risk_staff, d.risk_staff_note
    FROM dir AS d JOIN worker AS w ON w.id = d.worker
    """

  /// The DIRs of a person, newest first.
  package static func summaries(
    of person: PersonID, in records: Connection, _ context: RuleContext, limit: Int = 20
  ) throws -> [DIRSummary] {
    try context.mustRead(.custodyBoardAndDIR)
    return try records.query(
      summary + " WHERE d.person = ? ORDER BY d.assessed_at DESC, d.id DESC LIMIT ?", person, limit
    ) { try made($0, records, context) }
  }

  /// The DIRs taken in a detention, oldest first.
  static func summaries(
    of entry: EntryID, in records: Connection, _ context: RuleContext
  ) throws -> [DIRSummary] {
    try records.query(summary + " WHERE d.entry = ? ORDER BY d.id", entry) {
      try made($0, records, context)
    }
  }

  static func summary(
    of dir: DIRID, in records: Connection, _ context: RuleContext
  ) throws -> DIRSummary? {
    try records.first(summary + " WHERE d.id = ?", dir) { try made($0, records, context) }
  }

  private static func made(
    _ row: Row, _ records: Connection, _ context: RuleContext
  ) throws -> DIRSummary {
    let id: DIRID = try row.get(0)
    guard let place = AssessmentPlace(code: try row.text(4)) else { throw row.unreadable(4) }
    let main: String? = try row.get(8)
    return DIRSummary(
      ref: id.ref, person: try row.get(1, as: PersonID.self).ref,
      entry: try row.get(2, as: EntryID?.self)?.ref, assessed: try row.get(3), place: place,
      worker: Worker.initials(of: try row.text(6)),
      completed: try row.get(7), mainDrug: main.map { context.codes.words(of: $0, in: .drugs) },
      weeklySpend: try row.int(9), actions: try actions(id, in: records),
      isPotentialDRR: try row.bool(10), risks: try risks(row))
  }

  /// Columns 11 to 16: a level and a note for each.
  private static func risks(_ row: Row) throws -> [DIRRisk] {
    try DIRRisk.To.allCases.enumerated().compactMap { place, to in
      let column = 11 + 2 * place
      guard let code: String = try row.get(column) else { return nil }
      guard let level = RiskLevel(code: code) else { throw row.unreadable(column) }
      return DIRRisk(to: to, level: level, note: try row.get(column + 1) ?? "")
    }
  }

  static func actions(_ id: DIRID, in records: Connection) throws -> [AgreedAction] {
    try records.query(
      "SELECT action, service, date FROM dir_action WHERE dir = ? ORDER BY line", id
    ) { row in
      guard let kind = AgreedAction.Kind(rawValue: try row.text(0)) else {
        throw row.unreadable(0)
      }
      return AgreedAction(kind: kind, service: try row.get(1), date: try row.get(2))
    }
  }
}

// MARK: - Writing

extension DIRRecords {
  /// What is worked out from the answers and kept with them.
  struct Derived {
    let assessed: Moment
    let worker: WorkerID
    let isTrigger: Bool?
    let weeklySpend: Int
    let potentialDRR: Bool

    init(_ reading: FormReading, _ context: RuleContext) throws {
      guard let assessed = reading.moment(DIRForm.assessedAt),
        let worker = reading.link(DIRForm.worker).flatMap({ WorkerID($0) })
      else { throw StoreError.notFound }
      self.assessed = assessed
      self.worker = worker
      isTrigger = reading.code(DIRForm.offence).flatMap { context.codes[.offences]?[$0] }
        .map { $0.isTrigger(on: assessed.date) }
      let lines = DIRForm.drugLines(in: reading)
      weeklySpend = WeeklySpend.pence(lines)
      potentialDRR =
        PotentialDRR.finding(
          chargedWithCommunityOrderOffence: reading.isYes(DIRForm.charged)
            && reading.isYes(DIRForm.communityOrder),
          isCurrent: PotentialDRR.isCurrent(lines, on: assessed.date)) != nil
    }

    var values: [(any SQLBindable)?] {
      [assessed, assessed.date, worker, isTrigger, weeklySpend, potentialDRR]
    }
  }

  /// Answers that do not arise are not kept; those that a correction does not ask stay as they were.
  static func values(_ reading: FormReading, before: FormReading? = nil) -> [SQLValue] {
    DIRColumns.fields.map { code in
      let told = reading.readings[code] == nil ? before : reading
      guard let told, let field = DIRForm.definition.field(code), field.applies(told) else {
        return .null
      }
      return DIRColumns.stored(told.answer(code))
    }
  }

  static func insert(
    _ reading: FormReading, person: PersonID, entry: EntryID?, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> DIRID {
    let derived = try Derived(reading, context)
    try transaction.connection.execute(
      DIRColumns.insert,
      values: values(reading) + derived.values
        + [person, entry, transaction.attribution.worker, transaction.attribution.at])
    let id = DIRID(transaction.connection.lastInsertRowID)
    try writeLines(id, reading, in: transaction)
    try transaction.audit(
      AuditEvent(
        .created, person: person, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: try answers(of: id, in: transaction.connection)),
        facts: entry.map { [.init("entry", $0.ref)] } ?? []))
    return id
  }

  /// The answers of a row as its form reads them.
  static func reading(of row: DIRRow, _ context: RuleContext) -> FormReading {
    FormReading(row.draft, of: DIRForm.definition, in: context.reading(of: row.draft))
  }

  /// Somebody goes on with a DIR.
  static func carryOn(
    _ row: DIRRow, _ reading: FormReading, in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    try rewrite(row, reading, values(reading), because: nil, in: transaction, context)
  }

  /// GEN-003: a complete DIR is put right; what its correction does not ask stays as it was.
  static func correct(
    _ row: DIRRow, _ reading: FormReading, because reason: Reason,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    let values = values(reading, before: self.reading(of: row, context))
    try rewrite(row, reading, values, because: reason, in: transaction, context)
  }

  private static func rewrite(
    _ row: DIRRow, _ reading: FormReading, _ values: [SQLValue], because reason: Reason?,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    let record = AuditedRecord(row.id.ref)
    let next = try transaction.nextRevision(
      table: "dir", id: row.id.rawValue, expected: row.revision, of: record)
    let derived = try Derived(reading, context)
    try transaction.connection.execute(
      DIRColumns.update,
      values: values + derived.values + [row.id])
    try writeLines(row.id, reading, in: transaction)
    try transaction.audit(
      AuditEvent(
        .changed, person: row.person, record: record, from: row.revision, to: next,
        changes: row.draft.changes(
          to: try answers(of: row.id, in: transaction.connection)), reason: reason?.text))
  }

  /// GEN-003: when a complete DIR was put right, by whom and why; the newest first.
  static func corrections(of id: DIRID, in records: Connection) throws -> [DIRFile.Correction] {
    try records.query(
      """
      SELECT a.at, w.name, a.reason FROM audit AS a JOIN worker AS w ON w.id = a.worker
      WHERE a.record_kind = ? AND a.record_id = ? AND a.revision_after IS NOT NULL
        AND a.reason IS NOT NULL
      ORDER BY a.seq DESC LIMIT 20
      """, id.ref.kind.code, id.ref.number
    ) { row in
      DIRFile.Correction(
        at: try row.get(0), by: Worker.initials(of: try row.text(1)), because: try row.text(2))
    }
  }

  static func complete(
    _ id: DIRID, person: PersonID, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      "UPDATE dir SET completed_at = ?, completed_by = ? WHERE id = ? AND completed_at IS NULL",
      transaction.attribution.at, transaction.attribution.worker, id)
    try transaction.audit(
      AuditEvent(
        .changed, person: person, record: AuditedRecord(id.ref),
        changes: [FieldChange("completed_at", to: transaction.attribution.at)], rule: "CUS-017"))
  }

  private static func answers(of id: DIRID, in records: Connection) throws -> FormDraft {
    let row = try row(id, in: records).orNotFound()
    return row.draft
  }

  private static func writeLines(
    _ id: DIRID, _ reading: FormReading, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute("DELETE FROM dir_drug WHERE dir = ?", id)
    try transaction.connection.execute("DELETE FROM dir_action WHERE dir = ?", id)
    if !reading.isYes(DIRForm.noDrugs) {
      for (number, row) in (reading.rows[DIRForm.drugs] ?? []).enumerated() {
        let values = DIRColumns.columns(of: DIRForm.drugs).map {
          DIRColumns.stored(row.answer($0.code))
        }
        try transaction.connection.execute(
          """
          INSERT INTO dir_drug (dir, line, drug, route, days, amount, unit, spend, first_used,
                                last_used)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """, values: [id, number + 1] + values)
      }
    }
    for (number, action) in DIRForm.agreedActions(in: reading).enumerated() {
      try transaction.connection.execute(
        "INSERT INTO dir_action (dir, line, action, service, date) VALUES (?, ?, ?, ?, ?)", id,
        number + 1, action.kind.rawValue, action.service, action.date)
    }
  }
}
