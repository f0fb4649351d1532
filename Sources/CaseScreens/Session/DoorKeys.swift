import CaseApp
import TextScreen

/// Keys at the door: few, and the same in every keymap but for the one that leaves.
enum DoorKeys {
  static func action(for key: Key, at door: Door, _ keymap: Keymap) -> DoorAction? {
    if let letter = key.typed { return .typed(letter) }
    switch key {
    case .enter: return .entered
    case .escape: return .back
    case .tab, .down: return .moved(forward: true)
    case .shiftTab, .up: return .moved(forward: false)
    case .backspace: return .erased
    case .control("U"): return .cleared
    case .character, .control, .function, .delete, .insert, .home, .end, .pageUp, .pageDown, .left,
      .right, .wordLeft, .wordRight, .other:
      return leaves(key, keymap) ? .leavingAsked : nil
    }
  }

  private static func leaves(_ key: Key, _ keymap: Keymap) -> Bool {
    switch keymap.lookup(key, places: [.list]) {
    case .menu(.leave, _): true
    case .menu, .action, .prefix, .none: false
    }
  }
}
