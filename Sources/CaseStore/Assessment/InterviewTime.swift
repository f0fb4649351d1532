import CaseRules
import SQLite

/// When a DIR was taken, where others than the DIR itself tell of it.
enum InterviewTime {
  /// The time was put right: the board's mark moves along where it is this DIR's, and so does the
  /// contact that the interview was (PPL-024).
  static func moved(
    from before: FormReading, to after: FormReading, of dir: DIRRow,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    let old = try needed(before.moment(DIRForm.assessedAt))
    let new = try needed(after.moment(DIRForm.assessedAt))
    guard old != new else { return }
    if let entry = dir.entry {
      try transaction.connection.execute(
        "UPDATE custody_entry SET dir_started_at = ? WHERE id = ? AND dir_started_at = ?", new,
        entry, old)
      try EntrySummary.refresh(entry, in: transaction, now: context.now)
    }
    try ContactStanding.recount(dir.person, on: context.today, in: transaction)
  }
}
