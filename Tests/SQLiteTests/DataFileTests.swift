import Glibc
import SQLite
import TestSupport
import Testing

@Suite("Opening a data file")
struct DataFileTests {
  private func trouble(_ path: String, _ migrator: Migrator = example) -> SQLiteError.Trouble? {
    do {
      _ = try DataFile.open(path, as: "test", migrator: migrator, patience: 1)
      return nil
    } catch let error as SQLiteError {
      #expect(!error.explanation.isEmpty)
      return error.trouble
    } catch {
      return .misuse
    }
  }

  /// The same program one step later.
  private let later = Migrator(
    applicationID: example.applicationID,
    migrations: example.migrations + [
      Migration("002-colour", sql: "ALTER TABLE note ADD COLUMN colour TEXT")
    ])

  @Test("a missing file and folder are made, for their owner only, or refused when asked so")
  func missing() throws {
    let folder = try TemporaryFolder()
    let refused = #expect(throws: SQLiteError.self) {
      _ = try DataFile.open(folder.file(), as: "test", migrator: example, missing: .isRefused)
    }
    #expect(refused?.trouble == .fileMissing)
    #expect(try folder.names == [])
    let opened = try DataFile.open(folder.file(), as: "test", migrator: example)
    #expect(opened.outcome == .created)
    let again = try DataFile.open(folder.file(), as: "test", migrator: example)
    #expect(again.outcome == .current)
  }

  @Test("a file that needs nothing is opened for reading alone; any other is left to the writer")
  func current() throws {
    let folder = try TemporaryFolder()
    func reader(_ migrator: Migrator = example) throws -> Connection? {
      try DataFile.openCurrent(folder.file(), as: "test", migrator: migrator, patience: 1)
    }
    #expect(try reader() == nil)
    #expect(try folder.names == [])
    _ = try DataFile.open(folder.file(), as: "test", migrator: example)
    let opened = try #require(try reader())
    #expect(throws: SQLiteError.self) { try opened.execute("DELETE FROM migration") }
    #expect(try reader(later) == nil, "it has to be upgraded first")
    let other = Migrator(applicationID: 1, migrations: example.migrations)
    #expect(throws: SQLiteError.self) { _ = try reader(other) }
  }

  @Test("who opens for reading waits for the gate as everybody does, and is told who holds it")
  func currentWaits() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file())
    let refused = try writer.gate.hold(as: "A.BEGUM") {
      #expect(throws: SQLiteError.self) {
        _ = try DataFile.openCurrent(folder.file(), as: "test", migrator: example, patience: 0.05)
      }
    }
    #expect(refused?.trouble == .busy(holder: "A.BEGUM (process \(getpid()))"))
  }

  @Test("every safety setting is on, for writing and for reading")
  func recipe() throws {
    let folder = try TemporaryFolder()
    let writer = try openExample(folder.file()).connection
    let reader = try Connection(path: folder.file(), for: .reading)
    let wanted = [
      "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0",
      "cell_size_check": "1", "secure_delete": "1", "temp_store": "2", "mmap_size": "0",
      "wal_autocheckpoint": "0",
    ]
    for (name, answer) in wanted {
      #expect(try writer.pragma("PRAGMA \(name)") == answer, "\(name)")
      #expect(try reader.pragma("PRAGMA \(name)") == answer, "\(name)")
    }
    #expect(try reader.pragma("PRAGMA query_only") == "1")
    let attached = #expect(throws: SQLiteError.self) {
      try writer.execute("ATTACH ':memory:' AS m")
    }
    #expect(attached?.code == 1)
    #expect(throws: SQLiteError.self) {
      try writer.execute("UPDATE sqlite_schema SET sql = sql")
    }
  }

  @Test("the -wal file stays when the last session ends, so that nobody's saves are thrown away")
  func persistentWAL() throws {
    let folder = try TemporaryFolder()
    do {
      let writer = try openExample(folder.file())
      try writer.write { try $0.execute("INSERT INTO note (text) VALUES ('kept')") }
    }
    #expect(try folder.names.contains("case.db-wal"))
    let writer = try openExample(folder.file())
    #expect(try writer.connection.exists("SELECT 1 FROM note"))
  }

  @Test("an older file is copied and upgraded, an older session on it is told")
  func upgrade() throws {
    let folder = try TemporaryFolder()
    let old = try openExample(folder.file())
    try old.write { try $0.execute("INSERT INTO note (text) VALUES ('old')") }
    let (new, outcome) = try DataFile.open(folder.file(), as: "test", migrator: later)
    let copy = folder.file() + "-before-step-2"
    #expect(outcome == .upgraded(from: 1, backup: copy))
    #expect(try new.connection.exists("SELECT colour FROM note WHERE text = 'old'"))
    let told = #expect(throws: SQLiteError.self) {
      try old.write { try $0.execute("INSERT INTO note (text) VALUES ('late')") }
    }
    #expect(told?.trouble == .newerFile(found: 2, known: 1))
    let before = try openExample(copy).connection
    #expect(try before.query("SELECT text FROM note") { try $0.text(0) } == ["old"])
  }

  @Test("an upgrade that fails leaves the file as it was")
  func failedUpgrade() throws {
    let folder = try TemporaryFolder()
    try openExample(folder.file()).write {
      try $0.execute("INSERT INTO note (text) VALUES ('old')")
    }
    let broken = Migrator(
      applicationID: example.applicationID,
      migrations: example.migrations
        + [
          Migration("002-broken", sql: "DELETE FROM note; ALTER TABLE note ADD COLUMN nothing;"),
          Migration("003-never", sql: "DROP TABLE note"),
        ].map { step in
          Migration(step.name) { connection in
            try connection.executeScript("DELETE FROM note")
            throw SQLiteError(.constraint, column: step.name)
          }
        })
    #expect(trouble(folder.file(), broken) == .constraint)
    let writer = try openExample(folder.file())
    #expect(try writer.connection.exists("SELECT 1 FROM note WHERE text = 'old'"))
  }

  @Test("files this program must not touch are refused and left as they are")
  func strangers() throws {
    let folder = try TemporaryFolder()
    _ = try DataFile.open(folder.file("newer"), as: "test", migrator: later)
    #expect(trouble(folder.file("newer")) == .newerFile(found: 2, known: 1))

    let other = Migrator(applicationID: 99, migrations: example.migrations)
    _ = try DataFile.open(folder.file("foreign"), as: "test", migrator: other)
    #expect(trouble(folder.file("foreign")) == .foreignFile)

    let foreign = try Connection(path: folder.file("foreign"), for: .reading)
    try Backup.copy(foreign, to: folder.file("plain"))
    let before = try contents(folder.file("plain"))
    #expect(trouble(folder.file("plain")) == .foreignFile)
    #expect(try contents(folder.file("plain")) == before)
    #expect(try !folder.names.contains("plain-wal"))

    let renamed = Migrator(
      applicationID: example.applicationID, migrations: [Migration("001-else", sql: "")])
    _ = try DataFile.open(folder.file("history"), as: "test", migrator: renamed)
    #expect(trouble(folder.file("history")) == .differentHistory(step: "001-else"))

    mkdir(folder.file("folder"), 0o700)
    #expect(trouble(folder.file("folder")) == .notAnOrdinaryFile)
    rmdir(folder.file("folder"))

    symlink(folder.file("newer"), folder.file("link"))
    #expect(trouble(folder.file("link")) == .notAnOrdinaryFile)

    mkfifo(folder.file("pipe"), 0o600)
    #expect(trouble(folder.file("pipe")) == .notAnOrdinaryFile)
  }

  @Test("an empty file is taken for a new one: a session was killed between making and filling it")
  func empty() throws {
    let folder = try TemporaryFolder()
    try overwrite(folder.file(), at: 0, with: [])
    let opened = try DataFile.open(folder.file(), as: "test", migrator: example)
    #expect(opened.outcome == .created)
  }

  @Test("a file with a damaged beginning is refused, and not one byte of it is changed")
  func damagedHeader() throws {
    let folder = try TemporaryFolder()
    try fill(folder.file())
    try overwrite(folder.file(), at: 0, with: Array(repeating: 0x5A, count: 100))
    let before = try contents(folder.file())
    #expect(trouble(folder.file()) == .notADatabase)
    #expect(try contents(folder.file()) == before)
  }

  @Test("a damaged page shows itself in words when it is read, not as an empty list")
  func damagedPage() throws {
    let folder = try TemporaryFolder()
    let page = try fill(folder.file())
    try overwrite(
      folder.file(), at: (page - 1) * 4096, with: Array(repeating: 0xFF, count: 4096))
    let writer = try openExample(folder.file())
    let error = #expect(throws: SQLiteError.self) {
      try writer.connection.query("SELECT text, size FROM note") { try $0.text(0) }
    }
    #expect(error?.trouble == .damaged)
    #expect(throws: SQLiteError.self) {
      try writer.write { try $0.execute("INSERT INTO note (text) VALUES ('more')") }
    }
  }

  @Test("without the right to write the worker is told so", arguments: ["file", "gate", "folder"])
  func readOnly(what: String) throws {
    let folder = try TemporaryFolder()
    try fill(folder.file())
    let modes: [(String, mode_t)] = [
      (folder.file(), what == "file" ? 0o444 : 0o666),
      (folder.file() + "-gate", what == "gate" ? 0o444 : 0o666),
      (folder.file() + "-wal", 0o666), (folder.file() + "-shm", 0o666),
      (folder.path, what == "folder" ? 0o555 : 0o777),
    ]
    if what == "folder" { unlink(folder.file() + "-gate") }
    for (path, mode) in modes { chmod(path, mode) }
    let thread = try WorkThread(named: "stranger")
    let path = folder.file()
    let seen = try thread.perform {
      try actAsNobody()
      return trouble(path)
    }
    thread.stop()
    chmod(folder.path, 0o700)
    #expect(seen == (what == "file" ? .readOnly : .noPermission))
  }

  @Test("network and user-space file systems are known by their numbers")
  func fileSystems() {
    #expect(DatabaseFiles.isUnsafe(fileSystem: 0x6969))
    #expect(DatabaseFiles.isUnsafe(fileSystem: 0xFF53_4D42))
    #expect(DatabaseFiles.isUnsafe(fileSystem: 0x6573_5546))
    #expect(!DatabaseFiles.isUnsafe(fileSystem: 0xEF53))
    #expect(!DatabaseFiles.isUnsafe(fileSystem: 0x0102_1994))
  }

  /// Makes a file with some rows, all of it outside the -wal; answers with the page of the rows.
  @discardableResult
  private func fill(_ path: String) throws -> Int {
    let writer = try openExample(path)
    try writer.write {
      for number in 1...40 {
        try $0.execute("INSERT INTO note (text) VALUES (?)", "note \(number)")
      }
    }
    _ = try writer.truncateWAL()
    return try writer.connection.first(
      "SELECT rootpage FROM sqlite_schema WHERE name = 'note'"
    ) { try $0.int(0) } ?? 0
  }

  private func overwrite(_ path: String, at offset: Int, with bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    guard pwrite(descriptor, bytes, bytes.count, offset) == bytes.count else {
      throw SQLiteError.system(errno)
    }
  }

  private func contents(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw SQLiteError.system(errno) }
    return Array(bytes.prefix(count))
  }
}

/// Gives up root's way past permissions, for the calling thread only; others have no such way.
private func actAsNobody() throws {
  guard getuid() == 0 else { return }
  typealias SetFileUser = @convention(c) (UInt32) -> Int32
  guard let symbol = dlsym(nil, "setfsuid") else { throw SQLiteError(.misuse) }
  _ = unsafeBitCast(symbol, to: SetFileUser.self)(65_534)
}
