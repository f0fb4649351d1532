import CaseRules
import SQLite

/// How the forms of treatment reach the records.
enum TreatmentHandlers {
  static let all: [FormHandler] =
    [referral, planStart, start, end, advice, strike] + PrescribingHandlers.all

  /// The client, and the treatment when the form is about one.
  struct Scope {
    let client: PersonScope
    let episode: ModalityEpisode?

    init(_ about: RecordRef?, _ records: Connection) throws {
      client = try PersonScope(about, records)
      episode = try about.flatMap { ModalityID($0) }
        .flatMap { try TreatmentRecords.one($0, in: records) }
    }

    func heading(_ context: RuleContext) -> String {
      client.heading(context) + (episode.map { ": \($0.words)" } ?? "")
    }

    /// The treatment; a form about one that is not there goes no further.
    func found() throws -> ModalityEpisode {
      guard let episode else { throw StoreError.notFound }
      return episode
    }

    func facts(
      _ reading: FormReading, _ records: Connection, _ context: RuleContext
    ) throws -> FormFacts {
      var facts = FormFacts()
      try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
      facts.treatment = TreatmentFacts(
        episode: episode,
        plan: try episode.map {
          try TreatmentRecords.naming($0.service, of: client.id, in: records)
        } ?? .noPlan)
      return facts
    }

    func opened(
      _ form: FormDefinition, _ about: RecordRef?, _ known: KnownAnswers, _ records: Connection,
      _ context: RuleContext
    ) throws -> OpenedForm {
      let reading = FormReading(known.draft, of: form, in: context.reading)
      return OpenedForm(
        form: form.id, about: about, heading: heading(context), draft: known.draft,
        sources: known.sources, facts: try facts(reading, records, context),
        revision: episode?.revision,
        lastChange: try episode.flatMap { try LastChange.of($0.id.ref, in: records) })
    }
  }

  /// A form of a treatment; `known` says what stands in it before anything is typed.
  private static func handler(
    _ form: FormDefinition,
    known: @escaping @Sendable (Scope, Connection, RuleContext) throws -> KnownAnswers,
    save:
      @escaping @Sendable (Scope, WriteTransaction, FormReading, FormFacts, RuleContext) throws
      -> SavedForm
  ) -> FormHandler {
    FormHandler(
      form.id,
      open: { records, about, context in
        let scope = try Scope(about, records)
        return try scope.opened(
          form, about, known(scope, records, context), records, context)
      },
      facts: { records, about, reading, context in
        try Scope(about, records).facts(reading, records, context)
      },
      save: { transaction, about, reading, facts, context in
        try save(
          Scope(about, transaction.connection), transaction, reading, facts, context)
      })
  }

  // MARK: Referral

  static let referral = handler(
    TreatmentForm.definition,
    known: { scope, _, context in
      var known = KnownAnswers()
      if let episode = scope.episode {
        known.draft = TreatmentForm.draft(of: episode)
      } else {
        known.set(TreatmentForm.referred, .date(context.today), from: "today")
      }
      return known
    },
    save: { scope, transaction, reading, _, _ in
      let after = try referred(scope, reading)
      guard let before = scope.episode else {
        let id = try TreatmentRecords.add(after, under: "PPL-030", in: transaction)
        return SavedForm(id.ref, notes: ["Referred: \(after.service.title)"])
      }
      try TreatmentRecords.write(after, was: before, under: "PPL-030", in: transaction)
      return SavedForm(before.id.ref)
    })

  private static func referred(_ scope: Scope, _ reading: FormReading) throws -> ModalityEpisode {
    var episode = ModalityEpisode(
      id: ModalityID(0), person: scope.client.id,
      service: try needed(reading.choice(TreatmentForm.service)),
      tier: try needed(TreatmentForm.tier(from: reading)),
      provider: try needed(reading.link(TreatmentForm.provider).flatMap { AgencyID($0) }),
      referred: try needed(reading.date(TreatmentForm.referred)),
      terms: TreatmentFields.terms(from: reading), note: reading.text(TreatmentForm.note) ?? "")
    if let before = scope.episode {
      episode.id = before.id
      episode.plannedStart = before.plannedStart
      episode.started = before.started
      episode.startFlags = before.startFlags
      episode.ending = before.ending
    }
    return episode
  }

  // MARK: Start

  static let planStart = handler(
    PlanTreatmentForm.definition,
    known: { scope, records, context in
      var known = try terms(of: scope, records)
      known.set(PlanTreatmentForm.planned, scope.episode?.plannedStart.map { .date($0) })
      return known
    },
    save: { scope, transaction, reading, _, _ in
      let before = try scope.found()
      var after = before
      after.terms = TreatmentFields.terms(from: reading)
      let day = try needed(reading.date(PlanTreatmentForm.planned))
      after.plannedStart = day
      try TreatmentRecords.write(after, was: before, under: "PPL-031", in: transaction)
      return SavedForm(before.id.ref, notes: ["Starts on \(day.ukWithWeekday)"])
    })

  static let start = handler(
    StartTreatmentForm.definition,
    known: { scope, records, context in
      var known = try terms(of: scope, records)
      let planned = scope.episode?.plannedStart.map { min($0, context.today) }
      known.set(
        StartTreatmentForm.started, .date(planned ?? context.today),
        from: planned == nil ? "today" : "as planned")
      return known
    },
    save: { scope, transaction, reading, facts, _ in
      let before = try scope.found()
      var after = before
      after.terms = TreatmentFields.terms(from: reading)
      let day = try needed(reading.date(StartTreatmentForm.started))
      after.started = day
      let flags = TreatmentRules.start(
        before.service, at: before.tier, after.terms,
        plan: try needed(facts.treatment?.plan), .happened)
      // GEN-001: what was missing at the start stays with it, also once it has been put right.
      after.startFlags = Set(flags.map(\.rule)).sorted()
      try TreatmentRecords.write(after, was: before, under: "PPL-030", in: transaction)
      return SavedForm(before.id.ref, notes: ["Started on \(day.ukWithWeekday)"])
    })

  /// As recorded before; the client's agreement as the care plan has it, so that it is asked once.
  private static func terms(of scope: Scope, _ records: Connection) throws -> KnownAnswers {
    var known = KnownAnswers()
    guard let episode = scope.episode else { return known }
    TreatmentFields.fill(&known.draft, with: episode.terms)
    let plan = try TreatmentRecords.naming(episode.service, of: scope.client.id, in: records)
    if episode.terms.agreed == nil, let day = plan.termsAgreed {
      known.set(TreatmentFields.agreed, .yesNo(.yes), from: "from the care plan")
      known.set(TreatmentFields.agreedOn, .date(day), from: "from the care plan")
    }
    return known
  }

  // MARK: End

  static let end = handler(
    EndTreatmentForm.definition,
    known: { _, _, context in
      var known = KnownAnswers()
      known.set(EndTreatmentForm.ended, .date(context.today), from: "today")
      return known
    },
    save: { scope, transaction, reading, _, _ in
      let before = try scope.found()
      var after = before
      after.ending = ModalityEpisode.Ending(
        on: try needed(reading.date(EndTreatmentForm.ended)),
        reason: try needed(reading.choice(EndTreatmentForm.reason)),
        note: reading.text(EndTreatmentForm.note) ?? "")
      try TreatmentRecords.write(after, was: before, under: "PPL-030", in: transaction)
      return SavedForm(before.id.ref, notes: [after.state.title])
    })

  /// PPL-034: given and done with on one day.
  static let advice = handler(
    AdviceForm.definition,
    known: { _, _, context in
      var known = KnownAnswers()
      known.set(AdviceForm.given, .date(context.today), from: "today")
      return known
    },
    save: { scope, transaction, reading, _, _ in
      let day = try needed(reading.date(AdviceForm.given))
      let id = try TreatmentRecords.add(
        ModalityEpisode(
          id: ModalityID(0), person: scope.client.id, service: .advice,
          tier: try needed(reading.choice(AdviceForm.tier)),
          provider: try needed(reading.link(AdviceForm.provider).flatMap { AgencyID($0) }),
          referred: day, note: reading.text(AdviceForm.note) ?? "", started: day,
          ending: ModalityEpisode.Ending(on: day, reason: .completed)),
        under: "PPL-034", in: transaction)
      return SavedForm(id.ref)
    })

  static let strike = handler(
    StrikeTreatmentForm.definition, known: { _, _, _ in KnownAnswers() },
    save: { scope, transaction, reading, _, context in
      let before = try scope.found()
      let reason = try needed(
        reading.text(StrikeTreatmentForm.reason).flatMap { Reason($0, settings: context.settings) })
      try TreatmentRecords.strike(before, because: reason, in: transaction)
      return SavedForm(before.id.ref)
    })
}
