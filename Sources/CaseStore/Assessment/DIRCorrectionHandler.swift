import CaseRules
import SQLite

/// GEN-003: a complete DIR is put right; the trail keeps what it said, and what hangs on it follows.
enum DIRCorrectionHandler {
  static let handler = FormHandler(
    DIRCorrectionForm.id,
    open: { records, about, context in
      let (scope, dir) = try found(about, records)
      let draft = asked(of: dir)
      let reading = FormReading(
        draft, of: DIRCorrectionForm.definition, in: context.reading(of: draft))
      return OpenedForm(
        form: DIRCorrectionForm.id, about: about,
        heading: try scope.heading(records, on: context.today), draft: draft,
        facts: try scope.facts(reading, records, context), revision: dir.revision,
        lastChange: try LastChange.of(dir.id.ref, in: records))
    },
    facts: { records, about, reading, context in
      try found(about, records).scope.facts(reading, records, context)
    },
    save: { transaction, about, reading, _, context in
      let (scope, dir) = try found(about, transaction.connection)
      let reason = try needed(reading.reason(CorrectionReason.field, settings: context.settings))
      let before = DIRRecords.reading(of: dir, context)
      try DIRRecords.correct(dir, reading, because: reason, in: transaction, context)
      let notes = try DIRCorrectionConsequences(
        dir: dir, before: before, after: reading,
        at: DIRConsequences(
          person: dir.person, scope: scope, transaction: transaction, context: context)
      ).follow()
      return SavedForm(dir.id.ref, notes: spend(before, reading) + notes)
    })

  private static func found(
    _ about: RecordRef?, _ records: Connection
  ) throws -> (scope: DIRScope, dir: DIRRow) {
    let scope = try DIRScope(about, records)
    let dir = try scope.dir.orNotFound()
    return (scope, dir)
  }

  /// The answers that the form asks; the others stay in the record.
  private static func asked(of dir: DIRRow) -> FormDraft {
    var draft = FormDraft()
    for field in DIRCorrectionForm.definition.fields {
      if let text = dir.draft.texts[field.code] { draft[field.code] = text }
      draft.rows[field.code] = dir.draft.rows[field.code]
    }
    return draft
  }

  /// The AUTO field, where the corrected lines change it.
  private static func spend(_ before: FormReading, _ after: FormReading) -> [String] {
    let was = WeeklySpend.pence(DIRForm.drugLines(in: before))
    let now = WeeklySpend.pence(DIRForm.drugLines(in: after))
    return was == now
      ? [] : ["Weekly spend \(Money.words(pence: now)), it was \(Money.words(pence: was))"]
  }
}
