import CaseRules
import SQLite

/// The DIR: new about a detention or a person, or carried on.
enum DIRHandler {
  static let handler = FormHandler(
    DIRForm.id,
    open: { records, about, context in
      let scope = try DIRScope(about, records)
      let known = try scope.known(records, context)
      let reading = FormReading(known.draft, of: DIRForm.definition, in: context.reading)
      return OpenedForm(
        form: DIRForm.id, about: about, heading: try scope.heading(records, on: context.today),
        draft: known.draft,
        sources: known.sources, facts: try scope.facts(reading, records, context),
        revision: scope.dir?.revision,
        lastChange: try scope.dir.flatMap { try LastChange.of($0.id.ref, in: records) })
    },
    facts: { records, about, reading, context in
      try DIRScope(about, records).facts(reading, records, context)
    },
    save: { transaction, about, reading, _, context in
      let scope = try DIRScope(about, transaction.connection)
      guard let person = scope.person else {
        throw StoreError.refused([DIRScope.noPerson])
      }
      let id = try write(scope, person, reading, transaction, context)
      try DIRConsents.keep(reading, of: scope, person: person, in: transaction, context)
      try contactMade(person, reading, transaction)
      guard reading.isYes(DIRForm.complete), scope.dir?.completed == nil else {
        return SavedForm(id.ref, notes: notes(reading))
      }
      try DIRRecords.complete(id, person: person, in: transaction)
      try completed(scope, transaction, context)
      let follows = DIRConsequences(
        person: person, scope: scope, transaction: transaction, context: context)
      return SavedForm(id.ref, notes: notes(reading) + (try follows.follow(reading)))
    })

  /// PPL-024: an assessment is contact.
  private static func contactMade(
    _ person: PersonID, _ reading: FormReading, _ transaction: WriteTransaction
  ) throws {
    let assessed = try needed(reading.moment(DIRForm.assessedAt))
    try EpisodeRecords.contactMade(with: person, on: assessed.date, in: transaction)
  }

  private static func write(
    _ scope: DIRScope, _ person: PersonID, _ reading: FormReading,
    _ transaction: WriteTransaction, _ context: RuleContext
  ) throws -> DIRID {
    if let dir = scope.dir {
      try DIRRecords.carryOn(dir, reading, in: transaction, context)
      try InterviewTime.moved(
        from: DIRRecords.reading(of: dir, context), to: reading, of: dir, in: transaction, context)
      return dir.id
    }
    let id = try DIRRecords.insert(
      reading, person: person, entry: scope.entryID, in: transaction, context)
    try started(scope, reading, transaction, context)
    return id
  }

  /// The board shows that an assessment is under way.
  private static func started(
    _ scope: DIRScope, _ reading: FormReading, _ transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    guard let entry = scope.entryID else { return }
    try transaction.connection.execute(
      "UPDATE custody_entry SET dir_started_at = ? WHERE id = ? AND dir_started_at IS NULL",
      reading.moment(DIRForm.assessedAt), entry)
    try EntrySummary.refresh(entry, in: transaction, now: context.now)
  }

  private static func completed(
    _ scope: DIRScope, _ transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    guard let entry = scope.entryID else { return }
    try transaction.connection.execute(
      "UPDATE custody_entry SET dir_completed_at = ? WHERE id = ? AND dir_completed_at IS NULL",
      transaction.attribution.at, entry)
    try EntrySummary.refresh(entry, in: transaction, now: context.now)
  }

  private static func notes(_ reading: FormReading) -> [String] {
    let lines = DIRForm.drugLines(in: reading)
    var notes: [String] = []
    if !lines.isEmpty {
      notes.append("Weekly spend " + Money.words(pence: WeeklySpend.pence(lines)))
    }
    if !reading.isYes(DIRForm.complete) {
      notes.append("Kept as unfinished; open it again to carry on")
    }
    return notes
  }
}
