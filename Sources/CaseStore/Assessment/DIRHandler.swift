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
      if scope.dir == nil { try started(scope, reading, transaction, context) }
      try DIRConsents.keep(reading, of: scope, person: person, in: transaction, context)
      try contactMade(person, reading, transaction)
      guard reading.isYes(DIRForm.complete), scope.dir?.completed == nil else {
        return SavedForm(id.ref, notes: notes(reading))
      }
      try DIRRecords.complete(id, person: person, in: transaction)
      try completed(scope, transaction, context)
      let episode = try handOver(person, scope, reading, transaction, context)
      let update = try bringUpToDate(person, reading, transaction)
      return SavedForm(id.ref, notes: notes(reading) + episode + update)
    })

  /// Enter once: what the person's record asks for at assessment is taken from the DIR.
  private static func bringUpToDate(
    _ id: PersonID, _ reading: FormReading, _ transaction: WriteTransaction
  ) throws -> [String] {
    guard let before = try PersonRecords.one(id, in: transaction.connection) else {
      throw StoreError.notFound
    }
    var person = before
    person.home.accommodation = reading.code(DIRForm.housing) ?? before.home.accommodation
    person.circumstances.employed =
      reading.yesNo(DIRForm.employed) ?? before.circumstances.employed
    person.circumstances.pregnant =
      reading.yesNo(DIRForm.pregnant) ?? before.circumstances.pregnant
    person.circumstances.safeguarding =
      reading.yesNo(DIRForm.safeguarding) ?? before.circumstances.safeguarding
    guard person != before else { return [] }
    try PersonRecords.change(person, in: transaction)
    return ["The person's record has been brought up to date (housing, work, safeguarding)"]
  }

  /// PPL-024: an assessment is contact.
  private static func contactMade(
    _ person: PersonID, _ reading: FormReading, _ transaction: WriteTransaction
  ) throws {
    guard let assessed = reading.moment(DIRForm.assessedAt) else { throw StoreError.notFound }
    try EpisodeRecords.contactMade(with: person, on: assessed.date, in: transaction)
  }

  /// CUS-018: who is to be worked with goes on as Assessed; somebody who wants advice only, or
  /// nothing, gets no new episode.
  private static func handOver(
    _ person: PersonID, _ scope: DIRScope, _ reading: FormReading,
    _ transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    guard let assessed = reading.moment(DIRForm.assessedAt) else { throw StoreError.notFound }
    let actions = DIRForm.agreedActions(in: reading)
    let goesOn = actions.contains { $0.kind.goesOn }
    let isOpen = try EpisodeRecords.open(of: person, in: transaction.connection) != nil
    guard goesOn || isOpen else {
      return [
        "Nothing was agreed that goes on, so no contact is opened. "
          + "“\(ContactEpisodeForm.offer)” does that later; for \(context.settings.duplicateAssessmentDays) days this DIR counts for it"
      ]
    }
    let episode = try EpisodeRecords.assessmentDone(
      with: person, on: assessed.date, entryPoint: entryPoint(scope, reading),
      statements: .both, in: transaction)
    guard episode.state == .assessed else { return [] }
    guard actions.contains(where: { $0.kind == .caseload }) else { return ["Assessed"] }
    try CaseloadEvents(transaction: transaction, context: context).agreedToJoin(episode)
    return ["Assessed. Next: " + CaseloadRules.nextAfterAssessment(for: context.worker)]
  }

  /// PPL-008: where the client came from.
  private static func entryPoint(_ scope: DIRScope, _ reading: FormReading) -> EntryPoint {
    if scope.entry != nil { return .arrest }
    switch reading.choice(DIRForm.place, as: AssessmentPlace.self) {
    case .custody: return .arrest
    case .court: return .court
    case .prison: return .prison
    case .community, nil: return .other
    }
  }

  private static func write(
    _ scope: DIRScope, _ person: PersonID, _ reading: FormReading,
    _ transaction: WriteTransaction, _ context: RuleContext
  ) throws -> DIRID {
    if let dir = scope.dir {
      try DIRRecords.update(dir, reading, in: transaction, context)
      return dir.id
    }
    return try DIRRecords.insert(
      reading, person: person, entry: scope.entryID, in: transaction, context)
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
