/// The row that says what kind of place this is, where in it we are, and whether all is kept.
package struct StatusRow: Sendable {
  package var kind: String
  package var text: String
  package var right: String

  package init(kind: String, text: String, right: String = "") {
    self.kind = kind
    self.text = text
    self.right = right
  }

  /// How wide the text can be between the kind and what stands at the right.
  package func room(in columns: Int) -> Int {
    let end = displayWidth(kind) + 1
    let right = min(displayWidth(right), max(0, columns - end - 3))
    return max(0, columns - right - 1 - end - 4)
  }

  package func draw(in area: Area) {
    area.row(0).fill(tone: .status)
    let end = area.write(kind, column: 1, tone: .statusKind)
    let rightWidth = min(displayWidth(right), max(0, area.columns - end - 3))
    let rightStart = area.columns - rightWidth - 1
    area.write(text, column: end + 2, tone: .status, width: room(in: area.columns))
    area.write(right, column: rightStart, tone: .status, width: rightWidth)
  }
}

/// The row with the hint for the focused thing, or with a message.
package struct HintRow: Sendable {
  package var text: String
  package var tone: Tone

  package init(_ text: String, tone: Tone = .hint) {
    self.text = text
    self.tone = tone
  }

  /// The same words over two rows, for those that are not to be cut; nil where one row holds them.
  ///
  /// What two rows do not hold ends with `rest`, which says where all of it is.
  package func overTwoRows(
    columns: Int, rest: String = ""
  ) -> (upper: HintRow, lower: HintRow)? {
    let room = max(1, columns - 2)
    // Nearly always: no text has more cells than bytes, but for control characters.
    if text.utf8.count <= room, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) { return nil }
    let lines = wrapped(text, to: room)
    guard lines.count > 1, let first = lines.first else { return nil }
    let lower = lines.dropFirst().map(\.text).joined(separator: " ")
    let isCut = displayWidth(lower) > room && !rest.isEmpty
    let words =
      isCut ? truncated(lower, to: max(0, room - displayWidth(rest) - 1)) + " " + rest : lower
    return (HintRow(first.text, tone: tone), HintRow(words, tone: tone))
  }

  package func draw(in area: Area) {
    area.row(0).fill(tone: tone)
    area.write(text, column: 1, tone: tone, width: max(0, area.columns - 2))
  }
}

/// The last row: what the function keys do here.
package struct KeyBar: Sendable {
  /// A word for each of F1 to F10; nil keeps the number and drops the word.
  package var words: [String?]

  package init(_ words: [String?]) { self.words = words }

  package func draw(in area: Area) {
    area.row(0).fill(tone: .keyWord)
    for slot in 0..<10 {
      let start = area.columns * slot / 10
      let end = area.columns * (slot + 1) / 10
      let word = slot < words.count ? words[slot] : nil
      let column = area.write(
        String(slot + 1), column: start, tone: word == nil ? .keyOff : .keyName)
      let room = end - column - (slot == 9 ? 0 : 1)
      if let word { area.write(word, column: column, tone: .keyWord, width: max(0, room)) }
    }
  }
}
