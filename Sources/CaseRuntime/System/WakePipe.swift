import Glibc

/// A bell between threads: ringing it makes `descriptor` readable.
package final class WakePipe: Sendable {
  /// What the waiting thread watches.
  package let descriptor: Int32
  private let writing: Int32

  package init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw SystemError("The program cannot talk to its own threads")
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writing) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writing)
  }

  /// Makes the waiting thread look; any thread may call it, any number of times.
  package func ring() {
    var byte: UInt8 = 1
    // A full pipe has been rung already.
    while write(writing, &byte, 1) < 0 && errno == EINTR {}
  }

  /// Makes the bell silent again, before the mailbox is emptied.
  package func quieten() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }

  /// Returns when it has been rung.
  package func wait() {
    var look = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&look, 1, -1) < 0 && errno == EINTR {}
  }
}
