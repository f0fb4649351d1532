/// All that is drawn below the smallest size: no data, and what to do.
package struct TooSmallNotice: Sendable {
  package var leaveKey: String

  package init(leaveKey: String = "F10") { self.leaveKey = leaveKey }

  package func draw(in area: Area) {
    area.fill(tone: .text)
    let lines = [
      "The window is \(area.columns)x\(area.rows).",
      "It needs \(Size.smallest.columns)x\(Size.smallest.rows) or more.",
      "Your work is kept. Make the window larger, or \(leaveKey) to leave.",
    ]
    let shown = lines.flatMap { wrapped($0, to: area.columns - 2) }
    for (row, line) in shown.enumerated() {
      area.write(line.text, row: row, column: area.columns > 2 ? 1 : 0, tone: .text)
    }
    area.placeCursor(row: 0, column: 0)
  }
}
