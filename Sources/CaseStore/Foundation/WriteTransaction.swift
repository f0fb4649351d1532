import CaseRules
package import SQLite

/// What a room's records are given to make one change with; gone when the change is done.
package final class WriteTransaction {
  package let connection: Connection
  package let attribution: Attribution
  private(set) var firstEvent: AuditEvent?
  private let pen: TrailPen
  /// Whether lines of a file are brought in, with nobody before each of them to ask.
  var isImport = false
  /// Made before the gate was taken, for a form that hands one out.
  var freshPassword: FreshPassword?

  init(_ connection: Connection, _ attribution: Attribution, at desk: TrailDesk? = nil) {
    self.connection = connection
    self.attribution = attribution
    pen = TrailPen(connection, at: desk)
  }

  /// GEN-003: adds an entry to the trail; a change without one is not saved.
  package func audit(_ event: AuditEvent) throws {
    if firstEvent == nil { firstEvent = event }
    var event = event
    if event.kind == .personViewed, let person = event.person {
      let whose = try ClientRelation(
        person, for: attribution.worker, on: attribution.at.local.date, in: connection)
      event.facts.insert(.init("as", whose.rawValue), at: 0)
    }
    try pen.append(event, by: attribution)
  }

  /// Throws `ChangedElsewhere` unless the record is still at the version the worker saw.
  ///
  /// The table needs the columns `id` and `revision`. Its name is a `StaticString`, which no data
  /// can become.
  private func checkRevision(
    table: StaticString, id: Int64, expected: Int, of record: AuditedRecord? = nil
  ) throws {
    let found = try connection.first(
      "SELECT revision FROM " + table.description + " WHERE id = ?", id, row: { try $0.int(0) })
    guard found != expected else { return }
    throw try changedElsewhere(table: table, id: id, expected: expected, found, record)
  }

  /// Moves the record to its next version and returns it, or throws `ChangedElsewhere`.
  package func nextRevision(
    table: StaticString, id: Int64, expected: Int, of record: AuditedRecord? = nil
  ) throws -> Int {
    try checkRevision(table: table, id: id, expected: expected, of: record)
    try connection.execute(
      "UPDATE " + table.description + " SET revision = revision + 1 WHERE id = ? AND revision = ?",
      id, expected)
    return expected + 1
  }

  /// Changes a record from the version the worker saw, and notes it on the trail; throws
  /// `ChangedElsewhere`, and writes nothing, when it is no longer at that version.
  func revise(
    _ ref: RecordRef, of person: PersonID?, table: StaticString, at revision: Int,
    as kind: AuditKind = .changed, changes: [FieldChange] = [], facts: [AuditEvent.Fact] = [],
    rule: String? = nil, reason: String? = nil, _ write: (Connection) throws -> Void = { _ in }
  ) throws {
    let record = AuditedRecord(ref)
    let next = try nextRevision(table: table, id: ref.number, expected: revision, of: record)
    try write(connection)
    try audit(
      AuditEvent(
        kind, person: person, record: record, from: revision, to: next, changes: changes,
        facts: facts, rule: rule, reason: reason))
  }

  /// GEN-004: strikes a record through by this worker, now, and notes it on the trail; throws
  /// `ChangedElsewhere` when it is no longer at the version the worker saw.
  func strike(
    _ ref: RecordRef, of person: PersonID?, table: StaticString, at revision: Int,
    changes: [FieldChange] = [], facts: [AuditEvent.Fact] = [], because reason: Reason
  ) throws {
    try revise(
      ref, of: person, table: table, at: revision, as: .struck, changes: changes, facts: facts,
      rule: "GEN-004", reason: reason.text
    ) { _ in
      try strike(table: table, id: ref.number, because: reason)
    }
  }

  /// GEN-004: marks a row as struck through; the row itself stays as written.
  ///
  /// For rows without a version of their own; the entry on the trail is then the caller's.
  func strike(table: StaticString, id: Int64, because reason: Reason) throws {
    try connection.execute(
      "UPDATE " + table.description
        + " SET struck_by = ?, struck_at = ?, struck_reason = ? WHERE id = ?",
      attribution.worker, attribution.at, reason.text, id)
  }

  private func changedElsewhere(
    table: StaticString, id: Int64, expected: Int, _ found: Int?, _ record: AuditedRecord?
  ) throws -> ChangedElsewhere {
    let last = try record.flatMap {
      try connection.first(
        """
        SELECT worker, at FROM audit
        WHERE record_kind = ? AND record_id = ? AND revision_after IS NOT NULL
        ORDER BY seq DESC LIMIT 1
        """, $0.kind, $0.id
      ) { (worker: try $0.get(0, as: WorkerID.self), at: try $0.get(1, as: Moment.self)) }
    }
    return ChangedElsewhere(
      table: "\(table)", id: id, expected: expected, found: found, by: last?.worker, at: last?.at)
  }
}

extension WriteTransaction {
  /// Before the body: the worker must still be who they were, and the save gets its name.
  func begin() throws {
    if !attribution.isNobodys { try checkWorker() }
    try connection.execute(
      "INSERT INTO save (id, at, worker, outcome) VALUES (?, ?, ?, 'saved')", attribution.saveID,
      attribution.at, attribution.worker)
  }

  /// A role that was taken away meanwhile counts from now on, whatever is on the screen.
  private func checkWorker() throws {
    let held = try connection.first(
      "SELECT role, active FROM worker WHERE id = ?", attribution.worker
    ) { (role: try $0.get(0, as: Role.self), active: try $0.bool(1)) }
    if let held {
      guard held.active else { throw StoreError.notAtWork }
      guard held.role == attribution.role else {
        throw StoreError.roleNoLongerHeld(attribution.role)
      }
    } else if try connection.exists("SELECT 1 FROM worker WHERE id > 0") {
      // The very first worker of a file is put down to themselves.
      throw StoreError.unknownWorker
    }
  }

  /// After the body: nothing is silent or without a seal.
  func finish() throws {
    guard firstEvent != nil else { throw StoreError.notAudited }
    try pen.finish(by: attribution)
  }
}
