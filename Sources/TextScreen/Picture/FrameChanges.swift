/// Cells side by side that look different from before.
package struct Change: Hashable, Sendable {
  package let row: Int
  package let columns: Range<Int>

  package init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

extension Frame {
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
          if !compareClusters, isSameRow(mine, theirs, from: start) { continue }
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
    _ mine: UnsafeBufferPointer<Cell>, _ theirs: UnsafeBufferPointer<Cell>, from start: Int
  ) -> Bool {
    var difference: UInt64 = 0
    for index in start..<(start + size.columns) {
      difference |= mine[index].bits ^ theirs[index].bits
    }
    return difference == 0
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
