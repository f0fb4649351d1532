import CaseRules

/// A form as `forms FORM` prints it.
enum FormPage {
  /// "custody entry (C) or person (P)"; "nothing" where saving makes a new record.
  static func about(_ form: FormDefinition) -> String {
    let kinds = form.about.map { "\($0.words) (\($0.code))" }
    return ((form.standsAlone ? ["nothing"] : []) + kinds).joined(separator: " or ")
  }

  static func lines(of form: FormDefinition, _ codes: CodeBook) -> [String] {
    var lines = ["\(form.id.text): \(form.title)", form.purpose, "About: \(about(form))"]
    for section in form.sections {
      lines += ["", section.title.uppercased()]
      lines += section.fields.filter(FieldDescription.isAsked).flatMap {
        self.lines(of: $0, codes, indent: "  ")
      }
    }
    let imported = ImportCommand.importing[form.id].map {
      ["These codes are headings that throughcare import \($0) knows too"]
    }
    return lines + ["", "Warnings are passed with: \"reasons\": {\"RULE\": \"why\"}"]
      + ["A warning about one row alone with: {\"RULE FIELD\": \"why\"}"]
      + (imported ?? [])
  }

  private static func lines(
    of field: FormField, _ codes: CodeBook, indent: String
  ) -> [String] {
    let about = FieldDescription(field, codes: codes)
    let need =
      switch field.need {
      case .always: ", needed"
      case .when: ", needed at times"
      case .optional: ""
      }
    let limits = about.limits.map { ", " + $0 } ?? ""
    var lines = ["\(indent)\(field.code.text)  \(field.label) (\(about.type)\(limits)\(need))"]
    if !field.help.isEmpty { lines.append("\(indent)    \(field.help)") }
    lines += about.values.map { "\(indent)    \($0.code)  \($0.words)" }
    lines += about.columns.flatMap { self.lines(of: $0, codes, indent: indent + "    ") }
    return lines
  }

  static func json(of form: FormDefinition, _ codes: CodeBook) -> JSONValue {
    .object([
      "form": .string(form.id.text), "title": .string(form.title),
      "purpose": .string(form.purpose),
      "about": .array(form.about.map { .string($0.code) }),
      "stands_alone": .bool(form.standsAlone),
      "fields": .array(
        form.sections.flatMap { section in
          section.fields.filter(FieldDescription.isAsked).map {
            json(of: $0, in: section.title, codes)
          }
        }),
    ])
  }

  private static func json(
    of field: FormField, in section: String?, _ codes: CodeBook
  ) -> JSONValue {
    let about = FieldDescription(field, codes: codes)
    var members: [JSONValue.Member] = [
      .init("code", .string(field.code.text)), .init("label", .string(field.label)),
      .init("type", .string(about.type)),
      .init("required", .string(FieldDescription.need(of: field))),
      .init("help", .string(field.help)), .init("limits", .optional(about.limits)),
    ]
    if let section { members.insert(.init("section", .string(section)), at: 2) }
    if !about.values.isEmpty {
      members.append(
        .init(
          "values",
          .array(
            about.values.map {
              .object(["code": .string($0.code), "words": .string($0.words)])
            })))
    }
    if !about.columns.isEmpty {
      members.append(.init("columns", .array(about.columns.map { json(of: $0, in: nil, codes) })))
    }
    return .object(members)
  }
}
