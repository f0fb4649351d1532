package import CaseRules
package import SQLite

/// A custody officer as the file keeps them.
package struct OfficerRow: Equatable, Sendable {
  package let officer: CustodyOfficer
  package let collar: String?
  package let active: Bool
  package let revision: Int

  /// "PS Hale (41)".
  package var display: String {
    collar.map { "\(officer.name) (\($0))" } ?? officer.name
  }
}

/// The officers who make offers, with their training (CUS-004).
package enum OfficerRecords {
  private static let columns = """
    SELECT id, name, trained_on, collar, active, revision FROM custody_officer
    """

  package static func officer(_ id: OfficerID, in records: Connection) throws -> OfficerRow? {
    try records.first(columns + " WHERE id = ?", id, row: OfficerRow.init(row:))
  }

  /// Every officer by name, those who have left at the end.
  private static func all(in records: Connection, limit: Int = 500) throws -> [OfficerRow] {
    try records.query(
      columns + " ORDER BY active DESC, name, id LIMIT ?", limit, row: OfficerRow.init(row:))
  }

  /// The same as a list, for those who see the board or keep the list.
  package static func listed(
    in records: Connection, _ context: RuleContext
  ) throws -> [CustodyOfficer] {
    try context.mustKnow(.officer)
    return try all(in: records).map(\.officer)
  }

  /// Officers whose collar number is what was typed, or whose name has every typed word.
  package static func find(
    _ typed: String, in records: Connection, limit: Int = 20
  ) throws -> [OfficerRow] {
    let words = typed.searchWords
    if words.isEmpty { return try all(in: records, limit: limit) }
    return try records.query(
      columns + " WHERE active = 1 ORDER BY name, id", row: OfficerRow.init(row:)
    ).filter { row in
      if row.collar?.lowercased() == typed.trimmed.lowercased() { return true }
      let name = row.officer.name.searchWords
      return words.allSatisfy { word in name.contains { $0.hasPrefix(word) } }
    }.prefix(limit).map { $0 }
  }

  static func other(
    withCollar collar: String, than id: Int64?, in records: Connection
  ) throws
    -> Bool
  {
    try records.exists(
      "SELECT 1 FROM custody_officer WHERE collar = ? AND active = 1 AND id IS NOT ?", collar, id)
  }

  /// Adds an officer.
  @discardableResult
  package static func add(
    name: String, collar: String?, trainedOn: CalendarDate?, active: Bool = true,
    in transaction: WriteTransaction
  ) throws -> OfficerID {
    try transaction.connection.execute(
      "INSERT INTO custody_officer (name, collar, trained_on, active) VALUES (?, ?, ?, ?)", name,
      collar, trainedOn, active)
    let id = OfficerID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: changes(from: nil, name, collar, trainedOn, active)))
    return id
  }

  static func change(
    _ row: OfficerRow, name: String, collar: String?, trainedOn: CalendarDate?, active: Bool,
    in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      row.officer.ref, of: nil, table: "custody_officer", at: row.revision,
      changes: changes(from: row, name, collar, trainedOn, active)
    ) {
      try $0.execute(
        "UPDATE custody_officer SET name = ?, collar = ?, trained_on = ?, active = ? WHERE id = ?",
        name, collar, trainedOn, active, row.officer.ref.number)
    }
  }

  private static func changes(
    from old: OfficerRow?, _ name: String, _ collar: String?, _ trained: CalendarDate?,
    _ active: Bool
  ) -> [FieldChange] {
    [
      FieldChange("name", from: old?.officer.name, to: name),
      FieldChange("collar", from: old?.collar, to: collar),
      FieldChange("trained_on", from: old?.officer.trainedOn, to: trained),
      FieldChange("active", from: old?.active, to: active),
    ]
  }
}

extension OfficerRow {
  init(row: Row) throws {
    officer = CustodyOfficer(
      ref: RecordRef(.officer, try row.int64(0)), name: try row.text(1), trainedOn: try row.get(2))
    collar = try row.get(3)
    active = try row.bool(4)
    revision = try row.int(5)
  }
}
