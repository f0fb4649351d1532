import CaseApp
import CaseScreens
import TextScreen

extension ScreenDoor {
  /// The screens of the program.
  package static var real: ScreenDoor {
    let screens = RealScreens()
    return ScreenDoor(
      frame: { screens.last.frame(of: $0, size: $1, keymap: $2) },
      expectNext: { screens.last.expectNext(after: $0, size: $1, keymap: $2) },
      actions: { AppKeys.actions(for: $0, state: $1, keymap: $2, size: $3) })
  }
}

private final class RealScreens {
  var last = LastPicture()
}
