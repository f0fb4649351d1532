/// How much of something is done: `[######......]  3 of 14`.
package struct ProgressBar: Sendable {
  package var done: Int
  package var total: Int
  /// In words, behind the bar: bars are never the only way to see a number.
  package var words: String

  package init(done: Int, total: Int, words: String) {
    self.done = done
    self.total = total
    self.words = words
  }

  package func draw(in area: Area, barColumns: Int) {
    let bar = AmountBar(
      parts: [AmountBar.Part(done, tone: .barDone, symbol: .barFull)], total: total, words: words)
    bar.draw(in: area, barColumns: barColumns)
  }
}

/// Amounts side by side against a whole, with a line to reach.
package struct AmountBar: Sendable {
  package struct Part: Sendable {
    package var amount: Int
    package var tone: Tone
    package var symbol: Symbol

    package init(_ amount: Int, tone: Tone, symbol: Symbol) {
      self.amount = amount
      self.tone = tone
      self.symbol = symbol
    }
  }

  package var parts: [Part]
  package var total: Int
  /// An amount to reach, marked on the bar.
  package var line: Int?
  package var words: String

  package init(parts: [Part], total: Int, line: Int? = nil, words: String) {
    self.parts = parts
    self.total = total
    self.line = line
    self.words = words
  }

  package func draw(in area: Area, barColumns: Int) {
    area.write("[", tone: .text)
    let bar = area.part(row: 0, column: 1, rows: 1, columns: barColumns)
    bar.fill(symbol: .barEmpty, tone: .barMissing)
    var (sum, start) = (0, 0)
    for part in parts {
      sum += max(0, part.amount)
      let end = AmountBar.column(of: sum, total: total, columns: bar.columns)
      bar.part(row: 0, column: start, rows: 1, columns: end - start)
        .fill(symbol: part.symbol, tone: part.tone)
      start = end
    }
    if let line {
      let column = AmountBar.column(of: line, total: total, columns: bar.columns)
      bar.put(.barLine, row: 0, column: min(column, bar.columns - 1), tone: .barLine)
    }
    let end = area.write("]", column: 1 + bar.columns, tone: .text)
    area.write(words, column: end + 2, tone: .text)
  }

  /// Full only when the whole is reached, and never empty when there is something.
  static func column(of amount: Int, total: Int, columns: Int) -> Int {
    guard total > 0, amount > 0, columns > 0 else { return 0 }
    if amount >= total { return columns }
    let exact = Double(amount) / Double(total) * Double(columns)
    return max(1, min(columns - 1, Int(exact.rounded())))
  }
}
