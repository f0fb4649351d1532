import CSQLite

/// A question asked now and then while a query runs.
final class ProgressCheck {
  fileprivate let goOn: () -> Bool

  fileprivate init(_ goOn: @escaping () -> Bool) { self.goOn = goOn }
}

extension Connection {
  /// Runs the body and asks every few thousand steps of SQLite whether to go on.
  ///
  /// When the answer is no, the running query throws `interrupted`.
  package func whileAsking<Answer>(
    every steps: Int32 = 4_000, _ goOn: @escaping () -> Bool, _ body: () throws -> Answer
  ) throws -> Answer {
    let check = ProgressCheck(goOn)
    progress = check
    sqlite3_progress_handler(
      handle, steps,
      { context in
        guard let context else { return 0 }
        return Unmanaged<ProgressCheck>.fromOpaque(context).takeUnretainedValue().goOn() ? 0 : 1
      }, Unmanaged.passUnretained(check).toOpaque())
    defer {
      sqlite3_progress_handler(handle, 0, nil, nil)
      progress = nil
    }
    return try body()
  }
}
