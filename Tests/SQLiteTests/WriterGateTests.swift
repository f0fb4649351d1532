import Glibc
import SQLite
import TestSupport
import Testing

@Suite("The writer gate")
struct WriterGateTests {
  @Test("whoever waits too long is told who holds it, and gets it as soon as it is free")
  func patience() throws {
    let folder = try TemporaryFolder()
    let files = DatabaseFiles(path: folder.file())
    let (mine, theirs) = (try WriterGate(of: files), try WriterGate(of: files))
    try mine.hold(as: "A.BEGUM") {
      let refused = #expect(throws: SQLiteError.self) {
        try theirs.hold(as: "B.COLE", patience: 0.05) {}
      }
      #expect(refused?.trouble == .busy(holder: "A.BEGUM (process \(getpid()))"))
      #expect(refused?.explanation.hasPrefix("A.BEGUM (process ") == true)
    }
    try theirs.hold(as: "B.COLE", patience: 0.05) {
      #expect(WriterGate.holder(of: files)?.label == "B.COLE")
    }
    #expect(WriterGate.holder(of: files) == nil)
  }

  @Test("one that waits is let in when the holder is done, long before its patience ends")
  func handedOver() throws {
    let folder = try TemporaryFolder()
    let files = DatabaseFiles(path: folder.file())
    let order = Guarded<[String]>([])
    let gate = try WriterGate(of: files)
    let thread = try WorkThread(named: "waiter")
    try gate.hold(as: "first") {
      thread.submit {
        let entered = Result {
          order.withLock { $0.append("waits") }
          try WriterGate(of: files).hold(as: "second", patience: 60) {
            order.withLock { $0.append("second") }
          }
        }
        if case .failure(let error) = entered { order.withLock { $0.append("\(error)") } }
      }
      order.wait { $0.isEmpty ? nil : () }
      order.withLock { $0.append("first done") }
    }
    thread.stop()
    #expect(order.withLock { $0 } == ["waits", "first done", "second"])
  }

  @Test("holding it twice in one session does not wait for oneself")
  func nested() throws {
    let folder = try TemporaryFolder()
    let gate = try WriterGate(of: DatabaseFiles(path: folder.file()))
    #expect(try gate.hold(as: "A", patience: 1) { try gate.hold(as: "A", patience: 1) { 7 } } == 7)
  }

  @Test("an error inside lets the next one in")
  func error() throws {
    let folder = try TemporaryFolder()
    let files = DatabaseFiles(path: folder.file())
    let gate = try WriterGate(of: files)
    #expect(throws: SQLiteError.self) { try gate.hold(as: "A") { throw SQLiteError(.diskFull) } }
    #expect(try WriterGate(of: files).hold(as: "B", patience: 0.05) { true })
  }

  @Test("a gate that is a link, or whose folder is missing, is refused")
  func links() throws {
    let folder = try TemporaryFolder()
    symlink("/tmp/elsewhere", folder.file() + "-gate")
    let link = #expect(throws: SQLiteError.self) {
      _ = try WriterGate(of: DatabaseFiles(path: folder.file()))
    }
    #expect(link?.trouble == .notAnOrdinaryFile)
    let missing = #expect(throws: SQLiteError.self) {
      _ = try WriterGate(of: DatabaseFiles(path: folder.path + "/nowhere/case.db"))
    }
    #expect(missing?.trouble == .folderMissing)
  }
}
