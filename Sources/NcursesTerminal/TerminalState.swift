import CNcurses
import Glibc

/// What the signal handlers and the waiting parent know of the terminal; set up before either runs.
///
/// Handlers may not wait or allocate, and the parent is another process: they only read this.
enum TerminalState {
  nonisolated(unsafe) static let shared: UnsafeMutablePointer<shim_state> = {
    if let shared = shim_shared_state() { return shared }
    let state = UnsafeMutablePointer<shim_state>.allocate(capacity: 1)
    memset(state, 0, MemoryLayout<shim_state>.stride)
    return state
  }()
}
