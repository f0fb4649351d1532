import Glibc

/// How long nobody has touched a key, by a clock that counts on while the computer sleeps and that
/// nobody can set.
struct IdleWatch {
  enum Due: Equatable {
    case nothing
    /// GEN-006: the screen locks in a minute.
    case warning
    case lock
    /// Locked for so long that whoever it was has gone.
    case lapse
  }

  /// Before the lock, in milliseconds.
  static let warningAhead: Int64 = 60_000
  /// After the lock, in milliseconds.
  static let lapseAfter: Int64 = 30 * 60_000

  private var touched: Int64
  private var told = Due.nothing

  init(at now: Int64) { touched = now }

  static func clock() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }

  mutating func touch(at now: Int64) {
    touched = now
    told = .nothing
  }

  /// What has come due since it was asked last; each is said once.
  mutating func due(at now: Int64, minutes: Int) -> Due {
    let due = state(after: now - touched, minutes)
    guard due != told else { return .nothing }
    told = due
    return due
  }

  private func state(after idle: Int64, _ minutes: Int) -> Due {
    let limit = Int64(minutes) * 60_000
    if idle >= limit + Self.lapseAfter { return .lapse }
    if idle >= limit { return .lock }
    return minutes > 1 && idle >= limit - Self.warningAhead ? .warning : .nothing
  }

  /// How long to sleep at most.
  func milliseconds(from now: Int64, minutes: Int) -> Int {
    let limit = touched + Int64(minutes) * 60_000
    let times = [limit - Self.warningAhead, limit, limit + Self.lapseAfter]
    let next = times.first { $0 > now } ?? now + 60_000
    return Int(min(60_000, next - now))
  }
}
