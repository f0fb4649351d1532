import SQLite

/// What the store's threads need of the process before the first of them starts.
package enum StoreThreads {
  package static func growHeapsInLargeSteps() { WorkThread.growHeapsInLargeSteps() }

  /// Does one job on a thread of its own, for whoever must not wait for it.
  ///
  /// - Throws: `SQLiteError` when no thread can be started.
  package static func begin(named name: String, _ job: @escaping @Sendable () -> Void) throws {
    try WorkThread(named: name).submit(job)
  }
}
