import Glibc

/// Line by line over the standard streams, unbuffered, for processes that talk to each other.
enum ProcessPipes {
  /// Writes a line whole; false when nobody reads any more.
  @discardableResult
  static func writeLine(_ line: String) -> Bool {
    let bytes = Array((line + "\n").utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Whether the other side has said something that nobody has read, or has gone.
  static var isSpokenTo: Bool {
    var question = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&question, 1, 0) > 0
  }

  /// Ends the process at once.
  static func leave(_ code: Int32) -> Never { exit(code) }
}
