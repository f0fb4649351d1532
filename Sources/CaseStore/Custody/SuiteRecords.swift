package import CaseRules
package import SQLite

/// A suite with its version.
package struct SuiteRow: Equatable, Sendable {
  package let suite: SuiteProfile
  package let revision: Int
}

/// The custody suites.
package enum SuiteRecords {
  static let columns = "SELECT id, code, name, tests_on_arrest, active, revision FROM custody_suite"

  package static func suite(_ id: SuiteID, in records: Connection) throws -> SuiteRow? {
    try records.first(columns + " WHERE id = ?", id, row: SuiteRow.init(row:))
  }

  package static func suite(code: String, in records: Connection) throws -> SuiteRow? {
    try records.first(columns + " WHERE code = ?", code, row: SuiteRow.init(row:))
  }

  /// Every suite, those no longer used at the end.
  package static func all(in records: Connection) throws -> [SuiteRow] {
    try records.query(columns + " ORDER BY active DESC, name, id", row: SuiteRow.init(row:))
  }

  /// The same as a list, for those who see the board or keep the list.
  package static func listed(
    in records: Connection, _ context: RuleContext
  ) throws -> [SuiteProfile] {
    try context.mustKnow(.suite)
    return try all(in: records).map(\.suite)
  }

  /// The suites as forms offer them; retired ones stay readable.
  package static func codeList(in records: Connection) throws -> CodeList {
    let codes = try all(in: records).map {
      Code($0.suite.code, $0.suite.name, retired: !$0.suite.active)
    }
    return CodeList(.suites, title: "Custody suites", rule: "CUS-020", codes: codes)
  }

  /// Adds a suite.
  @discardableResult
  package static func add(
    code: String, name: String, testsOnArrest: Bool, active: Bool = true,
    in transaction: WriteTransaction
  ) throws -> SuiteID {
    try transaction.connection.execute(
      "INSERT INTO custody_suite (code, name, tests_on_arrest, active) VALUES (?, ?, ?, ?)", code,
      name, testsOnArrest, active)
    let id = SuiteID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: changes(from: nil, code, name, testsOnArrest, active)))
    return id
  }

  static func change(
    _ row: SuiteRow, code: String, name: String, testsOnArrest: Bool, active: Bool,
    in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      row.suite.ref, of: nil, table: "custody_suite", at: row.revision,
      changes: changes(from: row.suite, code, name, testsOnArrest, active)
    ) {
      try $0.execute(
        "UPDATE custody_suite SET code = ?, name = ?, tests_on_arrest = ?, active = ? WHERE id = ?",
        code, name, testsOnArrest, active, row.suite.ref.number)
    }
  }

  private static func changes(
    from old: SuiteProfile?, _ code: String, _ name: String, _ tests: Bool, _ active: Bool
  ) -> [FieldChange] {
    [
      FieldChange("code", from: old?.code, to: code),
      FieldChange("name", from: old?.name, to: name),
      FieldChange("tests_on_arrest", from: old?.testsOnArrest, to: tests),
      FieldChange("active", from: old?.active, to: active),
    ]
  }
}

extension SuiteRow {
  init(row: Row) throws {
    suite = SuiteProfile(
      ref: RecordRef(.suite, try row.int64(0)), code: try row.text(1), name: try row.text(2),
      testsOnArrest: try row.bool(3), active: try row.bool(4))
    revision = try row.int(5)
  }
}
