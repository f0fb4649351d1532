import CSQLite
import Glibc

/// Wakes the calling thread out of a blocking call after a while.
///
/// A timer of the kernel sends a real-time signal to this one thread; its handler does nothing, but
/// without SA_RESTART the blocking call returns EINTR. The timer repeats, so that a signal that
/// arrives just before the call begins is not the only one.
struct AlarmSignal: ~Copyable {
  /// Real-time signals below this one are the C library's and other programs' favourites.
  static let number: Int32 = __libc_current_sigrtmin() + 7

  /// The kernel's number dressed as a pointer; the first timer of a process has number nought.
  private let timer: timer_t?

  private static let handler: Bool = {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    sigemptyset(&action.sa_mask)
    action.sa_flags = 0
    return sigaction(number, &action, nil) == 0
  }()

  /// Sets the timer.
  init(after seconds: Double) throws {
    guard AlarmSignal.handler else { throw SQLiteError(.misuse, system: errno) }
    // A thread is born with its parent's mask, and some libraries' threads block everything.
    var own = sigset_t()
    sigemptyset(&own)
    sigaddset(&own, AlarmSignal.number)
    pthread_sigmask(SIG_UNBLOCK, &own, nil)
    var event = sigevent()
    event.sigev_notify = Int32(SIGEV_THREAD_ID)
    event.sigev_signo = AlarmSignal.number
    event._sigev_un._tid = csqlite_thread_id()
    var made: timer_t?
    guard timer_create(CLOCK_MONOTONIC, &event, &made) == 0 else {
      throw SQLiteError(.outOfMemory, system: errno)
    }
    timer = made
    let whole = seconds.rounded(.down)
    let first = timespec(tv_sec: Int(whole), tv_nsec: Int((seconds - whole) * 1e9) + 1)
    var times = itimerspec(
      it_interval: timespec(tv_sec: 0, tv_nsec: 50_000_000), it_value: first)
    timer_settime(timer, 0, &times, nil)
  }

  deinit { timer_delete(timer) }
}
