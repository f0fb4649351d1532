/// One line of text being typed: it moves sideways so that the caret is always seen.
package struct ValueBox: Sendable {
  package var text: String
  /// Where the next letter goes, counted in characters; nil when the keys go elsewhere.
  package var caret: Int?
  package var selection: Range<Int>?

  package init(text: String, caret: Int? = nil, selection: Range<Int>? = nil) {
    self.text = text
    self.caret = caret
    self.selection = selection
  }

  package func draw(in area: Area, tone: Tone) {
    area.fill(tone: tone)
    guard let caret else {
      area.write(text, tone: tone)
      return
    }
    let letters = Array(text)
    let caretPlace = max(0, min(caret, letters.count))
    let first = firstShown(letters, caret: caretPlace, room: area.columns)
    area.write(String(letters[first...]), tone: tone)
    if first > 0 { area.put(.ellipsis, row: 0, column: 0, tone: tone) }
    if let selection, !selection.isEmpty {
      let shown = selection.clamped(to: first..<max(first, letters.count))
      let start = displayWidth(String(letters[first..<shown.lowerBound]))
      let width = displayWidth(String(letters[shown]))
      area.paint(row: 0, columns: start..<(start + width), tone: .fieldSelected)
    }
    let column = displayWidth(String(letters[first..<caretPlace]))
    area.placeCursor(row: 0, column: min(column, max(0, area.columns - 1)))
  }

  /// The first character to show, so that the caret has a cell of its own.
  private func firstShown(_ letters: [Character], caret: Int, room: Int) -> Int {
    var first = 0
    var width = displayWidth(String(letters[..<caret]))
    while width >= max(1, room), first < caret {
      width -= displayWidth(String(letters[first]))
      first += 1
    }
    return first
  }
}
