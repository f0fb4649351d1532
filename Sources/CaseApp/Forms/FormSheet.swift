package import CaseRules

/// A form laid out for filling in: every question with its number, found at once by its code.
package struct FormSheet: Sendable {
  /// A question in its place.
  package struct Item: Sendable {
    package let field: FormField
    /// Counted from 0.
    package let section: Int
    /// As on paper: "3.6", or "6" in a form of one section; empty for a line of explanation.
    package let number: String
  }

  package let definition: FormDefinition
  package let items: [Item]
  /// Which items belong to each section.
  package let sections: [Range<Int>]
  private let indices: [FieldCode: Int]

  package init(_ definition: FormDefinition) {
    self.definition = definition
    var items: [Item] = []
    var sections: [Range<Int>] = []
    for (index, section) in definition.sections.enumerated() {
      let start = items.count
      var number = 0
      for field in section.fields {
        if case .explained = field.content {
          items.append(Item(field: field, section: index, number: ""))
          continue
        }
        number += 1
        let prefix = definition.sections.count > 1 ? "\(index + 1)." : ""
        items.append(Item(field: field, section: index, number: prefix + String(number)))
      }
      sections.append(start..<items.count)
    }
    self.items = items
    self.sections = sections
    indices = Dictionary(items.enumerated().map { ($1.field.code, $0) }) { first, _ in first }
  }

  package func index(of code: FieldCode) -> Int? { indices[code] }

  package func item(_ code: FieldCode) -> Item? { indices[code].map { items[$0] } }

  /// The question asked at a place: the field, or the column of a cell.
  package func field(at place: FieldPlace) -> FormField? {
    guard let field = item(place.field)?.field else { return nil }
    guard let column = place.column else { return field }
    return columns(of: field).first { $0.code == column }
  }

  /// What may be typed at a place; nil where nothing can be.
  package func kind(at place: FieldPlace) -> FieldKind? {
    if case .typed(let kind)? = field(at: place)?.content { kind } else { nil }
  }

  package func columns(of field: FormField) -> [FormField] {
    if case .rows(let columns, _) = field.content { columns } else { [] }
  }

  package func columns(of code: FieldCode) -> [FormField] {
    item(code).map { columns(of: $0.field) } ?? []
  }

  package func isTable(_ code: FieldCode) -> Bool {
    if case .rows? = item(code)?.field.content { true } else { false }
  }

  /// "Days", and for a cell "Drugs row 2 Days".
  package func label(at place: FieldPlace, in draft: FormDraft) -> String {
    guard let field = item(place.field)?.field else { return place.path }
    guard let column = self.field(at: place), place.column != nil else { return field.label }
    let row = (draft.rows[place.field] ?? []).firstIndex { $0.id == place.row }
    guard let row else { return "\(field.label) \(column.label)" }
    return "\(field.label) row \(row + 1) \(column.label)"
  }
}

/// Two sheets of one form are the same; a form never changes while the program runs.
extension FormSheet: Equatable {
  package static func == (one: FormSheet, other: FormSheet) -> Bool {
    one.definition.id == other.definition.id && one.indices == other.indices
  }
}
