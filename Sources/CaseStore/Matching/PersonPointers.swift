package import CaseRules
package import SQLite

/// Records that only point to another record of the same person.
package enum PersonPointers {
  /// The record that stands for this number now: itself, or the one it was merged into.
  package static func standing(_ id: PersonID, in records: Connection) throws -> PersonID {
    var standing = id
    // A pointer may lead to another; each leads to a record that stood when it was made.
    while let next = try records.first(
      "SELECT merged_into FROM person WHERE id = ? AND merged_into IS NOT NULL", standing,
      row: { try $0.get(0, as: PersonID.self) })
    {
      standing = next
    }
    return standing
  }

  /// The same for the number of any record; others than people stand for themselves.
  package static func standing(_ ref: RecordRef, in records: Connection) throws -> RecordRef {
    guard ref.kind == .person else { return ref }
    return try standing(PersonID(ref.number), in: records).ref
  }

  /// The numbers that lead to this record, its own first.
  package static func all(leadingTo id: PersonID, in records: Connection) throws -> [PersonID] {
    var found = [id]
    var place = 0
    while place < found.count {
      found += try records.query(
        "SELECT id FROM person WHERE merged_into = ? ORDER BY id", found[place]
      ) { try $0.get(0, as: PersonID.self) }
      place += 1
    }
    return found
  }

  /// "P-0040 is P-0012 HARROW Miles now"; nil for a number that stands for itself.
  static func words(
    _ ref: RecordRef?, in records: Connection
  ) throws -> String? {
    guard let ref, ref.kind == .person else { return nil }
    let standing = try standing(ref, in: records)
    guard standing != ref,
      let identity = try PersonRecords.identity(PersonID(standing.number), in: records)
    else { return nil }
    return "\(ref.text) was merged into \(identity.name.display) \(standing.text)"
  }

  /// Numbers of people in a draft, as they stand now, so that nothing is written to a pointer.
  static func standing(
    _ draft: FormDraft, of form: FormDefinition, in records: Connection
  ) throws -> FormDraft {
    var draft = draft
    for field in form.fields {
      switch field.content {
      case .typed(let kind) where kind.namesPeople:
        let text = draft[field.code]
        let now = try standing(text, in: records)
        if now != text { draft[field.code] = now }
      case .rows(let columns, _):
        for column in columns.filter(\.namesPeople) {
          try stand(column.code, of: field.code, in: &draft, records)
        }
      case .typed, .computed, .explained: break
      }
    }
    return draft
  }

  private static func stand(
    _ column: FieldCode, of table: FieldCode, in draft: inout FormDraft, _ records: Connection
  ) throws {
    for place in (draft.rows[table] ?? []).indices {
      guard let text = draft.rows[table]?[place].texts[column] else { continue }
      draft.rows[table]?[place].texts[column] = try standing(text, in: records)
    }
  }

  private static func standing(_ text: String, in records: Connection) throws -> String {
    guard !text.isEmpty, let ref = RecordRef(text), ref.kind == .person else { return text }
    let standing = try standing(ref, in: records)
    return standing == ref ? text : standing.text
  }
}

extension FieldKind {
  fileprivate var namesPeople: Bool {
    if case .link(let kinds) = self { kinds.contains(.person) } else { false }
  }
}

extension FormField {
  fileprivate var namesPeople: Bool {
    if case .typed(let kind) = content { kind.namesPeople } else { false }
  }
}
