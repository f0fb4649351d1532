/// Text from outside, made fit for keeping.
package enum PastedText {
  /// The text with one kind of line break, blanks for tabs, letters composed, and nothing hidden.
  package static func clean(_ bytes: ArraySlice<UInt8>) -> String {
    clean(String(decoding: withoutMarks(bytes), as: UTF8.self))
  }

  private static func clean(_ text: String) -> String {
    var result = ""
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: result.unicodeScalars.append("\n")
      case 0x0A: if !wasReturn { result.unicodeScalars.append("\n") }
      case 0x85, 0x2028, 0x2029: result.unicodeScalars.append("\n")
      case 0x09: result.unicodeScalars.append(" ")
      default: if isWelcome(scalar) { result.unicodeScalars.append(scalar) }
      }
      wasReturn = scalar.value == 0x0D
    }
    return composed(result)
  }

  /// Whether a letter may be kept: no control character, nothing that hides or turns text round.
  package static func isWelcome(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD { return false }
    return isJoiner(scalar) || isVariation(scalar) || !isHidden(scalar)
  }

  /// Emoji are told apart by these; they draw nothing by themselves.
  private static func isVariation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0E || scalar.value == 0xFE0F
  }

  /// Without marks of pastes, of which only the letters after the Esc would be left.
  private static func withoutMarks(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(0x1B) else { return Array(bytes) }
    var kept: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let rest = bytes[place...]
      if rest.starts(with: [0x1B, 0x5B, 0x32, 0x30, 0x30, 0x7E])
        || rest.starts(with: [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E])
      {
        place += 6
      } else {
        kept.append(bytes[place])
        place += 1
      }
    }
    return kept
  }
}
