import CaseApp
import CaseScreens
import TextScreen

extension ScreenDoor {
  /// The screens of the program.
  package static var real: ScreenDoor {
    ScreenDoor(
      frame: { AppScreen.frame(for: $0, size: $1, keymap: $2) },
      actions: { AppKeys.actions(for: $0, state: $1, keymap: $2, size: $3) })
  }
}
