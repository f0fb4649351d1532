import CSQLite
import Glibc

/// A thread of its own that does jobs one after another, in the order they were handed in.
///
/// Signals stay with the main thread: a work thread blocks all of them except the one the writer
/// gate wakes itself with.
package final class WorkThread: Sendable {
  package typealias Job = @Sendable () -> Void

  private struct Queue: Sendable {
    var jobs: [Job] = []
    var stopping = false
    var ended = false
    /// The thread itself, known from its first moment on.
    var identity: pthread_t?
  }

  private let queue = Guarded(Queue())

  /// Has the heaps of threads grow in large steps; call it before the first of them starts.
  ///
  /// Only what is used takes memory, but asking the kernel for it page by page took a tenth of the
  /// time to the first picture.
  package static func growHeapsInLargeSteps() { _ = csqlite_grow_heaps_by(4 << 20) }

  /// Starts the thread; the system's own tools show the first 15 bytes of the name.
  package init(named name: String) throws {
    let start = Start(name: name, run: { [queue] in WorkThread.work(through: queue) })
    let context = Unmanaged.passRetained(start)
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, beginWork, context.toOpaque())
    guard code == 0 else {
      context.release()
      throw SQLiteError(.outOfMemory, system: code)
    }
    pthread_detach(thread)
  }

  deinit { queue.withLock { $0.stopping = true } }

  /// Hands a job in; false when the thread has been told to stop and will not do it.
  @discardableResult
  package func submit(_ job: @escaping Job) -> Bool {
    queue.withLock {
      guard !$0.stopping else { return false }
      $0.jobs.append(job)
      return true
    }
  }

  /// Does a job on the thread and waits for its answer; nobody waits for what is done `afterwards`.
  ///
  /// From the thread itself it throws `misuse`: it would wait for itself for ever.
  package func perform<Answer: Sendable>(
    _ body: @escaping @Sendable () throws -> Answer,
    afterwards: @escaping @Sendable () -> Void = {}
  ) throws -> Answer {
    guard queue.withLock({ $0.identity.map { pthread_equal($0, pthread_self()) } ?? 0 }) == 0 else {
      throw SQLiteError(.misuse)
    }
    let answer = Guarded<Result<Answer, any Error>?>(nil)
    let accepted = submit {
      let result = Result { try body() }
      answer.withLock { $0 = result }
      afterwards()
    }
    guard accepted else { throw SQLiteError(.closed) }
    return try answer.wait(for: { $0 }).get()
  }

  /// Takes no more jobs, finishes those handed in, and returns when the thread has ended.
  package func stop() {
    queue.withLock { $0.stopping = true }
    queue.wait { $0.ended ? () : nil }
  }

  private static func work(through queue: Guarded<Queue>) {
    queue.withLock { $0.identity = pthread_self() }
    while true {
      let jobs: [Job]? = queue.wait { queue in
        if !queue.jobs.isEmpty {
          defer { queue.jobs.removeAll(keepingCapacity: true) }
          return .some(queue.jobs)
        }
        return queue.stopping ? .some(nil) : nil
      }
      guard let jobs else { break }
      for job in jobs { job() }
    }
    queue.withLock { $0.ended = true }
  }
}

/// What a new thread is born with.
private final class Start: Sendable {
  let name: String
  let run: @Sendable () -> Void

  init(name: String, run: @escaping @Sendable () -> Void) {
    self.name = name
    self.run = run
  }
}

private func beginWork(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let start = Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
  var blocked = sigset_t()
  sigfillset(&blocked)
  sigdelset(&blocked, AlarmSignal.number)
  pthread_sigmask(SIG_SETMASK, &blocked, nil)
  _ = csqlite_name_thread(start.name)
  start.run()
  return nil
}
