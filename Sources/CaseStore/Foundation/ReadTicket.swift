import SQLite

/// A question on its way; cancel it when nobody waits for the answer any more.
package final class ReadTicket: Sendable {
  private let cancelled = Guarded(false)

  init() {}

  /// A question that has not begun is dropped; one that runs stops within a fraction of a
  /// millisecond and answers `interrupted`.
  package func cancel() { cancelled.withLock { $0 = true } }

  package var isCancelled: Bool { cancelled.withLock { $0 } }
}
