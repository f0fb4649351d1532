/// A row of numbered panes or pages with the current one marked.
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
  /// What stands at the right end, for example how much is unfinished.
  package var trailing: String
  /// Whether each tab shows the number that opens it.
  package var isNumbered: Bool

  package init(_ tabs: [Tab], current: Int?, trailing: String = "", isNumbered: Bool = true) {
    self.tabs = tabs
    self.current = current
    self.trailing = trailing
    self.isNumbered = isNumbered
  }

  package func draw(in area: Area) {
    area.row(0).fill(tone: .tab)
    let trailingWidth = displayWidth(trailing)
    let end = trailing.isEmpty ? area.columns : max(0, area.columns - trailingWidth - 2)
    let words = words(room: end)
    let gap = self.gap(words, room: end)
    var column = 0
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
    func words() -> [String] { tabs.enumerated().map { self.words($1, number: $0 + 1) } }
    let order = tabs.indices.filter { !tabs[$0].note.isEmpty }
      .sorted { (rank($0, tabs), $0) > (rank($1, tabs), $1) }
    for index in order where width(words()) > room { tabs[index].note = "" }
    return words()
  }

  private func rank(_ index: Int, _ tabs: [Tab]) -> Int {
    index == current ? -1 : displayWidth(tabs[index].note)
  }

  private func width(_ words: [String]) -> Int { words.reduce(0) { $0 + displayWidth($1) + 2 } }

  private func words(_ tab: Tab, number: Int) -> String {
    var words = isNumbered ? "\(number) \(tab.label)" : tab.label
    if !tab.note.isEmpty { words += " \(tab.note)" }
    return words
  }

  /// One blank between tabs if there is room for it, else none.
  private func gap(_ words: [String], room: Int) -> Int {
    width(words) + words.count - 1 <= room ? 1 : 0
  }
}
