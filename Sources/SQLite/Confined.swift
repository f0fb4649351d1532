/// Something that may be touched by one thread only, together with that thread.
///
/// A connection lives in here: jobs go to it, it never comes out.
package final class Confined<Value>: @unchecked Sendable {
  private let thread: WorkThread
  /// Written on the thread, before the first job can run, and read only there.
  private var value: Value?

  /// Starts the thread and makes the value on it; throws what `make` throws.
  package init(named name: String, _ make: @escaping @Sendable () throws -> Value) throws {
    thread = try WorkThread(named: name)
    do {
      try thread.perform { self.value = try make() }
    } catch {
      thread.stop()
      throw error
    }
  }

  /// Does the job later, on the thread; false when it has been closed.
  @discardableResult
  package func submit(_ job: @escaping @Sendable (Value) -> Void) -> Bool {
    thread.submit {
      guard let value = self.value else { return }
      job(value)
    }
  }

  /// Does the job on the thread and waits for the answer; throws `closed` after `close`.
  package func perform<Answer: Sendable>(
    _ body: @escaping @Sendable (Value) throws -> Answer
  ) throws -> Answer {
    try thread.perform {
      guard let value = self.value else { throw SQLiteError(.closed) }
      return try body(value)
    }
  }

  /// Finishes what was handed in, lets go of the value on its thread, and ends the thread.
  package func close(_ last: @escaping @Sendable (Value) -> Void = { _ in }) {
    thread.submit {
      guard let value = self.value else { return }
      last(value)
      self.value = nil
    }
    thread.stop()
  }
}
