/// Cells side by side that look different from before.
package struct Change: Hashable, Sendable {
  package let row: Int
  package let columns: Range<Int>

  package init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

/// Rows that are to move up together, or down where `up` is negative.
package struct Scroll: Hashable, Sendable {
  package let rows: Range<Int>
  package let up: Int
}

extension Frame {
  /// The rows to move by one before the changes are sent, as a list moves under the hand.
  ///
  /// Nil where no block of rows stands a row away from where it stood, or hardly one.
  package func scroll(since old: Frame) -> Scroll? {
    guard old.size == size, !hasClusters, !old.hasClusters else { return nil }
    return cells.withUnsafeBufferPointer { mine in
      old.cells.withUnsafeBufferPointer { theirs in
        let changed = changedRows(mine, theirs)
        guard changed.count > Frame.fewRows else { return nil }
        for up in [1, -1] {
          let block = longestBlock(mine, theirs, in: changed, up: up)
          guard block.count > Frame.fewRows else { continue }
          return Scroll(
            rows: min(
              block.lowerBound, block.lowerBound + up)..<max(
                block.upperBound, block.upperBound + up), up: up)
        }
        return nil
      }
    }
  }

  private static let fewRows = 4

  /// From the first row that looks different to the last.
  private func changedRows(
    _ mine: UnsafeBufferPointer<Cell>, _ theirs: UnsafeBufferPointer<Cell>
  ) -> Range<Int> {
    var (first, end) = (0, size.rows)
    while first < end, isSameRow(mine, first, theirs, first) { first += 1 }
    while end > first, isSameRow(mine, end - 1, theirs, end - 1) { end -= 1 }
    return first..<end
  }

  /// The longest run of rows that hold what stood `up` rows below.
  private func longestBlock(
    _ mine: UnsafeBufferPointer<Cell>, _ theirs: UnsafeBufferPointer<Cell>, in rows: Range<Int>,
    up: Int
  ) -> Range<Int> {
    var (best, start) = (0..<0, rows.lowerBound)
    for row in rows {
      if !rows.contains(row + up) || !isSameRow(mine, row, theirs, row + up) {
        start = row + 1
      } else if row + 1 - start > best.count {
        best = start..<row + 1
      }
    }
    return best
  }

  /// What must be sent to turn the old picture into this one; everything when their sizes differ.
  ///
  /// A change never begins in the middle of a wide letter.
  package func changes(since old: Frame?) -> [Change] {
    guard let old, old.size == size else {
      return (0..<size.rows).map { Change(row: $0, columns: 0..<size.columns) }
    }
    var found: [Change] = []
    let compareClusters = hasClusters || old.hasClusters
    cells.withUnsafeBufferPointer { mine in
      old.cells.withUnsafeBufferPointer { theirs in
        for row in 0..<size.rows {
          let start = row * size.columns
          // Most rows are as they were: they are seen through without looking at each cell.
          if !compareClusters, isSameRow(mine, row, theirs, row) { continue }
          var column = 0
          while column < size.columns {
            if mine[start + column].bits == theirs[start + column].bits {
              if !compareClusters || isSame(at: start + column, as: old) {
                column += 1
                continue
              }
            } else if compareClusters, isSame(at: start + column, as: old) {
              column += 1
              continue
            }
            let first = column > 0 && mine[start + column].isContinuation ? column - 1 : column
            column += 1
            while column < size.columns,
              mine[start + column].bits != theirs[start + column].bits
            {
              column += 1
            }
            found.append(Change(row: row, columns: first..<column))
          }
        }
      }
    }
    return found
  }

  private func isSameRow(
    _ mine: UnsafeBufferPointer<Cell>, _ row: Int, _ theirs: UnsafeBufferPointer<Cell>,
    _ other: Int
  ) -> Bool {
    let (start, from) = (row * size.columns, other * size.columns)
    // Eight at a time: rows that differ mostly do so at once.
    var column = 0
    while column < size.columns {
      var difference: UInt64 = 0
      for place in column..<min(column + 8, size.columns) {
        difference |= mine[start + place].bits ^ theirs[from + place].bits
      }
      if difference != 0 { return false }
      column += 8
    }
    return true
  }

  /// Whether the cell at `index` looks the same in another frame of the same size.
  ///
  /// Clusters are numbered by each frame for itself, so their letters are compared.
  private func isSame(at index: Int, as other: Frame) -> Bool {
    let (mine, theirs) = (cells[index], other.cells[index])
    if !mine.isCluster { return mine == theirs }
    return theirs.isCluster && mine.toneIndex == theirs.toneIndex
      && mine.isEmphasised == theirs.isEmphasised && glyph(of: mine) == other.glyph(of: theirs)
  }
}
