import Glibc

/// Something done on a thread of its own while the one who needs it does something else.
///
/// Safe to use from every thread: `result` is written before the thread ends and read after it.
final class Errand<Value: Sendable>: @unchecked Sendable {
  private let work: @Sendable () -> Value
  private var thread = pthread_t()
  private var result: Value?

  /// Starts it.
  ///
  /// - Throws: `SystemError`
  init(_ work: @escaping @Sendable () -> Value) throws {
    self.work = work
    let context = Unmanaged.passRetained(Start { self.result = work() })
    let code = pthread_create(&thread, nil, beginErrand, context.toOpaque())
    guard code == 0 else {
      context.release()
      throw SystemError("The program cannot start a thread", code: code)
    }
  }

  /// What came of it; waits until it is done.
  private(set) lazy var value: Value = {
    pthread_join(thread, nil)
    return result ?? work()
  }()
}

/// What a new thread is born with.
private final class Start: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func beginErrand(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  var blocked = sigset_t()
  // Signals stay with the main thread.
  sigfillset(&blocked)
  pthread_sigmask(SIG_SETMASK, &blocked, nil)
  Unmanaged<Start>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
