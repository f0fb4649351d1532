/// Letters with marks as one scalar: `e` and an acute accent become `é`.
enum Composition {
  /// The one scalar that means the same, for Latin, Greek and Cyrillic letters.
  static func scalar(for character: Character) -> Unicode.Scalar? { table[character] }

  /// Characters compare by meaning, so the composed letter finds itself from its parts.
  private static let table: [Character: Unicode.Scalar] = {
    var found: [Character: Unicode.Scalar] = [:]
    for block in [0xC0...0x24F, 0x386...0x3CE, 0x400...0x4F9, 0x1E00...0x1EFF, 0x1F00...0x1FFF] {
      for value in block {
        if let scalar = Unicode.Scalar(UInt32(value)) { found[Character(scalar)] = scalar }
      }
    }
    return found
  }()
}

/// The text with letters and their marks joined where one scalar means the same.
///
/// Use it on everything that is typed, pasted or imported, so that equal names are stored equal.
package func composed(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return text }
  var result = ""
  for character in text {
    if character.unicodeScalars.count > 1, let scalar = Composition.scalar(for: character) {
      result.unicodeScalars.append(scalar)
    } else {
      result.append(character)
    }
  }
  return result
}
