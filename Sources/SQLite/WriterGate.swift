import Glibc

/// The queue in front of a data file: whoever writes holds it, everybody else waits their turn.
///
/// It is a lock on a file beside the database, and the only way anything in the program writes,
/// first opens, checkpoints or closes. It keeps this version of SQLite from damaging a file when
/// two sessions write and checkpoint at once, and gives a hundred waiting people their turns, which
/// SQLite's own waiting does not. The kernel frees it when its holder dies.
package final class WriterGate {
  /// How long a session waits for its turn, in seconds.
  package static let patience = 15.0

  /// Who holds the gate, as they wrote it into the file.
  package struct Holder: Equatable, Sendable {
    package let process: Int32
    package let label: String
  }

  private let descriptor: Int32
  private let path: String
  private var isHeld = false
  /// Not before this moment may the gate be taken again, in nanoseconds of the monotonic clock.
  private var nextTurn: UInt64 = 0
  private var randomState: UInt64

  /// Opens the gate of a data file, and makes it when it is missing.
  package init(of files: DatabaseFiles, mode: UInt32 = 0o600) throws {
    path = files.gate
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? SQLiteError(.folderMissing, system: ENOENT) : .system(errno)
    }
    randomState = nanoseconds() | 1
  }

  deinit { close(descriptor) }

  /// Does the body while holding the gate.
  ///
  /// The label says who is writing, for those who wait: a worker's initials, never a client's.
  /// After `patience` seconds in the queue it throws `busy` and names the holder.
  package func hold<Answer>(
    as label: String, patience: Double = WriterGate.patience, _ body: () throws -> Answer
  ) throws -> Answer {
    guard !isHeld else { return try body() }
    try take(patience: patience)
    defer { release() }
    sign(label)
    return try body()
  }

  /// Who holds the gate at this moment; nil when nobody does.
  package static func holder(of files: DatabaseFiles) -> Holder? {
    let descriptor = open(files.gate, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // A shared lock is only to be had while nobody writes; it goes with the descriptor.
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
    var buffer = [UInt8](repeating: 0, count: signatureLength)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count == buffer.count else { return nil }
    let words = String(decoding: buffer, as: UTF8.self).split(separator: " ", maxSplits: 1)
    guard words.count == 2, let process = Int32(words[0]), process > 0 else { return nil }
    let label = words[1].prefix { $0 != "\n" }
    return Holder(process: process, label: String(label))
  }

  private func take(patience: Double) throws {
    pauseAfterLastTurn()
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      isHeld = true
      return
    }
    guard errno == EWOULDBLOCK || errno == EINTR else { throw SQLiteError.system(errno) }
    let deadline = nanoseconds() + UInt64(max(0, patience) * 1e9)
    let alarm = try AlarmSignal(after: patience)
    defer { extendLifetime(alarm) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw SQLiteError.system(errno) }
      guard nanoseconds() < deadline else { throw SQLiteError(.busy(holder: holderInWords())) }
    }
    isHeld = true
  }

  private func release() {
    flock(descriptor, LOCK_UN)
    isHeld = false
    nextTurn = nanoseconds() + 200_000 + random(below: 400_000)
  }

  /// Without a pause after its turn a busy session takes the gate again before those it woke.
  private func pauseAfterLastTurn() {
    while case let now = nanoseconds(), now < nextTurn {
      var pause = timespec(tv_sec: 0, tv_nsec: Int(nextTurn - now))
      nanosleep(&pause, nil)
    }
  }

  private func holderInWords() -> String? {
    guard let holder = WriterGate.holder(of: DatabaseFiles(path: String(path.dropLast(5)))) else {
      return nil
    }
    return "\(holder.label) (process \(holder.process))"
  }

  /// Writes the name for those who wait.
  ///
  /// It is only information, so a failure to write it, as on a full disk, does not stop the save.
  private func sign(_ label: String) {
    var bytes = Array("\(getpid()) \(label)".utf8.prefix(signatureLength - 1))
    bytes.append(contentsOf: repeatElement(0x0A, count: signatureLength - bytes.count))
    pwrite(descriptor, bytes, bytes.count, 0)
  }

  private func random(below limit: UInt64) -> UInt64 {
    randomState ^= randomState << 13
    randomState ^= randomState >> 7
    randomState ^= randomState << 17
    return randomState % limit
  }
}

/// Bytes of the holder's line, always the same number, so that writing it never needs a new block.
private let signatureLength = 96

private func nanoseconds() -> UInt64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
}
