import CaseRules
import SQLite

/// How the forms of the caseload reach the records.
enum CaseloadHandlers {
  static let all: [FormHandler] = [
    contact, join, handOver, transferOut, accept, decline, enterPrison, release, lost, regained,
    close, programmeReview,
  ]

  private static func today(
    _ field: FieldCode
  )
    -> @Sendable (EpisodeScope, RuleContext) ->
    KnownAnswers
  {
    { _, context in
      var known = KnownAnswers()
      known.set(field, .date(context.today), from: "today")
      return known
    }
  }

  static let contact = FormHandler.caseload(
    ContactEpisodeForm.definition, revision: { _ in nil }, known: today(ContactEpisodeForm.opened)
  ) { scope, events, reading, _ in
    let opened = try needed(reading.date(ContactEpisodeForm.opened))
    let episode = try EpisodeRecords.openContact(
      with: scope.person, entryPoint: try needed(reading.choice(ContactEpisodeForm.entryPoint)),
      note: reading.text(ContactEpisodeForm.note) ?? "",
      on: opened,
      statements: StatementsExplained(
        voluntary: reading.isYes(ContactEpisodeForm.voluntary),
        noAlternative: reading.isYes(ContactEpisodeForm.noAlternative)),
      in: events.transaction)
    return SavedForm(episode.id.ref, notes: try assessedAlready(episode, on: opened, events))
  }

  /// PPL-010: an assessment that counts is not asked for again, so the contact is Assessed.
  private static func assessedAlready(
    _ episode: Episode, on day: CalendarDate, _ events: CaseloadEvents
  ) throws -> [String] {
    let person = episode.person
    guard let done = try DIRRecords.latestComplete(of: person, in: events.transaction.connection),
      AssessmentRules.counts(done.date, forContactOn: day, settings: events.context.settings)
    else { return [] }
    try EpisodeRecords.assessmentDone(
      with: person, on: max(day, done.date), entryPoint: episode.entryPoint, statements: .both,
      in: events.transaction)
    return ["Assessed: \(done.ref.text) of \(done.date.uk) counts (PPL-010)"]
  }

  static let join = FormHandler.caseload(
    JoinCaseloadForm.definition, naming: JoinCaseloadForm.worker,
    known: { _, context in
      var known = KnownAnswers()
      known.set(JoinCaseloadForm.joined, .date(context.today), from: "today")
      known.set(
        JoinCaseloadForm.whereabouts, code: Whereabouts.community.code, from: "usual answer")
      if CaseloadRules.takesClients(context.worker.role) {
        known.set(JoinCaseloadForm.worker, .link(context.worker.id.ref), from: "you")
      }
      return known
    }
  ) { scope, events, reading, _ in
    let episode = try needed(scope.episode)
    let notes = try events.join(
      episode, worker: try needed(reading.link(JoinCaseloadForm.worker).flatMap { WorkerID($0) }),
      try needed(reading.choice(JoinCaseloadForm.whereabouts)),
      prison: reading.text(JoinCaseloadForm.prison) ?? "",
      on: try needed(reading.date(JoinCaseloadForm.joined)))
    return SavedForm(episode.id.ref, notes: notes)
  }

  static let handOver = FormHandler.caseload(
    HandoverForm.definition, naming: HandoverForm.worker, known: { _, _ in KnownAnswers() }
  ) { scope, events, reading, facts in
    let episode = try needed(scope.episode)
    let reason = reading.text(HandoverForm.reason) ?? ""
    let target: HandoverTarget = try needed(reading.choice(HandoverForm.target))
    let id: HandoverID
    switch target {
    case .worker:
      let worker = try needed(facts.episode?.namedWorker)
      id = try events.ask(
        .worker, episode, worker: worker.id, receiver: worker.name, reason: reason)
    case .team:
      id = try events.ask(
        .team, episode, receiver: try needed(reading.text(HandoverForm.team)), reason: reason)
    }
    return SavedForm(id.ref, notes: [staysResponsible(episode)])
  }

  private static func staysResponsible(_ episode: Episode) -> String {
    "\(episode.workerName) stays responsible until it is accepted (PPL-012)"
  }

  static let transferOut = FormHandler.caseload(
    TransferOutForm.definition, known: { _, _ in KnownAnswers() }
  ) { scope, events, reading, _ in
    let episode = try needed(scope.episode)
    let contact = try needed(reading.text(TransferOutForm.contact))
    let reason = reading.text(TransferOutForm.reason) ?? ""
    let id = try events.ask(
      .agency, episode, receiver: try needed(reading.text(TransferOutForm.agency)),
      reason: "\(reason) (contact: \(contact))")
    return SavedForm(id.ref, notes: [staysResponsible(episode)])
  }

  static let accept = FormHandler.caseload(
    AcceptHandoverForm.definition, naming: AcceptHandoverForm.worker,
    revision: { $0.handover?.revision },
    known: { scope, context in
      var known = KnownAnswers()
      known.draft[AcceptHandoverForm.told] = scope.handover?.reason ?? ""
      known.set(AcceptHandoverForm.accepted, .date(context.today), from: "today")
      let taker = scope.handover?.to ?? context.worker.id
      known.set(AcceptHandoverForm.worker, .link(taker.ref))
      if scope.handover?.kind != .agency {
        known.set(AcceptHandoverForm.acceptedBy, text: context.worker.name, from: "you")
      }
      return known
    }
  ) { scope, events, reading, facts in
    let handover = try needed(scope.handover)
    let taker = try needed(facts.episode?.namedWorker)
    let notes = try events.accept(
      handover, by: taker.id,
      HandoverRules.acceptedWords(
        by: try needed(reading.text(AcceptHandoverForm.acceptedBy)), for: taker,
        because: facts.reasons["PPL-012"]),
      on: try needed(reading.date(AcceptHandoverForm.accepted)))
    return SavedForm(handover.id.ref, notes: notes)
  }

  static let decline = FormHandler.caseload(
    DeclineHandoverForm.definition, revision: { $0.handover?.revision },
    known: { _, _ in KnownAnswers() }
  ) { scope, events, reading, _ in
    let handover = try needed(scope.handover)
    let isSender = handover.from == events.context.worker.id
    try HandoverRecords.answer(
      handover, isSender ? .withdrawn : .declined,
      try needed(reading.text(DeclineHandoverForm.reason)), in: events.transaction)
    return SavedForm(handover.id.ref, notes: ["\(handover.fromName) stays responsible"])
  }

  static let enterPrison = FormHandler.caseload(
    EnterPrisonForm.definition, naming: EnterPrisonForm.worker,
    known: today(EnterPrisonForm.received)
  ) { scope, events, reading, facts in
    let episode = try needed(scope.episode)
    let prison = try needed(reading.text(EnterPrisonForm.prison))
    try events.enterPrison(
      episode, prison: prison, on: try needed(reading.date(EnterPrisonForm.received)))
    return try handOn(
      episode, facts, naming: reading.link(EnterPrisonForm.worker), "In \(prison) now", events)
  }

  static let release = FormHandler.caseload(
    ReleaseForm.definition, naming: ReleaseForm.worker, known: today(ReleaseForm.released)
  ) { scope, events, reading, facts in
    let episode = try needed(scope.episode)
    try events.release(episode, on: try needed(reading.date(ReleaseForm.released)))
    return try handOn(
      episode, facts, naming: reading.link(ReleaseForm.worker), "Released", events)
  }

  /// The handover that may go with a reception or a release.
  private static func handOn(
    _ episode: Episode, _ facts: FormFacts, naming link: RecordRef?, _ reason: String,
    _ events: CaseloadEvents
  ) throws -> SavedForm {
    guard link != nil, let worker = facts.episode?.namedWorker else {
      return SavedForm(episode.id.ref)
    }
    _ = try events.ask(
      .worker, episode, worker: worker.id, receiver: worker.name, reason: reason)
    return SavedForm(
      episode.id.ref,
      notes: ["Handover to \(worker.name) is waiting", staysResponsible(episode)])
  }

  static let lost = FormHandler.caseload(
    LostContactForm.definition, known: today(LostContactForm.decided)
  ) { scope, events, reading, _ in
    let episode = try needed(scope.episode)
    let notes = try events.decideLost(
      episode, try needed(reading.choice(LostContactForm.decision)),
      try needed(reading.text(LostContactForm.reason)),
      on: try needed(reading.date(LostContactForm.decided)))
    return SavedForm(episode.id.ref, notes: notes)
  }

  static let regained = FormHandler.caseload(
    ContactRegainedForm.definition,
    known: { scope, context in
      var known = KnownAnswers()
      known.set(ContactRegainedForm.regained, .date(context.today), from: "today")
      let inPrison = scope.episode?.prison.isEmpty == false
      known.set(
        ContactRegainedForm.whereabouts,
        code: (inPrison ? Whereabouts.custody : .community).code, from: "as before")
      return known
    }
  ) { scope, events, reading, _ in
    let episode = try needed(scope.episode)
    try events.regain(
      episode, try needed(reading.choice(ContactRegainedForm.whereabouts)),
      try needed(reading.text(ContactRegainedForm.reason)),
      on: try needed(reading.date(ContactRegainedForm.regained)))
    return SavedForm(episode.id.ref)
  }

  static let close = FormHandler.caseload(
    CloseEpisodeForm.definition,
    known: { scope, context in
      var known = KnownAnswers()
      known.set(CloseEpisodeForm.closed, .date(context.today), from: "today")
      if scope.episode?.state == .dropOutReview {
        known.set(CloseEpisodeForm.reason, code: ClosureReason.lostContact.code, from: "the review")
      }
      return known
    }
  ) { scope, events, reading, _ in
    let episode = try needed(scope.episode)
    let notes = try events.close(
      episode, try needed(reading.choice(CloseEpisodeForm.reason)),
      reading.text(CloseEpisodeForm.note) ?? "",
      on: try needed(reading.date(CloseEpisodeForm.closed)))
    return SavedForm(episode.id.ref, notes: notes)
  }

  static let programmeReview = FormHandler.caseload(
    ProgrammeReviewForm.definition, revision: { _ in nil },
    known: today(ProgrammeReviewForm.reviewed)
  ) { scope, events, reading, _ in
    let day = try needed(reading.date(ProgrammeReviewForm.reviewed))
    let decision = try needed(reading.text(ProgrammeReviewForm.decision))
    let transaction = events.transaction
    try transaction.connection.execute(
      """
      INSERT INTO programme_review (person, reviewed, decision, worker, recorded)
      VALUES (?, ?, ?, ?, ?)
      """, scope.person, day, decision, transaction.attribution.worker, transaction.attribution.at)
    try transaction.audit(
      AuditEvent(
        .created, person: scope.person,
        record: AuditedRecord("programme review", transaction.connection.lastInsertRowID), to: 1,
        changes: [FieldChange("reviewed", to: day), FieldChange("decision", to: decision)],
        rule: "PPL-025"))
    let open = try DeadlineRecords.open(
      metBy: ProgrammeReviewForm.id, of: scope.person, in: transaction.connection)
    try DeadlineRecords.meet(open, on: .day(day), in: transaction)
    return SavedForm(scope.person.ref)
  }
}
