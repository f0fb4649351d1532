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

  package init(title: String, entries: [Entry], note: String = "Esc") {
    self.title = title
    self.entries = entries
    self.note = note
  }

  private func words(_ entry: Entry) -> String {
    entry.offReason.map { "\(entry.label) (\($0))" } ?? entry.label
  }

  /// Draws it over the last rows of the area.
  package func draw(in area: Area) {
    let widest = entries.reduce(8) {
      max($0, displayWidth($1.key) + 1 + displayWidth(words($1)) + 2)
    }
    let inside = max(1, area.columns - 4)
    let perRow = max(1, min(entries.count, inside / min(widest, inside)))
    let rows = (entries.count + perRow - 1) / perRow
    let panel = area.bottom(min(area.rows, rows + 2)).raised
    panel.fill(tone: .dialog)
    let inner = panel.box(title: title, note: note, tone: .dialog, titleTone: .dialogTitle)
      .inset(columns: 1)
    let slot = inner.columns / perRow
    for (index, entry) in entries.enumerated() {
      draw(
        entry,
        in: inner.part(
          row: index / perRow, column: index % perRow * slot, rows: 1, columns: max(0, slot - 1)))
    }
    inner.placeCursor(row: 0, column: 0)
  }

  private func draw(_ entry: Entry, in area: Area) {
    let isOff = entry.offReason != nil
    let column = area.write(entry.key, tone: isOff ? .keyOff : .keyName)
    area.write(words(entry), column: column + 1, tone: isOff ? .buttonOff : .dialog)
  }
}
