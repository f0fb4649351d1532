/// Rows and headings as lines of the screen.
extension Listing {
  /// How many lines all rows and headings take; a heading but the first has a blank line above.
  package var lineCount: Int { shown.count + headingLines(before: shown.count) }

  /// The line a row stands on.
  package func line(ofRow place: Int) -> Int { place + headingLines(before: place + 1) }

  /// The row on a line; on a heading or a blank line, the next row below.
  package func row(onLine line: Int) -> Int {
    var extra = 0
    for (index, heading) in headings.enumerated() {
      let lines = index == 0 ? 1 : 2
      if line < heading.first + extra + lines {
        return line < heading.first + extra ? line - extra : heading.first
      }
      extra += lines
    }
    return max(0, min(line - extra, shown.count - 1))
  }

  /// The first line to draw when `rows` lines are free, so that the hand is in view.
  package func top(for rows: Int) -> Int {
    guard rows > 0, !shown.isEmpty else { return 0 }
    let line = line(ofRow: cursor)
    let isFirstUnderHeading = headings.contains { $0.first == cursor }
    let above = isFirstUnderHeading && rows > 2 ? line - 1 : line
    var top = min(self.top, above)
    if line >= top + rows { top = line - rows + 1 }
    return max(0, min(top, lineCount - rows))
  }

  private func headingLines(before place: Int) -> Int {
    var lines = 0
    for heading in headings where heading.first < place { lines += lines == 0 ? 1 : 2 }
    return lines
  }
}
