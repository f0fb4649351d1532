/// A line, bar or mark that the display draws in its own way: `─` or `-`, `█` or `#`.
///
/// Frames carry the symbol, so that the choice between Unicode and ASCII is made when it is shown.
package enum Symbol: UInt8, CaseIterable, Hashable, Sendable {
  case horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight
  case teeLeft, teeRight, teeTop, teeBottom, cross
  case focusHorizontal, focusVertical
  case focusTopLeft, focusTopRight, focusBottomLeft, focusBottomRight
  case barFull, barPart, barEmpty, barLine
  case ellipsis, sortedUp, sortedDown, bullet
  /// Stands for a character that must not reach a terminal.
  case unsafe
  /// Stands for a line break in a place of one line.
  case lineBreak

  /// The name used in the `[lines]` part of theme files.
  package var name: String { Symbol.names[Int(rawValue)] }

  package init?(name: String) {
    guard let index = Symbol.names.firstIndex(of: name.lowercased()),
      let symbol = Symbol(rawValue: UInt8(truncatingIfNeeded: index))
    else { return nil }
    self = symbol
  }

  /// How it looks where every character of the common fonts is available.
  package var unicode: Unicode.Scalar { Symbol.unicodeForms[Int(rawValue)] }

  /// How it looks where only ASCII is safe.
  package var ascii: Unicode.Scalar { Symbol.asciiForms[Int(rawValue)] }

  private static let names: [String] = [
    "horizontal", "vertical", "top-left", "top-right", "bottom-left", "bottom-right",
    "tee-left", "tee-right", "tee-top", "tee-bottom", "cross",
    "focus-horizontal", "focus-vertical",
    "focus-top-left", "focus-top-right", "focus-bottom-left", "focus-bottom-right",
    "bar-full", "bar-part", "bar-empty", "bar-line",
    "ellipsis", "sorted-up", "sorted-down", "bullet", "unsafe", "line-break",
  ]
  private static let unicodeForms: [Unicode.Scalar] = [
    "─", "│", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼",
    "═", "║", "╔", "╗", "╚", "╝",
    "█", "▒", "░", "│", "…", "▲", "▼", "•", "¿", "¶",
  ]
  private static let asciiForms: [Unicode.Scalar] = [
    "-", "|", "+", "+", "+", "+", "+", "+", "+", "+", "+",
    "=", "|", "+", "+", "+", "+",
    "#", "=", ".", "|", "~", "^", "v", "*", "?", "/",
  ]
}
