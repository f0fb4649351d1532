import CaseRules
import CaseStore
import Glibc
import SQLite
import Testing
import torture

/// What the trial of every call leaves out; one after the other with it, since there is one disk.
extension FaultTests {
  @Suite("A failing disk", .serialized)
  struct FaultyDiskTests {
    /// What became of one save on a disk that failed.
    private enum Told {
      case saved
      case notSaved
      case unclear
    }

    @Test(
      "when the flush of a save fails once, the save is looked up and the worker told the truth")
    func commitFails() throws {
      #expect(FaultyDisk.isInstalled)
      let file = try TemporaryStore(name: "faulty.db")
      var outcomes: Set<Bool> = []
      for number in 1...40 {
        let by = try file.attribution()
        FaultyDisk.fail(file.path, atCall: number, forGood: false, full: false)
        let told = save(in: file.store, by)
        let failed = FaultyDisk.heal()
        guard failed else { break }
        let there = try file.store.wasSaved(by.saveID)
        outcomes.insert(there)
        switch told {
        case .saved: #expect(there)
        case .notSaved: #expect(!there)
        case .unclear: Issue.record("the disk was good again, so the save could be looked up")
        }
        // The session goes on without being started again.
        try file.store.write(try file.attribution()) {
          try $0.changeSetting(.contactGapDays, to: "9")
        }
      }
      #expect(outcomes.contains(false))
    }

    @Test("leaving on a failing disk loses nothing")
    func leaving() throws {
      #expect(FaultyDisk.isInstalled)
      let file = try TemporaryStore(name: "faulty.db")
      file.store.close()
      var number = 0
      var failed = true
      var known: Set<String> = [try lastSave(in: file)]
      while failed {
        number += 1
        let session = try file.another()
        let by = try file.attribution()
        #expect(save(in: session, by) == .saved)
        known.insert(by.saveID.text)
        FaultyDisk.fail(file.path, atCall: number, forGood: false, full: false)
        session.close()
        failed = FaultyDisk.heal()
        let checking = try file.another()
        try expectWhole(checking, saves: known)
        checking.close()
      }
      #expect(number > 5)
    }

    private func save(in store: StoreFile, _ by: Attribution) -> Told {
      do {
        try store.write(by) {
          try $0.changeSetting(.contactAttempts, to: "4", because: "tried on a failing disk")
          try $0.changeSetting(.contactGapDays, to: "7", because: "tried on a failing disk")
        }
        return .saved
      } catch let error as SQLiteError {
        #expect(!error.explanation.isEmpty)
        if case .outcomeUnknown = error.trouble { return .unclear }
        return .notSaved
      } catch {
        Issue.record("\(error)")
        return .unclear
      }
    }

    private func lastSave(in file: TemporaryStore) throws -> String {
      let store = try file.another()
      defer { store.close() }
      return try store.read { try $0.first("SELECT id FROM save") { try $0.text(0) } } ?? ""
    }

    private func expectWhole(_ store: StoreFile, saves: Set<String>) throws {
      let found = try store.read {
        try $0.query("SELECT id FROM save WHERE outcome = 'saved'") { try $0.text(0) }
      }
      #expect(Set(found) == saves)
      let (entries, settings) = try store.read { connection in
        (
          try connection.query("SELECT count(*), max(seq) FROM audit") {
            (try $0.int(0), try $0.int(1))
          },
          try connection.first("SELECT count(*) FROM setting") { try $0.int(0) }
        )
      }
      // Worker and settings: one entry for the first save, two for each other.
      #expect(entries.first?.0 == entries.first?.1)
      #expect(settings == (saves.count - 1) * 2)
      #expect(entries.first?.0 == 1 + (saves.count - 1) * 2)
      let verdict = try store.read { try $0.query("PRAGMA integrity_check") { try $0.text(0) } }
      #expect(verdict == ["ok"])
    }
  }
}
