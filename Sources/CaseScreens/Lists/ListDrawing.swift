import CaseApp
import CaseRules
import TextScreen

/// A list in its place: the line with its title, its rows, and on large screens the row's preview.
struct ListDrawing<List: ListPlace> where List.Line: DrawnLine {
  let list: List
  let context: ShowContext
  let keys: LiveKeys
  let isFocused: Bool
  /// Taken out once: each look through the list would copy it.
  private let listing: Listing<List.Line>

  init(list: List, context: ShowContext, keys: LiveKeys, isFocused: Bool) {
    self.list = list
    self.context = context
    self.keys = keys
    self.isFocused = isFocused
    listing = list.listing
  }

  func draw(in area: Area, hasPreview: Bool) {
    let parts = ListParts(list, size: area.rect.size, hasPreview: hasPreview)
    // The table draws a header of its own: without titles in it, the lines above cover it.
    table(rows: parts.listRows) { _, _ in true }
      .draw(in: area.droppingTop(parts.top - 1).top(parts.listRows + 1))
    ListHead(list: list, isFocused: isFocused).draw(in: area.row(0))
    draw(parts.warnings, in: area.droppingTop(1))
    if parts.previewRows > 0 {
      drawPreview(in: area.droppingTop(parts.top + parts.listRows).top(parts.previewRows))
    }
  }

  /// Draws over the same list with the hand elsewhere.
  func drawStep(from hand: ListHand, in area: Area, hasPreview: Bool) {
    let parts = ListParts(list, size: area.rect.size, hasPreview: hasPreview)
    let body = area.droppingTop(parts.top).top(parts.listRows)
    let before = listing.with(hand)
    let (old, new) = (before.top(for: body.rows), listing.top(for: body.rows))
    body.scroll(up: new - old)
    let left = before.line(ofRow: hand.cursor)
    table(rows: body.rows) { place, line in
      place == listing.cursor || line == left || !(old..<old + body.rows).contains(line)
    }.drawRows(in: body)
    if parts.previewRows > 0 {
      let preview = area.droppingTop(parts.top + parts.listRows).top(parts.previewRows)
      preview.fill(tone: .text)
      drawPreview(in: preview)
    }
  }

  /// What must not be overlooked stands above everything else.
  private func draw(_ warnings: [String], in area: Area) {
    for (row, words) in warnings.enumerated() {
      area.row(row).write(words, column: 1, tone: .risk, width: max(0, area.columns - 2))
    }
  }

  // MARK: Rows

  /// The rows that are to be seen; those that are not new are not made.
  private func table(rows: Int, isNew: (_ row: Int, _ line: Int) -> Bool) -> Table {
    let top = listing.top(for: rows)
    var drawn: [TableRow] = []
    var cursor: Int?
    for line in top..<max(top, min(top + rows, listing.lineCount)) {
      let place = listing.row(onLine: line)
      if !isNew(place, line) {
        drawn.append(.kept)
      } else if listing.line(ofRow: place) == line {
        if place == listing.cursor { cursor = drawn.count }
        drawn.append(row(place))
      } else {
        drawn.append(heading(above: place, line: line))
      }
    }
    return Table(
      columns: columns, rows: drawn, cursor: cursor, showsTicks: !listing.ticked.isEmpty,
      isFocused: isFocused, emptyText: drawn.isEmpty ? emptyText : "")
  }

  private var columns: [TableColumn] {
    var columns = List.Line.columns(for: listing.line(0), in: context)
    let sorted = listing.sorting.map { List.Line.sortColumns[$0.column].title }
    let marked =
      listing.column > 0 && listing.column < List.Line.sortColumns.count
      ? List.Line.sortColumns[listing.column].title : nil
    for index in columns.indices {
      if columns[index].title == sorted {
        columns[index].sorted = listing.sorting?.downwards == true ? .down : .up
      }
      if isFocused, let marked, columns[index].title == marked {
        columns[index].title = "[" + marked + "]"
      }
    }
    return columns
  }

  private func row(_ place: Int) -> TableRow {
    guard let line = listing.line(place) else { return TableRow([]) }
    var row = TableRow(line.cells(in: context))
    let isTicked = listing.ticked.contains(line.id)
    if !listing.ticked.isEmpty { row.isTicked = isTicked }
    if listing.changed.marked.contains(line.id) {
      row.tone = .listChanged
      if let first = row.cells.indices.first { row.cells[first].text += " *" }
    }
    return row
  }

  private func heading(above place: Int, line: Int) -> TableRow {
    guard let heading = listing.headings.first(where: { $0.first == place }),
      line == listing.line(ofRow: place) - 1
    else { return TableRow([], tone: .text) }
    return .heading("\(heading.group.title)  \(heading.count)")
  }

  // MARK: Nothing to list

  private var emptyText: String {
    switch listing.phase {
    case .loading:
      return isFocused || !list.isReadOnArrival ? "Reading..." : "It is read when you go to it."
    case .failed(let words): return words
    case .loaded: break
    }
    if let narrowing = list.narrowingWords {
      return "No row fits \(narrowing). \(keys.name(.back)) shows more again."
    }
    return EmptyWording.text(list.emptyWords, keys)
  }

  // MARK: Preview

  private func drawPreview(in area: Area) {
    area.horizontalLine(row: 0)
    // Nobody reads what goes by; the name of another row must not stand there either.
    guard !(isFocused && context.isHurrying), let line = listing.current else { return }
    let title = " \(context.hidesNames ? "Row \(listing.cursor + 1)" : line.title) "
    area.write(title, row: 0, column: 2, tone: .textStrong, width: max(0, area.columns - 4))
    DetailList(line.preview(in: context), labelWidth: 12, wraps: true)
      .draw(in: area.droppingTop(1))
  }
}

/// What to do when a list is empty, with the key that does it.
enum EmptyWording {
  static func text(_ empty: EmptyWords, _ keys: LiveKeys) -> String {
    guard let command = empty.command, keys.canUse(command) else { return empty.words }
    return "\(empty.words) \(keys.name(command)) \(empty.does)."
  }
}
