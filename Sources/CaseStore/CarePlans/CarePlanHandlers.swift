import CaseRules
import SQLite

/// How care plans and referrals reach the records.
enum CarePlanHandlers {
  static let all: [FormHandler] = [plan, agreement, referral]

  // MARK: A version

  static let plan = FormHandler(
    CarePlanForm.id,
    open: { records, about, context in
      let scope = try CarePlanScope(about, records)
      let known = try CarePlanKnown.answers(scope, records, context)
      return try scope.opened(
        CarePlanForm.definition, about, known, revision: scope.facts.last?.version ?? 0,
        changed: scope.facts.last?.id.ref, records, context)
    },
    facts: { records, about, reading, context in
      try CarePlanScope(about, records).formFacts(reading, records, context)
    },
    save: { transaction, about, reading, facts, context in
      let scope = try CarePlanScope(about, transaction.connection)
      guard let episode = scope.facts.episode,
        let draft = version(from: reading, scope, episode, facts)
      else { throw StoreError.notFound }
      let plan = try CarePlanRecords.add(draft, in: transaction)
      try met(scope, plan.agreement, transaction)
      let notes = try CarePlanClock(transaction: transaction, context: context)
        .made(plan, in: episode)
      return SavedForm(plan.id.ref, notes: notes)
    })

  private static func version(
    from reading: FormReading, _ scope: CarePlanScope, _ episode: Episode, _ facts: FormFacts
  ) -> CarePlan? {
    guard let made = reading.date(CarePlanForm.made),
      let agreement = CarePlanForm.agreement(in: reading)
    else { return nil }
    let uncovered: [PlanDomain] = reading.choices(CarePlanForm.uncovered)
    return CarePlan(
      id: CarePlanID(0), person: scope.client.id, episode: episode.id,
      version: (scope.facts.last?.version ?? 0) + 1, made: made, worker: episode.worker,
      agreement: agreement, needs: CarePlanForm.needs(in: reading),
      goals: CarePlanForm.goals(in: reading), uncovered: uncovered,
      uncoveredWhy: uncovered.isEmpty ? "" : reading.text(CarePlanForm.uncoveredWhy) ?? "",
      threats: reading.choices(CarePlanForm.threats),
      threatReason: facts.reasons["PPL-017"]?.text ?? "",
      treatments: CarePlanForm.treatments(in: reading),
      terms: reading.text(CarePlanForm.terms) ?? "",
      termsAgreed: reading.date(CarePlanForm.termsAgreed),
      note: reading.text(CarePlanForm.note) ?? "", recorded: Moment(seconds: 0))
  }

  // MARK: The client's answer

  static let agreement = FormHandler(
    PlanAgreementForm.id,
    open: { records, about, context in
      let scope = try CarePlanScope(about, records)
      var known = KnownAnswers()
      known.set(PlanAgreementForm.agreedOn, .date(context.today), from: "today")
      return try scope.opened(
        PlanAgreementForm.definition, about, known, revision: scope.facts.plan?.revision,
        changed: about, records, context)
    },
    facts: { records, about, reading, context in
      try CarePlanScope(about, records).formFacts(reading, records, context)
    },
    save: { transaction, about, reading, _, context in
      let scope = try CarePlanScope(about, transaction.connection)
      guard let plan = scope.facts.plan, let episode = scope.facts.episode,
        let answer = answer(in: reading)
      else { throw StoreError.notFound }
      try CarePlanRecords.answer(plan, answer, in: transaction)
      try met(scope, answer, transaction)
      let clock = CarePlanClock(transaction: transaction, context: context)
      return SavedForm(plan.id.ref, notes: try clock.agreed(answer, in: episode))
    })

  /// PPL-024: a plan is agreed with the client, who was there on that day.
  private static func met(
    _ scope: CarePlanScope, _ agreement: PlanAgreement, _ transaction: WriteTransaction
  ) throws {
    guard let day = agreement.agreedOn else { return }
    try EpisodeRecords.contactMade(with: scope.client.id, on: day, in: transaction)
  }

  private static func answer(in reading: FormReading) -> PlanAgreement? {
    reading.isYes(PlanAgreementForm.agreed)
      ? reading.date(PlanAgreementForm.agreedOn).map(PlanAgreement.agreed)
      : reading.text(PlanAgreementForm.notAgreed).map { .notAgreed(because: $0) }
  }

  // MARK: Referrals

  static let referral = FormHandler(
    WraparoundReferralForm.id,
    open: { records, about, context in
      let scope = try CarePlanScope(about, records)
      var known = KnownAnswers()
      if let referral = scope.facts.referral {
        known.draft = WraparoundReferralForm.draft(of: referral)
      } else {
        known.set(WraparoundReferralForm.referred, .date(context.today), from: "today")
      }
      return try scope.opened(
        WraparoundReferralForm.definition, about, known,
        revision: scope.facts.referral?.revision, changed: scope.facts.referral?.id.ref, records,
        context)
    },
    facts: { records, about, reading, context in
      try CarePlanScope(about, records).formFacts(reading, records, context)
    },
    save: { transaction, about, reading, facts, _ in
      let scope = try CarePlanScope(about, transaction.connection)
      let referral = try needed(referral(from: reading, scope, facts))
      guard let before = scope.facts.referral else {
        return SavedForm(try ReferralRecords.add(referral, in: transaction).ref)
      }
      try ReferralRecords.change(referral, was: before, in: transaction)
      return SavedForm(before.id.ref)
    })

  private static func referral(
    from reading: FormReading, _ scope: CarePlanScope, _ facts: FormFacts
  ) -> WraparoundReferral? {
    let service = reading.link(WraparoundReferralForm.service)
    let named = service.flatMap { facts.names[$0] } ?? reading.text(WraparoundReferralForm.agency)
    guard let kind: WraparoundKind = reading.choice(WraparoundReferralForm.kind),
      let referred = reading.date(WraparoundReferralForm.referred), let agency = named
    else { return nil }
    let outcome: ReferralOutcome? = reading.choice(WraparoundReferralForm.outcome)
    return WraparoundReferral(
      id: ReferralID(0), person: scope.client.id, kind: kind, referred: referred,
      service: service.flatMap { AgencyID($0) }, agency: agency,
      reason: reading.text(WraparoundReferralForm.reason) ?? "", outcome: outcome,
      outcomeOn: outcome == nil ? nil : reading.date(WraparoundReferralForm.outcomeOn))
  }
}
