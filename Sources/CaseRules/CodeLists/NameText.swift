/// Checks of people's names; they keep their capitals, accents, hyphens and apostrophes.
package enum NameText {
  /// The longest name that can be stored, in characters.
  package static let longest = 100

  /// What is wrong with a cleaned name; nil when it can be one.
  ///
  /// A single letter, "Unknown" and names in any script are fine.
  package static func problem(_ name: String) -> String? {
    if let tooLong = TextLimit.problem(name, max: longest) { return tooLong }
    if name.isEmpty { return "Type the name, or Unknown" }
    guard name.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
      return "A name needs at least one letter. If it is not known, type Unknown"
    }
    if let odd = name.first(where: { !mayStand($0) }) {
      return "A name does not contain “\(odd)”. Letters, spaces, hyphens, apostrophes and full "
        + "stops may be used"
    }
    return nil
  }

  private static func mayStand(_ character: Character) -> Bool {
    if character.isLetter || character.isWhitespace { return true }
    return character.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2BB, 0x2BC, 0x2D, 0x2010, 0x2011, 0x2E, 0xB7: true
      default: scalar.properties.isAlphabetic || scalar.properties.generalCategory.isMark
      }
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark }
}
