/// How the screen looks and which keys are in use; the files behind them stay with the loop.
package struct Looks: Equatable, Sendable {
  package var theme: String
  package var themes: [String]
  package var keymap: String
  package var keymaps: [String]
  /// What is wrong with a worker's own file, if it could not be used.
  package var notice: String?

  package init(
    theme: String, themes: [String], keymap: String, keymaps: [String], notice: String? = nil
  ) {
    self.theme = theme
    self.themes = themes
    self.keymap = keymap
    self.keymaps = keymaps
    self.notice = notice
  }
}
