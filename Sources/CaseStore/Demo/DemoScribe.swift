import CaseRules
import SQLite

/// Fills in forms as the workers of the demonstration would have, each at its own time.
///
/// Every save goes through the door of the screen and of `submit`, so whatever the rules refuse
/// cannot be in a demonstration, and every deadline in it was started by a real event.
struct DemoScribe {
  let connection: Connection
  let practice: Practice
  let cast: DemoCast
  /// The moment the record looks back from.
  let now: Moment

  var today: CalendarDate { now.date }

  /// Why warnings are passed where a plan meets one (GEN-002).
  private static let reason = "Agreed with the client, nothing else was free"

  /// Saves a form; what is not answered stays as the records have it.
  @discardableResult
  func fill(
    _ form: FormID, about: RecordRef? = nil, by worker: Worker, at moment: Moment,
    _ answers: [FieldCode: String], rows: [FieldCode: [[FieldCode: String]]] = [:],
    because reason: String = Self.reason
  ) throws -> RecordRef {
    let context = practice.context(at: moment, for: worker)
    let opened = try FormDesk.open(form, about: about, on: connection, in: context)
    var submission = FormSubmission(
      form: form, about: about, draft: draft(opened.draft, answers, rows),
      revision: opened.revision)
    do {
      return try save(submission, context)
    } catch let refused as FormDesk.NotSaved {
      let warnings = refused.outcome.findings.warning
      guard !warnings.isEmpty, refused.outcome.findings.allowSaving else {
        throw trouble(form, refused)
      }
      for warning in warnings { submission.reasons[warning.reasonKey] = reason }
      do { return try save(submission, context) } catch let refused as FormDesk.NotSaved {
        throw trouble(form, refused)
      }
    }
  }

  /// Makes a change that has no form, attributed like one.
  func change(
    by worker: Worker, at moment: Moment, _ body: (WriteTransaction) throws -> Void
  ) throws {
    let transaction = WriteTransaction(
      connection, try Attribution(by: worker.id, as: worker.role, at: moment))
    try transaction.begin()
    try body(transaction)
    try transaction.finish()
  }

  /// Leaves a form unfinished, as the worker who was called away left it.
  func leave(
    _ form: FormID, about: RecordRef?, by worker: Worker, at moment: Moment,
    _ answers: [FieldCode: String], stoppedIn field: FieldCode
  ) throws {
    let context = practice.context(at: moment, for: worker)
    let opened = try FormDesk.open(form, about: about, on: connection, in: context)
    _ = try connection.keepDraft(
      nil,
      KeptDraft(
        form: form, about: about, draft: draft(opened.draft, answers, [:]), base: opened.draft,
        revision: opened.revision, lastPlace: FieldPlace(field)),
      by: worker.id, at: moment)
  }

  private func draft(
    _ known: FormDraft, _ answers: [FieldCode: String],
    _ rows: [FieldCode: [[FieldCode: String]]]
  ) -> FormDraft {
    var draft = known
    for (field, text) in answers { draft[field] = text }
    for (field, lines) in rows {
      draft.rows[field] = lines.enumerated().map { FormDraft.Row(id: $0 + 1, texts: $1) }
    }
    return draft
  }

  private func save(_ submission: FormSubmission, _ context: RuleContext) throws -> RecordRef {
    // Whoever decides something in the demonstration has typed their password for it.
    let by = try Attribution(
      by: context.worker.id, as: context.worker.role, at: context.now,
      confirmed: Confirmation(worker: context.worker.id, session: "demo", at: context.now))
    let transaction = WriteTransaction(connection, by)
    try transaction.begin()
    let outcome: SaveOutcome
    do {
      outcome = try FormDesk.save(submission, in: transaction, context: context)
    } catch {
      // All of it is one transaction, so that nothing else takes the save away that did not come.
      try connection.execute("DELETE FROM save WHERE id = ?", by.saveID)
      throw error
    }
    if case .saved = outcome, let about = submission.about, Viewing.isOfSomebody(about) {
      // Whoever fills in a form about somebody has looked at them (GEN-003).
      try Viewing.note(about, through: submission.form, in: transaction)
    }
    try transaction.finish()
    switch outcome {
    case .saved(let ref, _, _): return ref
    case .refused, .changedElsewhere, .needsPassword: throw FormDesk.NotSaved(outcome: outcome)
    }
  }

  private func trouble(_ form: FormID, _ refused: FormDesk.NotSaved) -> DemoTrouble {
    let standing = refused.outcome.findings.filter { $0.force <= .warns }
    return DemoTrouble(
      form: form,
      words: standing.map { "\($0.field ?? "-") \($0.display)" }.joined(separator: "; "))
  }
}

extension SaveOutcome {
  fileprivate var findings: [Finding] {
    switch self {
    case .refused(let findings): findings
    case .saved, .changedElsewhere, .needsPassword: []
    }
  }
}
