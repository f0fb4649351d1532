import CaseRules
import CaseStore
import SQLite
import StoreTestSupport
import Testing

@Suite("Settings, code lists, bank holidays and workers")
struct ReferenceRecordsTests {
  @Test("a setting keeps all its versions, and a decision the ones it was taken under")
  func settings() throws {
    let file = try TemporaryStore()
    #expect(try file.store.read { try $0.settings() }.version == 0)
    try file.store.write(try file.attribution()) {
      try $0.changeSetting(.contactAttempts, to: "4", because: "Agreed with the partners")
      try $0.changeSetting(.contactGapDays, to: "10")
    }
    try file.store.write(try file.attribution()) { try $0.changeSetting(.contactAttempts, to: "5") }
    let now = try file.store.read { try $0.settings() }
    #expect(now.settings.contactAttempts == 5)
    #expect(now.settings.contactGapDays == 10)
    #expect(now.version == 3)
    let then = try file.store.read { try $0.settings(atVersion: 1) }
    #expect(then.settings.contactAttempts == 4)
    #expect(then.settings.contactGapDays == 14)
    let entries = try file.store.read { try $0.auditEntries(by: file.admin) }
    #expect(entries.contains { $0.reason == "Agreed with the partners" })
    #expect(
      entries.first?.detail == #"{"fields":[{"field":"contact_attempts","from":"4","to":"5"}]}"#)
  }

  @Test("GEN-009: a value a setting cannot have is refused in words, and nothing is saved")
  func badSetting() throws {
    let file = try TemporaryStore()
    let error = #expect(throws: StoreError.self) {
      try file.store.write(try file.attribution()) {
        try $0.changeSetting(.contactAttempts, to: "many")
      }
    }
    #expect(error?.explanation.contains("contact_attempts cannot be") == true)
    #expect(try file.store.read { try $0.settings() }.version == 0)
  }

  @Test("GEN-004: versions of a code, workers and bank holidays stay on file")
  func staying() throws {
    let file = try TemporaryStore()
    let reason = try #require(Reason("Agreed by the partners", minimum: 10))
    try file.store.write(try file.attribution()) {
      try $0.changeCode(
        CodeChange(list: .drugs, code: "HER", words: "Diamorphine"), because: reason)
    }
    let writer = try DataFile.open(file.path, as: "room", migrator: Schema.migrator).writer
    for sql in [
      "DELETE FROM code_change", "UPDATE code_change SET words = 'x'", "DELETE FROM worker",
      "DELETE FROM bank_holiday",
    ] {
      #expect(throws: SQLiteError.self, "\(sql)") { try writer.write { try $0.execute(sql) } }
    }
  }

  @Test("TIME-002: a new file knows the bank holidays of every shipped year")
  func shippedHolidays() throws {
    let file = try TemporaryStore()
    let days = try file.store.read { try $0.bankHolidays() }.map(\.holiday)
    #expect(days == BankHolidays.englandAndWales())
  }

  @Test("TIME-002, GEN-004: a day can be added, and one struck through with a reason stays on file")
  func holidays() throws {
    let file = try TemporaryStore()
    let date = try #require(CalendarDate(iso: "2031-06-02"))
    try file.store.write(try file.attribution()) {
      try $0.addBankHoliday(BankHoliday(date: date, name: "Proclaimed day"))
    }
    let added = try #require(
      try file.store.read { try $0.bankHolidays() }.first { $0.holiday.date == date })
    #expect(throws: SQLiteError.self) {
      try file.store.write(try file.attribution()) {
        try $0.addBankHoliday(BankHoliday(date: date, name: "Twice"))
      }
    }
    let reason = try #require(Reason("Moved to July by proclamation", minimum: 10))
    try file.store.write(try file.attribution()) {
      try $0.strikeBankHoliday(id: added.id, because: reason, revision: added.revision)
    }
    #expect(try file.store.read { try $0.bankHolidays() }.allSatisfy { $0.holiday.date != date })
    #expect(
      try file.store.read {
        try $0.exists("SELECT 1 FROM bank_holiday WHERE struck_reason = ?", reason.text)
      })
    #expect(throws: ChangedElsewhere.self) {
      try file.store.write(try file.attribution()) {
        try $0.strikeBankHoliday(id: added.id, because: reason, revision: added.revision)
      }
    }
  }

  @Test("the account of the computer leads to its active worker only")
  func accounts() throws {
    let file = try TemporaryStore()
    let found = try #require(try file.store.read { try $0.worker(osAccount: "amina") })
    #expect(found.worker.id == file.admin)
    #expect(found.worker.initials == "A.BEGUM")
    var left = found.worker
    left.active = false
    let gone = left
    try file.store.write(try file.attribution()) {
      try $0.changeWorker(gone, osAccount: "amina", revision: found.revision)
    }
    #expect(try file.store.read { try $0.worker(osAccount: "amina") } == nil)
    #expect(try file.store.read { try $0.workers() }.map(\.worker.active) == [false])
  }
}
