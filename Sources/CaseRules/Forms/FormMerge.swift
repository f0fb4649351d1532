/// Two people's changes to one record, put together answer by answer.
///
/// What only one of them changed is joined; what both changed differently is left to the worker.
package struct FormMerge: Equatable, Sendable {
  /// One answer that both changed, and not to the same.
  package struct Conflict: Equatable, Sendable {
    package let place: FieldPlace
    /// As it was when the form was opened.
    package let before: Side
    package let theirs: Side
    package let mine: Side
  }

  /// An answer in one of the versions; a row can be gone from one of them.
  package enum Side: Equatable, Sendable {
    case text(String)
    /// The whole row, because somebody else removed it.
    case row(FormDraft.Row)
    case rowRemoved
  }

  /// Which version of an answer the worker wants.
  package enum Choice: CaseIterable, Hashable, Sendable {
    case before, theirs, mine
  }

  /// An answer somebody else changed and this worker did not.
  package struct Joined: Equatable, Sendable {
    package let place: FieldPlace
    package let before: String
    package let theirs: String
  }

  /// Both people's changes together; where they conflict, mine stand for now.
  package private(set) var draft: FormDraft
  package private(set) var joined: [Joined] = []
  package private(set) var conflicts: [Conflict] = []

  /// Compares two versions that grew from the same one.
  package init(before: FormDraft, theirs: FormDraft, mine: FormDraft) {
    draft = mine
    let fields = Set(before.texts.keys).union(theirs.texts.keys).union(mine.texts.keys)
    for field in fields.sorted() {
      mergeText(FieldPlace(field), before[field], theirs[field], mine[field])
    }
    let tables = Set(before.rows.keys).union(theirs.rows.keys).union(mine.rows.keys)
    for table in tables.sorted() { mergeRows(of: table, before, theirs, mine) }
  }

  private mutating func mergeText(
    _ place: FieldPlace, _ before: String, _ theirs: String, _ mine: String
  ) {
    if theirs == before || theirs == mine { return }
    guard mine == before else {
      conflicts.append(
        Conflict(place: place, before: .text(before), theirs: .text(theirs), mine: .text(mine)))
      return
    }
    draft[place] = theirs
    joined.append(Joined(place: place, before: before, theirs: theirs))
  }

  /// Rows are the same row when they carry the same number; a number that is in neither person's
  /// starting point is a new row, so two new rows never collide: mine get numbers of their own.
  private mutating func mergeRows(
    of table: FieldCode, _ before: FormDraft, _ theirs: FormDraft, _ mine: FormDraft
  ) {
    let old = FormMerge.byID(before.rows[table])
    let other = theirs.rows[table] ?? []
    let own = mine.rows[table] ?? []
    let (otherByID, ownByID) = (FormMerge.byID(other), FormMerge.byID(own))
    var merged: [FormDraft.Row] = []
    for row in other {
      guard let was = old[row.id] else {
        merged.append(row)
        noteNewRow(row, in: table)
        continue
      }
      if let kept = ownByID[row.id] {
        merged.append(mergedRow(in: table, was, row, kept))
      } else if row.texts != was.texts {
        noteRow(in: table, before: was, theirs: row, mine: nil)
      }
    }
    var next = ((other + own).map(\.id).max() ?? 0) + 1
    for row in own {
      if let was = old[row.id] {
        guard otherByID[row.id] == nil, row.texts != was.texts else { continue }
        merged.append(row)
        noteRow(in: table, before: was, theirs: nil, mine: row)
      } else if otherByID[row.id] == nil {
        merged.append(row)
      } else {
        merged.append(FormDraft.Row(id: next, texts: row.texts))
        next += 1
      }
    }
    draft.rows[table] = merged.isEmpty ? nil : merged
  }

  private mutating func mergedRow(
    in table: FieldCode, _ before: FormDraft.Row, _ theirs: FormDraft.Row, _ mine: FormDraft.Row
  ) -> FormDraft.Row {
    var row = mine
    let columns = Set(before.texts.keys).union(theirs.texts.keys).union(mine.texts.keys)
    for column in columns.sorted() {
      let place = FieldPlace(table, row: mine.id, column: column)
      let was = before.texts[column] ?? ""
      let other = theirs.texts[column] ?? ""
      let own = mine.texts[column] ?? ""
      if other == was || other == own { continue }
      if own == was {
        row.texts[column] = other
        joined.append(Joined(place: place, before: was, theirs: other))
      } else {
        conflicts.append(
          Conflict(place: place, before: .text(was), theirs: .text(other), mine: .text(own)))
      }
    }
    return row
  }

  private mutating func noteNewRow(_ row: FormDraft.Row, in table: FieldCode) {
    for column in row.texts.keys.sorted() where row.texts[column]?.isEmpty == false {
      let place = FieldPlace(table, row: row.id, column: column)
      joined.append(Joined(place: place, before: "", theirs: row.texts[column] ?? ""))
    }
  }

  /// One removed the row, the other changed it: asked once, for the row as a whole.
  private mutating func noteRow(
    in table: FieldCode, before: FormDraft.Row, theirs: FormDraft.Row?, mine: FormDraft.Row?
  ) {
    let changed = (theirs ?? mine ?? before).texts
    let columns = Set(changed.keys).union(before.texts.keys).sorted()
    guard let column = columns.first(where: { changed[$0] != before.texts[$0] }) else { return }
    conflicts.append(
      Conflict(
        place: FieldPlace(table, row: before.id, column: column), before: .row(before),
        theirs: theirs.map(Side.row) ?? .rowRemoved, mine: mine.map(Side.row) ?? .rowRemoved))
  }

  /// Both people's changes together, with each conflict settled as chosen; mine where not chosen.
  package func resolved(_ choices: [FieldPlace: Choice]) -> FormDraft {
    conflicts.reduce(into: draft) { draft, conflict in
      switch choices[conflict.place] ?? .mine {
      case .before: FormMerge.put(conflict.before, at: conflict.place, in: &draft)
      case .theirs: FormMerge.put(conflict.theirs, at: conflict.place, in: &draft)
      case .mine: break
      }
    }
  }

  private static func put(_ side: Side, at place: FieldPlace, in draft: inout FormDraft) {
    switch side {
    case .text(let text): draft[place] = text
    case .rowRemoved: draft.rows[place.field]?.removeAll { $0.id == place.row }
    case .row(let row):
      guard let index = draft.rows[place.field]?.firstIndex(where: { $0.id == row.id }) else {
        draft.rows[place.field, default: []].append(row)
        return
      }
      draft.rows[place.field]?[index] = row
    }
  }

  private static func byID(_ rows: [FormDraft.Row]?) -> [Int: FormDraft.Row] {
    Dictionary((rows ?? []).map { ($0.id, $0) }) { first, _ in first }
  }
}
