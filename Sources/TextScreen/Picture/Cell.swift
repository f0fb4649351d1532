/// One place of the screen: what stands there and what it means.
///
/// Eight bytes: most cells are one scalar; line characters are symbols; a letter with marks that has
/// no single scalar is a number into its frame's table.
package struct Cell: Hashable, Sendable {
  /// 0: right half of the wide letter before; then scalars, symbols, numbers of clusters.
  var code: UInt32
  package var tone: Tone
  /// Found letters: shown stronger than the rest of their tone.
  package var isEmphasised: Bool
  package var isWide: Bool

  static let firstSymbol: UInt32 = 0x11_0000
  static let firstCluster: UInt32 = 0x8000_0000

  init(code: UInt32, tone: Tone, isEmphasised: Bool = false, isWide: Bool = false) {
    self.code = code
    self.tone = tone
    self.isEmphasised = isEmphasised
    self.isWide = isWide
  }

  static func blank(_ tone: Tone) -> Cell { Cell(code: 0x20, tone: tone) }

  package var isContinuation: Bool { code == 0 }
  var isCluster: Bool { code >= Cell.firstCluster }
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
