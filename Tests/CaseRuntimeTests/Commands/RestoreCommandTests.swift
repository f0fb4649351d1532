import CaseRuntime
import FoundationEssentials
import Glibc
import Testing
import TestSupport

@Suite("Backups, and putting them back")
struct RestoreCommandTests {
  private let folder: TemporaryFolder
  private let data: String
  private let copy: String

  init() throws {
    folder = try TemporaryFolder()
    data = folder.file(".local/share/throughcare/casebook.db")
    copy = folder.file("copy.db")
    #expect(try Run("init", "--name", "Jo Field", "--role", "adm", in: folder).code == .done)
    #expect(try Run("backup", copy, in: folder).code == .done)
  }

  private func put(back file: String, _ options: String...) throws -> Run {
    try Run(["restore", file] + options, input: [], in: folder)
  }

  @Test("A backup has a manifest beside it: its digest, and the head of its trail")
  func manifest() throws {
    let text = try folder.text(of: "copy.db.manifest")
    #expect(text.hasPrefix("throughcare-backup 1\nmade "))
    #expect(try folder.mode(of: "copy.db.manifest") == 0o600)
    let anchored = try Run("verify", "--anchor", copy + ".manifest", in: folder)
    #expect(anchored.code == .done)
    #expect(try !folder.names.contains("copy.db-wal"), "looking at a copy leaves nothing beside it")
  }

  @Test("GEN-003: a backup is on the trail")
  func backupIsNoted() throws {
    let run = try Run("doctor", in: folder)
    #expect(run.output.contains("The last backup was made on"))
  }

  @Test("Without a data file a backup becomes one, for its owner alone, and can be worked on")
  func restored() throws {
    for ending in ["", "-wal", "-shm", "-gate"] { unlink(data + ending) }
    let run = try put(back: copy)
    #expect(run.code == .done)
    #expect(run.output.contains("are in \(data)"))
    #expect(try folder.mode(of: ".local/share/throughcare/casebook.db") == 0o600)
    #expect(try Run("verify", in: folder).code == .done)
  }

  @Test("A data file that is there is left alone unless --replace and a reason are given")
  func refused() throws {
    let plain = try put(back: copy)
    #expect(plain.code == .foundWrong)
    #expect(plain.errors.contains("It is left as it is: --replace"))
    let silent = try put(back: copy, "--replace")
    #expect(silent.code == .usedWrongly)
    #expect(silent.errors.contains("--reason"))
    #expect(try Run("verify", in: folder).code == .done)
  }

  @Test("What was there is kept whole under another name, and the restored trail says why")
  func replaced() throws {
    let run = try put(back: copy, "--replace", "--reason", "disk fault on 3 May")
    #expect(run.code == .done)
    let names = try Run("doctor", in: folder)
    #expect(names.code == .done)
    let kept = try #require(run.output.split(separator: " ").last).trimmingNewline
    #expect(kept.hasPrefix(data + "-before-restore-"))
    #expect(try Run("verify", "--data", kept, in: folder).code == .done)
    #expect(try Run("verify", in: folder).code == .done)
  }

  @Test("A backup that is not what its manifest says changes nothing")
  func altered() throws {
    try overwrite(copy, at: 5_000)
    let run = try put(back: copy, "--replace", "--reason", "a test of it")
    #expect(run.code == .foundWrong)
    #expect(run.errors.contains("its SHA-256 is another. Nothing was changed"))
    #expect(try Run("verify", in: folder).code == .done)
  }

  @Test("A backup that has grown or lost its end is told by its length")
  func cutShort() throws {
    #expect(truncate(copy, 8_192) == 0)
    let run = try put(back: copy, "--replace", "--reason", "a test of it")
    #expect(run.code == .foundWrong)
    #expect(run.errors.contains("its length is another. Nothing was changed"))
  }

  @Test("A broken backup without a manifest is found broken by what it holds")
  func broken() throws {
    try overwrite(copy, at: 4_096, count: 4_096)
    unlink(copy + ".manifest")
    let run = try put(back: copy, "--replace", "--reason", "a test of it")
    #expect(run.code == .foundWrong)
    #expect(run.errors.contains("Nothing was changed") || run.errors.contains("damaged"))
    #expect(try Run("verify", in: folder).code == .done)
    let names = try FileManager.default.contentsOfDirectory(atPath: PrivateFolder.parent(of: data))
    #expect(!names.contains { $0.contains("restoring") || $0.contains("before") })
  }

  @Test("A data file with work beside it is no backup")
  func inUse() throws {
    _ = try folder.write("frames", to: "copy.db-wal")
    let run = try put(back: copy, "--replace", "--reason", "a test of it")
    #expect(run.code == .foundWrong)
    #expect(run.errors.contains("in use"))
  }

  private func overwrite(_ path: String, at offset: Int, count: Int = 1) throws {
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    let bytes = [UInt8](repeating: 0xA5, count: count)
    #expect(pwrite(descriptor, bytes, count, off_t(offset)) == count)
  }
}

extension Substring {
  fileprivate var trimmingNewline: String { String(filter { !$0.isNewline }) }
}
