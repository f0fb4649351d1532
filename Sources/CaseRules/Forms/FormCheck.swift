/// Everything that is wrong with a form, found in one go and never only the first thing.
package enum FormCheck {
  package static func findings(
    on draft: FormDraft, of form: FormDefinition, facts: FormFacts, in context: RuleContext
  ) -> [Finding] {
    findings(
      on: FormReading(draft, of: form, in: context.reading), draft, of: form, facts: facts,
      in: context)
  }

  package static func findings(
    on reading: FormReading, _ draft: FormDraft, of form: FormDefinition, facts: FormFacts,
    in context: RuleContext
  ) -> [Finding] {
    let asked = reading.concerning(facts, in: form)
    return answerFindings(on: asked, draft, of: form)
      + recordFindings(on: asked, of: form, facts: facts, in: context)
  }

  /// What the rules say of the answers beside the records.
  package static func recordFindings(
    on reading: FormReading, of form: FormDefinition, facts: FormFacts, in context: RuleContext
  ) -> [Finding] {
    form.rules.flatMap { $0.check(reading, facts, context) }
  }

  /// What is wrong with the answers by themselves, whatever the records say.
  package static func answerFindings(
    on reading: FormReading, _ draft: FormDraft, of form: FormDefinition
  ) -> [Finding] {
    unread(reading, of: form) + missing(reading, draft, of: form)
  }

  /// Texts that could not be read: kept as typed, but not saved as an answer.
  private static func unread(_ reading: FormReading, of form: FormDefinition) -> [Finding] {
    form.fields.flatMap { field -> [Finding] in
      switch field.content {
      case .typed:
        return problem(reading.readings[field.code]).map {
          [
            Finding(
              rule: field.rule ?? form.requiredBy, force: .blocks, field: field.code.text,
              words: $0)
          ]
        } ?? []
      case .rows(let columns, _):
        return (reading.rows[field.code] ?? []).flatMap { row in
          columns.compactMap { column in
            problem(row.readings[column.code]).map { words in
              let place = FieldPlace(field.code, row: row.id, column: column.code)
              return Finding(
                rule: column.rule ?? form.requiredBy, force: .blocks, field: place.path,
                words: words)
            }
          }
        }
      case .computed, .explained: return []
      }
    }
  }

  private static func problem(_ reading: Reading?) -> String? {
    switch reading {
    case .problem(let words): words
    case .choices(let codes):
      "More than one answer fits: \(codes.listed(atMost: 5)). Choose one from the list, or type it "
        + "in full"
    case .empty, .value, nil: nil
    }
  }

  private static func missing(
    _ reading: FormReading, _ draft: FormDraft, of form: FormDefinition
  ) -> [Finding] {
    form.fields.flatMap { field -> [Finding] in
      guard field.applies(reading) else { return [] }
      if case .rows(let columns, _) = field.content {
        let rows = reading.rows[field.code] ?? []
        if rows.isEmpty { return isNeeded(field, reading) ? [absent(field, form)] : [] }
        return missingCells(field, columns, rows, reading, form)
      }
      guard isNeeded(field, reading), case .empty? = reading.readings[field.code] else { return [] }
      return [absent(field, form)]
    }
  }

  private static func missingCells(
    _ field: FormField, _ columns: [FormField], _ rows: [FormReading.RowReading],
    _ reading: FormReading, _ form: FormDefinition
  ) -> [Finding] {
    rows.flatMap { row in
      columns.filter { column in
        guard case .empty? = row.readings[column.code] else { return false }
        return isNeeded(column, reading)
      }.map { column in
        let place = FieldPlace(field.code, row: row.id, column: column.code)
        return Finding(
          rule: form.requiredBy, force: .blocks, field: place.path,
          words: "“\(column.label)” needs an answer in every row of \(field.label)")
      }
    }
  }

  /// Whether this field has to be answered, as things stand.
  package static func isNeeded(_ field: FormField, _ reading: FormReading) -> Bool {
    switch field.need {
    case .optional: false
    case .always: field.applies(reading)
    case .when(let condition): field.applies(reading) && condition(reading)
    }
  }

  private static func absent(_ field: FormField, _ form: FormDefinition) -> Finding {
    Finding(
      rule: field.neededBy ?? form.requiredBy, force: .blocks, field: field.code.text,
      words: "“\(field.label)” needs an answer")
  }
}
