import Glibc

/// Waiting without doing anything, on the calling thread.
package enum Pause {
  package static func milliseconds(_ count: Int) {
    var pause = timespec(tv_sec: count / 1_000, tv_nsec: count % 1_000 * 1_000_000)
    nanosleep(&pause, nil)
  }
}
