import CaseRules
import SQLite

/// What happens to somebody on the caseload, with everything that follows from it.
struct CaseloadEvents {
  let transaction: WriteTransaction
  let context: RuleContext

  private var records: Connection { transaction.connection }

  /// PPL-007: with a named worker; the care plan clock starts (PPL-014).
  func join(
    _ before: Episode, worker: WorkerID, _ place: Whereabouts, prison: String,
    on day: CalendarDate
  ) throws -> [String] {
    var episode = try moved(before, by: .joins(place))
    episode.worker = worker
    episode.joined = day
    episode.prison = place == .custody ? prison : ""
    EpisodeRecords.recordContact(on: day, in: &episode)
    try EpisodeRecords.save(
      episode, was: before, because: "Joined the caseload", on: day, in: transaction)
    let due = try startCarePlan(of: before, worker: worker, on: day)
    return due.map { ["First care plan due \($0.ukWithWeekday)"] } ?? []
  }

  /// PPL-014, TIME-012: a plan that waited for the joining gets its date from it.
  private func startCarePlan(
    of episode: Episode, worker: WorkerID, on day: CalendarDate
  ) throws -> CalendarDate? {
    let plan = CaseloadDeadlines.firstCarePlan(joined: day, settings: context.settings)
    let waits = try DeadlineRecords.all(about: episode.id.ref, in: records)
      .contains { $0.deadline.name == plan.name && $0.isWaiting }
    if waits {
      try DeadlineRecords.correctStart(
        of: plan.name, about: episode.id.ref, to: plan.start, in: transaction,
        calendar: context.calendar)
      try DeadlineRecords.reassign(about: episode.id.ref, to: worker, in: transaction)
    } else {
      try DeadlineRecords.start(
        plan, about: episode.id.ref, person: episode.person, owner: .worker(worker),
        metByForm: CarePlanForm.id, in: transaction, calendar: context.calendar)
    }
    return plan.due(in: context.calendar)
  }

  /// PPL-014, TIME-011: somebody who has agreed to join will need a plan; its clock starts with
  /// the joining.
  func agreedToJoin(_ episode: Episode) throws {
    let plan = CaseloadDeadlines.firstCarePlan(joined: nil, settings: context.settings)
    let known = try DeadlineRecords.all(about: episode.id.ref, in: records)
    guard
      !known.contains(where: {
        $0.deadline.name == plan.name && $0.deadline.notApplicable == nil
      })
    else { return }
    try DeadlineRecords.start(
      plan, about: episode.id.ref, person: episode.person,
      owner: .worker(transaction.attribution.worker), metByForm: CarePlanForm.id,
      in: transaction, calendar: context.calendar)
  }

  /// Asks a worker, a team or an agency to take over (PPL-012).
  func ask(
    _ kind: Handover.Kind, _ episode: Episode, worker: WorkerID? = nil, receiver: String,
    reason: String
  ) throws -> HandoverID {
    try HandoverRecords.ask(
      Handover(
        id: HandoverID(0), episode: episode.id, person: episode.person, kind: kind,
        from: episode.worker, to: worker, receiver: receiver, asked: transaction.attribution.at,
        reason: reason), in: transaction)
  }

  /// PPL-012: from now on the new worker is responsible, and owes what the old one owed.
  func accept(
    _ handover: Handover, by worker: WorkerID, _ words: String, on day: CalendarDate
  ) throws -> [String] {
    let before = try EpisodeRecords.one(handover.episode, in: records).orNotFound()
    try HandoverRecords.answer(handover, .accepted, words, in: transaction)
    if handover.kind == .agency {
      return try end(
        before, by: .transferAccepted, .transferred, "To \(handover.receiver): \(words)", on: day,
        because: "Transferred to \(handover.receiver)")
    }
    var episode = before
    episode.worker = worker
    try EpisodeRecords.save(
      episode, was: before, because: "Handover accepted", on: day, words, in: transaction)
    try DeadlineRecords.passOn(
      before.person, from: before.worker, to: worker, in: transaction)
    return try stillBooked(before.person)
  }

  func enterPrison(_ before: Episode, prison: String, on day: CalendarDate) throws {
    var episode = try moved(before, by: .entersPrison)
    episode.prison = prison
    try EpisodeRecords.save(
      episode, was: before, because: "Entered prison", on: day, prison, in: transaction)
  }

  func release(_ before: Episode, on day: CalendarDate) throws {
    var episode = try moved(before, by: .released)
    episode.prison = ""
    try EpisodeRecords.save(
      episode, was: before, because: "Released", on: day, in: transaction)
  }

  /// The team leader's decision about a client who cannot be reached.
  func decideLost(
    _ before: Episode, _ decision: LostContactDecision, _ reason: String, on day: CalendarDate
  ) throws -> [String] {
    let chain = FollowUpChain(transaction: transaction, context: context)
    try chain.meetProposal(about: before, on: .day(day))
    switch decision {
    case .review:
      try EpisodeRecords.save(
        try moved(before, by: .losesContact), was: before, because: "Drop-out review started",
        on: day, reason, in: transaction)
      return []
    case .keepTrying:
      let next = try DeadlineRecords.start(
        CaseloadDeadlines.repeatedFollowUp(
          after: day, attempt: before.failedAttempts + 1, settings: context.settings),
        about: before.id.ref, person: before.person, owner: .worker(before.worker),
        metByForm: ContactAttemptForm.id, in: transaction, calendar: context.calendar)
      try transaction.audit(
        AuditEvent(
          .changed, person: before.person, record: AuditedRecord(before.id.ref),
          facts: [.init("decision", decision.rawValue)], rule: "PPL-023", reason: reason))
      return next.due.map { ["Next attempt due \($0.ukWithWeekday)"] } ?? []
    }
  }

  func regain(
    _ before: Episode, _ place: Whereabouts, _ how: String, on day: CalendarDate
  ) throws {
    var episode = try moved(before, by: .contactRegained(place))
    EpisodeRecords.recordContact(on: day, in: &episode)
    try EpisodeRecords.save(
      episode, was: before, because: "Contact regained", on: day, how, in: transaction)
    let open = try DeadlineRecords.open(
      metBy: ContactAttemptForm.id, of: before.person, in: records)
    try DeadlineRecords.meet(open, on: .day(day), in: transaction)
  }

  func close(
    _ before: Episode, _ reason: ClosureReason, _ note: String, on day: CalendarDate
  )
    throws -> [String]
  {
    let event = try needed(CloseEpisodeForm.event(in: before.state))
    return try end(before, by: event, reason, note, on: day, because: "Closed: \(reason.title)")
  }

  /// Nothing of the caseload is owed any more; what is still booked is told, not cancelled.
  private func end(
    _ before: Episode, by event: EpisodeEvent, _ reason: ClosureReason, _ note: String,
    on day: CalendarDate, because words: String
  ) throws -> [String] {
    var episode = try moved(before, by: event)
    episode.closed = day
    episode.closureReason = reason
    episode.closureNote = note
    try EpisodeRecords.save(
      episode, was: before, because: words, on: day, note, in: transaction)
    let owed = try DeadlineRecords.all(of: before.person, in: records, limit: 10_000)
      .filter { ($0.isOpen || $0.isWaiting) && isOfCaseload($0) }
    try DeadlineRecords.setAside(owed, because: words, in: transaction)
    return try stillBooked(before.person)
  }

  /// Outcomes of appointments stay owed: what happened is recorded all the same.
  private func isOfCaseload(_ row: DeadlineRow) -> Bool {
    switch row.subject.kind {
    case .episode, .person, .carePlan, .referral: true
    case .appointment: row.metByForm != AppointmentOutcomeForm.id
    case .custodyEntry, .dir, .consent, .contact, .handover, .helplineCall, .incomingReferral,
      .worker, .agency, .suite, .officer, .custodyFact, .modality, .prescribing, .possibleRecord,
      .merge, .proposal, .exceptionalAccess, .ediiActivity, .ediiReferral, .warrant,
      .intelligenceReport,
      .intelligenceSubject,
      .bronzeAction:
      false
    }
  }

  private func stillBooked(_ person: PersonID) throws -> [String] {
    let count = try AppointmentRecords.bookedCount(of: person, from: context.now, in: records)
    guard count > 0 else { return [] }
    return [
      "\(count) booked \(count == 1 ? "appointment still stands" : "appointments still stand"); "
        + "change or cancel as needed"
    ]
  }

  /// Rules have passed, so this only guards against a program that forgot to ask.
  private func moved(_ episode: Episode, by event: EpisodeEvent) throws -> Episode {
    guard let next = EpisodeMachine.next(episode.state, event) else {
      throw StoreError.refused([
        Finding("PPL-009", .blocks, "The state has changed meanwhile: \(episode.state.title)")
      ])
    }
    var moved = episode
    moved.state = next
    return moved
  }
}
