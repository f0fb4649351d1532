extension FormReading {
  /// Reads one answer again, the rest stays as read; what a form costs while somebody types.
  package mutating func reread(
    _ place: FieldPlace, in draft: FormDraft, of field: FormField, in context: ReadingContext
  ) {
    switch field.content {
    case .typed(let kind):
      readings[field.code] = FieldReader.read(draft[field.code], as: kind, in: context)
    case .rows(let columns, _):
      rereadRow(place, draft.rows[field.code] ?? [], columns, in: context)
    case .computed, .explained: break
    }
  }

  /// Rows with nothing typed have no reading, so one can appear or go with a single letter.
  private mutating func rereadRow(
    _ place: FieldPlace, _ all: [FormDraft.Row], _ columns: [FormField], in context: ReadingContext
  ) {
    let known = Dictionary((rows[place.field] ?? []).map { ($0.id, $0) }) { first, _ in first }
    rows[place.field] = all.filter { !$0.isEmpty }.map { row in
      if row.id != place.row, let reading = known[row.id] { return reading }
      return RowReading(row, columns: columns, in: context)
    }
  }
}
