import CSQLite
import SQLite

/// SQLite's own memory, which runs out on demand; for a process that has not used SQLite yet.
enum FaultyMemory {
  private struct State: Sendable {
    var countdown: Int?
    var failsForGood = false
    var hasFailed = false
    var count = 0
  }

  private static let state = Guarded(State())
  /// Written once, before SQLite is used, and only read afterwards.
  nonisolated(unsafe) fileprivate static var real = sqlite3_mem_methods()

  /// Takes SQLite's memory over; false when SQLite has been used before.
  static func install() -> Bool {
    guard csqlite_memory_methods(&real) == SQLITE_OK else { return false }
    var mine = real
    mine.xMalloc = { FaultyMemory.fails() ? nil : FaultyMemory.real.xMalloc?($0) }
    mine.xRealloc = { FaultyMemory.fails() ? nil : FaultyMemory.real.xRealloc?($0, $1) }
    return csqlite_use_memory_methods(&mine) == SQLITE_OK
  }

  static func fail(atCall number: Int, forGood: Bool) {
    state.withLock { $0 = State(countdown: number, failsForGood: forGood) }
  }

  /// Calls since a fault was set.
  static var calls: Int { state.withLock { $0.count } }

  /// There is memory again; true when a call had failed.
  static func heal() -> Bool {
    state.withLock {
      $0.countdown = nil
      return $0.hasFailed
    }
  }

  fileprivate static func fails() -> Bool {
    state.withLock {
      guard let countdown = $0.countdown else { return false }
      $0.count += 1
      guard countdown <= 1 else {
        $0.countdown = countdown - 1
        return false
      }
      $0.hasFailed = true
      $0.countdown = $0.failsForGood ? 1 : nil
      return true
    }
  }
}
