import Glibc

/// Notices Ctrl+C, so that long work can stop between two steps instead of in the middle of one.
///
/// While it stands, the signal waits to be asked for; it must be made before any thread starts.
package struct Interruption: Sendable {
  private let signals: [Int32]

  package init(_ signals: [Int32] = [SIGINT, SIGTERM]) {
    self.signals = signals
    var set = Self.set(of: signals)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Whether somebody has asked to stop since the last look.
  package func isRequested() -> Bool {
    var set = Self.set(of: signals)
    var atOnce = timespec()
    return sigtimedwait(&set, nil, &atOnce) > 0
  }

  /// Lets the signals end the program again, as they do by themselves.
  package func end() {
    var set = Self.set(of: signals)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static func set(of signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }
}
