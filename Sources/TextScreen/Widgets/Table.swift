/// A column of a table and how it gives way when the window is narrow.
package struct TableColumn: Sendable {
  package enum Sorted: Sendable {
    case up, down
  }

  package var title: String
  package var minimum: Int
  package var ideal: Int
  /// Takes a share of the room that is left over.
  package var grows: Bool
  /// No wider than this: a row is hard to follow across a wide gap.
  package var maximum: Int
  /// Hides when there is no room: the highest first, among equals the one further right; nil: never.
  package var hides: Int?
  /// Comes back where a wider column that hides after it has left it the room.
  package var fillsRoom: Bool
  package var align: Alignment
  package var sorted: Sorted?

  package init(
    _ title: String, minimum: Int, ideal: Int? = nil, grows: Bool = false, maximum: Int? = nil,
    hides: Int? = nil, fillsRoom: Bool = false, align: Alignment = .left, sorted: Sorted? = nil
  ) {
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal ?? minimum)
    self.grows = grows
    self.maximum = max(self.ideal, maximum ?? .max)
    self.hides = hides
    self.fillsRoom = fillsRoom
    self.align = align
    self.sorted = sorted
  }
}

/// What stands in one place of a table.
package struct TableCell: Sendable, ExpressibleByStringLiteral {
  package var text: String
  /// The row's tone when nil; the cursor's row shows its own instead, but for what warns of danger.
  package var tone: Tone?
  /// Found letters, as places in the text counted in characters.
  package var matches: [Range<Int>]

  package init(_ text: String, tone: Tone? = nil, matches: [Range<Int>] = []) {
    self.text = text
    self.tone = tone
    self.matches = matches
  }

  package init(stringLiteral value: String) { self.init(value) }
}

/// A row of a table, or a heading between rows.
package struct TableRow: Sendable {
  package enum Kind: Sendable {
    case row
    /// One text across all columns; the cursor skips it.
    case heading
    /// Stands there already, from the picture before, and is not drawn.
    case kept
  }

  package var kind: Kind
  package var cells: [TableCell]
  /// Nil shows no box to tick.
  package var isTicked: Bool?
  package var tone: Tone

  package init(_ cells: [TableCell], isTicked: Bool? = nil, tone: Tone = .listRow) {
    kind = .row
    self.cells = cells
    self.isTicked = isTicked
    self.tone = tone
  }

  package static let kept: TableRow = {
    var row = TableRow([])
    row.kind = .kept
    return row
  }()

  package static func heading(_ text: String, tone: Tone = .textStrong) -> TableRow {
    var row = TableRow([TableCell(text)], tone: tone)
    row.kind = .heading
    return row
  }
}

/// A list in columns with a header, a cursor and boxes to tick.
package struct Table: Sendable {
  package var columns: [TableColumn]
  /// The rows that are to be seen, from the top.
  package var rows: [TableRow]
  /// Which of `rows` the cursor is on.
  package var cursor: Int?
  package var showsTicks: Bool
  /// Whether the keys go to this table: the cursor row and the terminal's cursor show it.
  package var isFocused: Bool
  /// Shown instead of rows when there are none.
  package var emptyText: String

  package init(
    columns: [TableColumn], rows: [TableRow], cursor: Int? = nil, showsTicks: Bool = false,
    isFocused: Bool = true, emptyText: String = ""
  ) {
    self.columns = columns
    self.rows = rows
    self.cursor = cursor
    self.showsTicks = showsTicks
    self.isFocused = isFocused
    self.emptyText = emptyText
  }

  /// Where the first column begins: after the box to tick and the `>` of the cursor.
  private var gutter: Int { showsTicks ? 6 : 3 }

  package func draw(in area: Area) {
    let layout = TableLayout(columns, width: area.columns - gutter)
    drawHeader(layout, in: area.top(1))
    let body = area.droppingTop(1)
    if rows.isEmpty, body.rows > 0 {
      body.write(emptyText, column: gutter, tone: .textQuiet)
      if isFocused { body.placeCursor(row: 0, column: min(gutter, body.columns - 1)) }
    }
    drawRows(layout, in: body)
  }

  /// Draws the rows into the place they had in the picture before, below the header.
  package func drawRows(in body: Area) {
    for (index, row) in rows.prefix(body.rows).enumerated() where row.kind != .kept {
      body.row(index).fill(tone: .text)
    }
    drawRows(TableLayout(columns, width: body.columns - gutter), in: body)
  }

  private func drawRows(_ layout: TableLayout, in body: Area) {
    for (index, row) in rows.prefix(body.rows).enumerated() {
      draw(row, isCursor: index == cursor, layout, in: body.row(index))
    }
  }

  private func drawHeader(_ layout: TableLayout, in area: Area) {
    area.fill(tone: .listHeader)
    for place in layout.places {
      let column = columns[place.column]
      let tone: Tone = column.sorted == nil ? .listHeader : .listHeaderSorted
      let arrowRoom = column.sorted == nil ? 0 : 2
      let start = gutter + place.start
      area.write(
        column.title, column: start, tone: tone, width: max(0, place.width - arrowRoom),
        align: column.align)
      guard let sorted = column.sorted, place.width > 2 else { continue }
      let titleWidth = min(displayWidth(column.title), place.width - 2)
      let arrow = column.align == .right ? place.width - 1 : titleWidth + 1
      area.put(sorted == .up ? .sortedUp : .sortedDown, row: 0, column: start + arrow, tone: tone)
    }
  }

  private func draw(_ row: TableRow, isCursor: Bool, _ layout: TableLayout, in area: Area) {
    switch row.kind {
    case .kept: break
    case .heading: area.write(row.cells.first?.text ?? "", column: gutter, tone: row.tone)
    case .row:
      let tone = tone(of: row, isCursor: isCursor)
      area.fill(tone: tone)
      drawCells(row, tone: tone, isCursor: isCursor, layout, in: area)
      drawGutter(row, tone: tone, isCursor: isCursor, in: area)
    }
  }

  private func tone(of row: TableRow, isCursor: Bool) -> Tone {
    if isCursor, isFocused { return row.isTicked == true ? .listCursorTicked : .listCursor }
    return row.isTicked == true ? .listTicked : row.tone
  }

  private func drawGutter(_ row: TableRow, tone: Tone, isCursor: Bool, in area: Area) {
    if showsTicks, let isTicked = row.isTicked {
      area.write(isTicked ? "[x]" : "[ ]", column: 1, tone: tone)
    }
    if isCursor {
      let mark = showsTicks ? 5 : 1
      area.write(">", column: mark, tone: tone)
      if isFocused { area.placeCursor(row: 0, column: min(gutter, max(0, area.columns - 1))) }
    }
  }

  private func drawCells(
    _ row: TableRow, tone: Tone, isCursor: Bool, _ layout: TableLayout, in area: Area
  ) {
    for (index, place) in layout.places.enumerated() where place.column < row.cells.count {
      let cell = row.cells[place.column]
      let width = width(at: index, of: row, layout, in: area)
      let own = cell.tone.flatMap { !isCursor || !isFocused || $0.staysUnderCursor ? $0 : nil }
      let shown = own ?? tone
      let column = columns[place.column]
      area.write(
        cell.text, column: gutter + place.start, tone: shown, width: width,
        align: column.align)
      guard column.align == .left else { continue }
      // Without colours, or with few, the underline says that it is more than the bar.
      let isAlert = isCursor && isFocused && own != nil
      let strong = isAlert ? [0..<cell.text.count] : cell.matches
      if !strong.isEmpty {
        area.emphasise(
          strong, of: cell.text, row: 0, column: gutter + place.start, width: width)
      }
    }
  }

  /// Where nothing follows in the row, a text may go on to the end of it.
  private func width(
    at index: Int, of row: TableRow, _ layout: TableLayout, in area: Area
  ) -> Int {
    let place = layout.places[index]
    let isLast = layout.places[(index + 1)...].allSatisfy { following in
      following.column >= row.cells.count || row.cells[following.column].text.isEmpty
    }
    guard isLast, columns[place.column].align == .left else { return place.width }
    return max(place.width, area.columns - gutter - place.start - 1)
  }
}

extension Area {
  /// Makes found letters of a text that stands here stronger.
  package func emphasise(
    _ matches: [Range<Int>], of text: String, row: Int, column: Int, width: Int
  ) {
    let letters = Array(text)
    for match in matches {
      let found = match.clamped(to: 0..<letters.count)
      let start = displayWidth(String(letters[..<found.lowerBound]))
      let end = start + displayWidth(String(letters[found]))
      let cut = part(
        row: row, column: column + start, rows: 1, columns: min(end, width) - start
      ).rect
      for place in cut.column..<cut.endColumn {
        canvas.cells[cut.row * canvas.size.columns + place].isEmphasised = true
      }
    }
  }
}
