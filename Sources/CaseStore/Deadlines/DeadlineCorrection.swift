package import CaseRules
import SQLite

/// TIME-012: due dates follow their start facts; what they were before is kept.
extension DeadlineRecords {
  /// The start fact of the deadlines of a name about a record was corrected, or recorded at last.
  ///
  /// The due date is worked out anew also when the deadline has been met, so that "met late" is
  /// told of the true date.
  package static func correctStart(
    of name: String, about subject: RecordRef, to start: Occasion?,
    in transaction: WriteTransaction, calendar: WorkingCalendar
  ) throws {
    let rows = try all(about: subject, in: transaction.connection)
      .filter { $0.deadline.name == name && $0.deadline.notApplicable == nil }
    for row in rows where row.deadline.start != start {
      var deadline = row.deadline
      deadline.start = start
      try replace(row, with: deadline, in: transaction, calendar: calendar)
    }
  }

  /// The table of bank holidays has changed: open deadlines that count working days across the
  /// changed days are worked out anew, met ones stay.
  ///
  /// Answers with how many due dates moved.
  @discardableResult
  package static func recomputeOpen(
    afterChangeOf days: [CalendarDate], in transaction: WriteTransaction, calendar: WorkingCalendar
  ) throws -> Int {
    guard let first = days.min(), let last = days.max() else { return 0 }
    let rows = try transaction.connection.query(
      DeadlineRow.columns + """
         FROM deadline
        WHERE expires >= ? AND start_day < ? AND unit IN ('working days', 'next working day')
          AND \(DeadlineRow.isOpenSQL)
        """, Moment(local: first, .midnight), last, row: DeadlineRow.init(row:))
    var moved = 0
    for row in rows where row.deadline.due(in: calendar) != row.due {
      try replace(row, with: row.deadline, in: transaction, calendar: calendar)
      moved += 1
    }
    return moved
  }

  /// What met the deadlines of a name about a record no longer does: it was struck through (GEN-004),
  /// or something else meets them by now.
  ///
  /// They run again.
  package static func reopen(
    _ name: String, about subject: RecordRef, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      UPDATE deadline SET met_day = NULL, met_at = NULL
      WHERE subject_kind = ? AND subject = ? AND name = ? AND not_applicable IS NULL
        AND superseded_by IS NULL
      """, subject.kind.code, subject.number, name)
  }

  /// Brings the deadline of a name about a record into line with what other records say now: its
  /// start, what met it, and why it does not apply.
  ///
  /// Meeting it counts before setting it aside; a reason that no longer holds is taken back.
  package static func settle(
    _ name: String, about subject: RecordRef, start: Occasion?, met: Occasion?,
    notApplicable reason: String?, in transaction: WriteTransaction, calendar: WorkingCalendar
  ) throws {
    let why = met == nil ? reason : nil
    for row in try all(about: subject, in: transaction.connection)
    where row.deadline.name == name && (row.met != met || row.deadline.notApplicable != why) {
      try transaction.connection.execute(
        "UPDATE deadline SET met_day = ?, met_at = ?, not_applicable = ? WHERE id = ?", met?.date,
        met?.instant, why, row.id)
    }
    try correctStart(of: name, about: subject, to: start, in: transaction, calendar: calendar)
  }

  /// GEN-004: what met one deadline, or why it does not apply, after a record was struck through.
  static func settle(
    _ row: DeadlineRow, met: Occasion?, notApplicable reason: String?,
    in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      "UPDATE deadline SET met_day = ?, met_at = ?, not_applicable = ? WHERE id = ?", met?.date,
      met?.instant, reason, row.id)
  }

  /// An open deadline whose number in its series was corrected; the old name is kept.
  static func rename(
    _ row: DeadlineRow, to name: String, in transaction: WriteTransaction,
    calendar: WorkingCalendar
  ) throws {
    guard row.isOpen, row.deadline.name != name else { return }
    var deadline = row.deadline
    deadline.name = name
    try replace(row, with: deadline, in: transaction, calendar: calendar)
  }

  /// The row that stands for a deadline now: itself, or what has replaced it since (TIME-012).
  static func current(_ id: Int64, in records: Connection) throws -> Int64 {
    var current = id
    while let next = try records.first(
      "SELECT superseded_by FROM deadline WHERE id = ? AND superseded_by IS NOT NULL", current,
      row: { try $0.int64(0) })
    {
      current = next
    }
    return current
  }

  /// The same deadline in a new row; the old row keeps the old date and points to the new one.
  private static func replace(
    _ row: DeadlineRow, with deadline: Deadline, in transaction: WriteTransaction,
    calendar: WorkingCalendar
  ) throws {
    let id = try insert(
      Content(
        deadline: deadline, subject: row.subject, person: row.person, owner: row.owner,
        metByForm: row.metByForm, met: row.met), in: transaction, calendar: calendar)
    try transaction.connection.execute(
      "UPDATE deadline SET superseded_by = ? WHERE id = ?", id, row.id)
    try transaction.audit(
      AuditEvent(
        .deadlineMoved, person: row.person, record: AuditedRecord("deadline", id),
        changes: [
          FieldChange("name", from: row.deadline.name, to: deadline.name),
          FieldChange("start", from: row.deadline.start?.date, to: deadline.start?.date),
          FieldChange("due", from: row.due, to: deadline.due(in: calendar)),
        ], facts: [.init("name", deadline.name)], rule: "TIME-012"))
  }
}

extension AuditKind {
  /// TIME-012: a due date moved because its start fact or the calendar was corrected.
  package static let deadlineMoved = AuditKind("deadline.move")
}
