/// Text from outside, made fit for a box: nothing in it can hide, move or command.
package enum PastedText {
  /// The text without control and direction characters; lines are joined with blanks.
  package static func oneLine(_ text: String) -> String {
    cleaned(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map(trimmedEnd).joined(separator: " ")
  }

  /// The same for a long text: its lines are kept.
  package static func lines(_ text: String) -> String { cleaned(text) }

  /// The blanks at a line's end say nothing and would show as gaps when lines are joined.
  private static func trimmedEnd(_ line: Substring) -> Substring {
    var rest = line
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }

  private static func cleaned(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch kind(of: scalar, after: previous) {
      case .kept: result.append(scalar)
      case .newLine: result.append("\n")
      case .blank: result.append(" ")
      case .dropped: break
      }
      previous = scalar
    }
    return String(result)
  }

  /// Most of what is typed and pasted needs nothing done.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  private enum ScalarKind { case kept, newLine, blank, dropped }

  private static func kind(of scalar: Unicode.Scalar, after previous: Unicode.Scalar?)
    -> ScalarKind
  {
    switch scalar.value {
    case 0x0A: previous == "\r" ? .dropped : .newLine
    case 0x0D, 0x85, 0x2028, 0x2029: .newLine
    case 0x09, 0x0B, 0x0C: .blank
    case 0x00...0x1F, 0x7F...0x9F: .dropped
    // Joiners mean something inside some scripts and picture signs, never after plain letters.
    case 0x200C, 0x200D: (previous?.value ?? 0) > 0x2FF ? .kept : .dropped
    case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      .dropped
    case 0xFDD0...0xFDEF: .dropped
    default: scalar.value & 0xFFFE == 0xFFFE ? .dropped : .kept
    }
  }
}
