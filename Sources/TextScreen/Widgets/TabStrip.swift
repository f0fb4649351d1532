/// A row of panes with the current one marked, behind the key that goes through them.
package struct TabStrip: Sendable {
  package struct Tab: Sendable {
    package var label: String
    /// A count or a word behind the label.
    package var note: String

    package init(_ label: String, note: String = "") {
      self.label = label
      self.note = note
    }
  }

  package var tabs: [Tab]
  package var current: Int?
  /// The key that goes from one to the next: the first to go where room is short.
  package var leading: String
  /// What stands at the right end, for example how much is unfinished.
  package var trailing: String

  package init(_ tabs: [Tab], current: Int?, leading: String = "", trailing: String = "") {
    self.tabs = tabs
    self.current = current
    self.leading = leading
    self.trailing = trailing
  }

  package func draw(in area: Area) {
    area.row(0).fill(tone: .tab)
    let trailingWidth = displayWidth(trailing)
    let end = trailing.isEmpty ? area.columns : max(0, area.columns - trailingWidth - 2)
    let lead = leading.isEmpty ? 0 : displayWidth(leading) + 2
    let isLed = width(self.words(tabs)) + lead <= end
    let start = isLed ? lead : 0
    let words = words(room: end - start)
    let gap = self.gap(words, room: end - start)
    if isLed { area.write(leading, column: 1, tone: .tab) }
    var column = start
    for (index, word) in words.enumerated() where column < end {
      let isCurrent = index == current
      let shown = isCurrent ? ">\(word)<" : " \(word) "
      column = area.write(
        shown, column: column, tone: isCurrent ? .tabCurrent : .tab, width: end - column)
      column += gap
    }
    if trailingWidth + 1 <= area.columns {
      area.write(trailing, column: area.columns - trailingWidth - 1, tone: .tab)
    }
  }

  /// Where room is short, counts go before letters do: the widest first, that of the current tab last.
  private func words(room: Int) -> [String] {
    var tabs = tabs
    let order = tabs.indices.filter { !tabs[$0].note.isEmpty }
      .sorted { (rank($0, tabs), $0) > (rank($1, tabs), $1) }
    for index in order where width(words(tabs)) > room { tabs[index].note = "" }
    return words(tabs)
  }

  private func rank(_ index: Int, _ tabs: [Tab]) -> Int {
    index == current ? -1 : displayWidth(tabs[index].note)
  }

  private func width(_ words: [String]) -> Int { words.reduce(0) { $0 + displayWidth($1) + 2 } }

  private func words(_ tabs: [Tab]) -> [String] {
    tabs.map { $0.note.isEmpty ? $0.label : "\($0.label) \($0.note)" }
  }

  /// One blank between tabs if there is room for it, else none.
  private func gap(_ words: [String], room: Int) -> Int {
    width(words) + words.count - 1 <= room ? 1 : 0
  }
}
