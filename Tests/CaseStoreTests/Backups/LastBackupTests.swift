import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("The last backup")
struct LastBackupTests {
  private let file: TemporaryStore

  init() throws { file = try TemporaryStore() }

  private func note(isGood: Bool, at seconds: Int64) throws {
    let manifest = BackupManifest(
      digest: .none, size: 1, at: Moment(seconds: seconds), entries: 1, head: nil)
    try file.store.write(try file.attribution(at: seconds)) {
      try $0.noteBackup(manifest, named: "copy.db", isGood: isGood)
    }
  }

  @Test("a copy that was found broken is no backup")
  func goodOnly() throws {
    #expect(try file.read { try $0.lastBackup() } == nil)
    try note(isGood: false, at: 1_795_338_100)
    #expect(try file.read { try $0.lastBackup() } == nil)
    try note(isGood: true, at: 1_795_338_200)
    try note(isGood: false, at: 1_795_338_300)
    #expect(try file.read { try $0.lastBackup() } == Moment(seconds: 1_795_338_200))
  }

  @Test("it is found without reading the whole trail")
  func plan() throws {
    let plan = try file.read { try $0.explainQueryPlan(Connection.lastBackupSQL) }
    #expect(plan.count == 1 && plan.first?.contains("audit_of_backups") == true, "\(plan)")
  }
}
