import CaseApp
import CaseScreens
import TextScreen

extension ScreenDoor {
  /// The screens of the program.
  package static var real: ScreenDoor {
    let last = LastPicture()
    return ScreenDoor(
      frame: { last.frame(of: $0, $1, $2) },
      actions: { AppKeys.actions(for: $0, state: $1, keymap: $2, size: $3) })
  }
}

/// What was drawn last, of which the next picture takes over what stays.
private final class LastPicture {
  private var drawn: DrawnPicture?

  func frame(of state: AppState, _ size: Size, _ keymap: Keymap) -> Frame {
    let picture = AppScreen.picture(of: state, size: size, keymap: keymap, after: drawn)
    drawn = picture
    return picture.frame
  }
}
