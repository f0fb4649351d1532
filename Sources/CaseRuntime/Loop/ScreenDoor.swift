package import CaseApp
package import TextScreen

/// What the loop needs of the screens: a picture of the state, and what keys mean in it.
package struct ScreenDoor {
  package let frame: (AppState, Size, Keymap) -> Frame
  package let actions: (TerminalInput, AppState, Keymap, Size) -> [AppAction]

  package init(
    frame: @escaping (AppState, Size, Keymap) -> Frame,
    actions: @escaping (TerminalInput, AppState, Keymap, Size) -> [AppAction]
  ) {
    self.frame = frame
    self.actions = actions
  }
}
