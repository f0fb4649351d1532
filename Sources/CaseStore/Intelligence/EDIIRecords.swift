package import CaseRules
package import SQLite

// How the answers of early intervention are kept: by the names the schema checks.
extension EDIIKind: StoredWord {}
extension EDIIAim: StoredWord {}
extension EDIISession.Audience: StoredWord {}
extension EDIISession.Topic: StoredWord {}
extension WarrantStep.Result: StoredWord {}

extension AuditKind {
  /// An entry of the activity log, or a warrant, was looked at.
  package static let ediiViewed = AuditKind("edii.view")
}

/// The activity log of early drug intelligence intervention (INT-050 to INT-052).
package enum EDIIRecords {
  package static func one(
    _ id: EDIIActivityID, in records: Connection
  ) throws -> EDIIActivity? {
    try records.first(columns + " WHERE a.id = ?", id, row: activity(row:))
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> EDIIActivity {
    try ref.flatMap { EDIIActivityID($0) }.flatMap { try one($0, in: records) }.orNotFound()
  }

  /// As the list and the page show it.
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> EDIIActivity {
    try context.mustRead(.intelligence)
    return try found(ref, in: records)
  }

  /// Opens an entry for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> EDIIActivity {
    let activity = try load(ref, in: transaction.connection, context)
    try transaction.audit(AuditEvent(.ediiViewed, record: AuditedRecord(ref)))
    return activity
  }

  /// What is still to be done, the oldest first; then what was done in a period, the newest first.
  package static func lines(
    from first: CalendarDate, to last: CalendarDate, limit: Int = 1_000, in records: Connection,
    _ context: RuleContext
  ) throws -> [EDIILine] {
    try context.mustRead(.intelligence)
    let toDo = try toDo(limit: limit, in: records)
    let done = try records.query(
      columns + " WHERE a.day BETWEEN ? AND ? ORDER BY a.day DESC, a.id DESC LIMIT ?", first, last,
      limit, row: activity(row:))
    return toDo + done.map(EDIILine.activity)
  }

  /// INT-053, INT-054: referrals to be answered and warrants to be followed up, the oldest first.
  static func toDo(limit: Int, in records: Connection) throws -> [EDIILine] {
    try EDIIReferralRecords.open(limit: limit, in: records).map(EDIILine.referral)
      + WarrantRecords.open(limit: limit, in: records).map(EDIILine.warrant)
  }

  /// INT-050, INT-052: a period in figures, for everybody who sees figures without names.
  package static func figures(
    from first: CalendarDate, to last: CalendarDate, in records: Connection,
    _ context: RuleContext
  ) throws -> EDIIFigures {
    try context.mustRead(.statistics)
    return EDIIFigures(
      from: first, to: last,
      activities: try records.query(
        columns + " WHERE a.day BETWEEN ? AND ? ORDER BY a.id", first, last, row: activity(row:)),
      warrants: try WarrantRecords.executed(from: first, to: last, in: records),
      referrals: try EDIIReferralRecords.received(from: first, to: last, in: records),
      hidingBelow: context.settings.smallNumberSuppress)
  }

  /// The next entries by number, for lists that are read out from end to end.
  package static func page(
    after place: EDIIActivityID?, from first: CalendarDate, to last: CalendarDate,
    limit: Int = 500, in records: Connection, _ context: RuleContext
  ) throws -> ExportPage<EDIIActivity, EDIIActivityID> {
    try context.mustRead(.intelligence)
    let rows = try records.query(
      columns + " WHERE a.id > ? AND a.day BETWEEN ? AND ? ORDER BY a.id LIMIT ?",
      place ?? EDIIActivityID(0), first, last, limit, row: activity(row:))
    return ExportPage(rows, limit: limit) { EDIIActivityID($0.ref.number) }
  }

  /// What followed a warrant and stands, oldest first.
  static func steps(after warrant: WarrantID, in records: Connection) throws -> [EDIIActivity] {
    try records.query(
      columns + " WHERE a.warrant = ? AND a.struck_at IS NULL ORDER BY a.day, a.id", warrant,
      row: activity(row:))
  }

  private static let columns = """
    SELECT a.id, a.day, a.kind, a.aim, a.place, a.partners, a.reached, a.note, a.started_at,
           a.minutes, a.audience, a.worker, a.free, a.topics, a.warrant, a.result, w.name,
           a.revision, a.struck_reason
    FROM edii_activity AS a JOIN worker AS w ON w.id = a.recorded_by
    """

  private static func activity(row: Row) throws -> EDIIActivity {
    EDIIActivity(
      ref: RecordRef(.ediiActivity, try row.int64(0)), day: try row.get(1), kind: try row.get(2),
      aim: try row.get(3), place: try row.text(4), partners: try row.text(5),
      reached: try row.get(6), note: try row.text(7), session: try session(row: row),
      followUp: try followUp(row: row), recordedBy: Worker.initials(of: try row.text(16)),
      revision: try row.int(17), struckBecause: try row.get(18))
  }

  private static func session(row: Row) throws -> EDIISession? {
    guard let starts: Moment = try row.get(8) else { return nil }
    guard let audience = EDIISession.Audience.restored(try row.text(10)) else {
      throw row.unreadable(10)
    }
    guard let topics = EDIISession.Topic.restored(try row.text(13)) else {
      throw row.unreadable(13)
    }
    return EDIISession(
      starts: starts, minutes: try row.int(9), audience: audience, worker: try row.text(11),
      isFree: try row.bool(12), topics: topics)
  }

  private static func followUp(row: Row) throws -> WarrantStep? {
    guard let warrant: WarrantID = try row.get(14) else { return nil }
    return WarrantStep(warrant: warrant.ref, result: try row.get(15))
  }
}

// MARK: - Writing

extension EDIIRecords {
  /// Writes an entry and, where it followed a warrant, what that leaves to be done.
  @discardableResult
  static func add(
    _ activity: EDIIActivity, in transaction: WriteTransaction
  ) throws -> EDIIActivityID {
    try transaction.connection.execute(
      """
      INSERT INTO edii_activity (day, kind, aim, place, partners, reached, note, started_at,
                                 minutes, audience, worker, free, topics, warrant, result,
                                 recorded_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      values: values(of: activity) + [
        activity.followUp?.warrant.number, activity.followUp?.result,
        transaction.attribution.worker,
      ])
    let id = EDIIActivityID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: draft(of: activity)),
        facts: activity.followUp.map { [.init("warrant", $0.warrant)] } ?? []))
    return id
  }

  static func change(
    _ activity: EDIIActivity, was before: EDIIActivity, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.ref, of: nil, table: "edii_activity", at: before.revision,
      changes: draft(of: before).changes(to: draft(of: activity))
    ) {
      try $0.execute(
        """
        UPDATE edii_activity
        SET day = ?, kind = ?, aim = ?, place = ?, partners = ?, reached = ?, note = ?,
            started_at = ?, minutes = ?, audience = ?, worker = ?, free = ?, topics = ?
        WHERE id = ?
        """, values: values(of: activity) + [before.ref.number])
    }
  }

  /// GEN-004: struck through, a letter or visit no longer meets what its warrant asks for.
  static func strike(
    _ activity: EDIIActivity, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      activity.ref, of: nil, table: "edii_activity", at: activity.revision, because: reason)
    if let warrant = activity.followUp.flatMap({ WarrantID($0.warrant) }) {
      try WarrantRecords.bringUpToDate(warrant, in: transaction)
    }
  }

  private static func values(of activity: EDIIActivity) -> [(any SQLBindable)?] {
    let session = activity.session
    return [
      activity.day, activity.kind, activity.aim, activity.place, activity.partners,
      activity.reached, activity.note, session?.starts, session?.minutes,
      session.map { EDIISession.Audience.stored($0.audience) }, session?.worker,
      session?.isFree, session.map { EDIISession.Topic.stored($0.topics) },
    ]
  }

  private static func draft(of activity: EDIIActivity) -> FormDraft {
    guard let session = activity.session else { return EDIIActivityForm.draft(of: activity) }
    return EDIISessionForm.draft(of: activity, session)
  }
}
