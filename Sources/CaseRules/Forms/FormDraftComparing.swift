extension FormDraft {
  /// Whether both say the same; what was never touched says the same as what was emptied.
  package func saysSame(as other: FormDraft) -> Bool {
    let fields = Set(texts.keys).union(other.texts.keys)
    guard fields.allSatisfy({ self[$0] == other[$0] }) else { return false }
    let tables = Set(rows.keys).union(other.rows.keys)
    return tables.allSatisfy { table in
      filledRows(of: table).elementsEqual(other.filledRows(of: table)) { mine, theirs in
        mine.id == theirs.id && mine.filledTexts == theirs.filledTexts
      }
    }
  }

  /// The rows of a table in which something stands.
  package func filledRows(of table: FieldCode) -> [Row] {
    (rows[table] ?? []).filter { !$0.isEmpty }
  }

  /// Every answer that is not the same in both, fields first, then cells; removed rows included.
  package func places(differingFrom other: FormDraft) -> [FieldPlace] {
    let fields = Set(texts.keys).union(other.texts.keys).sorted()
      .filter { self[$0] != other[$0] }.map { FieldPlace($0) }
    let tables = Set(rows.keys).union(other.rows.keys).sorted()
    return fields + tables.flatMap { cells(of: $0, differingFrom: other) }
  }

  private func cells(of table: FieldCode, differingFrom other: FormDraft) -> [FieldPlace] {
    var ids: [Int] = []
    for row in (rows[table] ?? []) + (other.rows[table] ?? []) where !ids.contains(row.id) {
      ids.append(row.id)
    }
    return ids.flatMap { id -> [FieldPlace] in
      let mine = rows[table]?.first { $0.id == id }?.texts ?? [:]
      let theirs = other.rows[table]?.first { $0.id == id }?.texts ?? [:]
      return Set(mine.keys).union(theirs.keys).sorted()
        .filter { (mine[$0] ?? "") != (theirs[$0] ?? "") }
        .map { FieldPlace(table, row: id, column: $0) }
    }
  }

  /// Only the answers to questions that arise; the rest stays in the draft and is not saved.
  package func applying(to form: FormDefinition, _ reading: FormReading) -> FormDraft {
    var draft = self
    for field in form.fields where !field.applies(reading) {
      draft.texts[field.code] = nil
      draft.rows[field.code] = nil
    }
    for (table, all) in draft.rows where all.contains(where: { $0.isEmpty }) {
      let filled = all.filter { !$0.isEmpty }
      draft.rows[table] = filled.isEmpty ? nil : filled
    }
    return draft
  }
}

extension FormDraft.Row {
  /// What stands in the row, the emptied cells left out.
  package var filledTexts: [FieldCode: String] { texts.filter { !$0.value.isEmpty } }
}
