import CaseRules
import CaseStore
import Glibc
import SQLite
import TestSupport
import Testing
import torture

/// Sessions are real processes; what they were told is safe must be there.
///
/// One after the other with the faults, because each takes all of the computer.
extension FaultTests {
  @Suite("Many sessions on one file", .serialized)
  struct ManySessionsTests {
    @Test("a hundred sessions saving at once all get their turns, and nobody sees the file locked")
    func everyoneGetsATurn() throws {
      let file = try TemporaryStore()
      let sessions = try (1...100).map {
        try SessionProcess(
          file.path, "--account", "amina", "--label", "W-\($0)", "--wait", "--until-told",
          "--patience", "600")
      }
      for session in sessions { #expect(session.waits(for: "ready")) }
      for session in sessions { session.say() }
      // However slow the computer is: what counts is what the others had when the last had five.
      for session in sessions { #expect(session.waits(for: "ok ", times: 5)) }
      for session in sessions { session.listen() }
      let turns = sessions.map(\.acknowledged.count).sorted()
      for session in sessions { session.say() }
      for session in sessions { #expect(session.finish() == 0) }
      #expect(sessions.flatMap(\.complaints) == [])
      #expect(turns[0] * 3 >= turns[50], "\(turns)")
      let found = try saves(in: file)
      #expect(found.isSuperset(of: sessions.flatMap(\.acknowledged)))
      #expect(found.count == 1 + sessions.map(\.acknowledged.count).reduce(0, +))
      try expectWhole(file, saves: found.count)
    }

    @Test("a session killed while it makes a new file leaves one that the next session can finish")
    func killedWhileMaking() throws {
      let folder = try TemporaryFolder()
      var chance = SystemRandomNumberGenerator()
      for number in 1...15 {
        let path = folder.file("\(number).db")
        let session = try SessionProcess(path, "--create", "--saves", "0")
        usleep(UInt32.random(in: 3_000...40_000, using: &chance))
        session.kill()
        #expect(session.complaints == [])
        let store = try StoreFile(opening: path, as: "next")
        let steps = try store.read {
          try $0.query("SELECT name FROM migration ORDER BY step") { try $0.text(0) }
        }
        #expect(steps == Schema.migrations.map(\.name))
        #expect(
          try store.read { try $0.bankHolidays() }.count == BankHolidays.englandAndWales().count)
        store.close()
      }
      #expect(try folder.names.allSatisfy { !$0.contains("before-step") })
    }

    @Test("while one session stands still in the middle of a save, others read, and are told who")
    func stoodStill() throws {
      let file = try TemporaryStore()
      let waiting = try file.another()
      defer { waiting.close() }
      let holder = try SessionProcess(
        file.path, "--account", "amina", "--label", "C.DENT", "--saves", "1", "--hold")
      #expect(holder.waits(for: "holding"))
      holder.stop()
      #expect(try waiting.read { try $0.settings().version } == 0)
      #expect(waiting.holder == "C.DENT")
      let impatient = #expect(throws: SQLiteError.self) {
        let gate = try WriterGate(of: DatabaseFiles(path: file.path))
        try gate.hold(as: "B.COLE", patience: 0.1) {}
      }
      #expect(
        impatient?.trouble == .busy(holder: "C.DENT (process \(holder.process))"))
      let answers = Guarded<[Bool]>([])
      waiting.write(
        try file.attribution(), { try $0.changeSetting(.contactAttempts, to: "4") }
      ) { result in answers.withLock { $0.append((try? result.get()) != nil) } }
      holder.goOn()
      holder.say()
      #expect(holder.finish() == 0)
      #expect(answers.wait { $0.first })
      try expectWhole(file, saves: 3)
    }

    private func saves(in file: TemporaryStore) throws -> Set<String> {
      let names = try file.store.read {
        try $0.query("SELECT id FROM save WHERE outcome = 'saved'") { try $0.text(0) }
      }
      return Set(names)
    }

    /// Every save touched three tables; each must count the same.
    private func expectWhole(_ file: TemporaryStore, saves: Int) throws {
      let counts = try file.store.read { connection in
        try connection.query(
          """
          SELECT (SELECT count(*) FROM audit), (SELECT max(seq) FROM audit),
                 (SELECT revision FROM worker WHERE id = 1),
                 (SELECT count(*) FROM bank_holiday WHERE name = 'torture'),
                 (SELECT count(*) FROM setting)
          """
        ) { row in try (0..<5).map { try row.int($0) } }
      }.first
      let (entries, last, revision, days, settings) = try #require(
        counts.map { ($0[0], $0[1], $0[2], $0[3], $0[4]) })
      #expect(entries == saves)
      #expect(last == saves)
      #expect(revision == saves - settings)
      #expect(days == saves - 1 - settings)
      let verdict = try file.store.read {
        try $0.query("PRAGMA integrity_check") { try $0.text(0) }
      }
      #expect(verdict == ["ok"])
    }
  }
}
