import CNcurses
import Glibc

/// What a process that handles people's records does before anything else.
package enum SafeProcess {
  /// Keeps the memory private and the first three descriptors taken, and then does the work; with a
  /// screen to come, leaves a parent behind that waits.
  ///
  /// The parent does nothing but wait. When the program is killed without time to clean up, it
  /// blanks the screen and gives the terminal back, so that no name stays on the glass; whoever
  /// started the program sees it end as the program ended. Call it before any thread is started.
  package static func run(withScreen: Bool, _ work: @escaping @Sendable () -> Never) -> Never {
    shim_keep_memory_private()
    shim_occupy_descriptors()
    shim_outlive_limits()
    if withScreen, isatty(0) == 1, isatty(1) == 1, shim_part(TerminalState.shared) == 1 {
      shim_own_variables()
      doOnNewThread(work)
    }
    work()
  }

  /// Returns when no thread can be had.
  ///
  /// Swift's locks name their holder by a thread number that each thread looks up once. A forked
  /// thread still has the number it had in the parent: as soon as it met another thread at a lock,
  /// such as that of a constant both were first to use, the two waited for each other for ever. A
  /// thread that was begun here has its own number; the forked one does nothing but wait for it.
  private static func doOnNewThread(_ work: @escaping @Sendable () -> Never) {
    var (all, before) = (sigset_t(), sigset_t())
    // Signals go to the thread that works.
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let start = Unmanaged.passRetained(Start(work, mask: before))
    var thread = pthread_t()
    if pthread_create(&thread, nil, beginWork, start.toOpaque()) == 0 {
      pthread_join(thread, nil)
    } else {
      start.release()
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}

/// What the thread that works is born with.
private final class Start: Sendable {
  let work: @Sendable () -> Never
  let mask: sigset_t

  init(_ work: @escaping @Sendable () -> Never, mask: sigset_t) {
    self.work = work
    self.mask = mask
  }
}

private func beginWork(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let start = Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
  var mask = start.mask
  pthread_sigmask(SIG_SETMASK, &mask, nil)
  start.work()
}
