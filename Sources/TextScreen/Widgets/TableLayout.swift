/// Which columns of a table are shown at a width, and where.
package struct TableLayout: Sendable {
  package struct Place: Hashable, Sendable {
    /// Which of the columns.
    package let column: Int
    package let start: Int
    package let width: Int
  }

  package let places: [Place]
  /// How many columns had to hide.
  package let hidden: Int

  /// Blanks between columns.
  private static let gap = 2

  package init(_ columns: [TableColumn], width: Int) {
    let shown = TableLayout.shown(columns, width)
    hidden = columns.count - shown.count
    places = TableLayout.places(shown, TableLayout.widths(columns, shown, width))
  }

  /// Columns hide in their order; of those that may, one comes back into what a wider one left.
  private static func shown(_ columns: [TableColumn], _ width: Int) -> [Int] {
    func fits(_ shown: [Int]) -> Bool { needed(shown.map { columns[$0].minimum }) <= width }
    var shown = Array(columns.indices)
    var hidden: [Int] = []
    while !fits(shown), let next = nextToHide(columns, shown) {
      shown.removeAll { $0 == next }
      hidden.append(next)
    }
    for column in hidden.reversed() where columns[column].fillsRoom && fits(shown + [column]) {
      shown.append(column)
    }
    return shown.sorted()
  }

  private static func needed(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  private static func nextToHide(_ columns: [TableColumn], _ shown: [Int]) -> Int? {
    var best: (column: Int, order: Int)?
    for column in shown {
      if let order = columns[column].hides, order >= best?.order ?? Int.min {
        best = (column, order)
      }
    }
    return best?.column
  }

  /// From the least widths up to the ideal ones, then the rest to the columns that grow.
  private static func widths(_ columns: [TableColumn], _ shown: [Int], _ width: Int) -> [Int] {
    var widths = shown.map { columns[$0].minimum }
    var spare = width - needed(widths)
    while spare > 0 {
      var isChanged = false
      for (index, column) in shown.enumerated() where spare > 0 {
        if widths[index] < columns[column].ideal {
          widths[index] += 1
          spare -= 1
          isChanged = true
        }
      }
      if !isChanged { break }
    }
    grow(&widths, by: spare, shown.map { columns[$0].grows ? columns[$0].maximum : 0 })
    return widths
  }

  /// Gives the room that is left to the columns below their limits, each as much as the others.
  private static func grow(_ widths: inout [Int], by spare: Int, _ limits: [Int]) {
    var spare = spare
    while spare > 0 {
      let growing = widths.indices.filter { widths[$0] < limits[$0] }
      if growing.isEmpty { return }
      let fair = max(1, spare / growing.count)
      for index in growing where spare > 0 {
        let share = min(fair, limits[index] - widths[index], spare)
        widths[index] += share
        spare -= share
      }
    }
  }

  private static func places(_ shown: [Int], _ widths: [Int]) -> [Place] {
    var start = 0
    var places: [Place] = []
    for (index, column) in shown.enumerated() {
      places.append(Place(column: column, start: start, width: widths[index]))
      start += widths[index] + gap
    }
    return places
  }
}

/// Which rows of a list are to be seen.
package enum ListWindow {
  /// The first row to show, so that the cursor is seen and the window moves as little as possible.
  package static func top(_ top: Int, cursor: Int, height: Int, count: Int) -> Int {
    let height = max(1, height)
    var first = top
    if cursor < first { first = cursor }
    if cursor >= first + height { first = cursor - height + 1 }
    return max(0, min(first, count - height))
  }
}
