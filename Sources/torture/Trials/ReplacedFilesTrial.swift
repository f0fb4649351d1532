import CaseStore
import Glibc
import SQLite

/// F11: while four sessions save, one of the files is removed or replaced from outside.
///
/// Whoever begins a save after that must not be told that it was made.
struct ReplacedFilesTrial {
  /// What somebody does to the files.
  private enum Deed: CaseIterable {
    case memoryRemoved
    case journalRemoved
    case olderCopyPutBack
    case journalReplaced
  }

  private let plan: TrialPlan
  private let isControl: Bool

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    let deeds = Deed.allCases
    for round in 0..<plan.count(200, least: deeds.count) {
      try self.round(deeds[round % deeds.count], &chance, &result)
    }
    return result
  }

  private func round(
    _ deed: Deed, _ chance: inout Chance, _ result: inout TrialResult
  ) throws {
    let file = try TrialFile(workers: 4)
    let copy = try FileBytes.read(file.path)
    let sessions = try (0..<4).map { number in
      try SessionProcess(
        [
          WritingSession.command, file.path, "--label", "W-\(number)", "--records", "4", "--seed",
          "\(number)",
        ] + (isControl ? ["--saves", "300", "--bare", "--gated"] : ["--saves", "30000"]))
    }
    for session in sessions { _ = session.waits(for: "ok") }
    usleep(UInt32.random(in: 1_000...20_000, using: &chance))
    try act(deed, on: DatabaseFiles(path: file.path), copy)
    let time = MonotonicClock.nanoseconds()
    for session in sessions { session.finish() }
    result.count("rounds", 1)
    try look(at: file, sessions, after: time, deed, &result)
  }

  private func act(_ deed: Deed, on files: DatabaseFiles, _ copy: [UInt8]) throws {
    switch deed {
    case .memoryRemoved: unlink(files.shm)
    case .journalRemoved: unlink(files.wal)
    case .journalReplaced:
      unlink(files.wal)
      try FileBytes.write([], to: files.wal)
    case .olderCopyPutBack:
      try FileBytes.write(copy, to: files.path + ".copy")
      rename(files.path + ".copy", files.path)
    }
  }

  private func look(
    at file: TrialFile, _ sessions: [SessionProcess], after time: UInt64, _ deed: Deed,
    _ result: inout TrialResult
  ) throws {
    let acknowledged = sessions.flatMap(\.operations).filter { $0.acknowledgedAt != nil }
    let afterwards = acknowledged.filter { $0.began > time }
    let ids = found(in: file)
    let lost = afterwards.filter { !ids.contains($0.save) }.count
    result.count("acknowledged before", acknowledged.count - afterwards.count)
    result.count("acknowledged after", afterwards.count)
    result.count("lost after", lost)
    if lost > 0 { result.complain("\(deed): \(lost) saves of \(afterwards.count) lost") }
    if isControl { return }
    if !afterwards.isEmpty { result.complain("\(deed): \(afterwards.count) saves made after it") }
    for session in sessions where !session.complaints.contains(where: { $0.contains("replaced") }) {
      result.complain("\(deed): a session was not told")
    }
    guard deed == .memoryRemoved else { return }
    let gone = acknowledged.filter { !ids.contains($0.save) }.count
    if gone > 0 { result.complain("\(gone) saves made before lost") }
    for trouble in try file.troubles() { result.complain(trouble) }
  }

  /// Nothing, when the file cannot even be read any more.
  private func found(in file: TrialFile) -> Set<String> {
    do {
      let store = try file.open()
      defer { store.close() }
      return try store.read { try TrialRecords.saves(in: $0) }.ids
    } catch {
      return []
    }
  }
}

/// Whole files; never one that this process has open through SQLite.
enum FileBytes {
  static func read(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SQLiteError.system(errno) }
    defer { close(descriptor) }
    var (bytes, portion) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 20))
    while true {
      let count = Glibc.read(descriptor, &portion, portion.count)
      guard count >= 0 else { throw SQLiteError.system(errno) }
      if count == 0 { return bytes }
      bytes += portion.prefix(count)
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SQLiteError.system(errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw SQLiteError.system(errno)
    }
  }
}
