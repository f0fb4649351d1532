import CNcurses
import Glibc
import TextScreen

/// Gives ncurses the cells that changed since the last picture.
struct Painter {
  private let window: UnsafeMutablePointer<WINDOW>
  private let isUnicode: Bool
  private let isUTF8: Bool
  private var ink: Ink?
  private var symbols: [wchar_t] = []
  private var last: Frame?
  /// Cells on their way to ncurses, and the letters of one cell.
  private var cells: [cchar_t] = []
  private var letters = [wchar_t](repeating: 0, count: 8)
  private var isCursorShown: Bool?

  private static let fewChanges = 12

  init(window: UnsafeMutablePointer<WINDOW>, isUnicode: Bool, isUTF8: Bool) {
    self.window = window
    self.isUnicode = isUnicode
    self.isUTF8 = isUTF8
  }

  mutating func use(_ theme: Theme, depth: ColourDepth, capabilities: Capabilities) {
    let ink = Ink(theme, depth: depth, capabilities: capabilities)
    self.ink = ink
    symbols = Symbol.allCases.map { symbol in
      wchar_t(isUnicode ? theme.character(for: symbol).value : symbol.ascii.value)
    }
    var blank = cchar_t()
    fill(&blank, 0x20, ink.entry(of: Frame(Size(columns: 1, rows: 1)).cell(0, 0)))
    shim_background(window, &blank)
    forget()
  }

  /// Sends everything again next time.
  mutating func forget() {
    last = nil
    isCursorShown = nil
    clearok(window, true)
  }

  /// Sends what changed, in one go, and places the cursor.
  mutating func paint(_ frame: Frame) {
    let isMoved = last?.cursor != frame.cursor || last == nil
    let scroll = last.flatMap { frame.scroll(since: $0) }
    if let scroll { move(scroll) }
    let changes = frame.changes(since: last)
    for change in changes { send(frame, change) }
    last = frame
    guard !changes.isEmpty || isMoved else { return }
    // Looking for lines that have only moved costs more than the few of a single step.
    idlok(window, scroll != nil || changes.count > Painter.fewChanges)
    showCursor(frame.cursor)
    wrefresh(window)
  }

  /// Moves rows of the window, so that only what is new in them has to be put there.
  private mutating func move(_ scroll: Scroll) {
    wsetscrreg(window, Int32(scroll.rows.lowerBound), Int32(scroll.rows.upperBound - 1))
    scrollok(window, true)
    wscrl(window, Int32(scroll.up))
    scrollok(window, false)
    wsetscrreg(window, 0, getmaxy(window) - 1)
    last?.scroll(scroll)
  }

  /// ASCII and lines go in runs; other letters one by one, so that a terminal library that thinks
  /// otherwise about a width cannot shift what follows.
  private mutating func send(_ frame: Frame, _ change: Change) {
    guard let ink else { return }
    cells.removeAll(keepingCapacity: true)
    var start = change.columns.lowerBound
    for column in change.columns {
      let cell = frame.cells[change.row * frame.size.columns + column]
      let code = cell.code
      if code < 0x7F, code >= 0x20 {
        append(wchar_t(code), ink.entry(of: cell))
      } else if code >= Cell.firstSymbol, !cell.isCluster {
        let symbol = Int(code - Cell.firstSymbol)
        append(symbol < symbols.count ? symbols[symbol] : 0x3F, ink.entry(of: cell))
      } else {
        flush(change.row, start)
        start = column + 1
        switch frame.glyph(of: cell) {
        case .scalar(let scalar):
          sendLetter(String(scalar), cell, ink.entry(of: cell), change.row, column)
        case .cluster(let cluster):
          sendLetter(cluster, cell, ink.entry(of: cell), change.row, column)
        case .continuation, .symbol: break
        }
      }
    }
    flush(change.row, start)
  }

  private mutating func append(_ letter: wchar_t, _ entry: Ink.Entry) {
    var cell = entry.blank
    cell.chars.0 = letter
    cells.append(cell)
  }

  private mutating func flush(_ row: Int, _ start: Int) {
    if cells.isEmpty { return }
    shim_put(window, Int32(row), Int32(start), cells, Int32(cells.count))
    cells.removeAll(keepingCapacity: true)
  }

  private mutating func sendLetter(
    _ text: String, _ cell: Cell, _ entry: Ink.Entry, _ row: Int, _ column: Int
  ) {
    var entry = entry
    let width = cell.isWide ? 2 : 1
    for place in letters.indices { letters[place] = 0 }
    if isUTF8 {
      for (place, scalar) in text.unicodeScalars.prefix(5).enumerated() {
        letters[place] = wchar_t(scalar.value)
      }
      if Int(shim_width(letters[0])) != width { letters = [0xBF, 0, 0, 0, 0, 0, 0, 0] }
    } else {
      let first = text.unicodeScalars.first ?? "?"
      letters[0] = wchar_t(plainLetter(first).value)
      entry = Ink.Entry(
        attributes: entry.attributes | (ink?.simplified ?? 0), pair: entry.pair)
    }
    var shown = cchar_t()
    shim_cell(&shown, letters, entry.attributes, entry.pair)
    shim_put(window, Int32(row), Int32(column), &shown, 1)
    if width == 2, Int(shim_width(letters[0])) != 2 {
      fill(&shown, 0x20, entry)
      shim_put(window, Int32(row), Int32(column + 1), &shown, 1)
    }
  }

  private mutating func fill(_ cell: inout cchar_t, _ letter: wchar_t, _ entry: Ink.Entry) {
    letters[0] = letter
    letters[1] = 0
    shim_cell(&cell, letters, entry.attributes, entry.pair)
  }

  private mutating func showCursor(_ cursor: Point?) {
    if isCursorShown != (cursor != nil) {
      isCursorShown = cursor != nil
      curs_set(cursor == nil ? 0 : 1)
    }
    if let cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
  }

  /// Leaves nothing on the screen, in the terminal's own colours.
  mutating func blank() {
    var cell = cchar_t()
    letters[0] = 0x20
    letters[1] = 0
    shim_cell(&cell, letters, 0, 0)
    shim_background(window, &cell)
    werase(window)
    clearok(window, true)
    wmove(window, 0, 0)
    wrefresh(window)
    last = nil
    isCursorShown = nil
  }
}
