/// A screen with a keyboard, used on one thread.
package protocol Terminal: AnyObject {
  /// How many columns and rows it has now.
  var size: Size { get }
  /// Whether letters outside ASCII are shown as plain letters.
  var simplifiesLetters: Bool { get }
  /// Something to tell the user once, such as an unknown terminal name.
  var notice: String? { get }

  /// Takes the terminal for the work: from now on its keys come here, and pasted text is marked.
  ///
  /// Until then it is known but left alone: a start that fails leaves it as it was.
  func take()
  /// Shows the picture: sends only what changed, at once, and places the cursor.
  func show(_ frame: Frame)
  /// Waits for keys, signals or something to read at `wake`; answers with at least one event.
  ///
  /// It waits at most so many milliseconds, or for ever when nil. `wake` is another descriptor to
  /// watch, none when negative; it is not read here.
  func wait(milliseconds: Int?, wake: Int32) -> [TerminalInput]
  /// Throws away keys that were typed ahead.
  func discardPendingInput()
  func beep()
  func setTheme(_ theme: Theme, depth: ColourDepth?)
  /// Sends everything again at the next `show`.
  func redraw()
  /// Erases what can be scrolled back to: call it when the work is hidden, as on locking.
  func eraseScrollback()
  /// Erases the screen and what can be scrolled back to, and gives the terminal back as it was.
  ///
  /// One that was never taken is as it was.
  func blankAndRestore()
}
