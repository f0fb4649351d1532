/// Facts in lines: a label, and what is known.
package struct DetailList: Sendable {
  package struct Line: Sendable {
    package var label: String
    package var text: String
    package var tone: Tone

    package init(_ label: String, _ text: String, tone: Tone = .text) {
      self.label = label
      self.text = text
      self.tone = tone
    }
  }

  package var lines: [Line]
  package var labelWidth: Int
  /// Long texts go on in the next row instead of being cut.
  package var wraps: Bool

  package init(_ lines: [Line], labelWidth: Int = 10, wraps: Bool = false) {
    self.lines = lines
    self.labelWidth = labelWidth
    self.wraps = wraps
  }

  /// Draws what fits and answers with the number of rows it took.
  @discardableResult
  package func draw(in area: Area) -> Int {
    var row = 0
    let start = labelWidth + 2
    for line in lines where row < area.rows {
      area.write(line.label, row: row, column: 1, tone: .fieldLabel, width: labelWidth)
      if wraps {
        for part in wrapped(displaySafe(line.text, lines: .many), to: area.columns - start - 1)
        where row < area.rows {
          area.write(part.text, row: row, column: start, tone: line.tone)
          row += 1
        }
      } else {
        area.write(
          line.text, row: row, column: start, tone: line.tone,
          width: max(0, area.columns - start - 1)
        )
        row += 1
      }
    }
    return row
  }
}
