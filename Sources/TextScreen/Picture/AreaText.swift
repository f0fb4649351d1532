/// Where text stands in its width.
package enum Alignment: Hashable, Sendable {
  case left, right, centre
}

extension Area {
  /// Writes one line of text and answers with the column after it.
  ///
  /// Every string is made safe on its way: control characters and the like become visible marks. A
  /// text that does not fit ends with an ellipsis. With a `width`, it is cut to it and, unless
  /// `pads` is false, blanks fill the rest.
  @discardableResult
  package func write(
    _ text: String, row: Int = 0, column: Int = 0, tone: Tone = .text, width: Int? = nil,
    align: Alignment = .left, pads: Bool = false, isEmphasised: Bool = false
  ) -> Int {
    let room = max(0, width ?? (columns - column))
    var start = column
    if align != .left {
      let spare = max(0, room - min(room, displayWidth(text)))
      start += align == .right ? spare : spare / 2
    }
    let end = writeLine(
      text, row: row, column: start, room: column + room - start, tone, isEmphasised)
    if pads, let width {
      blank(row: row, from: column, to: start, tone: tone)
      blank(row: row, from: end, to: column + width, tone: tone)
      return column + width
    }
    return end
  }

  private func blank(row: Int, from: Int, to: Int, tone: Tone) {
    if to > from { part(row: row, column: from, rows: 1, columns: to - from).fill(tone: tone) }
  }

  /// The path of nearly all text: printable ASCII goes from bytes to cells.
  private func writeLine(
    _ text: String, row: Int, column: Int, room: Int, _ tone: Tone, _ isEmphasised: Bool
  ) -> Int {
    guard row >= 0, row < rows, room > 0, !canvas.cells.isEmpty else { return column }
    var pen = Pen(
      canvas: canvas, row: rect.row + row, column: rect.column + column,
      first: rect.column, end: min(rect.endColumn, rect.column + column + room),
      tone: tone, isEmphasised: isEmphasised, isRaised: isRaised)
    if pen.writeASCII(text) == false { pen.writeLetters(text) }
    return pen.column - rect.column
  }
}

/// Writes letters from left to right between two columns of the canvas.
struct Pen {
  let canvas: Canvas
  let row: Int
  var column: Int
  let first: Int
  let end: Int
  let tone: Tone
  let isEmphasised: Bool
  let isRaised: Bool

  private func cell(_ code: UInt32, isWide: Bool = false) -> Cell {
    Cell(
      code: code, tone: tone, isEmphasised: isEmphasised, isWide: isWide, isRaised: isRaised)
  }

  /// Writes text that is all printable ASCII; answers false, having done nothing, for any other.
  mutating func writeASCII(_ text: String) -> Bool {
    let start = column
    let written = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard isPrintableASCII(bytes) else { return nil }
      let skipped = max(0, first - start)
      let count = min(bytes.count, end - start)
      if count <= skipped { return count }
      let cells = (start + skipped)..<(start + count)
      canvas.cutWideLetters(row: row, columns: cells)
      let base = row * canvas.size.columns
      let target = canvas.cells
      let look = cell(0)
      for column in cells {
        target[base + column] = look.with(code: UInt32(bytes[column - start]))
      }
      if bytes.count > count {
        target[base + cells.upperBound - 1].code = ellipsisCode
      }
      return count
    }
    guard let count = written ?? nil else { return false }
    column = max(start, start + count)
    return true
  }

  private var ellipsisCode: UInt32 { Cell.firstSymbol + UInt32(Symbol.ellipsis.rawValue) }

  mutating func writeLetters(_ text: String) {
    forEachLetter(in: text, lines: .one) { letter in
      if column + letter.width > end {
        cutHere()
        return false
      }
      put(letter)
      return true
    }
  }

  private mutating func put(_ letter: Letter) {
    defer { column += letter.width }
    guard column >= first else { return }
    canvas.cutWideLetters(row: row, columns: column..<(column + letter.width))
    let place = row * canvas.size.columns + column
    canvas.cells[place] = cell(code(letter.shape), isWide: letter.width == 2)
    if letter.width == 2 {
      canvas.cells[place + 1] = cell(0)
    }
  }

  private func code(_ shape: Letter.Shape) -> UInt32 {
    switch shape {
    case .scalar(let scalar): scalar.value
    case .symbol(let symbol): Cell.firstSymbol + UInt32(symbol.rawValue)
    case .cluster(let cluster): canvas.code(ofCluster: cluster)
    }
  }

  /// Marks that the text goes on: over the last letter, or in the place that is left.
  private mutating func cutHere() {
    let last = end - 1
    guard last >= first, last < canvas.size.columns else { return }
    canvas.cutWideLetters(row: row, columns: last..<end)
    canvas.cells[row * canvas.size.columns + last] = cell(ellipsisCode)
    column = end
  }
}

/// Whether every byte is a letter or sign from space to tilde.
func isPrintableASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  for byte in bytes where byte &- 0x20 > 0x5E { return false }
  return true
}
