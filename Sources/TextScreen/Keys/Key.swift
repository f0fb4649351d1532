/// A key as it was pressed, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  /// A letter or sign, the space included.
  case character(Character)
  /// Ctrl with a capital letter, or with one of `_ \ ] ^ @`.
  case control(Character)
  case function(Int)
  case enter, escape, tab, shiftTab, backspace, delete, insert
  case home, end, pageUp, pageDown, up, down, left, right
  /// Ctrl+Left and Ctrl+Right.
  case wordLeft, wordRight
  /// A key we know but never use, such as `Shift+Up`.
  case other(String)

  /// The letter it types, if it types one.
  package var typed: Character? {
    if case .character(let letter) = self { letter } else { nil }
  }
}

extension Key {
  /// How the key is written in keymap files and shown in help: `Ctrl+W`, `PgDn`, `Comma`.
  package var spelling: String {
    switch self {
    case .character(" "): "Space"
    case .character(","): "Comma"
    case .character("#"): "Hash"
    case .character(let letter): String(letter)
    case .control(let letter): "Ctrl+\(letter)"
    case .function(let number): "F\(number)"
    case .other(let name): name
    case .enter, .escape, .tab, .shiftTab, .backspace, .delete, .insert, .home, .end, .pageUp,
      .pageDown, .up, .down, .left, .right, .wordLeft, .wordRight:
      Key.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// The key written like this; nil when no key is.
  ///
  /// Capitals matter only for single letters. `Ctrl+` takes one letter or sign.
  package init?(spelling: String) {
    if spelling.count == 1, let letter = spelling.first {
      self = .character(letter)
      return
    }
    let lower = spelling.lowercased()
    if let known = Key.spelled[lower] {
      self = known
    } else if let number = Key.functionNumber(lower) {
      self = .function(number)
    } else if lower.hasPrefix("ctrl+") {
      guard let key = Key.controlKey(String(lower.dropFirst(5))) else { return nil }
      self = key
    } else if lower.hasPrefix("shift+") || lower.hasPrefix("alt+") || lower.hasPrefix("meta+") {
      self = .other(Key.tidied(spelling))
    } else {
      return nil
    }
  }

  private static func functionNumber(_ text: String) -> Int? {
    guard text.hasPrefix("f"), let number = Int(text.dropFirst()), (1...24).contains(number) else {
      return nil
    }
    return number
  }

  private static func controlKey(_ name: String) -> Key? {
    switch name {
    case "left": return .wordLeft
    case "right": return .wordRight
    case "i": return .tab
    case "m": return .enter
    case "h": return .backspace
    case "[": return .escape
    case "space": return .control("@")
    default: break
    }
    if name.count == 1, let letter = name.first, letter.isASCII {
      if letter.isLetter { return .control(Character(letter.uppercased())) }
      return "_\\]^@".contains(letter) ? .control(letter) : nil
    }
    guard spelled[name] != nil || functionNumber(name) != nil || name.hasPrefix("shift+") else {
      return nil
    }
    return .other("Ctrl+" + tidied(name))
  }

  private static func tidied(_ spelling: String) -> String {
    spelling.split(separator: "+").map { part in
      spelled[part.lowercased()]?.spelling ?? (part.prefix(1).uppercased() + part.dropFirst())
    }.joined(separator: "+")
  }

  private static let named: [(key: Key, name: String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.shiftTab, "Shift+Tab"),
    (.backspace, "Backspace"), (.delete, "Delete"), (.insert, "Insert"), (.home, "Home"),
    (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.up, "Up"), (.down, "Down"),
    (.left, "Left"), (.right, "Right"), (.wordLeft, "Ctrl+Left"), (.wordRight, "Ctrl+Right"),
  ]
  private static let spelled: [String: Key] = {
    var table: [String: Key] = [:]
    for (key, name) in named { table[name.lowercased()] = key }
    let others: [(String, Key)] = [
      ("space", .character(" ")), ("comma", .character(",")), ("hash", .character("#")),
      ("escape", .escape), ("return", .enter), ("del", .delete), ("pageup", .pageUp),
      ("pagedown", .pageDown), ("ins", .insert), ("backtab", .shiftTab),
    ]
    for (name, key) in others { table[name] = key }
    return table
  }()
}
