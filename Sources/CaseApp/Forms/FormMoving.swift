import CaseRules

extension FormFeature.State {
  mutating func take(_ step: FormStep, in context: AppContext) {
    switch step {
    case .enter: enter(in: context)
    case .next: tab(in: context)
    case .previous: leave(.previous, in: context)
    case .up: leave(.up, in: context)
    case .down: leave(.down, in: context)
    case .pageUp: leave(.previousSection, in: context)
    case .pageDown: leave(.nextSection, in: context)
    }
  }

  /// Enter goes forward: it opens what is still to be chosen, starts a row after the last cell, and
  /// presses the save line.
  private mutating func enter(in context: AppContext) {
    guard let place, let kind = sheet.kind(at: place) else { return leave(.save, in: context) }
    if kind.linkKinds != nil, !box.isEmpty, !isChosenLink(box.text, kind) {
      return openLinks(at: place, takingTheOnly: true, in: context)
    }
    leave(.enter, in: context)
  }

  /// Tab takes what the words in a link name, as Enter does; where they name no single record the caret
  /// stays with those that fit, and a second Tab leaves the words as they are.
  private mutating func tab(in context: AppContext) {
    guard let place, let kind = sheet.kind(at: place), kind.linkKinds != nil, isEditing,
      case .problem = FieldReader.read(
        box.text, as: kind, in: context.rules.reading(of: opened.draft))
    else { return leave(.next, in: context) }
    openLinks(at: place, takingTheOnly: true, in: context)
  }

  /// Leaves the field under the caret; always allowed, but a list may open first.
  mutating func leave(_ move: FormMove, in context: AppContext) {
    guard settle(onward: move, in: context) else { return }
    go(move, in: context)
    if saving == nil { keepIfNeeded() }
  }

  /// Moves on from a field that has been settled.
  mutating func go(_ move: FormMove, in context: AppContext) {
    switch move {
    case .next: goOnByTab(in: context)
    case .enter: goOnByEnter(in: context)
    case .previous: arrive(before: place, in: context)
    case .up: goThroughRows(by: -1, in: context)
    case .down: goThroughRows(by: 1, in: context)
    case .nextSection: goToSection(by: 1, in: context)
    case .previousSection: goToSection(by: -1, in: context)
    case .to(let place): arrive(at: place, in: context)
    case .save: save(in: context)
    }
  }

  // MARK: Arriving

  /// Puts the caret into a field, its old text selected; into a table, in the first cell.
  mutating func arrive(at wanted: FieldPlace, in context: AppContext) {
    guard let item = sheet.item(wanted.field) else { return }
    let wasIn = place
    var place = wanted
    if sheet.isTable(place.field), place.column == nil || rowIndex(place) == nil {
      guard let cell = firstCell(of: place.field) else { return }
      place = cell
    }
    focus = .field(place)
    finishLeaving(wasIn, for: place.field, in: context)
    visited.insert(item.section)
    arrived = draft[place]
    wantedColumn = nil
    let keepsText = sheet.kind(at: place)?.keepsLines == true
    if isForReading(place) {
      box = TypedText(before: "", after: arrived)
    } else {
      box = keepsText ? TypedText(before: arrived) : TypedText(arrivingAt: arrived)
    }
    declined[place] = nil
    changedUnshown = nil
  }

  private mutating func arriveAtSaveLine(in context: AppContext) {
    let wasIn = place
    focus = .saveLine
    box = TypedText()
    arrived = ""
    finishLeaving(wasIn, for: nil, in: context)
  }

  /// Empty rows go when the table is left; an empty answer is pointed out once its section is left.
  private mutating func finishLeaving(
    _ old: FieldPlace?, for field: FieldCode?, in context: AppContext
  ) {
    guard let old else { return }
    if old.column != nil, old.field != field { dropEmptyRows(of: old.field) }
    guard let section = sheet.item(old.field)?.section else { return }
    if field.flatMap({ sheet.item($0)?.section }) != section, left.insert(section).inserted {
      updateShown()
    }
  }

  private mutating func dropEmptyRows(of table: FieldCode) {
    guard let rows = draft.rows[table], rows.contains(where: { $0.isEmpty }) else { return }
    history.close(draft)
    let filled = rows.filter { !$0.isEmpty }
    draft.rows[table] = filled.isEmpty ? nil : filled
  }

  /// The first cell of a table; a table without rows gets one to type in.
  private mutating func firstCell(of table: FieldCode) -> FieldPlace? {
    guard let column = sheet.columns(of: table).first else { return nil }
    if draft.rows[table]?.isEmpty ?? true { draft.rows[table] = [FormDraft.Row(id: 1)] }
    guard let row = draft.rows[table]?.first else { return nil }
    return FieldPlace(table, row: row.id, column: column.code)
  }

  func rowIndex(_ place: FieldPlace) -> Int? {
    draft.rows[place.field]?.firstIndex { $0.id == place.row }
  }

  // MARK: The order of questions

  /// Whether Tab stops at a question.
  private func isStop(_ item: FormSheet.Item) -> Bool {
    switch item.field.content {
    case .typed, .rows: isAsked(item.field)
    case .computed, .explained: false
    }
  }

  private mutating func arrive(after place: FieldPlace?, in context: AppContext) {
    guard let place else { return }
    if let cell = cell(beside: place, by: 1) { return arrive(at: cell, in: context) }
    let start = (sheet.index(of: place.field) ?? -1) + 1
    guard let next = sheet.items[start...].first(where: isStop) else {
      return arriveAtSaveLine(in: context)
    }
    arrive(at: FieldPlace(next.field.code), in: context)
  }

  private mutating func arrive(before place: FieldPlace?, in context: AppContext) {
    if let place, let cell = cell(beside: place, by: -1) { return arrive(at: cell, in: context) }
    let end = place.flatMap { sheet.index(of: $0.field) } ?? sheet.items.count
    guard let previous = sheet.items[..<end].last(where: isStop) else { return }
    arrive(at: lastPlace(in: previous), in: context)
  }

  /// Where somebody arrives who comes from below: the last cell of a table.
  private func lastPlace(in item: FormSheet.Item) -> FieldPlace {
    let code = item.field.code
    guard let column = sheet.columns(of: item.field).last, let row = draft.rows[code]?.last else {
      return FieldPlace(code)
    }
    return FieldPlace(code, row: row.id, column: column.code)
  }

  /// The cell so many steps along the rows; nil past either end and outside tables.
  private func cell(beside place: FieldPlace, by step: Int) -> FieldPlace? {
    guard let column = place.column, let index = rowIndex(place),
      let rows = draft.rows[place.field]
    else { return nil }
    let columns = sheet.columns(of: place.field)
    guard let position = columns.firstIndex(where: { $0.code == column }) else { return nil }
    let target = index * columns.count + position + step
    guard target >= 0, target < rows.count * columns.count else { return nil }
    return FieldPlace(
      place.field, row: rows[target / columns.count].id,
      column: columns[target % columns.count].code)
  }

  private mutating func goThroughRows(by step: Int, in context: AppContext) {
    if let place, let column = place.column, let index = rowIndex(place),
      let rows = draft.rows[place.field], rows.indices.contains(index + step)
    {
      let target = FieldPlace(place.field, row: rows[index + step].id, column: column)
      return arrive(at: target, in: context)
    }
    guard let place else {
      if step < 0 { arrive(before: nil, in: context) }
      return
    }
    let table = sheet.isTable(place.field) ? edgeCell(of: place, towards: step) : place
    step < 0 ? arrive(before: table, in: context) : arrive(after: table, in: context)
  }

  /// The first or last cell of the table, so that the next step leaves it.
  private func edgeCell(of place: FieldPlace, towards step: Int) -> FieldPlace {
    let columns = sheet.columns(of: place.field)
    let row = step < 0 ? draft.rows[place.field]?.first : draft.rows[place.field]?.last
    guard let row, let column = step < 0 ? columns.first : columns.last else { return place }
    return FieldPlace(place.field, row: row.id, column: column.code)
  }

  private mutating func goToSection(by step: Int, in context: AppContext) {
    let last = sheet.sections.count - 1
    if step > 0, place == nil { return notice = .lastSection }
    var index = place == nil ? section : section + step
    while sheet.sections.indices.contains(index) {
      if let first = sheet.items[sheet.sections[index]].first(where: isStop) {
        return arrive(at: FieldPlace(first.field.code), in: context)
      }
      index += step
    }
    if index > last { return arriveAtSaveLine(in: context) }
    notice = .firstSection
  }

  // MARK: Rows

  /// Tab goes on in the table while there is something to say in it: after the last cell comes a
  /// new row, and from a row that was left empty the next question.
  private mutating func goOnByTab(in context: AppContext) {
    guard let place, place.column != nil, let index = rowIndex(place),
      let rows = draft.rows[place.field], index == rows.count - 1
    else { return arrive(after: place, in: context) }
    if rows[index].isEmpty {
      return arrive(after: edgeCell(of: place, towards: 1), in: context)
    }
    let isLast = cell(beside: place, by: 1) == nil
    isLast && rows.count < mostRows(of: place.field)
      ? startRow(after: index, of: place.field, in: context)
      : arrive(after: place, in: context)
  }

  private func mostRows(of table: FieldCode) -> Int {
    guard case .rows(_, let most)? = sheet.item(table)?.field.content else { return 0 }
    return most
  }

  private mutating func goOnByEnter(in context: AppContext) {
    guard let place, place.column != nil, let index = rowIndex(place),
      let row = draft.rows[place.field]?[index]
    else { return arrive(after: place, in: context) }
    if row.isEmpty {
      return arrive(after: edgeCell(of: place, towards: 1), in: context)
    }
    let isLast = cell(beside: place, by: 1) == nil
    isLast
      ? startRow(after: index, of: place.field, in: context)
      : arrive(after: place, in: context)
  }

  mutating func addRow(in context: AppContext) {
    guard let place, place.column != nil else { return notice = .notInTable }
    settle(in: context)
    guard let index = rowIndex(place) else { return }
    startRow(after: index, of: place.field, in: context)
  }

  private mutating func startRow(
    after index: Int, of table: FieldCode, in context: AppContext
  ) {
    guard case .rows(let columns, let most)? = sheet.item(table)?.field.content,
      let column = columns.first
    else { return }
    var rows = draft.rows[table] ?? []
    guard rows.count < most else {
      return notice = .rowsFull(table: sheet.item(table)?.field.label ?? "", most: most)
    }
    let row = FormDraft.Row(id: (rows.map(\.id).max() ?? 0) + 1)
    rows.insert(row, at: min(index + 1, rows.count))
    draft.rows[table] = rows
    arrive(at: FieldPlace(table, row: row.id, column: column.code), in: context)
  }

  /// Takes the row out; undo brings it back.
  mutating func removeRow(in context: AppContext) {
    guard let place, let column = place.column, let index = rowIndex(place),
      var rows = draft.rows[place.field]
    else { return notice = .notInTable }
    history.willChange(place, in: draft, at: context.milliseconds, joins: false)
    rows.remove(at: index)
    draft.rows[place.field] = rows.isEmpty ? nil : rows
    keeping.edits += 1
    history.close(draft)
    readAgain(place, in: context)
    refreshFindings(in: context)
    askFactsIfNeeded(for: place, in: context)
    let neighbour = rows.isEmpty ? nil : rows[min(index, rows.count - 1)]
    let target = neighbour.map { FieldPlace(place.field, row: $0.id, column: column) }
    arrive(at: target ?? FieldPlace(place.field), in: context)
    notice = .rowRemoved(number: index + 1, table: sheet.item(place.field)?.field.label ?? "")
    keep()
  }

  // MARK: Jumping

  /// The questions that fit a number or the starts of words; all of them for nothing.
  func matches(_ typed: String) -> [FieldCode] {
    let words = typed.searchWords
    let wanted = typed.trimmed.lowercased()
    return sheet.items.filter { item in
      guard isStop(item) else { return false }
      if wanted.isEmpty || item.number.hasPrefix(wanted) { return true }
      if item.field.code.text.hasPrefix(wanted) { return true }
      let starts = item.field.label.searchWords
      return !words.isEmpty && words.allSatisfy { word in starts.contains { $0.hasPrefix(word) } }
    }.map(\.field.code)
  }

  mutating func takeInJump(
    _ jump: JumpPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    var jump = jump
    switch action {
    case .typed(let text), .pasted(let text): narrow(&jump) { $0.insert(PastedText.oneLine(text)) }
    case .edited(.deletedBack):
      narrow(&jump) {
        $0.deleteBack(); return true
      }
    case .edited(.cleared):
      narrow(&jump) {
        $0.clear(); return true
      }
    case .moved(.up), .moved(.previous): jump.at = max(0, jump.at - 1)
    case .moved(.down), .moved(.next): jump.at = max(0, min(jump.matches.count - 1, jump.at + 1))
    case .moved(.enter):
      popup = nil
      if jump.matches.indices.contains(jump.at) {
        leave(.to(FieldPlace(jump.matches[jump.at])), in: context)
      }
      return
    case .chose(.back):
      popup = nil
      return
    case .edited, .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
    popup = .jump(jump)
  }

  private func narrow(_ jump: inout JumpPopup, _ change: (inout TypedText) -> Bool) {
    guard change(&jump.query) else { return }
    jump.matches = matches(jump.query.text)
    let exact = jump.query.text.trimmed
    jump.at = jump.matches.firstIndex { sheet.item($0)?.number == exact } ?? 0
  }

  mutating func goToNextToFix(in context: AppContext) {
    settle(in: context)
    let shown = shownFindings.filter { $0.force == .blocks || $0.force == .warns }
    var targets = shown.compactMap { $0.field.flatMap { FieldPlace(path: $0) } }
    if targets.isEmpty { targets = missingPlaces }
    let ordered = targets.compactMap { place in position(of: place).map { (place, $0) } }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }
    let here = place.flatMap { position(of: $0) } ?? [Int.max]
    let next = ordered.first { here.lexicographicallyPrecedes($0.1) } ?? ordered.first
    guard let next else { return notice = .nothingToFix }
    arrive(at: next.0, in: context)
  }

  /// Where a place stands from top to bottom: question, row, column.
  private func position(of place: FieldPlace) -> [Int]? {
    guard let index = sheet.index(of: place.field) else { return nil }
    let column = sheet.columns(of: place.field).firstIndex { $0.code == place.column }
    return [index, rowIndex(place) ?? 0, column ?? 0]
  }
}
