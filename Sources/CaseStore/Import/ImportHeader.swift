package import CaseRules

/// Which column of a file goes into which field of a form.
package struct ImportHeader: Equatable, Sendable {
  /// A column that names each line in the system it comes from.
  private static let reference = "reference"
  /// A column we write into the file of rejected lines, and do not read.
  package static let problem = "problem"

  /// The columns whose texts, joined by a blank, are the field's text.
  package let columns: [FieldCode: [Int]]
  /// Where the first row of a repeating table has its texts.
  package let rowColumns: [FieldCode: [FieldCode: Int]]
  /// The answer of every line that has none of its own.
  package let constants: [FieldCode: String]
  package let referenceColumn: Int?
  package let problemColumn: Int?
  package let count: Int
  /// Headings that nothing is read from.
  package let unread: [String]

  /// What is wrong with the first line of the file, or with the mapping.
  package struct Problem: Error, Equatable {
    package let words: String
  }

  /// Finds the fields by their code, their label or another known name; `mapping` stands above all.
  ///
  /// - Throws: `Problem`
  package init(
    _ headings: [String], for form: FormDefinition, names: [FieldCode: [String]] = [:],
    mapping: [(field: String, heading: String)] = [], constants: [String: String] = [:]
  ) throws {
    var found = Headings(headings)
    var columns: [FieldCode: [Int]] = [:]
    var reference: Int?
    for (field, heading) in mapping {
      let places = try heading.split(separator: "+").map { try found.take(String($0)) }
      if field == Self.reference {
        reference = places.first
      } else {
        columns[try Self.field(field, of: form).code] = places
      }
    }
    for field in form.fields where columns[field.code] == nil && Self.canBeColumn(field) {
      let known = [field.code.text, field.label] + (names[field.code] ?? [])
      if let place = found.takeFirst(of: known) { columns[field.code] = [place] }
    }
    rowColumns = Self.rowColumns(of: form, names: names, in: &found)
    self.constants = try constants.reduce(into: [:]) { all, constant in
      all[try Self.field(constant.key, of: form).code] = constant.value
    }
    referenceColumn = reference ?? found.takeFirst(of: Self.referenceNames)
    problemColumn = found.takeFirst(of: [Self.problem])
    self.columns = columns
    count = headings.count
    unread = found.left
    let missing = form.fields.filter { field in
      field.isAlwaysNeeded && Self.canBeColumn(field) && columns[field.code] == nil
        && self.constants[field.code] == nil
    }
    if !missing.isEmpty { throw Self.missing(missing, headings) }
  }

  private static let referenceNames = [
    reference, "ref", "source reference", "source ref", "record id", "id",
  ]

  /// A line has one phone, or one alias: the first row of the table.
  private static func rowColumns(
    of form: FormDefinition, names: [FieldCode: [String]], in found: inout Headings
  ) -> [FieldCode: [FieldCode: Int]] {
    var rows: [FieldCode: [FieldCode: Int]] = [:]
    for field in form.fields {
      guard case .rows(let cells, _) = field.content else { continue }
      for (place, cell) in cells.enumerated() {
        // The table's own name means the first thing its rows say.
        let table = place == 0 ? [field.code.text, field.label] : []
        let known =
          [cell.code.text, "\(field.code.text).\(cell.code.text)"] + (names[cell.code] ?? [])
          + table
        if let place = found.takeFirst(of: known) {
          rows[field.code, default: [:]][cell.code] = place
        }
      }
    }
    return rows
  }

  private static func canBeColumn(_ field: FormField) -> Bool {
    if case .typed = field.content { true } else { false }
  }

  private static func field(_ code: String, of form: FormDefinition) throws -> FormField {
    if let field = form.field(FieldCode(code)), canBeColumn(field) { return field }
    let known = form.fields.filter(canBeColumn).map(\.code.text) + [reference]
    throw Problem(
      words: "There is no field \"\(code)\" to map. Fields are \(known.joined(separator: ", "))")
  }

  private static func missing(_ fields: [FormField], _ headings: [String]) -> Problem {
    let names = fields.map(\.code.text).joined(separator: ", ")
    let found = headings.map { "\"\($0.trimmed)\"" }.joined(separator: ", ")
    return Problem(
      words: "The first line has no column for \(names). It has \(found). Name the column with: "
        + "--map \(fields.first?.code.text ?? "FIELD")=HEADING, or give all lines the same answer "
        + "with --set")
  }

  /// The line's texts by field.
  package func draft(_ texts: [String]) -> FormDraft {
    var draft = FormDraft(texts: constants)
    for (field, places) in columns {
      let text = places.map { texts[$0].trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
      if !text.isEmpty || constants[field] == nil { draft[field] = text }
    }
    for (field, places) in rowColumns {
      let row = FormDraft.Row(id: 1, texts: places.mapValues { texts[$0].trimmed })
      if !row.isEmpty { draft.rows[field] = [row] }
    }
    return draft
  }

  /// nil when the line has the right number of fields.
  package func problem(with texts: [String]) -> String? {
    if texts.count == count { return nil }
    if let problemColumn, problemColumn == count - 1, texts.count == count - 1 { return nil }
    return "The line has \(texts.count) values and the first line \(count)"
  }

  package func reference(of texts: [String]) -> String? {
    guard let referenceColumn, referenceColumn < texts.count else { return nil }
    let text = texts[referenceColumn].trimmed
    return text.isEmpty ? nil : text
  }
}

/// The headings of a file, looked up whatever their capitals, blanks and hyphens.
private struct Headings {
  private let texts: [String]
  private let keys: [String]
  private var taken: Set<Int> = []

  init(_ texts: [String]) {
    self.texts = texts
    keys = texts.map(Self.key)
  }

  private static func key(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  mutating func take(_ heading: String) throws -> Int {
    guard let place = keys.firstIndex(of: Self.key(heading)) else {
      throw ImportHeader.Problem(words: "The file has no column \"\(heading)\"")
    }
    taken.insert(place)
    return place
  }

  mutating func takeFirst(of names: [String]) -> Int? {
    for name in names {
      guard
        let place = keys.indices.first(where: {
          keys[$0] == Self.key(name) && !taken.contains($0)
        })
      else { continue }
      taken.insert(place)
      return place
    }
    return nil
  }

  var left: [String] {
    texts.indices.filter { !taken.contains($0) }.map { texts[$0].trimmed }.filter { !$0.isEmpty }
  }
}

extension FormField {
  fileprivate var isAlwaysNeeded: Bool {
    switch need {
    case .always: true
    case .optional, .when: false
    }
  }
}
