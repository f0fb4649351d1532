package import CaseRules
package import SQLite

/// A bank holiday of the file with its number and version.
package struct BankHolidayRow: Equatable, Sendable {
  package let id: Int64
  package let holiday: BankHoliday
  package let revision: Int
}

extension Connection {
  /// TIME-002: the bank holidays that count, oldest first.
  package func bankHolidays() throws -> [BankHolidayRow] {
    try query(
      "SELECT id, date, name, revision FROM bank_holiday WHERE struck_at IS NULL ORDER BY date"
    ) { row in
      BankHolidayRow(
        id: try row.int64(0), holiday: BankHoliday(date: try row.get(1), name: try row.text(2)),
        revision: try row.int(3))
    }
  }
}

extension Connection {
  /// The same without their numbers, for rules: every start reads hundreds of them.
  func holidays() throws -> [BankHoliday] {
    try query("SELECT date, name FROM bank_holiday WHERE struck_at IS NULL ORDER BY date") {
      BankHoliday(date: try $0.get(0), name: try $0.text(1))
    }
  }
}

extension WriteTransaction {
  /// Adds a day that was proclaimed after the program was shipped.
  package func addBankHoliday(_ holiday: BankHoliday) throws {
    try connection.execute(
      "INSERT INTO bank_holiday (date, name, added_by, added_at) VALUES (?, ?, ?, ?)",
      holiday.date, holiday.name, attribution.worker, attribution.at)
    try audit(
      AuditEvent(
        .holidayChanged, record: AuditedRecord("bank holiday", connection.lastInsertRowID), to: 1,
        changes: [FieldChange("date", to: holiday.date), FieldChange("name", to: holiday.name)]))
  }

  /// GEN-004: strikes a day through that is no bank holiday after all; it stays to be seen.
  package func strikeBankHoliday(id: Int64, because reason: Reason, revision: Int) throws {
    let record = AuditedRecord("bank holiday", id)
    let next = try nextRevision(table: "bank_holiday", id: id, expected: revision, of: record)
    try strike(table: "bank_holiday", id: id, because: reason)
    try audit(
      AuditEvent(.struck, record: record, from: revision, to: next, reason: reason.text))
  }
}
