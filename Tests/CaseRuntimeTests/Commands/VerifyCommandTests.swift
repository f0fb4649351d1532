import CaseRules
import CaseStore
import Glibc
import StoreTestSupport
import Testing

@testable import CaseRuntime
import TestSupport

@Suite("The verify command")
struct VerifyCommandTests {
  private func verify(_ demo: DemoFile, _ words: String...) throws -> Run {
    try Run(["verify", "--data", demo.path] + words, input: [], in: demo.folder)
  }

  /// Changes single bytes of the file at rest, as a disk or a hand would.
  private func spoil(_ demo: DemoFile, _ word: String, with other: String) throws {
    let bytes = try FileHandle(reading: demo.path).readAll(limit: 100_000_000)
    let (old, new) = (Array(word.utf8), Array(other.utf8))
    var changed = bytes
    var places = 0
    for start in 0..<(bytes.count - old.count) where bytes[start] == old[0] {
      guard Array(bytes[start..<start + old.count]) == old else { continue }
      changed.replaceSubrange(start..<start + old.count, with: new)
      places += 1
    }
    #expect(places > 0, "control: the word stands in the file")
    unlink(demo.path)
    try FileHandle(creating: demo.path).write(changed)
  }

  @Test("a file the program wrote is good: status 0, counts and the head")
  func good() throws {
    let demo = try DemoFile()
    let run = try verify(demo)
    #expect(run.code == .done, "\(run.output) \(run.errors)")
    #expect(run.output.contains("all is good"))
    let head = try #require(run.output.split(whereSeparator: \.isWhitespace).last)
    #expect(TrailHead(head) != nil)
  }

  @Test("GEN-003: a name written over another in the file is found, and the place is named")
  func spoiled() throws {
    let demo = try DemoFile()
    let store = try StoreFile(existing: demo.path, as: "T")
    let name = try store.read { try $0.workers() }.map(\.worker.name).first { $0.count > 8 }
    store.close()
    let word = try #require(name)
    try spoil(demo, word, with: String(word.dropLast()) + "x")
    let run = try verify(demo)
    #expect(run.code == .foundWrong)
    #expect(run.output.hasPrefix("BROKEN: "))
    #expect(run.output.contains("table worker"))
    #expect(!run.output.contains(word), "no name in what is said")
  }

  @Test("heads are printed alone, kept elsewhere, and held against the file later")
  func anchors() throws {
    let demo = try DemoFile()
    let printed = try verify(demo, "--print-anchor")
    let head = try #require(TrailHead(printed.output.trimmed))
    let kept = demo.folder.file("heads")
    try FileHandle(creating: kept).write("Monday \(head.text)\n")
    _ = try demo.run(as: .sup, ["due"])
    let later = try verify(demo, "--anchor", kept)
    #expect(later.code == .done, "\(later.output)")
    let since = try verify(demo, "--since", head.text)
    #expect(since.code == .done)
    #expect(!since.output.contains("Looked at \(head.number) entries"), "\(since.output)")
    let wrong = demo.folder.file("wrong")
    let other = TrailHead(number: head.number, hash: SHA256.digest(of: [7]))
    try FileHandle(creating: wrong).write(other.text)
    let broken = try verify(demo, "--anchor", wrong)
    #expect(broken.code == .foundWrong)
    #expect(broken.output.contains("entry \(head.number)"))
  }

  @Test("status 2 when it could not be looked: no file, no head in the file of heads")
  func couldNotLook() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("verify", "--data", folder.file("none.db"), in: folder).code == .usedWrongly)
    let demo = try DemoFile()
    #expect(try verify(demo, "--anchor", demo.folder.file("none")).code == .usedWrongly)
    #expect(try verify(demo, "--since", "yesterday").code == .usedWrongly)
  }

  @Test("a file that is none of ours any more has been looked at, and is broken: status 1")
  func noDatabase() throws {
    let demo = try DemoFile()
    unlink(demo.path)
    for end in ["-wal", "-shm"] { unlink(demo.path + end) }
    try FileHandle(creating: demo.path).write(String(repeating: "not a database ", count: 1_000))
    let run = try verify(demo)
    #expect(run.code == .foundWrong, "\(run.errors)")
  }

  @Test("GEN-003: the look itself goes on the trail, where the account is a worker's")
  func noted() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("book.db")
    let made = try Run(
      ["init", "--name", "Jo Field", "--role", "adm", "--data", path], input: [], in: folder,
      account: "jo")
    #expect(made.code == .done, "\(made.errors)")
    let run = try Run(["verify", "--data", path], input: [], in: folder, account: "jo")
    #expect(run.code == .done, "\(run.output) \(run.errors)")
    let store = try StoreFile(existing: path, as: "T")
    defer { store.close() }
    let entry = try store.read { try $0.auditEntries(by: WorkerID(1)) }.first
    #expect(entry?.kind == "verify")
    #expect(entry?.detail?.contains("\"breaks\":0") == true)
  }
}
