import SQLite

/// What the store's threads need of the process before the first of them starts.
package enum StoreThreads {
  package static func growHeapsInLargeSteps() { WorkThread.growHeapsInLargeSteps() }
}
