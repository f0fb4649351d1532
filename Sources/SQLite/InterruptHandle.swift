import CSQLite

/// Stops the running query of a connection, from any thread.
///
/// The query throws `interrupted`. Nothing happens when none is running, or the connection is gone.
package final class InterruptHandle: Sendable {
  private struct Target: @unchecked Sendable {
    var handle: OpaquePointer?
  }

  private let target: Guarded<Target>

  init(_ handle: OpaquePointer) { target = Guarded(Target(handle: handle)) }

  package func interrupt() {
    target.withLock {
      if let handle = $0.handle { sqlite3_interrupt(handle) }
    }
  }

  /// Called before the connection closes, so that no one interrupts freed memory.
  func forget() {
    target.withLock { $0.handle = nil }
  }
}
