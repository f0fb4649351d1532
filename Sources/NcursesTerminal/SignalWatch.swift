import CNcurses
import Glibc

/// What the signal handlers know; set up before the first of them can run.
///
/// Handlers may not wait or allocate: they only read this.
private enum HandlerState {
  nonisolated(unsafe) static let shared: UnsafeMutablePointer<shim_state> = {
    let state = UnsafeMutablePointer<shim_state>.allocate(capacity: 1)
    memset(state, 0, MemoryLayout<shim_state>.stride)
    return state
  }()
}

/// Signals as bytes to read, and the way back for the terminal when the program faults.
final class SignalWatch {
  enum Event {
    case terminate, hangUp, resize, stop, resumed
  }

  /// What to poll.
  let descriptor: Int32
  private var isStoppedByUs = false

  /// Keeps the modes of the terminal and starts watching.
  init(terminal: Int32) {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    descriptor = ends[0]
    shim_start(HandlerState.shared, terminal, ends[1])
    watch()
  }

  /// Puts the handlers in place; again when somebody else has changed them.
  func watch() {
    shim_watch { number in shim_pass_on(HandlerState.shared, number) }
  }

  /// The signals since the last time, in their order.
  func events() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return [] }
    return bytes[..<count].compactMap { event(Int32($0)) }
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
        HandlerState.shared, start.assumingMemoryBound(to: CChar.self), bytes.count
      ) { number in shim_fall(HandlerState.shared, number) }
    }
    atexit { _ = shim_leave(HandlerState.shared, TCSADRAIN) }
  }

  func restoreModes() { shim_restore_modes(HandlerState.shared, TCSADRAIN) }

  /// The terminal was given back.
  func release() { shim_unguard(HandlerState.shared) }

  /// Stops the process; comes back when it is continued.
  func stopHere() {
    isStoppedByUs = true
    shim_stop_here()
  }
}
