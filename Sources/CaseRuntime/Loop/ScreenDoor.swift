package import CaseApp
package import TextScreen

/// What the loop needs of the screens: a picture of the state, and what keys mean in it.
package struct ScreenDoor {
  package let frame: (AppState, Size, Keymap) -> Frame
  /// Once a picture is shown: while a key is held, draws what comes next.
  package let expectNext: (AppState, Size, Keymap) -> Void
  package let actions: (TerminalInput, AppState, Keymap, Size) -> [AppAction]

  package init(
    frame: @escaping (AppState, Size, Keymap) -> Frame,
    expectNext: @escaping (AppState, Size, Keymap) -> Void = { _, _, _ in },
    actions: @escaping (TerminalInput, AppState, Keymap, Size) -> [AppAction]
  ) {
    self.frame = frame
    self.expectNext = expectNext
    self.actions = actions
  }
}
