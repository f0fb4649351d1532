import CaseRules
import TextScreen

/// The answers of a JSON object, laid over what the records know already.
struct SubmittedFields {
  /// The name under which warnings are given their reasons (GEN-002).
  static let reasonsName = "reasons"

  private(set) var draft: FormDraft
  private(set) var reasons: [String: String] = [:]
  /// What in the JSON fits no field of the form.
  private(set) var findings: [Finding] = []

  private let form: FormDefinition

  init(_ value: JSONValue, over known: FormDraft, of form: FormDefinition) {
    draft = known
    self.form = form
    guard case .object(let members) = value else {
      refuse(
        nil,
        "A JSON object is needed, with a member for each field; this is "
          + value.kindInWords)
      return
    }
    for member in members { take(member) }
  }

  private mutating func take(_ member: JSONValue.Member) {
    if member.name == Self.reasonsName { return takeReasons(member.value) }
    let code = FieldCode(member.name)
    guard let field = form.field(code), FieldDescription.isAsked(field) else {
      return refuse(member.name, unknown(member.name))
    }
    switch field.content {
    case .typed(let kind):
      if let text = text(of: member.value, as: kind, at: member.name) { draft[code] = text }
    case .rows(let columns, let most): takeRows(member.value, field, columns, most: most)
    case .computed, .explained: break
    }
  }

  private func unknown(_ name: String) -> String {
    if form.field(FieldCode(name)) != nil { return "\(name) is worked out and cannot be given" }
    let known = form.fields.filter(FieldDescription.isAsked).map(\.code.text)
    let hint = nearest(to: name, among: known).map { " Did you mean \($0)?" } ?? ""
    return "The form \(form.id.text) has no field \(name).\(hint)"
  }

  private mutating func refuse(_ field: String?, _ words: String) {
    findings.append(Finding("GEN-009", .blocks, field: field, words))
  }

  /// Puts the number of a record in the place of its name.
  mutating func put(_ ref: RecordRef, at place: FieldPlace) { draft[place] = ref.text }

  mutating func refuse(_ words: String, at place: FieldPlace) { refuse(place.path, words) }

  // MARK: Values

  /// The answer as somebody would type it; nil, with a finding, when it is no answer.
  private mutating func text(
    of value: JSONValue, as kind: FieldKind, at place: String
  ) -> String? {
    switch value {
    case .null: return ""
    case .string(let text): return text
    case .number(let digits): return digits
    case .bool(let isTrue): return isTrue ? "yes" : "no"
    case .array(let values):
      guard Self.takesSeveral(kind) else {
        refuse(place, "One answer is needed, not a list")
        return nil
      }
      let texts = values.compactMap { text(of: $0, as: .text(max: 0), at: place) }
      return texts.joined(separator: ", ")
    case .object:
      refuse(place, "A text, number, true or false is needed, not an object")
      return nil
    }
  }

  private static func takesSeveral(_ kind: FieldKind) -> Bool {
    switch kind {
    case .codes, .choices: true
    case .text, .name, .longText, .date, .dateTime, .time, .duration, .money, .number, .decimal,
      .yesNo, .code, .choice, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      false
    }
  }

  private mutating func takeRows(
    _ value: JSONValue, _ field: FormField, _ columns: [FormField], most: Int
  ) {
    guard case .array(let values) = value else {
      return refuse(
        field.code.text,
        "A list of objects is needed, one for each row; this is "
          + value.kindInWords)
    }
    if values.count > most {
      refuse(field.code.text, "\(field.label) takes at most \(most) rows, not \(values.count)")
    }
    var rows: [FormDraft.Row] = []
    for (index, value) in values.prefix(most).enumerated() {
      guard case .object(let members) = value else {
        refuse(field.code.text, "Row \(index + 1) is \(value.kindInWords), not an object")
        continue
      }
      rows.append(row(index + 1, members, field.code, columns))
    }
    draft.rows[field.code] = rows
  }

  private mutating func row(
    _ number: Int, _ members: [JSONValue.Member], _ table: FieldCode, _ columns: [FormField]
  ) -> FormDraft.Row {
    var row = FormDraft.Row(id: number)
    for member in members {
      let place = FieldPlace(table, row: number, column: FieldCode(member.name)).path
      guard let column = columns.first(where: { $0.code.text == member.name }),
        case .typed(let kind) = column.content
      else {
        let hint = nearest(to: member.name, among: columns.map(\.code.text))
        refuse(
          place,
          "The rows of \(table.text) have no \(member.name)."
            + (hint.map { " Did you mean \($0)?" } ?? ""))
        continue
      }
      if let text = text(of: member.value, as: kind, at: place) { row.texts[column.code] = text }
    }
    return row
  }

  private mutating func takeReasons(_ value: JSONValue) {
    guard case .object(let members) = value else {
      return refuse(
        Self.reasonsName, "An object is needed: {\"PPL-021\": \"why it is done all the same\"}")
    }
    for member in members {
      guard case .string(let text) = member.value else {
        refuse(Self.reasonsName, "The reason for \(member.name) is \(member.value.kindInWords)")
        continue
      }
      reasons[member.name] = text
    }
  }
}
