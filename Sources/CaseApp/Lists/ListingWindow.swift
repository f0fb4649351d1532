/// Long lists: a window of rows that goes along with the hand, read ahead by the key of its ends.
extension Listing {
  /// Rows kept at most; what is further away is read again when it is needed.
  private static var windowLimit: Int { 600 }

  /// Puts a page in where it was asked for.
  package mutating func land(_ page: RowPage<Line>, _ landing: Landing) {
    isReadingOn = false
    if awaited == landing || awaited == .below || awaited == .above { awaited = nil }
    guard isWindow else { return show(page.lines) }
    switch landing {
    case .fresh, .held: replace(with: page, atEnd: false)
    case .start:
      replace(with: page, atEnd: false)
      cursor = 0
    case .again: readAgain(page)
    case .end: replace(with: page, atEnd: true)
    case .below: append(page)
    case .above: prepend(page)
    }
  }

  /// The hand was sent further than there are rows yet.
  mutating func noteShort(after move: ListMove, at place: Int) {
    guard awaited == nil else { return }
    switch move {
    case .down where place == shown.count - 1, .pageDown where cursor == shown.count - 1,
      .halfPageDown where cursor == shown.count - 1:
      if hasAfter { awaited = .below }
    case .up where place == 0, .pageUp where cursor == 0, .halfPageUp where cursor == 0:
      if hasBefore { awaited = .above }
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .top, .bottom: break
    }
  }

  /// Which side runs short of rows when `rows` lines are shown; nil while there are enough.
  func needs(rows: Int) -> Landing? {
    guard isWindow, !isReadingOn, phase == .loaded else { return nil }
    let near = max(40, rows * 3)
    if window.hasAfter, cursor + near >= shown.count { return .below }
    if window.hasBefore, cursor < near { return .above }
    return nil
  }

  private var window: Window {
    get {
      switch extent {
      case .window(let window): window
      case .whole: Window()
      }
    }
    set { extent = .window(newValue) }
  }

  private mutating func replace(with page: RowPage<Line>, atEnd: Bool) {
    let wasNarrowedAway = rows.isEmpty
    window.hasBefore = page.hasBefore
    window.hasAfter = page.hasAfter
    window.total = page.total
    window.before = firstIndex(of: page)
    if wasNarrowedAway { cursor = 0 }
    show(page.lines)
    if atEnd { cursor = max(0, shown.count - 1) }
  }

  private func firstIndex(of page: RowPage<Line>) -> Int? {
    if !page.hasBefore { return 0 }
    guard !page.hasAfter, case .exactly(let total) = page.total else { return nil }
    return max(0, total - page.lines.count)
  }

  private mutating func readAgain(_ page: RowPage<Line>) {
    window.hasAfter = page.hasAfter
    window.total = page.total
    show(page.lines)
  }

  private mutating func append(_ page: RowPage<Line>) {
    let id = current?.id
    let known = Set(rows.lazy.map(\.id))
    rows += page.lines.filter { !known.contains($0.id) }
    window.hasAfter = page.hasAfter
    let surplus = rows.count - Listing.windowLimit
    if surplus > 0 {
      rows.removeFirst(surplus)
      top = max(0, top - surplus)
      window.hasBefore = true
      window.before = window.before.map { $0 + surplus }
    }
    rearrange(keeping: id)
  }

  private mutating func prepend(_ page: RowPage<Line>) {
    let id = current?.id
    let known = Set(rows.lazy.map(\.id))
    let added = page.lines.filter { !known.contains($0.id) }
    rows = added + rows
    top += added.count
    window.hasBefore = page.hasBefore
    window.before = page.hasBefore ? window.before.map { max(0, $0 - added.count) } : 0
    if rows.count > Listing.windowLimit {
      rows.removeLast(rows.count - Listing.windowLimit)
      window.hasAfter = true
    }
    rearrange(keeping: id)
  }

  private mutating func rearrange(keeping id: Line.ID?) {
    let place = cursor
    haystacks = nil
    shown = Array(rows.indices)
    restore(id, orPlace: place)
  }

  var hasBefore: Bool { isWindow && window.hasBefore }
  var hasAfter: Bool { isWindow && window.hasAfter }

  /// How many rows there are altogether.
  package var total: RowCount {
    switch extent {
    case .whole: .exactly(rows.count)
    case .window(let window): window.total
    }
  }

  /// The number of the row the hand is on, counted from 1; nil when nobody counted so far.
  package var position: Int? {
    guard !shown.isEmpty else { return nil }
    switch extent {
    case .whole: return cursor + 1
    case .window(let window): return window.before.map { $0 + cursor + 1 }
    }
  }
}
