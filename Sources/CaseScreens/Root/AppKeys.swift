package import CaseApp
package import TextScreen

/// What a key means where the worker is now.
package enum AppKeys {
  package static func action(
    for key: Key, state: AppState, keymap: Keymap, size: Size
  ) -> AppAction? {
    nil
  }
}
