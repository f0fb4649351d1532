/// What terminals send for keys, whatever their description says.
///
/// Terminals announce descriptions that do not fit them, so each spelling is known on all of them.
enum KeySpellings {
  /// The letter after `ESC O`.
  static func afterO(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    case UInt8(ascii: "t"): .function(5)
    case UInt8(ascii: "u"): .function(6)
    case UInt8(ascii: "v"): .function(7)
    case UInt8(ascii: "l"): .function(8)
    case UInt8(ascii: "w"): .function(9)
    case UInt8(ascii: "x"): .function(10)
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "c"): .wordRight
    case UInt8(ascii: "d"): .wordLeft
    default: moving(letter)
    }
  }

  /// Arrows, Home and End: the same letters after `ESC O` and `ESC [`.
  private static func moving(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  /// A sequence `ESC [ numbers letter`; nil when no key of ours sends it.
  static func bracket(_ numbers: [Int], _ letter: UInt8) -> Key? {
    let key: Key? =
      switch letter {
      case UInt8(ascii: "~"): tilde(numbers.first ?? 0)
      case UInt8(ascii: "Z"): .shiftTab
      case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
      default: moving(letter)
      }
    // A letter with a larger number is no key but an answer, such as where the cursor is.
    if letter != UInt8(ascii: "~"), (numbers.first ?? 1) > 1 { return nil }
    guard let key, numbers.count > 1 else { return key }
    return modified(key, by: numbers[1])
  }

  /// The Linux console's F1 to F5, `ESC [[A` to `ESC [[E`.
  static func doubleBracket(_ letter: UInt8) -> Key? {
    let number = Int(letter) - Int(UInt8(ascii: "A")) + 1
    return (1...5).contains(number) ? .function(number) : nil
  }

  private static func tilde(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    case 25, 26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// Shift is 2, Alt 3, Ctrl 5; 1 is none of them.
  private static func modified(_ key: Key, by code: Int) -> Key? {
    if code <= 1 { return key }
    if code > 8 { return nil }
    if code == 5, key == .left { return .wordLeft }
    if code == 5, key == .right { return .wordRight }
    var name = ""
    let bits = code - 1
    if bits & 4 != 0 { name += "Ctrl+" }
    if bits & 2 != 0 { name += "Alt+" }
    if bits & 1 != 0 { name += "Shift+" }
    return .other(name + key.spelling)
  }

  static let pasteBegin = 200
  static let pasteEnd = 201
}
