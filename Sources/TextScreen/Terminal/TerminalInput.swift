/// Something that happened at the terminal.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// Text that came in one piece; never keys. Already without control characters except newlines.
  case paste(String)
  case resize(Size)
  /// The line was lost.
  case hangUp
  /// We are asked to end.
  case terminate
  /// We were stopped from outside and go on; the screen was blanked meanwhile.
  case resumed
  /// The other descriptor that was waited for has something to read.
  case wake
  /// Nothing happened in time.
  case timeout
}
