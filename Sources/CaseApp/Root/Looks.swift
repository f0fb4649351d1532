/// How the screen looks and which keys are in use; the files behind them stay with the loop.
package struct Looks: Equatable, Sendable {
  package var theme: String
  package var themes: [String]
  package var keymap: String
  package var keymaps: [String]
  /// Letters are commands, and typing is a mode of its own.
  package var lettersCommand: Bool
  /// What is wrong with a worker's own file, if it could not be used.
  package var notice: String?
  /// The terminal shows plain letters in place of accented ones.
  package var simplifiesLetters = false

  package init(
    theme: String, themes: [String], keymap: String, keymaps: [String],
    lettersCommand: Bool = false,
    notice: String? = nil
  ) {
    self.theme = theme
    self.themes = themes
    self.keymap = keymap
    self.keymaps = keymaps
    self.lettersCommand = lettersCommand
    self.notice = notice
  }
}
