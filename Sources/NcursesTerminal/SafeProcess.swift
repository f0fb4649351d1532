import CNcurses
import Glibc

/// What a process that handles people's records does before anything else.
package enum SafeProcess {
  /// Keeps the memory private and the first three descriptors taken; with a screen to come, leaves
  /// a parent behind that waits.
  ///
  /// The parent does nothing but wait. When the program is killed without time to clean up, it
  /// blanks the screen and gives the terminal back, so that no name stays on the glass; whoever
  /// started the program sees it end as the program ended. Call it before any thread is started.
  package static func begin(withScreen: Bool) {
    shim_keep_memory_private()
    shim_occupy_descriptors()
    shim_outlive_limits()
    if withScreen, isatty(0) == 1, isatty(1) == 1 { shim_part(TerminalState.shared) }
  }
}
