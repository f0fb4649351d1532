extension Listing {
  /// Puts rows in, keeping the hand on the record it was on, or where that record stood.
  package mutating func show(_ lines: [Line]) {
    let before = current?.id
    let place = cursor
    rows = lines
    haystacks = nil
    phase = .loaded
    waiting = nil
    changed = ListChanges()
    if !isWindow { keepTicks(lines) }
    arrange()
    restore(before, orPlace: place)
  }

  /// A row that is gone cannot stay ticked; in a long list it may only be out of sight.
  private mutating func keepTicks(_ lines: [Line]) {
    guard !ticked.isEmpty else { return }
    ticked.formIntersection(lines.lazy.map(\.id))
    tickedAbout = tickedAbout.filter { ticked.contains($0.key) }
  }

  /// Holds back what the records say now and counts what differs (nothing moves by itself).
  package mutating func offer(_ lines: [Line]) {
    guard phase == .loaded, !rows.isEmpty || !lines.isEmpty else {
      show(lines)
      return
    }
    if rows.isEmpty {
      show(lines)
      return
    }
    changed = difference(to: lines)
    waiting = changed.count == 0 ? nil : lines
  }

  /// Brings in what was held back; answers how many rows that changed.
  @discardableResult
  package mutating func bringIn() -> Int {
    guard let lines = waiting else { return 0 }
    let count = changed.count
    show(lines)
    return count
  }

  /// Another set of rows is on its way: what is there stays until it comes.
  mutating func awaitRows(_ landing: Landing) {
    awaited = landing
    if rows.isEmpty { phase = .loading }
  }

  package mutating func fail(_ words: String) {
    isReadingOn = false
    awaited = nil
    phase = rows.isEmpty ? .failed(words) : .loaded
  }

  private func difference(to lines: [Line]) -> ListChanges<Line.ID> {
    let fresh = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
    var changes = ListChanges<Line.ID>()
    for row in rows where fresh[row.id] != row { changes.marked.insert(row.id) }
    let known = Set(rows.lazy.map(\.id))
    let added = lines.count { !known.contains($0.id) }
    changes.count = changes.marked.count + added
    return changes
  }

  // MARK: Order

  /// Works out again which rows are shown, in which order and under which headings.
  mutating func arrange() {
    shown = matching()
    if sorting != nil || rows.contains(where: { $0.group != nil }) { sort() }
    headings = grouped()
    cursor = min(cursor, max(0, shown.count - 1))
    top = min(top, max(0, lineCount - 1))
  }

  private mutating func matching() -> [Int] {
    let wanted = matchingWords()
    // A window holds only what was asked for.
    guard !isWindow, !held.isEmpty else { return wanted }
    let columns = Line.sortColumns
    return wanted.filter { place in
      held.allSatisfy { value in
        !columns.indices.contains(value.column)
          || columns[value.column].held(rows[place]).code == value.code
      }
    }
  }

  private mutating func matchingWords() -> [Int] {
    // A window is narrowed by the records: its rows match already.
    let narrowing = isWindow ? Narrowing("") : Narrowing(narrow)
    if narrowing.isEmpty { return Array(rows.indices) }
    let texts = haystacks ?? rows.map { Narrowing.haystack($0.spelled) }
    haystacks = texts
    return rows.indices.filter { narrowing.matches(texts[$0]) }
  }

  private mutating func sort() {
    let column = sorting.flatMap { sorting in
      Line.sortColumns.indices.contains(sorting.column) ? Line.sortColumns[sorting.column] : nil
    }
    let keys = column.map { column in rows.map(column.key) }
    let downwards = sorting?.downwards ?? false
    shown.sort { one, other in
      let (mine, theirs) = (rows[one].group?.order ?? 0, rows[other].group?.order ?? 0)
      if mine != theirs { return mine < theirs }
      return keys?[one].precedes(keys?[other] ?? .number(nil), downwards: downwards)
        ?? (one < other)
    }
  }

  private func grouped() -> [ListHeading] {
    var found: [ListHeading] = []
    var start = 0
    while start < shown.count, let group = rows[shown[start]].group {
      var end = start + 1
      while end < shown.count, rows[shown[end]].group == group { end += 1 }
      found.append(ListHeading(group: group, first: start, count: end - start))
      start = end
    }
    return found
  }

  mutating func restore(_ id: Line.ID?, orPlace place: Int) {
    if let id, let found = shown.firstIndex(where: { rows[$0].id == id }) {
      cursor = found
    } else {
      cursor = min(place, max(0, shown.count - 1))
    }
  }
}
