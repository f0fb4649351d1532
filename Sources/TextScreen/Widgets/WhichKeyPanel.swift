/// The letters of a menu, shown at once at the bottom after the key that opens it.
package struct WhichKeyPanel: Sendable {
  package struct Entry: Sendable {
    package var key: String
    package var label: String
    /// Why it cannot be chosen; nil when it can.
    package var offReason: String?

    package init(key: String, label: String, offReason: String? = nil) {
      self.key = key
      self.label = label
      self.offReason = offReason
    }
  }

  package var title: String
  package var entries: [Entry]
  /// The key that closes it, as the live keymap has it.
  package var note: String
  /// What there is to say about the last key; nothing at first.
  package var footer: String

  package init(title: String, entries: [Entry], note: String = "Esc", footer: String = "") {
    self.title = title
    self.entries = entries
    self.note = note
    self.footer = footer
  }

  private func words(_ entry: Entry) -> String {
    entry.offReason.map { "\(entry.label) (\($0))" } ?? entry.label
  }

  /// Draws it over the last rows of the area.
  package func draw(in area: Area) {
    let widths = columnWidths(inside: max(1, area.columns - 4), rows: max(1, area.rows - 2))
    let rows = rows(for: widths.count)
    let panel = area.bottom(min(area.rows, rows + 2)).raised
    panel.fill(tone: .dialog)
    let inner = panel.box(
      title: title, note: note, footer: footer, tone: .dialog, titleTone: .dialogTitle
    ).inset(columns: 1)
    var start = 0
    for (column, width) in widths.enumerated() {
      for (row, entry) in entries.dropFirst(column * rows).prefix(rows).enumerated() {
        draw(entry, in: inner.part(row: row, column: start, rows: 1, columns: width))
      }
      start += width + 2
    }
    inner.placeCursor(row: 0, column: 0)
  }

  private func rows(for columns: Int) -> Int { (entries.count + columns - 1) / columns }

  /// As many columns as fit with their words, or so many more that no entry is left out.
  private func columnWidths(inside: Int, rows most: Int) -> [Int] {
    let widths = fittingWidths(inside: inside)
    guard rows(for: widths.count) > most else { return widths }
    let count = (entries.count + most - 1) / most
    return [Int](repeating: max(1, (inside - 2 * (count - 1)) / count), count: count)
  }

  /// As many columns as fit, each as wide as its widest entry; the room left over is shared out.
  ///
  /// Entries run down the columns, so that the long ones, which often stand together, share one.
  private func fittingWidths(inside: Int) -> [Int] {
    let needed = entries.map { displayWidth($0.key) + 1 + displayWidth(words($0)) }
    for count in stride(from: min(entries.count, 8), to: 1, by: -1) {
      var widths = [Int](repeating: 8, count: count)
      let rows = rows(for: count)
      for (index, width) in needed.enumerated() {
        widths[index / rows] = max(widths[index / rows], width)
      }
      let spare = inside - widths.reduce(0, +) - 2 * (count - 1)
      if spare >= 0 { return widths.map { $0 + spare / count } }
    }
    return [inside]
  }

  private func draw(_ entry: Entry, in area: Area) {
    let isOff = entry.offReason != nil
    let column = area.write(entry.key, tone: isOff ? .keyOff : .keyName)
    area.write(
      words(entry), column: column + 1, tone: isOff ? .buttonOff : .dialog,
      width: max(0, area.columns - column - 1))
  }
}
