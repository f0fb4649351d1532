/// The cells while they are being drawn; `Area` is the way to reach them.
///
/// They lie in memory of their own, because an array behind a class is checked for other users at
/// every cell. Whoever writes here has cut what they write to the canvas.
final class Canvas {
  let size: Size
  let cells: UnsafeMutableBufferPointer<Cell>
  var clusters: [String]
  var cursor: Point?

  init(size: Size, cells: ContiguousArray<Cell>, clusters: [String], cursor: Point?) {
    self.size = size
    let own = UnsafeMutableBufferPointer<Cell>.allocate(capacity: cells.count)
    cells.withUnsafeBufferPointer { old in
      guard let start = old.baseAddress else { return }
      own.baseAddress?.initialize(from: start, count: old.count)
    }
    self.cells = own
    self.clusters = clusters
    self.cursor = cursor
  }

  /// A canvas of blanks.
  init(_ size: Size) {
    self.size = size
    cells = .allocate(capacity: size.columns * size.rows)
    cells.initialize(repeating: .blank(.text))
    clusters = []
  }

  deinit {
    cells.deinitialize()
    cells.deallocate()
  }

  /// The cells as they are now; all at once, as there are thousands of them in every picture.
  var copiedCells: ContiguousArray<Cell> {
    ContiguousArray(unsafeUninitializedCapacity: cells.count) { copy, count in
      guard let start = cells.baseAddress else { return }
      copy.baseAddress?.initialize(from: start, count: cells.count)
      count = cells.count
    }
  }

  func code(ofCluster cluster: String) -> UInt32 {
    if let known = clusters.firstIndex(of: cluster) {
      return Cell.firstCluster | UInt32(truncatingIfNeeded: known)
    }
    clusters.append(cluster)
    return Cell.firstCluster | UInt32(truncatingIfNeeded: clusters.count - 1)
  }

  /// Repairs the wide letters that a change of `columns` in `row` has cut in half.
  ///
  /// Called before the change: a left half that stays alone becomes a blank, and so does a right half.
  func cutWideLetters(row: Int, columns: Range<Int>) {
    let start = row * size.columns
    if columns.lowerBound > 0, cells[start + columns.lowerBound].isContinuation {
      cells[start + columns.lowerBound - 1].code = 0x20
      cells[start + columns.lowerBound - 1].isWide = false
    }
    if columns.upperBound < size.columns, cells[start + columns.upperBound].isContinuation {
      cells[start + columns.upperBound].code = 0x20
    }
  }
}
