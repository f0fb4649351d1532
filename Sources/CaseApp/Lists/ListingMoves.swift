import CaseRules

extension Listing {
  package mutating func reduce(_ action: ListAction) {
    switch action {
    case .moved(let move, let rows): self.move(move, rows: rows)
    case .columnMoved(let right): moveColumn(right: right)
    case .typed(let text): narrow(to: narrow + text)
    case .erased: narrow(to: String(narrow.dropLast()))
    case .narrowingCleared: narrow(to: "")
    case .ticked: tick()
    case .tickedAll: tickAll()
    case .sorted: sortByColumn()
    case .onlyThisValue: holdToValue()
    case .held(let value): hold(value)
    case .letGo(let value): letGo { $0 == value }
    case .allValues: letGo { _ in true }
    case .broughtIn: bringIn()
    }
  }

  // MARK: Moving

  private mutating func move(_ move: ListMove, rows: Int) {
    guard !shown.isEmpty else { return }
    let place = cursor
    top = top(for: rows)
    switch move {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(shown.count - 1, cursor + 1)
    case .top: cursor = 0
    case .bottom: cursor = shown.count - 1
    // Two rows stay in view, so that the eye finds its place again.
    case .pageDown: page(by: max(1, rows - 2), rows)
    case .pageUp: page(by: -max(1, rows - 2), rows)
    case .halfPageDown: page(by: max(1, rows / 2), rows)
    case .halfPageUp: page(by: -max(1, rows / 2), rows)
    }
    top = top(for: rows)
    noteShort(after: move, at: place)
  }

  private mutating func page(by lines: Int, _ rows: Int) {
    let target = line(ofRow: cursor) + lines
    let place = target < 0 ? 0 : row(onLine: target)
    // A heading must not hold the hand back.
    cursor = lines < 0 && place >= cursor ? max(0, cursor - 1) : place
    top = max(0, min(top + lines, lineCount - rows))
  }

  private mutating func moveColumn(right: Bool) {
    let last = max(0, Line.sortColumns.count - 1)
    column = right ? min(last, column + 1) : max(0, column - 1)
  }

  // MARK: Narrowing

  private mutating func narrow(to text: String) {
    guard text != narrow, text.utf8.count <= 200 else { return }
    let (id, place) = (current?.id, cursor)
    narrow = text
    guard !isWindow else { return }
    arrange()
    restore(id, orPlace: text.isEmpty ? place : 0)
  }

  // MARK: Ticks and order

  private mutating func tick() {
    guard let line = current else { return }
    setTick(line, !ticked.contains(line.id))
    cursor = min(shown.count - 1, cursor + 1)
  }

  /// Ticks everything shown; when all of it is ticked, takes the ticks away.
  private mutating func tickAll() {
    let lines = shown.map { rows[$0] }
    let areAllTicked = lines.allSatisfy { ticked.contains($0.id) }
    for line in lines { setTick(line, !areAllTicked) }
  }

  /// Takes the ticks from the rows of these records or clients.
  mutating func untick(_ refs: Set<RecordRef>) {
    for (id, row) in tickedAbout
    where [row.subject, row.client].contains(where: { $0.map(refs.contains) ?? false }) {
      ticked.remove(id)
      tickedAbout[id] = nil
    }
  }

  private mutating func setTick(_ line: Line, _ isTicked: Bool) {
    if isTicked {
      ticked.insert(line.id)
      tickedAbout[line.id] = TickedRow(line)
    } else {
      ticked.remove(line.id)
      tickedAbout[line.id] = nil
    }
  }

  private mutating func sortByColumn() {
    guard !isWindow, Line.sortColumns.indices.contains(column) else { return }
    let (id, place) = (current?.id, cursor)
    switch sorting {
    case .some(let sorting) where sorting.column == column && sorting.downwards:
      self.sorting = nil
    case .some(let sorting) where sorting.column == column:
      self.sorting = Sorting(column: column, downwards: true)
    case .some, nil: sorting = Sorting(column: column, downwards: false)
    }
    arrange()
    restore(id, orPlace: place)
  }

  private mutating func holdToValue() {
    guard let line = current, Line.sortColumns.indices.contains(column) else { return }
    hold(Line.sortColumns[column].value(of: line, at: column))
  }

  /// Holds the list to one more value; another one of the same column goes.
  private mutating func hold(_ value: HeldValue) {
    let id = current?.id
    held = (held.filter { $0.column != value.column } + [value]).sorted { $0.column < $1.column }
    guard !isWindow else { return }
    arrange()
    restore(id, orPlace: 0)
  }

  private mutating func letGo(of columns: (HeldValue) -> Bool) {
    let (id, place) = (current?.id, cursor)
    held.removeAll(where: columns)
    guard !isWindow else { return }
    arrange()
    restore(id, orPlace: place)
  }

  /// Every value there is to choose from: of columns with a handful of them.
  var valuesToHold: [HeldValue] {
    Line.sortColumns.enumerated().filter(\.element.hasKinds).flatMap {
      index, column -> [HeldValue] in
      var seen: Set<String> = []
      let values = rows.map { column.value(of: $0, at: index) }
        .filter { seen.insert($0.code).inserted }
      guard (2...24).contains(values.count), values.count < rows.count || column.isAsked else {
        return []
      }
      return values.sorted { $0.code < $1.code }
    }
  }
}
