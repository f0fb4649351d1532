import CaseRules
import SQLite

/// What follows for the client from a complete DIR, when it is completed and when it is corrected.
struct DIRConsequences {
  let person: PersonID
  let scope: DIRScope
  let transaction: WriteTransaction
  let context: RuleContext

  private var records: Connection { transaction.connection }
  private var events: CaseloadEvents { CaseloadEvents(transaction: transaction, context: context) }

  /// CUS-018: who is to be worked with goes on as Assessed; somebody who wants advice only, or
  /// nothing, gets no new episode.
  func agreed(_ reading: FormReading) throws -> [String] {
    guard let assessed = reading.moment(DIRForm.assessedAt) else { throw StoreError.notFound }
    let actions = DIRForm.agreedActions(in: reading)
    let isOpen = try EpisodeRecords.open(of: person, in: records) != nil
    guard actions.goOn || isOpen else {
      return [
        "Nothing was agreed that goes on, so no contact is opened. "
          + "“\(ContactEpisodeForm.offer)” does that later; for \(context.settings.duplicateAssessmentDays) days this DIR counts for it"
      ]
    }
    let episode = try EpisodeRecords.assessmentDone(
      with: person, on: assessed.date, entryPoint: entryPoint(reading),
      statements: .both, in: transaction)
    guard episode.state == .assessed else { return [] }
    guard actions.join else { return ["Assessed"] }
    try events.agreedToJoin(episode)
    return ["Assessed. Next: " + CaseloadRules.nextAfterAssessment(for: context.worker)]
  }

  /// PPL-008: where the client came from.
  private func entryPoint(_ reading: FormReading) -> EntryPoint {
    if scope.entry != nil { return .arrest }
    switch reading.choice(DIRForm.place, as: AssessmentPlace.self) {
    case .custody: return .arrest
    case .court: return .court
    case .prison: return .prison
    case .community, nil: return .other
    }
  }

  /// Enter once: what the person's record asks for at assessment is taken from the DIR.
  func bringPersonUpToDate(_ reading: FormReading) throws -> [String] {
    guard let before = try PersonRecords.one(person, in: records) else {
      throw StoreError.notFound
    }
    var after = before
    after.take(DIRTold(reading), insteadOf: nil)
    guard after != before else { return [] }
    try PersonRecords.change(after, in: transaction)
    return ["The person's record has been brought up to date (housing, work, safeguarding)"]
  }
}

// MARK: - Corrections

extension DIRConsequences {
  /// The same as if the DIR had said so at first, as far as nobody has gone on from it.
  func corrected(from before: FormReading, to after: FormReading) throws -> [String] {
    try contactCorrected(from: before, to: after)
    return try agreementCorrected(from: before, to: after)
      + (try personCorrected(from: before, to: after))
  }

  /// PPL-024: an assessment is contact, on its own day.
  private func contactCorrected(from before: FormReading, to after: FormReading) throws {
    guard let old = before.moment(DIRForm.assessedAt), let new = after.moment(DIRForm.assessedAt),
      old != new
    else { return }
    if let entry = scope.entryID {
      try transaction.connection.execute(
        "UPDATE custody_entry SET dir_started_at = ? WHERE id = ? AND dir_started_at = ?", new,
        entry, old)
    }
    try ContactStanding.recount(person, on: context.today, in: transaction)
  }

  private func agreementCorrected(
    from before: FormReading, to after: FormReading
  ) throws -> [String] {
    let (old, new) = (DIRForm.agreedActions(in: before), DIRForm.agreedActions(in: after))
    let open = try EpisodeRecords.open(of: person, in: records)
    if new.goOn, !old.goOn {
      return try open == nil && hasEndedSince(after)
        ? [
          "Their time with the team since this DIR has ended. "
            + "“\(ContactEpisodeForm.offer)” begins another"
        ] : agreed(after)
    }
    guard let open, open.joined == nil else { return [] }
    if new.join, !old.join { return try agreed(after) }
    if old.join, !new.join { try noLongerJoins(open) }
    return old.goOn && !new.goOn
      ? ["\(open.id.ref.text) stays open. Close it if nothing goes on"] : []
  }

  /// A contact that was opened and closed after the DIR was another worker's decision.
  private func hasEndedSince(_ reading: FormReading) throws -> Bool {
    guard let assessed = reading.moment(DIRForm.assessedAt) else { return false }
    return try EpisodeRecords.all(of: person, in: records)
      .contains { $0.closed.map { $0 >= assessed.date } ?? false }
  }

  /// PPL-014: who has not agreed to join waits for no care plan.
  private func noLongerJoins(_ episode: Episode) throws {
    let waiting = try DeadlineRecords.all(about: episode.id.ref, in: records).filter {
      $0.deadline.name == CaseloadDeadlines.firstCarePlanName && $0.isWaiting
    }
    try DeadlineRecords.setAside(
      waiting, because: "corrected: joining the caseload was not agreed", in: transaction)
  }

  /// Only what the record still has from this DIR, and only while no newer one has spoken.
  private func personCorrected(
    from before: FormReading, to after: FormReading
  ) throws -> [String] {
    let newest = try DIRRecords.latestComplete(of: person, in: records)
    guard newest?.ref == scope.dir?.id.ref,
      let known = try PersonRecords.one(person, in: records)
    else { return [] }
    var person = known
    person.take(DIRTold(after), insteadOf: DIRTold(before))
    guard person != known else { return [] }
    try PersonRecords.change(person, in: transaction)
    return ["The person's record follows (housing, work, safeguarding)"]
  }
}

extension [AgreedAction] {
  /// Work follows from one of them.
  fileprivate var goOn: Bool { contains { $0.kind.goesOn } }
  fileprivate var join: Bool { contains { $0.kind == .caseload } }
}

/// What a DIR tells of circumstances that the person's record keeps.
private struct DIRTold {
  let accommodation: String?
  let employed: YesNo?
  let pregnant: YesNo?
  let safeguarding: YesNo?

  init(_ reading: FormReading) {
    accommodation = reading.code(DIRForm.housing)
    employed = reading.yesNo(DIRForm.employed)
    pregnant = reading.yesNo(DIRForm.pregnant)
    safeguarding = reading.yesNo(DIRForm.safeguarding)
  }
}

extension Person {
  /// Takes every answer; instead of an earlier one only where that still stands here.
  fileprivate mutating func take(_ told: DIRTold, insteadOf earlier: DIRTold?) {
    func next<Value: Equatable>(
      _ now: Value?, _ told: KeyPath<DIRTold, Value?>, of new: DIRTold
    ) -> Value? {
      if let earlier {
        guard earlier[keyPath: told] != new[keyPath: told], earlier[keyPath: told] == now else {
          return now
        }
      }
      return new[keyPath: told] ?? now
    }
    home.accommodation = next(home.accommodation, \.accommodation, of: told)
    circumstances.employed = next(circumstances.employed, \.employed, of: told)
    circumstances.pregnant = next(circumstances.pregnant, \.pregnant, of: told)
    circumstances.safeguarding = next(circumstances.safeguarding, \.safeguarding, of: told)
  }
}
