/// A rectangle of the picture to draw in; everything outside it is clipped.
///
/// Rows and columns count from 0 at its own top left. An area is a light value: pass it around,
/// split it, keep none of it after the drawing.
package struct Area {
  let canvas: Canvas
  /// Where it lies in the whole picture.
  package let rect: Rect
  /// Lies over the page, as dialogs and menus do.
  let isRaised: Bool

  init(canvas: Canvas, rect: Rect, isRaised: Bool = false) {
    self.canvas = canvas
    self.rect = rect.intersection(Rect(canvas.size))
    self.isRaised = isRaised
  }

  /// The same area lying over the page: what has the page's background gets that of dialogs.
  package var raised: Area { Area(canvas: canvas, rect: rect, isRaised: true) }

  package var columns: Int { rect.columns }
  package var rows: Int { rect.rows }
  package var size: Size { rect.size }

  // MARK: Parts

  /// A part of it, cut to what lies inside.
  package func part(row: Int, column: Int, rows: Int, columns: Int) -> Area {
    let wanted = Rect(
      column: rect.column + column, row: rect.row + row, columns: columns, rows: rows)
    return Area(canvas: canvas, rect: wanted.intersection(rect), isRaised: isRaised)
  }

  package func row(_ row: Int) -> Area { part(row: row, column: 0, rows: 1, columns: columns) }
  package func top(_ count: Int) -> Area { part(row: 0, column: 0, rows: count, columns: columns) }
  package func bottom(_ count: Int) -> Area {
    part(row: rows - count, column: 0, rows: count, columns: columns)
  }
  package func right(_ count: Int) -> Area {
    part(row: 0, column: columns - count, rows: rows, columns: count)
  }
  package func droppingTop(_ count: Int) -> Area {
    part(row: count, column: 0, rows: rows - count, columns: columns)
  }
  package func droppingBottom(_ count: Int) -> Area {
    part(row: 0, column: 0, rows: rows - count, columns: columns)
  }
  package func droppingLeft(_ count: Int) -> Area {
    part(row: 0, column: count, rows: rows, columns: columns - count)
  }
  package func droppingRight(_ count: Int) -> Area {
    part(row: 0, column: 0, rows: rows, columns: columns - count)
  }

  /// Cuts off the last columns: what is left and what is beside it.
  package func split(right count: Int) -> (rest: Area, right: Area) {
    (droppingRight(count), right(count))
  }

  package func inset(rows: Int = 0, columns: Int = 0) -> Area {
    part(
      row: rows, column: columns, rows: self.rows - 2 * rows, columns: self.columns - 2 * columns)
  }

  /// A part in the middle, as large as wanted or as fits.
  package func centred(rows: Int, columns: Int) -> Area {
    let (rows, columns) = (min(rows, self.rows), min(columns, self.columns))
    return part(
      row: (self.rows - rows) / 2, column: (self.columns - columns) / 2, rows: rows,
      columns: columns)
  }

  // MARK: Filling and lines

  package func fill(tone: Tone) { fill(Cell(code: 0x20, tone: tone, isRaised: isRaised)) }

  package func fill(symbol: Symbol, tone: Tone) {
    fill(
      Cell(
        code: Cell.firstSymbol + UInt32(symbol.rawValue), tone: tone, isRaised: isRaised))
  }

  private func fill(_ cell: Cell) {
    for row in rect.row..<rect.endRow { fill(cell, row: row, rect.column..<rect.endColumn) }
  }

  private func fill(_ cell: Cell, row: Int, _ columns: Range<Int>) {
    if columns.isEmpty || canvas.cells.isEmpty { return }
    canvas.cutWideLetters(row: row, columns: columns)
    let start = row * canvas.size.columns
    for column in columns { canvas.cells[start + column] = cell }
  }

  /// Moves everything in it up by so many rows, or down where they are negative.
  ///
  /// What is moved out is gone, and the rows that are uncovered keep what they had.
  package func scroll(up rows: Int) {
    let left = self.rows - abs(rows)
    if rows == 0 || left <= 0 || rect.isEmpty || canvas.cells.isEmpty { return }
    for step in 0..<left {
      let target = rect.row + (rows > 0 ? step : self.rows - 1 - step)
      let width = canvas.size.columns
      for column in rect.column..<rect.endColumn {
        canvas.cells[target * width + column] = canvas.cells[(target + rows) * width + column]
      }
    }
  }

  /// Changes the meaning of cells without changing what stands there.
  package func paint(row: Int, columns: Range<Int>, tone: Tone) {
    let cut = part(
      row: row, column: columns.lowerBound, rows: 1, columns: columns.count
    ).rect
    if cut.isEmpty || canvas.cells.isEmpty { return }
    let start = cut.row * canvas.size.columns
    for column in cut.column..<cut.endColumn { canvas.cells[start + column].tone = tone }
  }

  /// One symbol.
  package func put(_ symbol: Symbol, row: Int, column: Int, tone: Tone = .text) {
    part(row: row, column: column, rows: 1, columns: 1).fill(symbol: symbol, tone: tone)
  }

  package func horizontalLine(
    row: Int, from column: Int = 0, columns: Int? = nil, tone: Tone = .border,
    symbol: Symbol = .horizontal
  ) {
    part(row: row, column: column, rows: 1, columns: columns ?? self.columns)
      .fill(symbol: symbol, tone: tone)
  }

  package func verticalLine(
    column: Int, from row: Int = 0, rows: Int? = nil, tone: Tone = .border,
    symbol: Symbol = .vertical
  ) {
    part(row: row, column: column, rows: rows ?? self.rows, columns: 1)
      .fill(symbol: symbol, tone: tone)
  }

  /// Puts the terminal's cursor here; ignored outside the area.
  package func placeCursor(row: Int, column: Int) {
    let place = Point(column: rect.column + column, row: rect.row + row)
    if rect.contains(place) { canvas.cursor = place }
  }
}
