package import CaseApp
package import TextScreen

/// The whole picture, from the state and nothing else.
package enum AppScreen {
  package static func frame(for state: AppState, size: Size, keymap: Keymap) -> Frame {
    Frame(size)
  }
}
