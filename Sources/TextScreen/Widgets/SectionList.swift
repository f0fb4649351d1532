/// The sections of a form, one under the other, with how far each is.
package struct SectionList: Sendable {
  package struct Section: Sendable {
    package var title: String
    /// In words: done, 2 to fix, not started.
    package var status: String
    package var tone: Tone

    package init(_ title: String, status: String, tone: Tone = .text) {
      self.title = title
      self.status = status
      self.tone = tone
    }
  }

  package var sections: [Section]
  package var current: Int?

  package init(_ sections: [Section], current: Int?) {
    self.sections = sections
    self.current = current
  }

  package func draw(in area: Area) {
    let first = ListWindow.top(0, cursor: current ?? 0, height: area.rows, count: sections.count)
    for (row, section) in sections.dropFirst(first).prefix(area.rows).enumerated() {
      draw(section, number: first + row + 1, in: area.row(row))
    }
  }

  private func draw(_ section: Section, number: Int, in area: Area) {
    let isCurrent = number - 1 == current
    let tone: Tone = isCurrent ? .tabCurrent : .tab
    area.fill(tone: tone)
    if isCurrent { area.write(">", tone: tone) }
    area.write(String(number), column: 1, tone: tone, width: 2, align: .right)
    let statusWidth = min(displayWidth(section.status), max(0, area.columns - 8))
    let statusStart = area.columns - statusWidth - 1
    area.write(section.title, column: 4, tone: tone, width: max(0, statusStart - 5))
    area.write(
      section.status, column: statusStart, tone: isCurrent ? tone : section.tone,
      width: statusWidth)
  }
}
