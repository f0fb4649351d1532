import CaseRules
import SQLite

/// What hangs on a complete DIR that was put right, and follows it as far as it still rests on it.
///
/// What has gone on from another assessment, has ended, or was decided by somebody since stays; the
/// worker is told of it.
struct DIRCorrectionConsequences {
  /// As it was before.
  let dir: DIRRow
  let before: FormReading
  let after: FormReading
  let at: DIRConsequences

  private var person: PersonID { at.person }
  private var records: Connection { at.records }
  private var transaction: WriteTransaction { at.transaction }

  /// Answers with notes for the worker.
  func follow() throws -> [String] {
    let contact = try contactFollows()
    let agreement = try agreementFollows()
    return contact + agreement + (try personFollows())
  }
}

// MARK: - The contact it was

extension DIRCorrectionConsequences {
  /// PPL-024: an assessment is contact, on its own day.
  private func contactFollows() throws -> [String] {
    let old = try needed(before.moment(DIRForm.assessedAt))
    let new = try needed(after.moment(DIRForm.assessedAt))
    let notes = try episodeFollows(from: old.date, to: new.date)
    try InterviewTime.moved(from: before, to: after, of: dir, in: transaction, at.context)
    return notes
  }

  /// PPL-008: the step that it made is of another day, and so is the opening where it opened the
  /// episode.
  private func episodeFollows(
    from old: CalendarDate, to new: CalendarDate
  ) throws -> [String] {
    guard let open = try EpisodeRecords.open(of: person, in: records),
      let step = try AssessedStep(of: open, by: dir, in: records), step.day == old
    else { return [] }
    var episode = open
    if step.openedEpisode, open.opened == old {
      episode.opened = max(new, try previousEnd(of: open) ?? new)
    }
    let (was, now) = (at.entryPoint(before), at.entryPoint(after))
    if step.openedEpisode, open.entryPoint == was { episode.entryPoint = now }
    if new != old {
      try EpisodeRecords.assessmentMoved(episode, was: open, to: new, in: transaction)
    } else {
      try EpisodeRecords.save(episode, was: open, because: nil, on: new, in: transaction)
    }
    return notes(on: episode, was: open)
  }

  /// PPL-009: an episode does not begin before the one before it has ended.
  private func previousEnd(of episode: Episode) throws -> CalendarDate? {
    try episode.previous.flatMap { try EpisodeRecords.one($0, in: records)?.closed }
  }

  private func notes(on episode: Episode, was before: Episode) -> [String] {
    let name = episode.id.ref.text
    return [
      episode.opened == before.opened ? nil : "\(name) was opened on \(episode.opened.uk) now",
      episode.entryPoint == before.entryPoint
        ? nil : "\(name) came from: \(episode.entryPoint.title)",
    ].compactMap(\.self)
  }
}

// MARK: - What was agreed

extension DIRCorrectionConsequences {
  private func agreementFollows() throws -> [String] {
    let (old, new) = (DIRForm.agreedActions(in: before), DIRForm.agreedActions(in: after))
    guard old.goOn != new.goOn || old.join != new.join else { return [] }
    let open = try EpisodeRecords.open(of: person, in: records)
    if let why = try whyItStays(open, from: old, to: new) { return why }
    if (new.goOn && !old.goOn) || (new.join && !old.join) {
      let assessed = try needed(after.moment(DIRForm.assessedAt)).date
      return try at.agreed(after, on: open.map { max($0.opened, assessed) })
    }
    guard let open else { return [] }
    if old.join, !new.join { try noLongerJoins(open) }
    return old.goOn && !new.goOn
      ? ["\(open.id.ref.text) stays open. Close it if nothing goes on"] : []
  }

  /// Why the agreement changes nothing in what goes on, in words; nil where it does.
  private func whyItStays(
    _ open: Episode?, from old: [AgreedAction], to new: [AgreedAction]
  ) throws -> [String]? {
    guard let open else { return try whyNoneOpens(to: new) }
    let name = open.id.ref.text
    if open.joined != nil {
      return old.join && !new.join
        ? ["\(name) has joined the caseload and stays. Close it if nothing goes on"] : []
    }
    if let newest = try newerDIR() {
      return ["\(name) stays as it is: \(newest.text) is the newer assessment"]
    }
    return try counts(forContactOn: open.opened)
      ? nil : ["\(name) stays as it is: this DIR was done too long before it (PPL-010)"]
  }

  private func whyNoneOpens(to new: [AgreedAction]) throws -> [String]? {
    guard new.goOn else { return [] }
    let offer = "“\(ContactEpisodeForm.offer)” begins another"
    if try hasEndedSince() {
      return ["Their time with the team since this DIR has ended. " + offer]
    }
    if let newest = try newerDIR() {
      return ["No contact is opened: \(newest.text) is the newer assessment. " + offer]
    }
    return try counts(forContactOn: at.context.today)
      ? nil : ["No contact is opened: this DIR was done too long ago (PPL-010). " + offer]
  }

  /// Another DIR has spoken since.
  private func newerDIR() throws -> RecordRef? {
    let newest = try DIRRecords.latestComplete(of: person, in: records)?.ref
    return newest == dir.id.ref ? nil : newest
  }

  private func counts(forContactOn day: CalendarDate) throws -> Bool {
    AssessmentRules.counts(
      try needed(after.moment(DIRForm.assessedAt)).date, forContactOn: day,
      settings: at.context.settings)
  }

  /// A contact that was opened and closed after the DIR was another worker's decision.
  private func hasEndedSince() throws -> Bool {
    let assessed = try needed(after.moment(DIRForm.assessedAt)).date
    return try EpisodeRecords.all(of: person, in: records)
      .contains { $0.closed.map { $0 >= assessed } ?? false }
  }

  /// PPL-014: who has not agreed to join waits for no care plan.
  private func noLongerJoins(_ episode: Episode) throws {
    let waiting = try DeadlineRecords.all(about: episode.id.ref, in: records).filter {
      $0.deadline.name == CaseloadDeadlines.firstCarePlanName && $0.isWaiting
    }
    try DeadlineRecords.setAside(
      waiting, because: "corrected: joining the caseload was not agreed", in: transaction)
  }
}

// MARK: - What the person's record took from it

extension DIRCorrectionConsequences {
  /// Only what the record still has from this DIR, and only while no newer one has spoken.
  private func personFollows() throws -> [String] {
    guard try newerDIR() == nil, let known = try PersonRecords.one(person, in: records) else {
      return []
    }
    var changed = known
    changed.take(DIRTold(after), insteadOf: DIRTold(before))
    guard changed != known else { return [] }
    try PersonRecords.change(changed, in: transaction)
    return ["The person's record follows (housing, work, safeguarding)"]
  }
}
