/// What can be done with a person's record now, and why the rest cannot.
package enum PersonActions {
  /// The forms in the order of the work; those of the open episode among them.
  package static func offered(for file: PersonFile, in context: RuleContext) -> [OfferedForm] {
    let ref = file.ref
    let own = [
      OfferedForm(ContactAttemptForm.id, about: ref, title: "Record a contact attempt"),
      OfferedForm(AppointmentForm.id, about: ref, title: "Book an appointment"),
      OfferedForm(PersonForm.id, about: ref, title: "Change the details"),
      OfferedForm(ConsentGivenForm.id, about: ref, title: "Record a consent"),
      withdrawal(file, context),
      OfferedForm(
        ContactEpisodeForm.id, about: ref, title: ContactEpisodeForm.offer,
        whyNot: CaseloadRules.oneOpenEpisode(file.openEpisode)?.display),
      OfferedForm(
        DIRForm.id, about: ref, title: "Take a DIR",
        whyNot: assessmentRefused(file, context)),
      joining(file, context),
      OfferedForm(AgencyForm.id, about: ref, title: "Agencies involved"),
      OfferedForm(ProgrammeReviewForm.id, about: ref, title: "Programme review"),
      OfferedForm(TreatmentForm.id, about: ref, title: "Refer to treatment"),
      OfferedForm(AdviceForm.id, about: ref, title: "Log advice and information"),
    ]
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    let note = OfferedForm(
      PossibleRecordForm.id, about: ref, title: "Note a possible record")
    return own.map { $0.refused(noEdit) } + prescribing(file, context)
      + CarePlanActions.offered(for: file, in: context)
      + episode(file, context) + [note.refused(noEdit)]
      + undoing(file, context)
  }

  /// The newest merge that stands; earlier ones are undone from their own lines.
  private static func undoing(_ file: PersonFile, _ context: RuleContext) -> [OfferedForm] {
    file.merges.first { $0.split == nil }.map {
      MatchActions.offered(for: $0, responsible: file.responsible, in: context)
    } ?? []
  }

  /// What the open prescribing episode waits for, without looking for its page; else the referral.
  private static func prescribing(
    _ file: PersonFile, _ context: RuleContext
  ) -> [OfferedForm] {
    if let open = file.openPrescribing { return PrescribingActions.offered(for: open, in: context) }
    return [
      OfferedForm(
        PrescribingForm.id, about: file.ref, title: "Refer for rapid prescribing",
        whyNot: AccessMatrix.whyNotEdit(context.worker, .personAndCaseload))
    ]
  }

  private static func episode(_ file: PersonFile, _ context: RuleContext) -> [OfferedForm] {
    guard let episode = file.openEpisode else { return [] }
    return EpisodeActions.offered(
      for: episode, pendingHandover: file.pendingHandover, in: context)
  }

  private static func joining(_ file: PersonFile, _ context: RuleContext) -> OfferedForm {
    let facts = EpisodeFacts(
      episode: file.openEpisode, birth: file.person.birth,
      hasCaseloadConsent: file.consent(.caseload, at: context.now) != nil)
    let refusals = JoinCaseloadForm.refusals(facts, named: nil, on: context.today)
      .filter { $0.field == nil }
    return OfferedForm(
      JoinCaseloadForm.id, about: file.ref, title: "Join the caseload",
      whyNot: refusals.first?.display
        ?? CaseloadRules.mayJoin(nil, by: context.worker, responsible: nil)?.display
        ?? CaseloadRules.noHandoverPending(file.pendingHandover)?.display)
  }

  /// The newest consent that still holds; each can also be withdrawn from its own line.
  private static func withdrawal(_ file: PersonFile, _ context: RuleContext) -> OfferedForm {
    let holding = file.consents.filter { $0.holds(at: context.now) }
    return OfferedForm(
      WithdrawConsentForm.id, about: holding.first?.id.ref ?? file.ref,
      title: holding.first.map { "Withdraw: \($0.type.title.lowercased())" }
        ?? "Withdraw a consent",
      whyNot: holding.isEmpty ? "PPL-011: No consent is in force" : nil)
  }

  /// PPL-011: the withdrawal of one consent in the list.
  package static func offered(for consent: Consent, in context: RuleContext) -> [OfferedForm] {
    let refusal = ConsentRules.withdrawal(of: consent, at: nil).first?.display
    return [
      OfferedForm(
        WithdrawConsentForm.id, about: consent.id.ref, title: "Withdraw this consent",
        whyNot: AccessMatrix.whyNotEdit(context.worker, .personAndCaseload) ?? refusal),
      StrikeActions.offered(
        for: consent.id.ref, struckBecause: consent.struckBecause, in: context),
    ]
  }

  private static func assessmentRefused(_ file: PersonFile, _ context: RuleContext) -> String? {
    if let noEdit = AccessMatrix.whyNotEdit(context.worker, .custodyBoardAndDIR) { return noEdit }
    if AgeRules.isYoung(file.person.birth, on: context.today) {
      return "CUS-016: Under 18. \(AgeRules.youngRoute)"
    }
    return file.consent(.assessment, at: context.now) == nil
      ? "PPL-006: There is no consent to an assessment. Record the consent first" : nil
  }
}

extension OfferedForm {
  /// The same, switched off for a reason that stands above its own.
  func refused(_ reason: String?) -> OfferedForm {
    guard let reason else { return self }
    return OfferedForm(form, about: about, title: title, whyNot: reason)
  }
}
