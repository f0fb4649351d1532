/// What can be done with a detention now, and why the rest cannot.
package enum EntryActions {
  /// Every form of a detention in the order of the work, so that the next step stands first.
  ///
  /// What the day owes goes before it; what was done and can be done again comes last, and what is
  /// switched off says why.
  package static func offered(for file: EntryFile, in context: RuleContext) -> [OfferedForm] {
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .custodyBoardAndDIR)
    let due = due(in: file.entry, context)
    let withClient = withClient(file, context)
    let isNext = file.entry.dirCompleted != nil && file.entry.closed == nil
    let all = all(file, context).map { $0.refused(noEdit) }
    let done = done(in: file).subtracting(due)
    return all.filter { due.contains($0.form) } + (isNext ? withClient : [])
      + all.filter { !due.contains($0.form) && !done.contains($0.form) }
      + (isNext ? [] : withClient) + all.filter { done.contains($0.form) }
  }

  /// What this day owes before anything else (CUS-012, CUS-013, CUS-015).
  private static func due(in entry: CustodyEntry, _ context: RuleContext) -> Set<FormID> {
    guard entry.closed == nil else { return [] }
    var due: Set<FormID> = []
    if let back = entry.departure?.bailReturn, back.at.date <= context.today,
      entry.contactedOnReturn == nil
    {
      due.insert(ApproachForm.id)
    }
    if let hearing = entry.departure?.hearing, hearing.at.date <= context.today,
      CourtListRules.isListed(entry),
      !entry.courtAttendances.contains(where: { $0.hearing == hearing.at })
    {
      due.insert(CourtAttendanceForm.id)
    }
    if entry.calls.contains(where: \.owesAppointment) { due.insert(NextDayAppointmentForm.id) }
    return due
  }

  /// The steps that need not be taken again.
  private static func done(in file: EntryFile) -> Set<FormID> {
    var done: Set<FormID> = []
    switch file.entry.offer?.outcome.result {
    case .accepted, .refused, .notOffered: done.insert(OfferForm.id)
    case .deferred, nil: break
    }
    switch file.entry.approach?.outcome.result {
    case .seen, .refused: done.insert(ApproachForm.id)
    case .notAvailable, nil: break
    }
    switch file.entry.permission {
    case .given, .refused: done.insert(PermissionForm.id)
    case .notAsked: break
    }
    if file.person != nil { done.insert(CustodyDetailsForm.id) }
    if file.assessment?.hasConsent == true { done.insert(ConsentGivenForm.id) }
    return done
  }

  private static func all(_ file: EntryFile, _ context: RuleContext) -> [OfferedForm] {
    let entry = file.entry
    let ref = entry.ref
    return [
      OfferedForm(OfferForm.id, about: ref, title: "Record the offer"),
      OfferedForm(ApproachForm.id, about: ref, title: "Record an approach"),
      OfferedForm(PermissionForm.id, about: ref, title: "Record permission"),
      OfferedForm(
        CustodyDetailsForm.id, about: ref, title: "Custody details and person",
        whyNot: entry.recordsStand?.display ?? permissionNeeded(entry, context)),
      consent(file, context),
      assessment(file, context),
      OfferedForm(
        ArrestTestForm.id, about: ref, title: "Test on arrest",
        whyNot: testRefused(entry, context)),
      OfferedForm(
        DepartureForm.id, about: ref,
        title: entry.departure == nil ? "Record the departure" : "Correct the departure",
        whyNot: entry.recordsStand?.display),
      OfferedForm(
        CourtAttendanceForm.id, about: ref, title: "Court attendance",
        whyNot: courtRefused(entry, context)),
      OfferedForm(HelplineCallForm.id, about: ref, title: "Helpline call"),
      OfferedForm(
        NextDayAppointmentForm.id, about: ref, title: "Next-day appointment",
        whyNot: entry.calls.contains(where: \.owesAppointment)
          ? nil : "CUS-015: No helpline call is waiting for an appointment"),
      OfferedForm(SweepForm.id, about: entry.suite.ref, title: "Start a cell sweep"),
      OfferedForm(
        ArrivalForm.id, about: ref, title: "Correct the arrival",
        whyNot: entry.recordsStand?.display),
      offerCorrection(entry.offer?.ref, entry),
      OfferedForm(
        CloseEntryForm.id, about: ref, title: "Close the entry",
        whyNot: refusal(entry.state.after(.finished, entry.guards))),
    ]
  }

  /// What comes after the DIR: the client passes to a key worker, or joins with one, and is told when
  /// to come (PPL-007, PPL-012).
  private static func withClient(
    _ file: EntryFile, _ context: RuleContext
  ) -> [OfferedForm] {
    let noHandover = CaseloadRules.noHandoverPending(file.pendingHandover)?.display
    let noPerson = file.person == nil ? "Link the person first (custody details)" : nil
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    // Only the appointment that is booked for the call counts as the one owed.
    let isOwed =
      file.entry.calls.contains(where: \.owesAppointment)
      ? "CUS-015: One is owed after the helpline call: book that one first" : nil
    return
      (joining(file, noHandover, context) + [
        OfferedForm(
          HandoverForm.id, about: file.episode?.id.ref ?? file.ref, title: "Hand over",
          whyNot: noPerson ?? notHandedOver(file.episode, context) ?? noHandover),
        OfferedForm(
          AppointmentForm.id, about: file.person ?? file.ref, title: "Book an appointment",
          whyNot: noPerson ?? isOwed),
      ]).map { $0.refused(noEdit) }
  }

  /// For whoever takes clients on, until the client is on the caseload.
  private static func joining(
    _ file: EntryFile, _ noHandover: String?, _ context: RuleContext
  ) -> [OfferedForm] {
    guard file.entry.dirCompleted != nil, let person = file.person, let episode = file.episode,
      episode.joined == nil,
      CaseloadRules.mayJoin(nil, by: context.worker, responsible: nil) == nil
    else { return [] }
    return [
      OfferedForm(
        JoinCaseloadForm.id, about: person, title: "Join the caseload", whyNot: noHandover)
    ]
  }

  private static func notHandedOver(_ episode: Episode?, _ context: RuleContext) -> String? {
    guard let episode else {
      return "PPL-012: Nobody has this client yet. The DIR opens the contact, or open one on the "
        + "client's page"
    }
    return HandoverRules.mayAsk(episode, context.worker)?.display
  }

  private static func offerCorrection(_ offer: RecordRef?, _ entry: CustodyEntry) -> OfferedForm {
    OfferedForm(
      OfferCorrectionForm.id, about: offer, title: "Correct the offer",
      whyNot: offer == nil ? "CUS-001: No offer is recorded" : entry.recordsStand?.display)
  }

  /// What can be done with one record of the history: an offer is corrected, and whatever was
  /// recorded by mistake is struck through.
  package static func offered(
    for event: EntryEvent, in file: EntryFile, _ context: RuleContext
  ) -> [OfferedForm] {
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .custodyBoardAndDIR)
    let isStandingOffer = file.entry.offers.contains { $0.ref == event.ref }
    let correction =
      isStandingOffer
      ? [offerCorrection(event.ref, file.entry).refused(noEdit)] : []
    return correction + (strike(event, in: file, context).map { [$0] } ?? [])
  }

  /// GEN-004: striking through one record of the history; nil for what cannot be struck.
  package static func strike(
    _ event: EntryEvent, in file: EntryFile, _ context: RuleContext
  )
    -> OfferedForm?
  {
    guard let ref = event.ref, event.struckBecause == nil else { return nil }
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .custodyBoardAndDIR)
    return OfferedForm(
      StrikeForm.id, about: ref, title: "Strike through",
      whyNot: noEdit ?? file.entry.recordsStand?.display)
  }

  /// The person's consent, without which no DIR is begun (CUS-016).
  private static func consent(_ file: EntryFile, _ context: RuleContext) -> OfferedForm {
    OfferedForm(
      ConsentGivenForm.id, about: file.person, title: "Record a consent",
      whyNot: AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
        ?? (file.person == nil ? "PPL-006: Link the person first (custody details)" : nil))
  }

  /// The DIR: a new one, or the unfinished one carried on.
  private static func assessment(_ file: EntryFile, _ context: RuleContext) -> OfferedForm {
    let unfinished = file.assessments.first { $0.completed == nil }
    if let action = unfinished.flatMap({ DIRActions.offered(for: $0, in: context).first }) {
      return action
    }
    return OfferedForm(
      DIRForm.id, about: file.ref, title: "Start a DIR",
      whyNot: assessmentRefused(file, context))
  }

  private static func assessmentRefused(_ file: EntryFile, _ context: RuleContext) -> String? {
    if let refused = refusal(file.state.after(.dirStarted, file.entry.guards)) { return refused }
    if let needed = permissionNeeded(file.entry, context) { return needed }
    guard file.person != nil, let known = file.assessment else {
      return "CUS-016: Link the person first (custody details)"
    }
    if let unfinished = known.unfinished {
      return "CUS-017: \(unfinished.text) of this person is unfinished. Carry on with that one"
    }
    let finding =
      AssessmentGate.adult(known.birth, on: context.today)
      ?? AssessmentGate.consent(isGiven: known.hasConsent)
    return finding?.display
  }

  private static func permissionNeeded(_ entry: CustodyEntry, _ context: RuleContext) -> String? {
    PermissionRules.findings(entry.permission, now: context.now).first?.display
  }

  private static func testRefused(_ entry: CustodyEntry, _ context: RuleContext) -> String? {
    guard entry.suite.testsOnArrest else {
      return "CUS-020: \(entry.suite.name) does not offer tests on arrest"
    }
    return permissionNeeded(entry, context)
  }

  private static func courtRefused(_ entry: CustodyEntry, _ context: RuleContext) -> String? {
    guard let hearing = entry.departure?.hearing else {
      return "CUS-013: No court date is recorded"
    }
    return hearing.at.date > context.today
      ? "CUS-013: The hearing is on \(hearing.at.ukWithWeekday)" : nil
  }

  private static func refusal(_ step: BoardStep) -> String? {
    switch step {
    case .refused(let finding): finding.display
    case .to, .stays: nil
    }
  }
}
