/// Text as it may be stored: invisible and control characters taken out, with a note of how many.
package struct CleanedText: Hashable, Sendable {
  package let text: String
  /// How many invisible or control characters were taken out.
  package let removed: Int

  /// What to tell the worker; nil when nothing was taken out.
  package var note: String? {
    removed == 0 ? nil : Digits.counted(removed, "invisible character") + " taken out"
  }

  /// One line: line ends and tabs become spaces, and spaces never double.
  package init(line raw: some StringProtocol) {
    if CleanedText.isCleanLine(raw) {
      (text, removed) = (String(raw), 0)
      return
    }
    let (kept, removed) = CleanedText.withoutInvisible(raw, keepingLines: false)
    var line = ""
    var gap = false
    for character in kept {
      if character.isWhitespace {
        gap = !line.isEmpty
      } else {
        if gap { line += " " }
        gap = false
        line.append(character)
      }
    }
    text = line
    self.removed = removed
  }

  /// Printable ASCII with single spaces inside it, as most of what is typed.
  private static func isCleanLine(_ raw: some StringProtocol) -> Bool {
    var previous: UInt8 = 0x20
    for byte in raw.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || raw.isEmpty
  }

  /// Several lines: every line end is one line feed, and empty ends are trimmed.
  package init(lines raw: some StringProtocol) {
    let (kept, removed) = CleanedText.withoutInvisible(raw, keepingLines: true)
    text = kept.trimmed
    self.removed = removed
  }

  private static func withoutInvisible(
    _ raw: some StringProtocol, keepingLines: Bool
  ) -> (
    String, Int
  ) {
    var kept = String.UnicodeScalarView()
    var removed = 0
    var previous: Unicode.Scalar = " "
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous.value == 0x0D: break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: kept.append(keepingLines ? "\n" : " ")
      case 0x09: kept.append(" ")
      case 0x200C...0x200D where joinsLetters(previous): kept.append(scalar)
      default:
        if isInvisible(scalar) { removed += 1 } else { kept.append(scalar) }
      }
      previous = scalar
    }
    return (String(kept), removed)
  }

  /// Arabic and the scripts of India need joiners inside words.
  private static func joinsLetters(_ scalar: Unicode.Scalar) -> Bool {
    (0x600...0xDFF).contains(scalar.value)
  }

  /// Control, direction and zero-width characters: they change a screen without being seen.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164: true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
    case 0xE0000...0xE0FFF: true
    default: false
    }
  }
}

/// How long a text may be.
package enum TextLimit {
  /// What is wrong with the length; nil when it fits.
  ///
  /// Bytes count too, because one character can carry any number of accents.
  package static func problem(_ text: String, max: Int) -> String? {
    let bytes = text.utf8.count
    if bytes <= max { return nil }
    let count = text.count
    if count > max {
      return "This is \(count) characters long; \(max) fit. Shorten it by \(count - max)"
    }
    let (allowed, overflow) = max.multipliedReportingOverflow(by: 4)
    if overflow || bytes <= allowed { return nil }
    return "This has too many accents on its letters to be stored. Type it more simply"
  }
}
