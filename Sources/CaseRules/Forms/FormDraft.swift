/// What somebody has typed into a form so far, exactly as typed.
///
/// Only texts are kept: an answer is always read from its text, so a draft survives a crash, a
/// newer program and another keyboard without losing what was meant.
package struct FormDraft: Equatable, Sendable {
  package var texts: [FieldCode: String]
  package var rows: [FieldCode: [Row]]

  /// A line of a repeating table.
  ///
  /// Its number is its identity inside the draft, never shown.
  package struct Row: Equatable, Sendable, Identifiable {
    package let id: Int
    package var texts: [FieldCode: String]

    package init(id: Int, texts: [FieldCode: String] = [:]) {
      self.id = id
      self.texts = texts
    }

    package var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }
  }

  package init(texts: [FieldCode: String] = [:], rows: [FieldCode: [Row]] = [:]) {
    self.texts = texts
    self.rows = rows
  }

  /// Every text, those of several answers one by one: what a record already holds.
  package var heldTexts: Set<String> {
    let all = Array(texts.values) + rows.values.flatMap { $0.flatMap(\.texts.values) }
    return Set(
      all.flatMap { $0.split(separator: ",") }.map { String($0.drop { $0 == " " }) })
  }

  package subscript(_ code: FieldCode) -> String {
    get { texts[code] ?? "" }
    set { texts[code] = newValue }
  }

  package subscript(_ place: FieldPlace) -> String {
    get {
      guard let row = place.row, let column = place.column else { return self[place.field] }
      return rows[place.field]?.first { $0.id == row }?.texts[column] ?? ""
    }
    set {
      guard let row = place.row, let column = place.column else {
        self[place.field] = newValue
        return
      }
      guard let index = rows[place.field]?.firstIndex(where: { $0.id == row }) else { return }
      rows[place.field]?[index].texts[column] = newValue
    }
  }

  package var isEmpty: Bool {
    texts.values.allSatisfy(\.isEmpty) && rows.values.allSatisfy { $0.allSatisfy(\.isEmpty) }
  }
}

/// Where in a form: a field, or one cell of a repeating table.
package struct FieldPlace: Hashable, Sendable {
  package let field: FieldCode
  package let row: Int?
  package let column: FieldCode?

  package init(_ field: FieldCode) {
    self.field = field
    row = nil
    column = nil
  }

  package init(_ field: FieldCode, row: Int, column: FieldCode) {
    self.field = field
    self.row = row
    self.column = column
  }

  /// As drafts and findings spell it: `drugs` or `drugs.2.spend`.
  package var path: String {
    guard let row, let column else { return field.text }
    return "\(field.text).\(row).\(column.text)"
  }

  package init?(path: String) {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: self.init(FieldCode(parts[0]))
    case 3:
      guard let row = Int(parts[1]) else { return nil }
      self.init(FieldCode(parts[0]), row: row, column: FieldCode(parts[2]))
    default: return nil
    }
  }
}
