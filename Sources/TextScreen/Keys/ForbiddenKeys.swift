/// Keys that no map may use, with the reason, and keys that must not be the only way.
package enum ForbiddenKeys {
  /// Why the key is never used; nil when it may be.
  package static func reason(_ key: Key) -> String? {
    switch key {
    case .control(let letter): controlReason(letter)
    case .function(let number):
      number > 10 ? "windows take it for full screen or for drop-down terminals" : nil
    case .character("~"): "ssh reads it as its own command after Enter"
    case .insert: "screen readers use it as their own key"
    case .other(let name): otherReason(name)
    case .character, .enter, .escape, .tab, .shiftTab, .backspace, .delete, .home, .end, .pageUp,
      .pageDown, .up, .down, .left, .right, .wordLeft, .wordRight:
      nil
    }
  }

  private static func controlReason(_ letter: Character) -> String? {
    switch letter {
    case "S", "Q": "it can freeze the terminal (flow control)"
    case "Z": "it is pressed to leave for a shell; here it only gets a hint"
    case "C", "\\": "it is pressed to interrupt or to copy; here it only gets a hint"
    case "V": "Windows terminals paste with it"
    case "J": "it is the same as a line break"
    case "]", "^": "telnet and mosh read it as their own command"
    case "@": "it is the same as Ctrl+Space, which switches the input method"
    default: nil
    }
  }

  private static func otherReason(_ name: String) -> String {
    if name.hasPrefix("Alt") || name.hasPrefix("Meta") {
      return "Alt arrives as Esc and then the key: write 'Esc' and the key instead"
    }
    if name.contains("PgUp") || name.contains("PgDn") {
      return "terminals scroll or change tabs with it"
    }
    if name.hasPrefix("Shift+F") || name.hasPrefix("Ctrl+F") {
      return "windows take it, and many terminals do not send it"
    }
    return "many terminals do not send it, or windows take it"
  }

  /// Why the key must not be the only one for an action; nil when it may.
  static func weakness(_ key: Key) -> String? {
    switch key {
    case .control("A"): "GNU screen takes it"
    case .control("B"): "tmux takes it"
    case .function(1), .function(10): "some desktops open their own help or menu with it"
    case .wordLeft, .wordRight: "many terminals do not send it"
    case .character, .control, .function, .enter, .escape, .tab, .shiftTab, .backspace, .delete,
      .insert, .home, .end, .pageUp, .pageDown, .up, .down, .left, .right, .other:
      nil
    }
  }
}

/// Actions that every map keeps at least one key for, so that no file can lock a user out.
enum KeptActions {
  static let keys: [(action: String, keys: [Key])] = [
    ("help", [.function(1)]),
    ("back", [.escape, .control("X")]),
    ("save", [.function(2)]),
    ("commands", [.control("K")]),
    ("leave-menu", [.function(10), .control("E")]),
  ]
}
