/// A month to choose a day from; weeks start on Monday.
package struct MonthCalendar: Sendable {
  package struct Mark: Sendable {
    package var letter: Character
    package var tone: Tone

    package init(_ letter: Character, tone: Tone = .info) {
      self.letter = letter
      self.tone = tone
    }
  }

  package var title: String
  /// The weekday of the first: 0 for Monday to 6 for Sunday.
  package var firstWeekday: Int
  package var days: Int
  /// The day with the cursor, 1 for the first.
  package var selected: Int?
  package var today: Int?
  /// A letter behind a day: a bank holiday, an appointment.
  package var marks: [Int: Mark]
  /// What the letters mean, and which keys move.
  package var notes: [String]

  package init(
    title: String, firstWeekday: Int, days: Int, selected: Int?, today: Int? = nil,
    marks: [Int: Mark] = [:], notes: [String] = []
  ) {
    self.title = title
    self.firstWeekday = max(0, min(6, firstWeekday))
    self.days = max(0, min(31, days))
    self.selected = selected
    self.today = today
    self.marks = marks
    self.notes = notes
  }

  /// What it needs, borders included.
  package var size: Size {
    let widest = notes.reduce(30) { max($0, displayWidth($1) + 2) }
    return Size(columns: widest + 2, rows: 9 + notes.count)
  }

  package func draw(in area: Area) {
    let area = area.raised
    area.fill(tone: .dialog)
    let inner = area.box(title: title, tone: .dialog, titleTone: .dialogTitle)
    inner.write(" Mo  Tu  We  Th  Fr  Sa  Su", column: 1, tone: .listHeader, width: 28)
    for day in 1..<(days + 1) { draw(day, in: inner) }
    for (row, note) in notes.enumerated() {
      inner.write(note, row: 7 + row, column: 1, tone: .dialog)
    }
  }

  /// Four columns a day: two digits between brackets or blanks, and the mark.
  private func draw(_ day: Int, in area: Area) {
    let place = firstWeekday + day - 1
    let (row, column) = (1 + place / 7, 1 + place % 7 * 4)
    let isSelected = day == selected
    let tone: Tone = isSelected ? .listCursor : day == today ? .dueToday : .dialog
    let number = day < 10 ? " \(day)" : "\(day)"
    let opening = isSelected ? "[" : day == today ? "(" : " "
    let closing = isSelected ? "]" : day == today ? ")" : " "
    area.write(opening + number, row: row, column: column, tone: tone)
    if let mark = marks[day] {
      let markTone = isSelected ? tone : mark.tone
      area.write(String(mark.letter), row: row, column: column + 3, tone: markTone)
    } else {
      area.write(closing, row: row, column: column + 3, tone: tone)
    }
    if isSelected { area.placeCursor(row: row, column: column + 1) }
  }
}
