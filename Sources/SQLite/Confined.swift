/// Something that may be touched by one thread only, together with that thread.
///
/// A connection lives in here: jobs go to it, it never comes out.
package final class Confined<Value>: @unchecked Sendable {
  private let thread: WorkThread
  /// Written on the thread, before the first job can run, and read only there.
  private var value: Result<Value, any Error> = .failure(SQLiteError(.closed))
  /// Whether it could be made, once that is known.
  private let made = Guarded<Result<Void, any Error>?>(nil)

  /// Starts the thread and makes the value on it; throws what `make` throws.
  package convenience init(
    named name: String, _ make: @escaping @Sendable () throws -> Value
  ) throws {
    try self.init(starting: name, make)
    try ready()
  }

  /// Starts the thread and returns at once; the value is made on it meanwhile.
  ///
  /// Jobs wait for it. When it cannot be made, `ready` and `perform` throw what `make` threw.
  package init(starting name: String, _ make: @escaping @Sendable () throws -> Value) throws {
    thread = try WorkThread(named: name)
    thread.submit {
      self.value = Result { try make() }
      let outcome = self.value.map { _ in }
      self.made.withLock { $0 = outcome }
    }
  }

  /// Waits until the value has been made, or throws why it could not be and ends the thread.
  ///
  /// It does not wait for jobs that were handed in meanwhile.
  package func ready() throws {
    do {
      try made.wait { $0 }.get()
    } catch {
      thread.stop()
      throw error
    }
  }

  /// Does the job later, on the thread; false when it has been closed.
  ///
  /// Only for one that was `ready`: without a value there is nothing to do the job with.
  @discardableResult
  package func submit(_ job: @escaping @Sendable (Value) -> Void) -> Bool {
    thread.submit {
      if case .success(let value) = self.value { job(value) }
    }
  }

  /// Does the job on the thread and waits for the answer; throws `closed` after `close`.
  ///
  /// What is to be done `afterwards` keeps the next job waiting, but not the caller.
  package func perform<Answer: Sendable>(
    _ body: @escaping @Sendable (Value) throws -> Answer,
    afterwards: @escaping @Sendable (Value) -> Void = { _ in }
  ) throws -> Answer {
    try thread.perform {
      try body(try self.value.get())
    } afterwards: {
      if case .success(let value) = self.value { afterwards(value) }
    }
  }

  /// Finishes what was handed in, lets go of the value on its thread, and ends the thread.
  package func close(_ last: @escaping @Sendable (Value) -> Void = { _ in }) {
    thread.submit {
      if case .success(let value) = self.value { last(value) }
      self.value = .failure(SQLiteError(.closed))
    }
    thread.stop()
  }
}
