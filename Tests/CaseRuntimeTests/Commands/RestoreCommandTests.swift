import CaseRules
import CaseRuntime
import CaseStore
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
    let made = try Run(
      ["init", "--name", "Jo Field"], input: [], in: folder, password: Self.password, canAsk: true)
    #expect(made.code == .done)
    try add("Jane Moss", .sup)
    try add("Cara Doyle", .cjit)
    #expect(try Run("backup", copy, in: folder).code == .done)
  }

  private static let password = "violet tram under snow"

  /// Everybody here has the same password.
  private func add(_ name: String, _ role: Role) throws {
    let store = try StoreFile(existing: data, as: "T")
    defer { store.close() }
    let account = SystemAccount.ofThisProcess().name
    let who = try store.read {
      try SignedIn.byAccount(account, in: $0, try $0.settings().settings)
    }
    let desk = SignInDesk(store, cost: .cheap)
    let chosen = try desk.chosen(Secret(Self.password.utf8), for: [name]).get()
    let first = try #require(who)
    try store.write(try Attribution(by: first, at: Clock.real.now())) {
      let id = try $0.addWorker(Worker(id: WorkerID(0), name: name, role: role), osAccount: nil)
      try $0.keep(chosen, of: id)
    }
  }

  private func put(back file: String, _ options: String...) throws -> Run {
    try Run(["restore", file] + options, input: [], in: folder, password: Self.password)
  }

  private func confirm(_ proposal: String, as name: String) throws -> Run {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    // Once to sign in, once for the decision.
    let lines = Array("\(Self.password)\n\(Self.password)\n".utf8)
    try #require(write(ends[1], lines, lines.count) == lines.count)
    close(ends[1])
    return try Run(
      [
        "submit", "confirm-proposal", "--about", proposal, "--as", name, "--password-fd",
        "\(ends[0])",
      ], input: Array(#"{"read": true}"#.utf8), in: folder)
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
    let run = try put(
      back: copy, "--replace", "--reason", "disk fault on 3 May", "--second", "j.moss")
    #expect(run.code == .done, "\(run.errors)")
    let names = try Run("doctor", in: folder)
    #expect(names.code == .done)
    let kept = try #require(run.output.split(separator: " ").last).trimmingNewline
    #expect(kept.hasPrefix(data + "-before-restore-"))
    #expect(try Run("verify", "--data", kept, in: folder).code == .done)
    #expect(try Run("verify", in: folder).code == .done)
  }

  @Test("T14: a backup takes the place of the records once another worker has confirmed it, once")
  func twoPeople() throws {
    let words = ["--replace", "--reason", "disk fault on 3 May"]
    func give() throws -> Run { try put(back: copy, words[0], words[1], words[2]) }
    let asked = try give()
    #expect(asked.code == .foundWrong, "nothing is restored yet")
    #expect(asked.output.contains("only by two people. Nothing is changed yet"))
    #expect(asked.output.contains("T-0001 waits a day"))
    #expect(try give().errors.contains("T-0001 waits for the second person"))
    #expect(try confirm("T-0001", as: "c.doyle").code == .foundWrong, "not every role confirms")
    let confirmed = try confirm("T-0001", as: "j.moss")
    #expect(confirmed.code == .done, "\(confirmed.output)\(confirmed.errors)")
    #expect(confirmed.output.contains("Backup \(copy)") && confirmed.output.contains("given up"))
    let done = try give()
    #expect(done.code == .done, "\(done.errors)")
    #expect(try Run("verify", in: folder).code == .done)
    let history = try Run("history", "--kind", "restore", "--as", "j.moss", in: folder)
    #expect(history.errors.contains("no terminal"), "a leader signs in by name")
    #expect(try give().output.contains("T-0001 waits a day"), "the backup knows of no agreement")
  }

  @Test(
    "T14: the second person signs in at the terminal, and is somebody else with the right to it")
  func secondHere() throws {
    for name in ["j.field", "c.doyle", "nobody.here"] {
      let run = try put(back: copy, "--replace", "--reason", "disk fault", "--second", name)
      #expect(run.code == .foundWrong, "\(name)")
    }
    #expect(try Run("verify", in: folder).code == .done)
    let run = try put(back: copy, "--replace", "--reason", "disk fault", "--second", "j.moss")
    #expect(run.code == .done, "\(run.errors)")
  }

  @Test("A file that cannot be opened any more is replaced by two people whom the backup knows")
  func unreadable() throws {
    try overwrite(data, at: 0, count: 4_096)
    for ending in ["-wal", "-shm"] { unlink(data + ending) }
    let alone = try put(back: copy, "--replace", "--reason", "disk fault")
    #expect(alone.code == .foundWrong)
    #expect(alone.errors.contains("--second NAME"))
    let run = try put(back: copy, "--replace", "--reason", "disk fault", "--second", "j.moss")
    #expect(run.code == .done, "\(run.errors)")
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
