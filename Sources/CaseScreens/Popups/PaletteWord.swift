import CaseApp
import CaseRules
import TextScreen

/// A word of the keymap typed in the box of commands, as `:w` is in vi: it means its command and
/// nothing that merely begins like it.
enum PaletteWord {
  static func command(in state: AppState, _ keymap: Keymap) -> Command? {
    guard case .palette(let palette)? = state.popup else { return nil }
    return command(for: palette.query, keymap)
  }

  static func command(for query: String, _ keymap: Keymap) -> Command? {
    keymap.words[query.trimmed.lowercased()].flatMap { Command(rawValue: $0) }
  }
}
