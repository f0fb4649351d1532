import CaseRules
import SQLite

/// What follows for the client from a complete DIR.
struct DIRConsequences {
  let person: PersonID
  let scope: DIRScope
  let transaction: WriteTransaction
  let context: RuleContext

  var records: Connection { transaction.connection }
  private var events: CaseloadEvents { CaseloadEvents(transaction: transaction, context: context) }

  /// Answers with notes for the worker.
  func follow(_ reading: FormReading) throws -> [String] {
    let episode = try agreed(reading)
    return episode + (try bringPersonUpToDate(reading))
  }

  /// CUS-018: who is to be worked with goes on as Assessed; somebody who wants advice only, or
  /// nothing, gets no new episode.
  ///
  /// The step is of the day of the interview, or of a later one that is given.
  func agreed(_ reading: FormReading, on day: CalendarDate? = nil) throws -> [String] {
    let assessed = try needed(reading.moment(DIRForm.assessedAt)).date
    let actions = DIRForm.agreedActions(in: reading)
    let isOpen = try EpisodeRecords.open(of: person, in: records) != nil
    guard actions.goOn || isOpen else {
      return [
        "Nothing was agreed that goes on, so no contact is opened. "
          + "“\(ContactEpisodeForm.offer)” does that later; for \(context.settings.duplicateAssessmentDays) days this DIR counts for it"
      ]
    }
    let episode = try EpisodeRecords.assessmentDone(
      with: person, on: day ?? assessed, entryPoint: entryPoint(reading),
      statements: .both, in: transaction)
    guard episode.state == .assessed else { return [] }
    guard actions.join else {
      return ["Assessed. Joining the caseload is not among what was agreed"]
    }
    try events.agreedToJoin(episode)
    return ["Assessed. Next: " + CaseloadRules.nextAfterAssessment(for: context.worker)]
  }

  /// PPL-008: where the client came from.
  func entryPoint(_ reading: FormReading) -> EntryPoint {
    if scope.entry != nil { return .arrest }
    switch reading.choice(DIRForm.place, as: AssessmentPlace.self) {
    case .custody: return .arrest
    case .court: return .court
    case .prison: return .prison
    case .community, nil: return .other
    }
  }

  /// Enter once: what the person's record asks for at assessment is taken from the DIR.
  private func bringPersonUpToDate(_ reading: FormReading) throws -> [String] {
    let before = try PersonRecords.one(person, in: records).orNotFound()
    var after = before
    after.take(DIRTold(reading), insteadOf: nil)
    guard after != before else { return [] }
    try PersonRecords.change(after, in: transaction)
    return ["The person's record has been brought up to date (housing, work, safeguarding)"]
  }
}

extension [AgreedAction] {
  /// Work follows from one of them.
  var goOn: Bool { contains { $0.kind.goesOn } }
  var join: Bool { contains { $0.kind == .caseload } }
}
