import CaseRules
import SQLite

/// What came of the appointment of a caller who is not on file (PPL-055).
enum CallerCameHandler {
  static let handler = FormHandler(
    CallerCameForm.id,
    open: { records, about, context in
      let file = try CallFiles.load(needed(about), in: records, context)
      var known = KnownAnswers()
      known.set(CallerCameForm.cancelledAt, at: context.now.startOfMinute, from: "now")
      return OpenedForm(
        form: CallerCameForm.id, about: about, heading: heading(file), draft: known.draft,
        sources: known.sources, facts: CallFiles.facts(of: file),
        revision: try HelplineCallID(file.call.ref)
          .flatMap { try HelplineCallRecords.revision(of: $0, in: records) },
        lastChange: try LastChange.of(file.call.ref, in: records))
    },
    facts: { records, about, _, context in
      CallFiles.facts(of: try CallFiles.load(needed(about), in: records, context))
    },
    save: { transaction, about, reading, _, context in
      let file = try CallFiles.load(needed(about), in: transaction.connection, context)
      guard let outcome: CallerOutcome = reading.choice(CallerCameForm.outcome),
        let id = HelplineCallID(file.call.ref), let starts = file.call.bookedFor
      else { throw StoreError.notFound }
      try HelplineCallRecords.change(
        id, "UPDATE helpline_call SET outcome = ?, cancelled_at = ? WHERE id = ?", outcome,
        outcome == .cancelled ? reading.moment(CallerCameForm.cancelledAt) : nil, in: transaction)
      let owed = try DeadlineRecords.open(
        CaseloadDeadlines.outcome(of: starts).name, about: id.ref, in: transaction.connection)
      switch outcome {
      case .came, .missed:
        try DeadlineRecords.meet(owed, on: .moment(context.now), in: transaction)
      case .cancelled:
        try DeadlineRecords.setAside(
          owed, because: "The appointment was cancelled", in: transaction)
      }
      return SavedForm(id.ref, flags: late(starts, outcome, context))
    })

  private static func heading(_ file: CallFile) -> String {
    let when = file.call.bookedFor.map { ": appointment \($0.ukWithWeekday)" } ?? ""
    return "\(file.who)  \(file.call.ref.text)\(when)"
  }

  /// GEN-001: an outcome that comes later than its day is kept and marked.
  private static func late(
    _ starts: Moment, _ outcome: CallerOutcome, _ context: RuleContext
  ) -> [Finding] {
    guard outcome != .cancelled, context.today > starts.date else { return [] }
    return [
      Finding(
        "PPL-022", .flags, field: CallerCameForm.outcome.text,
        "The outcome was due on \(starts.date.uk), the day of the appointment")
    ]
  }
}
