/// A whole picture of the screen: cells with meanings, and where the cursor stands.
///
/// Draw with `Frame(size) { area in … }`. Drawing clips and never traps, at any size.
package struct Frame: Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: ContiguousArray<Cell>
  private(set) var clusters: [String] = []
  /// Where the terminal's own cursor stands; hidden when nil.
  package var cursor: Point?

  /// A picture of blanks.
  package init(_ size: Size) {
    self.size = size
    cells = ContiguousArray(repeating: .blank(.text), count: size.columns * size.rows)
  }

  /// A picture drawn by `draw`.
  package init(_ size: Size, _ draw: (Area) -> Void) {
    let canvas = Canvas(size)
    draw(Area(canvas: canvas, rect: Rect(size)))
    self.size = size
    cells = canvas.copiedCells
    clusters = canvas.clusters
    cursor = canvas.cursor
  }

  /// Moves rows, and leaves blanks where nothing has moved to.
  package mutating func scroll(_ scroll: Scroll) {
    let rows = scroll.rows.clamped(to: 0..<size.rows)
    let (width, up) = (size.columns, scroll.up)
    guard up != 0, abs(up) < rows.count, width > 0 else { return }
    let kept =
      up > 0 ? rows.lowerBound + up..<rows.upperBound : rows.lowerBound..<rows.upperBound + up
    let bare =
      up > 0 ? rows.upperBound - up..<rows.upperBound : rows.lowerBound..<rows.lowerBound - up
    cells.withUnsafeMutableBufferPointer { cells in
      guard let start = cells.baseAddress else { return }
      (start + (kept.lowerBound - up) * width)
        .update(from: start + kept.lowerBound * width, count: kept.count * width)
      (start + bare.lowerBound * width)
        .update(repeating: .blank(.text), count: bare.count * width)
    }
  }

  /// Draws onto what is already there.
  package mutating func draw(_ draw: (Area) -> Void) {
    let canvas = Canvas(size: size, cells: cells, clusters: clusters, cursor: cursor)
    draw(Area(canvas: canvas, rect: Rect(size)))
    cells = canvas.copiedCells
    clusters = canvas.clusters
    cursor = canvas.cursor
  }

  /// What stands at a place; a blank outside the picture.
  package func glyph(_ column: Int, _ row: Int) -> Glyph {
    guard Rect(size).contains(Point(column: column, row: row)) else { return .scalar(" ") }
    return glyph(of: cells[row * size.columns + column])
  }

  package func cell(_ column: Int, _ row: Int) -> Cell {
    guard Rect(size).contains(Point(column: column, row: row)) else { return .blank(.text) }
    return cells[row * size.columns + column]
  }

  /// What a cell of this frame shows.
  package func glyph(of cell: Cell) -> Glyph {
    if cell.code == 0 { return .continuation }
    if cell.isCluster {
      let index = Int(cell.code & ~Cell.firstCluster)
      return index < clusters.count ? .cluster(clusters[index]) : .symbol(.unsafe)
    }
    if cell.code >= Cell.firstSymbol {
      let raw = UInt8(truncatingIfNeeded: cell.code - Cell.firstSymbol)
      return .symbol(Symbol(rawValue: raw) ?? .unsafe)
    }
    return .scalar(Unicode.Scalar(cell.code) ?? " ")
  }

  /// Whether some cells hold letters that take more than one scalar.
  var hasClusters: Bool { !clusters.isEmpty }
}
