import CaseRules
import CaseStore
import Glibc
import SQLite
import Testing

/// Everything SQLite asked of the disk is remembered in one order; then the power is cut at many
/// points, with any part of what had not been flushed on the disk, and the file is opened again.
@Suite("A power cut", .serialized)
struct PowerCutTests {
  @Test("no acknowledged save is lost and no half of one is there, wherever the power is cut")
  func cuts() throws {
    #expect(FaultyDisk.isInstalled)
    let recording = try Recording()
    var chance = SystemRandomNumberGenerator()
    for round in 0..<80 {
      let cut = Int.random(in: 0...recording.calls.count, using: &chance)
      let (acknowledged, found) = try recording.restart(
        after: cut, keeping: Keeping(round: round), flushesCount: true, using: &chance)
      let problem = found.map { acknowledged.subtracting($0).count } ?? -1
      #expect(problem == 0, "cut after call \(cut) of \(recording.calls.count), round \(round)")
    }
  }

  @Test("the same cuts do lose saves on a disk that only pretends to flush: the trial is not blind")
  func control() throws {
    #expect(FaultyDisk.isInstalled)
    let recording = try Recording()
    var chance = SystemRandomNumberGenerator()
    var losses = 0
    for round in 0..<10 {
      let (acknowledged, found) = try recording.restart(
        after: recording.calls.count, keeping: Keeping(round: round), flushesCount: false,
        using: &chance)
      if found.map({ acknowledged.isSubset(of: $0) }) != true { losses += 1 }
    }
    #expect(losses > 2)
  }
}

/// How much of what had not been flushed reached the disk.
private enum Keeping {
  case everything
  case nothing
  case someTorn

  init(round: Int) {
    switch round % 5 {
    case 0: self = .everything
    case 1: self = .nothing
    default: self = .someTorn
    }
  }
}

/// A day of saves with its checkpoints and its end, as the disk saw it.
private struct Recording {
  let calls: [FaultyDisk.Call]
  private let start: [String: [UInt8]]
  private let file: TemporaryStore

  init() throws {
    file = try TemporaryStore(name: "faulty.db")
    file.store.close()
    start = try [
      file.path: bytes(of: file.path), file.path + "-wal": bytes(of: file.path + "-wal"),
    ]
    FaultyDisk.remember(file.path)
    for _ in 1...3 {
      let session = try file.another()
      for number in 1...6 {
        let by = try file.attribution()
        try session.write(by) {
          try $0.changeSetting(.contactAttempts, to: String(number), because: "power cut")
          try $0.changeSetting(.contactGapDays, to: String(number), because: "power cut")
        }
        FaultyDisk.note(.acknowledged(by.saveID.text))
      }
      session.close()
    }
    calls = FaultyDisk.forget()
  }

  /// Builds the files as a cut would leave them and opens them.
  ///
  /// Answers with the saves acknowledged before the cut, and those found; nil when the file does not
  /// open or is not whole.
  func restart(
    after cut: Int, keeping: Keeping, flushesCount: Bool,
    using chance: inout SystemRandomNumberGenerator
  ) throws -> (acknowledged: Set<String>, found: Set<String>?) {
    var acknowledged: Set<String> = []
    var disk = start
    var pending: [String: [FaultyDisk.Call]] = [:]
    for call in calls.prefix(cut) {
      switch call {
      case .acknowledged(let save): acknowledged.insert(save)
      case .write(let file, _, _), .truncate(let file, _): pending[file, default: []].append(call)
      case .sync(let file):
        guard flushesCount else { continue }
        for call in pending.removeValue(forKey: file) ?? [] {
          apply(call, to: &disk[file, default: []])
        }
      }
    }
    for (file, calls) in pending {
      for call in calls {
        applyUnflushed(call, keeping, to: &disk[file, default: []], using: &chance)
      }
    }
    return (acknowledged, try saves(on: disk))
  }

  private func saves(on disk: [String: [UInt8]]) throws -> Set<String>? {
    let folder = "/tmp/tc-cut-\(try RandomBytes.hex(8))"
    mkdir(folder, 0o700)
    defer { removeFolder(folder) }
    for (path, bytes) in disk {
      try put(bytes, at: folder + path.dropFirst(file.folder.utf8.count))
    }
    do {
      let store = try StoreFile(opening: folder + "/faulty.db", as: "test", missing: .isRefused)
      defer { store.close() }
      return try store.read { connection in
        let whole = try connection.first(
          """
          SELECT (SELECT count(*) FROM audit) = (SELECT max(seq) FROM audit)
             AND (SELECT count(*) FROM setting) = 2 * (SELECT count(*) - 1 FROM save)
             AND (SELECT count(*) FROM audit) = (SELECT count(*) FROM setting) + 1
          """
        ) { try $0.bool(0) }
        let verdict = try connection.query("PRAGMA integrity_check") { try $0.text(0) }
        guard whole == true, verdict == ["ok"] else { return nil }
        return Set(try connection.query("SELECT id FROM save") { try $0.text(0) })
      }
    } catch is SQLiteError {
      return nil
    }
  }
}

private func apply(_ call: FaultyDisk.Call, to bytes: inout [UInt8]) {
  switch call {
  case .write(_, let offset, let new): overwrite(&bytes, at: offset, with: new[...])
  case .truncate(_, let size):
    if bytes.count > size {
      bytes.removeLast(bytes.count - size)
    } else {
      bytes += repeatElement(0, count: size - bytes.count)
    }
  case .sync, .acknowledged: break
  }
}

private func applyUnflushed(
  _ call: FaultyDisk.Call, _ keeping: Keeping, to bytes: inout [UInt8],
  using chance: inout SystemRandomNumberGenerator
) {
  switch keeping {
  case .everything: apply(call, to: &bytes)
  case .nothing: break
  case .someTorn:
    guard Bool.random(using: &chance) else { return }
    guard case .write(_, let offset, let new) = call, Int.random(in: 0..<5, using: &chance) == 0
    else { return apply(call, to: &bytes) }
    // A torn write: some of its sectors only.
    for sector in stride(from: 0, to: new.count, by: 512) where Bool.random(using: &chance) {
      overwrite(
        &bytes, at: offset + sector, with: new[sector..<min(sector + 512, new.count)])
    }
  }
}

private func overwrite(_ bytes: inout [UInt8], at offset: Int, with new: ArraySlice<UInt8>) {
  let end = offset + new.count
  if bytes.count < end { bytes += repeatElement(0, count: end - bytes.count) }
  bytes.replaceSubrange(offset..<end, with: new)
}

private func bytes(of path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: 8 << 20)
  let count = read(descriptor, &bytes, bytes.count)
  guard count >= 0 else { throw SQLiteError.system(errno) }
  return Array(bytes.prefix(count))
}

private func put(_ bytes: [UInt8], at path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  defer { close(descriptor) }
  guard write(descriptor, bytes, bytes.count) == bytes.count else {
    throw SQLiteError.system(errno)
  }
}
