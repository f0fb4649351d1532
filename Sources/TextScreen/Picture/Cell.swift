/// One place of the screen: what stands there and what it means.
///
/// Eight bytes, so that two pictures are compared word by word. Most cells are one scalar; line
/// characters are symbols; a letter with marks that has no single scalar is a number into its
/// frame's table.
package struct Cell: Hashable, Sendable {
  /// From the lowest: 32 bits of code, 8 of tone, then emphasised, wide and raised.
  var bits: UInt64

  package static let firstSymbol: UInt32 = 0x11_0000
  static let firstCluster: UInt32 = 0x8000_0000

  private static let emphasised: UInt64 = 1 << 40
  private static let wide: UInt64 = 1 << 41
  private static let raised: UInt64 = 1 << 42

  init(
    code: UInt32, tone: Tone, isEmphasised: Bool = false, isWide: Bool = false,
    isRaised: Bool = false
  ) {
    bits =
      UInt64(code) | UInt64(tone.rawValue) << 32 | (isEmphasised ? Cell.emphasised : 0)
      | (isWide ? Cell.wide : 0) | (isRaised ? Cell.raised : 0)
  }

  /// The same look with something else in it.
  func with(code: UInt32) -> Cell {
    var cell = self
    cell.code = code
    return cell
  }

  static func blank(_ tone: Tone) -> Cell { Cell(code: 0x20, tone: tone) }

  /// 0: right half of the wide letter before; then scalars, symbols, numbers of clusters.
  package var code: UInt32 {
    get { UInt32(truncatingIfNeeded: bits) }
    set { bits = bits & ~0xFFFF_FFFF | UInt64(newValue) }
  }

  package var tone: Tone {
    get { Tone(rawValue: toneIndex) ?? .text }
    set { bits = bits & ~(0xFF << 32) | UInt64(newValue.rawValue) << 32 }
  }

  /// The tone's number, for looking it up in a table.
  package var toneIndex: UInt8 { UInt8(truncatingIfNeeded: bits >> 32) }

  /// Found letters: shown stronger than the rest of their tone.
  package var isEmphasised: Bool {
    get { bits & Cell.emphasised != 0 }
    set { bits = newValue ? bits | Cell.emphasised : bits & ~Cell.emphasised }
  }

  package var isWide: Bool {
    get { bits & Cell.wide != 0 }
    set { bits = newValue ? bits | Cell.wide : bits & ~Cell.wide }
  }

  /// Stands on a box that lies over the page: plain backgrounds become the box's.
  package var isRaised: Bool { bits & Cell.raised != 0 }

  package var isContinuation: Bool { code == 0 }
  package var isCluster: Bool { code >= Cell.firstCluster }
}

/// What stands in a cell.
package enum Glyph: Hashable, Sendable {
  case scalar(Unicode.Scalar)
  /// A letter with combining marks.
  case cluster(String)
  case symbol(Symbol)
  /// The right half of the wide letter before it.
  case continuation
}
