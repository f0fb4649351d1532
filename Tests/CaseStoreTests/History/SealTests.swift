import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// What the trail seals.
@Suite("Seals on the trail")
struct SealTests {
  @Test("a save seals every row it changed, also those changed after its last entry")
  func everything() throws {
    let file = try TemporaryStore.withHistory()
    try file.store.write(try file.attribution()) { transaction in
      try transaction.noteListing(of: "people", rows: 1)
      try transaction.connection.execute("UPDATE worker SET team = 'North'")
    }
    #expect(try file.verify().isGood)
  }

  @Test("nothing that is sealed can be changed in passing, without an entry")
  func inPassing() throws {
    let file = try TemporaryStore()
    #expect(throws: StoreError.notAudited) {
      try file.store.keep { try $0.execute("UPDATE worker SET team = 'North'") }
    }
    #expect(try file.verify().isGood)
  }

  @Test("a change that was undone leaves no seal behind")
  func undone() throws {
    let file = try TemporaryStore()
    #expect(throws: StoreError.notFound) {
      try file.store.write(try file.attribution()) { transaction in
        try transaction.changeSetting(.contactAttempts, to: "4")
        throw StoreError.notFound
      }
    }
    try file.store.write(try file.attribution()) {
      try $0.changeSetting(.contactGapDays, to: "7")
    }
    #expect(try file.verify().isGood)
  }

  @Test("after the schema has moved on everything is sealed anew, and the trail says so")
  func migration() throws {
    let file = try TemporaryStore.withHistory()
    try TamperTests.unchecked(file.path) { connection in
      // As an entry of an older program would have it.
      try connection.executeScript("DROP TRIGGER audit_not_changed")
      try connection.execute("UPDATE audit SET step = step - 1 WHERE seq = 8")
      try Tampering(path: file.path).relink(connection, from: 8)
    }
    try file.store.write(try file.attribution()) {
      try $0.changeSetting(.contactGapDays, to: "7")
    }
    let kinds = try file.read {
      try $0.query("SELECT kind FROM audit WHERE seq > 8 ORDER BY seq") { try $0.text(0) }
    }
    #expect(kinds == ["migration", "setting.change"])
    #expect(try file.verify().counts[.records] == nil)
  }
}
