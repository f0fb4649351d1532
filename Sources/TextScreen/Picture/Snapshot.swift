extension Frame {
  /// The letters, row by row, without the blanks at the ends of rows.
  ///
  /// With `isASCII`, lines and bars are drawn in ASCII, as displays without Unicode do.
  package func text(isASCII: Bool = false) -> String {
    (0..<size.rows).map { rowText($0, isASCII: isASCII) }.joined(separator: "\n")
  }

  /// One row as text, without the blanks at its end.
  package func rowText(_ row: Int, isASCII: Bool = false) -> String {
    guard (0..<size.rows).contains(row) else { return "" }
    var line = String.UnicodeScalarView()
    let start = row * size.columns
    for cell in cells[start..<start + size.columns] {
      switch glyph(of: cell) {
      case .scalar(let scalar): line.append(scalar)
      case .cluster(let cluster): line.append(contentsOf: cluster.unicodeScalars)
      case .symbol(let symbol): line.append(isASCII ? symbol.ascii : symbol.unicode)
      case .continuation: break
      }
    }
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// The whole picture for a snapshot: the grid, then what is not plain, then the cursor.
  ///
  /// Rows and columns count from 0: `3:0-24 list.cursor`; `+` marks found letters.
  package func snapshot(isASCII: Bool = false) -> String {
    var lines = [text(isASCII: isASCII), "---"]
    for row in 0..<size.rows { lines += spans(inRow: row) }
    if let cursor { lines.append("cursor \(cursor.row):\(cursor.column)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func spans(inRow row: Int) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < size.columns {
      let first = cell(start, row)
      var end = start
      while end + 1 < size.columns, cell(end + 1, row).looksLike(first) { end += 1 }
      if first.tone != .text || first.isEmphasised {
        lines.append("\(row):\(start)-\(end) \(first.tone.name)\(first.isEmphasised ? "+" : "")")
      }
      start = end + 1
    }
    return lines
  }
}

extension Cell {
  fileprivate func looksLike(_ other: Cell) -> Bool {
    tone == other.tone && isEmphasised == other.isEmphasised
  }
}
