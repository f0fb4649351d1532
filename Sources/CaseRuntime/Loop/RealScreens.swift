import CaseApp
import CaseScreens
import TextScreen

extension ScreenDoor {
  /// The screens of the program.
  static var real: ScreenDoor {
    ScreenDoor(
      frame: { AppScreen.frame(for: $0, size: $1, keymap: $2) },
      actions: { input, state, keymap, size in
        switch input {
        case .key(let key):
          AppKeys.action(for: key, state: state, keymap: keymap, size: size).map { [$0] } ?? []
        case .paste(let text): [.pasted(text)]
        case .resize, .hangUp, .terminate, .resumed, .wake, .timeout: []
        }
      })
  }
}
