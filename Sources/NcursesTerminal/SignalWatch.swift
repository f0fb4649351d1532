import CNcurses
import Glibc

/// Signals as bytes to read, and the way back for the terminal when the program faults.
///
/// The only file that calls the parts of the shim with state.
final class SignalWatch {
  enum Event {
    case terminate, hangUp, resize, stop, resumed
  }

  private let readEnd: Int32
  private let writeEnd: Int32
  private let terminal: Int32

  /// Keeps the modes of the terminal and starts watching.
  init(terminal: Int32) {
    self.terminal = terminal
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    readEnd = ends[0]
    writeEnd = ends[1]
    shim_save_modes(terminal)
    shim_watch(writeEnd)
  }

  /// Puts the handlers back in place after somebody else changed them.
  func watchAgain() { shim_watch(writeEnd) }

  /// What to poll.
  var descriptor: Int32 { readEnd }

  /// The signals since the last time, in their order.
  func events() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(readEnd, &bytes, bytes.count)
    guard count > 0 else { return [] }
    return bytes[..<count].compactMap { byte in
      switch Int32(byte) {
      case SIGTERM, SIGINT, SIGQUIT: .terminate
      case SIGHUP: .hangUp
      case SIGWINCH: .resize
      case SIGTSTP: .stop
      case SIGCONT: .resumed
      default: nil
      }
    }
  }

  /// From now on a fault, or an exit without good-bye, sends these bytes first.
  func guardTerminal(farewell: [UInt8]) {
    farewell.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      shim_guard(terminal, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
  }

  func restoreModes() {
    shim_restore_modes(terminal)
  }

  /// The terminal was given back.
  func release() { shim_unguard() }

  /// Stops the process; comes back when it is continued.
  func stopHere() { shim_stop_here() }
}
