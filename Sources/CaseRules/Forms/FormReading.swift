/// A draft as the rules see it: every text read once, by the kind of its field.
package struct FormReading: Equatable, Sendable {
  package internal(set) var readings: [FieldCode: Reading] = [:]
  package internal(set) var rows: [FieldCode: [RowReading]] = [:]

  package struct RowReading: Equatable, Sendable {
    package let id: Int
    package let readings: [FieldCode: Reading]

    package func answer(_ code: FieldCode) -> Answer? { readings[code]?.answer }
  }

  /// Reads the whole draft.
  ///
  /// Rows with nothing typed are ignored.
  package init(_ draft: FormDraft, of form: FormDefinition, in context: ReadingContext) {
    for field in form.fields {
      switch field.content {
      case .typed(let kind):
        readings[field.code] = FieldReader.read(draft[field.code], as: kind, in: context)
      case .rows(let columns, _):
        rows[field.code] = (draft.rows[field.code] ?? []).filter { !$0.isEmpty }.map { row in
          RowReading(row, columns: columns, in: context)
        }
      case .computed, .explained: break
      }
    }
  }

  package func answer(_ code: FieldCode) -> Answer? { readings[code]?.answer }
  package func isAnswered(_ code: FieldCode) -> Bool { answer(code) != nil }

  /// Without the answers to questions that cannot be about this record: they are not asked, and so
  /// neither judged nor kept.
  package func concerning(_ facts: FormFacts, in form: FormDefinition) -> FormReading {
    var asked = self
    for field in form.fields where !field.concerns(facts) {
      if readings[field.code] != nil { asked.readings[field.code] = .empty }
      if rows[field.code] != nil { asked.rows[field.code] = [] }
    }
    return asked
  }
}

extension FormReading.RowReading {
  init(_ row: FormDraft.Row, columns: [FormField], in context: ReadingContext) {
    var readings: [FieldCode: Reading] = [:]
    for column in columns {
      guard case .typed(let kind) = column.content else { continue }
      readings[column.code] = FieldReader.read(row.texts[column.code] ?? "", as: kind, in: context)
    }
    self.init(id: row.id, readings: readings)
  }
}

/// Answers by type, shared by a form and by each of its rows.
package protocol Answering {
  func answer(_ code: FieldCode) -> Answer?
}

extension FormReading: Answering {}
extension FormReading.RowReading: Answering {}

extension Answering {
  package func text(_ code: FieldCode) -> String? { answer(code)?.text }
  package func date(_ code: FieldCode) -> CalendarDate? { answer(code)?.date }
  package func moment(_ code: FieldCode) -> Moment? { answer(code)?.moment }
  package func time(_ code: FieldCode) -> ClockTime? { answer(code)?.time }
  package func minutes(_ code: FieldCode) -> Int? { answer(code)?.minutes }
  package func pence(_ code: FieldCode) -> Int? { answer(code)?.pence }
  package func number(_ code: FieldCode) -> Int? { answer(code)?.number }
  package func yesNo(_ code: FieldCode) -> YesNo? { answer(code)?.yesNo }
  package func isYes(_ code: FieldCode) -> Bool { yesNo(code) == .yes }
  package func code(_ code: FieldCode) -> String? { answer(code)?.code }
  package func codes(_ code: FieldCode) -> [String] { answer(code)?.codes ?? [] }
  package func link(_ code: FieldCode) -> RecordRef? { answer(code)?.link }
}
