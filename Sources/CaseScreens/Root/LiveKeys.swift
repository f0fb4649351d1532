package import CaseApp
package import TextScreen

/// Keys as the live keymap has them, for every text that names one.
package struct LiveKeys: Sendable {
  package let keymap: Keymap
  private let places: [Place]
  /// Whether a command can be used now, so that nobody is sent where they may not go.
  let canUse: @Sendable (Command) -> Bool

  package init(
    _ keymap: Keymap, places: [Place] = [.list],
    canUse: @escaping @Sendable (Command) -> Bool = { _ in true }
  ) {
    self.keymap = keymap
    self.places = places
    self.canUse = canUse
  }

  /// As they work where the worker is: a form has other keys than a list.
  init(_ keymap: Keymap, for state: AppState) {
    self.init(
      keymap, places: [state.isFormOpen ? .form : .list], canUse: { state.whyNot($0) == nil })
  }

  /// "Ctrl+N k"; nil where the keymap has no key for it.
  func keys(_ command: Command) -> String? {
    let here = places.flatMap { keymap.keys(for: command.rawValue, in: $0) }
    // A plain letter or sign may be taken for typing; a key that never is comes first.
    let chosen = here.first { $0.keys.first?.typed == nil } ?? here.first
    return (chosen ?? keymap.shortestKeys(for: command.rawValue, places: places))?.spelling
  }

  /// The key in another part of the keymap: in lists of choices, in help.
  func name(_ command: Command, in place: Place) -> String {
    LiveKeys(keymap, places: [place]).name(command)
  }

  /// The key, or the command's name for the box of all commands.
  func name(_ command: Command) -> String { keys(command) ?? "\"\(command.title)\"" }

  /// Every key of a command: "F2 or Ctrl+W".
  func all(_ command: Command) -> String {
    var found: [String] = []
    for place in places + [.anywhere] {
      for keys in keymap.keys(for: command.rawValue, in: place)
      where !found.contains(keys.spelling) {
        found.append(keys.spelling)
      }
    }
    return found.isEmpty ? keys(command) ?? "" : found.prefix(3).joined(separator: " or ")
  }
}
