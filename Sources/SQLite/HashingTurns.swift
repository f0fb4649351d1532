import Glibc

/// The turns in which processes hash passwords: each hash takes 64 MiB, and at nine o'clock everybody
/// signs in at once.
///
/// A turn is a lock on one byte of the gate's own file, of a kind that the gate does not use. The
/// kernel frees it when its holder dies. Whoever hashes never holds the gate.
package enum HashingTurns {
  /// How many may hash at the same time, over all processes.
  package static let count = 4
  /// How long somebody waits for a turn, in seconds.
  private static let patience = 30.0

  /// Does the body while holding a turn; throws `busy` when none came free.
  package static func take<Answer>(
    at files: DatabaseFiles, patience: Double = HashingTurns.patience, _ body: () throws -> Answer
  ) throws -> Answer {
    let descriptor = open(files.gate, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SQLiteError.system(errno) }
    // Closing lets the turn go.
    defer { close(descriptor) }
    var waited = 0.0
    while !takesOne(of: descriptor) {
      guard waited < patience else { throw SQLiteError(.busy(holder: nil)) }
      var pause = timespec(tv_sec: 0, tv_nsec: 10_000_000)
      nanosleep(&pause, nil)
      waited += 0.01
    }
    return try body()
  }

  /// The bytes lie behind the line in which the gate's holder is named.
  private static let firstByte = 4_096
  /// A lock that belongs to the open file, not to the process: threads of one process wait as well.
  private static let lockOfOpenFile: Int32 = 37

  private static func takesOne(of descriptor: Int32) -> Bool {
    (0..<count).contains { turn in
      var range = flock()
      range.l_type = Int16(F_WRLCK)
      range.l_whence = Int16(SEEK_SET)
      range.l_start = off_t(firstByte + turn)
      range.l_len = 1
      return fcntl(descriptor, lockOfOpenFile, &range) == 0
    }
  }
}
