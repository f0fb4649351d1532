import CaseRules
import CaseStore
import SQLite
import StoreTestSupport
import TestSupport
import Testing

@Suite("A data file")
struct StoreFileTests {
  @Test("GEN-003: a change is saved with who, role, when, and each field's old and new value")
  func trail() throws {
    let file = try TemporaryStore()
    let anna = try file.store.write(try file.attribution()) {
      try $0.addWorker(Worker(id: WorkerID(0), name: "Anna O’Neil", role: .arw))
    }
    let before = try #require(try file.store.read { try $0.worker(anna) })
    var worker = before.worker
    worker.role = .sup
    let changed = worker
    try file.store.write(try file.attribution(at: 1_795_338_060)) {
      try $0.changeWorker(changed, osAccount: "anna", revision: before.revision)
    }
    let entries = try file.store.read { try $0.auditEntries(about: AuditedRecord(anna.ref)) }
    #expect(entries.map(\.number) == [3, 2])
    let entry = try #require(entries.first)
    #expect(entry.worker == file.admin)
    #expect(entry.role == .adm)
    #expect(entry.at.iso == "2026-11-22T09:01:00Z")
    #expect(entry.kind == "worker.change")
    #expect(entry.revisionBefore == 1)
    #expect(entry.revisionAfter == 2)
    #expect(
      entry.detail == """
        {"fields":[{"field":"role","from":"arw","to":"sup"},\
        {"field":"os_account","from":null,"to":"anna"}]}
        """)
  }

  @Test(
    "GEN-003: the trail cannot be edited, emptied, replaced or given a gap",
    arguments: [
      "UPDATE audit SET worker = 2", "DELETE FROM audit",
      """
      INSERT OR REPLACE INTO audit (seq, at, step, worker, role, kind, save_id, prev, hash)
      VALUES (1, '2026-01-01T00:00:00Z', 1, 1, 'adm', 'x', 'x', zeroblob(32), zeroblob(32))
      """,
      """
      INSERT INTO audit (seq, at, step, worker, role, kind, save_id, prev, hash)
      VALUES (7, '2026-01-01T00:00:00Z', 1, 1, 'adm', 'x', 'x', zeroblob(32), zeroblob(32))
      """,
    ])
  func appendOnly(sql: String) throws {
    let file = try TemporaryStore()
    // The schema refuses by itself, so a connection without the program's guard rails is used.
    let outside = try DataFile.open(file.path, as: "outside", migrator: Schema.migrator).writer
    #expect(throws: SQLiteError.self) { try outside.write { try $0.execute(sql) } }
    #expect(throws: SQLiteError.self) {
      try file.store.write(try file.attribution()) { try $0.connection.execute(sql) }
    }
    #expect(try file.store.read { try $0.auditEntries(by: file.admin) }.count == 1)
  }

  @Test("a change that leaves no trace in the trail is not saved")
  func untraced() throws {
    let file = try TemporaryStore()
    #expect(throws: StoreError.notAudited) {
      try file.store.write(try file.attribution()) {
        try $0.connection.execute("UPDATE worker SET team = 'North'")
      }
    }
    #expect(try file.store.read { try $0.worker(file.admin) }?.worker.team == "")
  }

  @Test("what the first saved is not overwritten by the second, who learns who it was")
  func changedElsewhere() throws {
    let file = try TemporaryStore()
    let other = try file.another()
    defer { other.close() }
    let seen = try #require(try other.read { try $0.worker(file.admin) })
    var mine = seen.worker
    mine.team = "North"
    let first = mine
    try file.store.write(try file.attribution()) {
      try $0.changeWorker(first, osAccount: "amina", revision: seen.revision)
    }
    mine.team = "South"
    let second = mine
    let error = #expect(throws: ChangedElsewhere.self) {
      try other.write(try file.attribution()) {
        try $0.changeWorker(second, osAccount: "amina", revision: seen.revision)
      }
    }
    #expect(error?.expected == 1)
    #expect(error?.found == 2)
    #expect(error?.by == file.admin)
    #expect(try other.read { try $0.worker(file.admin) }?.worker.team == "North")
  }

  @Test("a role taken away bites at the next save, and so does leaving")
  func roleTakenAway() throws {
    let file = try TemporaryStore()
    #expect(throws: StoreError.roleNoLongerHeld(.sup)) {
      try file.store.write(try file.attribution(as: .sup)) {
        try $0.changeSetting(.contactAttempts, to: "4")
      }
    }
    let left = try file.store.write(try file.attribution()) {
      try $0.addWorker(Worker(id: WorkerID(0), name: "Cy Dent", role: .adm, active: false))
    }
    #expect(throws: StoreError.notAtWork) {
      try file.store.write(try file.attribution(by: left)) {
        try $0.changeSetting(.contactAttempts, to: "4")
      }
    }
    #expect(throws: StoreError.unknownWorker) {
      try file.store.write(try file.attribution(by: WorkerID(99))) {
        try $0.changeSetting(.contactAttempts, to: "4")
      }
    }
  }

  @Test("an error in the middle leaves nothing, also when the code around it hides the error")
  func allOrNothing() throws {
    let file = try TemporaryStore()
    #expect(throws: SQLiteError.self) {
      try file.store.write(try file.attribution()) { transaction in
        try transaction.changeSetting(.contactAttempts, to: "4")
        do {
          try transaction.connection.execute("INSERT INTO worker (name, role) VALUES (' ', 'adm')")
        } catch is SQLiteError {
          // A room that goes on after an error must not succeed with half of its change.
        }
        try transaction.changeSetting(.contactGapDays, to: "7")
      }
    }
    let now = try file.store.read { try $0.settings() }
    #expect(now.settings.count(.contactAttempts) == 3)
    #expect(now.version == 0)
    try file.store.write(try file.attribution()) {
      try $0.changeSetting(.contactAttempts, to: "4")
    }
  }

  @Test("a save is found by its id; one that never came is marked so that it cannot come later")
  func lookUp() throws {
    let file = try TemporaryStore()
    let saved = try file.attribution()
    try file.store.write(saved) { try $0.changeSetting(.contactAttempts, to: "4") }
    #expect(try file.store.wasSaved(saved.saveID))
    let lost = try file.attribution()
    #expect(try !file.store.wasSaved(lost.saveID))
    #expect(throws: SQLiteError.self) {
      try file.store.write(lost) { try $0.changeSetting(.contactAttempts, to: "5") }
    }
    #expect(try !file.store.wasSaved(lost.saveID))
  }

  @Test("answers come on the store's own threads, and nothing is answered after closing")
  func callbacks() throws {
    let file = try TemporaryStore()
    let answers = Guarded<[String]>([])
    file.store.write(
      try file.attribution(), { try $0.changeSetting(.contactAttempts, to: "4") },
      then: { result in answers.withLock { $0.append("write \((try? result.get()) != nil)") } })
    answers.wait { $0.count == 1 ? () : nil }
    file.store.read(on: .long, { try $0.settings().version }) { result in
      answers.withLock { $0.append("read \((try? result.get()) ?? -1)") }
    }
    answers.wait { $0.count == 2 ? () : nil }
    file.store.close()
    file.store.read({ _ in true }) { result in
      answers.withLock { $0.append("closed \((try? result.get()) == nil)") }
    }
    #expect(answers.withLock { $0 } == ["write true", "read 1", "closed true"])
  }

  @Test("a question nobody waits for any more stops, and the next one is answered")
  func cancelledRead() throws {
    let file = try TemporaryStore()
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
      """
    let answers = Guarded<[String]>([])
    let begun = Guarded(false)
    let ticket = file.store.read({ connection in
      begun.withLock { $0 = true }
      return try connection.exists(endless)
    }) { result in
      if case .failure(let error as SQLiteError) = result {
        answers.withLock { $0.append("\(error.trouble)") }
      }
    }
    begun.wait { $0 ? () : nil }
    ticket.cancel()
    answers.wait { $0.isEmpty ? nil : () }
    #expect(answers.withLock { $0 } == ["interrupted"])
    #expect(try file.store.read { try $0.exists("SELECT 1") })
  }

  @Test("closing stops a question that would go on for hours")
  func closingStopsQuestions() throws {
    let file = try TemporaryStore()
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
      """
    let begun = Guarded(false)
    let answers = Guarded<[String]>([])
    file.store.read(
      on: .long,
      { connection in
        begun.withLock { $0 = true }
        return try connection.exists(endless)
      }
    ) { result in
      if case .failure(let error as SQLiteError) = result {
        answers.withLock { $0.append("\(error.trouble)") }
      }
    }
    begun.wait { $0 ? () : nil }
    file.store.close()
    #expect(answers.withLock { $0 } == ["interrupted"])
  }

  @Test("another session's save is noticed")
  func dataVersion() throws {
    let file = try TemporaryStore()
    let other = try file.another()
    defer { other.close() }
    let before = try other.dataVersion()
    try file.store.write(try file.attribution()) {
      try $0.changeSetting(.contactAttempts, to: "4")
    }
    #expect(try other.dataVersion() != before)
  }

  @Test("the file, its gate and its folder are for their owner only")
  func permissions() throws {
    let folder = try TemporaryFolder()
    #expect(mode(of: folder.path) == 0o700)
    // A file of its own and no copy, which would have been given its mode by whoever copied it.
    let store = try StoreFile(opening: folder.file("casebook.db"), as: "test")
    defer { store.close() }
    for name in ["casebook.db", "casebook.db-wal", "casebook.db-shm", "casebook.db-gate"] {
      #expect(mode(of: folder.file(name)) == 0o600, "\(name)")
    }
  }

  @Test("leaving empties the -wal file, so that deleted words do not stay behind")
  func leaving() throws {
    let file = try TemporaryStore()
    try file.store.write(try file.attribution()) {
      try $0.changeSetting(.contactAttempts, to: "4")
    }
    #expect(size(of: file.path + "-wal") > 0)
    file.store.close()
    #expect(size(of: file.path + "-wal") == 0)
    #expect(size(of: file.path) > 0)
  }

  @Test("a backup holds everything saved before it, and can be opened")
  func backup() throws {
    let file = try TemporaryStore()
    try file.store.write(try file.attribution()) {
      try $0.changeSetting(.contactAttempts, to: "4")
    }
    let copy = file.folder + "/copy.db"
    let look = try file.store.backUp(to: copy)
    #expect(look.isGood)
    #expect(look.head == (try file.store.read { try $0.trailHead() }))
    #expect(mode(of: copy) == 0o600)
    let error = #expect(throws: SQLiteError.self) { _ = try file.store.backUp(to: copy) }
    #expect(error?.trouble == .fileExists)
    let restored = try StoreFile(opening: copy, as: "test", missing: .isRefused)
    #expect(try restored.read { try $0.settings().settings.count(.contactAttempts) } == 4)
    restored.close()
  }
}
