import CNcurses
import Glibc

/// Signals as bytes to read, and the way back for the terminal when the program faults.
final class SignalWatch {
  enum Event {
    case terminate, hangUp, resize, stop, resumed
  }

  /// What to poll.
  let descriptor: Int32
  private var isStoppedByUs = false
  /// Signals that came during a stop and are still to be told.
  private var left: [UInt8] = []
  /// Whether there is something to tell that `descriptor` does not show.
  var hasMore: Bool { !left.isEmpty }

  /// Keeps the modes of the terminal.
  init(terminal: Int32) {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    descriptor = ends[0]
    shim_start(TerminalState.shared, terminal, ends[1])
  }

  /// From now on signals are told here.
  func watch() {
    shim_watch { number in shim_pass_on(TerminalState.shared, number) }
  }

  /// The terminal is as it was found: a signal does what it does to any program.
  func rest() { shim_unwatch() }

  /// The signals since the last time, in their order.
  func events() -> [Event] {
    let numbers = left + arrived()
    left = []
    // One stop may have been asked for twice: of the whole group, and by the parent.
    let first = numbers.firstIndex { Int32($0) == SIGTSTP }
    return numbers.indices.filter { Int32(numbers[$0]) != SIGTSTP || $0 == first }
      .compactMap { event(Int32(numbers[$0])) }
  }

  private func arrived() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  private func event(_ signal: Int32) -> Event? {
    switch signal {
    case SIGTERM, SIGINT, SIGQUIT: return .terminate
    case SIGHUP: return .hangUp
    case SIGWINCH: return .resize
    case SIGTSTP: return .stop
    case SIGCONT:
      defer { isStoppedByUs = false }
      return isStoppedByUs ? nil : .resumed
    default: return nil
    }
  }

  /// From now on a fault, or an exit without good-bye, sends these bytes first.
  func guardTerminal(farewell: [UInt8]) {
    farewell.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      shim_guard(
        TerminalState.shared, start.assumingMemoryBound(to: CChar.self), bytes.count
      ) { number in shim_fall(TerminalState.shared, number) }
    }
    atexit { _ = shim_leave(TerminalState.shared, TCSADRAIN) }
  }

  func restoreModes() { shim_restore_modes(TerminalState.shared, TCSADRAIN) }

  /// The terminal was given back.
  func release() { shim_unguard(TerminalState.shared) }

  /// Stops the process, with the terminal given back; comes back when it is continued.
  func stopHere() {
    isStoppedByUs = true
    shim_unguard(TerminalState.shared)
    shim_stop_here()
    shim_guard_again(TerminalState.shared)
    left = arrived().filter { Int32($0) != SIGTSTP }
  }
}
