package import CaseRules
package import CaseStore
package import SQLite

/// An entry of the trail as it lies in the file; the program itself reads it in words (`TrailRecords`).
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

extension Connection {
  /// The kinds of all entries after one.
  package func auditKinds(after number: Int64) throws -> Set<String> {
    Set(try query("SELECT DISTINCT kind FROM audit WHERE seq > ?", number) { try $0.text(0) })
  }
}
