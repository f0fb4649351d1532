import CaseRules

/// Text from outside, made fit for a box: nothing in it can hide, move or command.
package enum PastedText {
  /// The text without control and direction characters; its lines are joined with blanks.
  package static func oneLine(_ text: String) -> String {
    let cleaned = lines(text)
    guard cleaned.contains("\n") else { return cleaned }
    return
      cleaned.split(separator: "\n", omittingEmptySubsequences: false)
      .map(withoutBlankEnd).joined(separator: " ")
  }

  /// The same for a long text, which keeps its lines.
  package static func lines(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: kept.append("\n")
      case 0x09: kept.append(" ")
      // Joiners mean something inside some scripts and picture signs, never after plain letters.
      case 0x200C, 0x200D: if previous.value > 0x2FF { kept.append(scalar) }
      default: if !CleanedText.isInvisible(scalar) { kept.append(scalar) }
      }
      previous = scalar
    }
    return String(kept)
  }

  /// Blanks at a line's end would show as gaps when lines are joined.
  private static func withoutBlankEnd(_ line: Substring) -> Substring {
    var rest = line
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }
}
