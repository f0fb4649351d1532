package import CaseRules
package import SQLite

/// GEN-003: the trail that is only ever added to, in the transaction of what it tells of.
enum AuditTrail {
  /// Adds an entry; the file itself refuses gaps, changes and removals.
  static func append(
    _ event: AuditEvent, by attribution: Attribution, to connection: Connection
  ) throws {
    let changes = event.changes.filter(\.isChange)
    var values: [(any SQLBindable)?] = [
      attribution.at, attribution.worker, attribution.role, event.kind.code, event.person,
      event.record?.kind, event.record?.id, event.revisionBefore, event.revisionAfter, event.rule,
      event.reason, attribution.purpose, attribution.saveID,
    ]
    for change in changes {
      values += [change.field, change.from.inJSON, change.to.inJSON]
    }
    for fact in event.facts { values += [fact.name, fact.value.inJSON] }
    try connection.execute(sql(changes: changes.count, facts: event.facts.count), values: values)
  }

  /// The statement depends on the *number* of fields only; every word of an entry is bound.
  private static func sql(changes: Int, facts: Int) -> String {
    insert + detail(changes: changes, facts: facts) + ")"
  }

  private static let insert = """
    INSERT INTO audit (at, worker, role, kind, person, record_kind, record_id, revision_before,
                       revision_after, rule, reason, purpose, save_id, detail)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    """

  private static func detail(changes: Int, facts: Int) -> String {
    if changes == 0, facts == 0 { return "NULL" }
    var parts: [String] = []
    if changes > 0 {
      let marks = Array(repeating: "(?, ?, ?)", count: changes).joined(separator: ", ")
      parts.append(
        """
        'fields', (SELECT json_group_array(json_object('field', column1, 'from', column2,
                                                       'to', column3)) FROM (VALUES \(marks)))
        """)
    }
    if facts > 0 {
      let marks = Array(repeating: "(?, ?)", count: facts).joined(separator: ", ")
      parts.append(
        "'facts', (SELECT json_group_object(column1, column2) FROM (VALUES \(marks)))")
    }
    return "json_object(\(parts.joined(separator: ", ")))"
  }
}

extension SQLValue {
  /// JSON has no place for bytes; how many there were is enough for the trail.
  fileprivate var inJSON: SQLValue {
    switch self {
    case .blob(let bytes): .text("(\(bytes.count) bytes)")
    case .null, .integer, .real, .text: self
    }
  }
}

/// An entry of the trail as it is read back.
package struct AuditEntry: Equatable, Sendable {
  package let number: Int64
  package let at: Moment
  package let worker: WorkerID
  package let role: Role
  package let kind: String
  package let person: PersonID?
  package let recordKind: String?
  package let recordID: Int64?
  package let revisionBefore: Int?
  package let revisionAfter: Int?
  package let rule: String?
  package let reason: String?
  package let purpose: String?
  /// JSON: `fields` with `field`, `from`, `to`; `facts` by name.
  package let detail: String?
}

extension Connection {
  /// The newest entries about a record, newest first.
  package func auditEntries(about record: AuditedRecord, limit: Int = 50) throws -> [AuditEntry] {
    try query(
      AuditEntry.columns + " WHERE record_kind = ? AND record_id = ? ORDER BY seq DESC LIMIT ?",
      record.kind, record.id, limit, row: AuditEntry.init(row:))
  }

  /// The newest entries about a person, newest first.
  package func auditEntries(about person: PersonID, limit: Int = 50) throws -> [AuditEntry] {
    try query(
      AuditEntry.columns + " WHERE person = ? ORDER BY seq DESC LIMIT ?", person, limit,
      row: AuditEntry.init(row:))
  }

  /// The newest entries of a worker, newest first.
  package func auditEntries(by worker: WorkerID, limit: Int = 50) throws -> [AuditEntry] {
    try query(
      AuditEntry.columns + " WHERE worker = ? ORDER BY seq DESC LIMIT ?", worker, limit,
      row: AuditEntry.init(row:))
  }
}

extension AuditEntry {
  fileprivate static let columns = """
    SELECT seq, at, worker, role, kind, person, record_kind, record_id, revision_before,
           revision_after, rule, reason, purpose, detail
    FROM audit
    """

  fileprivate init(row: Row) throws {
    number = try row.int64(0)
    at = try row.get(1)
    worker = try row.get(2)
    role = try row.get(3)
    kind = try row.text(4)
    person = try row.get(5)
    recordKind = try row.get(6)
    recordID = try row.get(7)
    revisionBefore = try row.get(8)
    revisionAfter = try row.get(9)
    rule = try row.get(10)
    reason = try row.get(11)
    purpose = try row.get(12)
    detail = try row.get(13)
  }
}
