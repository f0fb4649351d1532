import CaseRules
import SQLite

/// How the forms of rapid prescribing reach the records.
enum PrescribingHandlers {
  static let all: [FormHandler] = [
    referral, sample, result, firstDose, dose, optimal, acknowledge, end, strike,
  ]

  /// The client, and the episode when the form is about one.
  struct Scope {
    let client: PersonScope
    let record: PrescribingRecord?

    init(_ about: RecordRef?, _ records: Connection) throws {
      client = try PersonScope(about, records)
      record = try about.flatMap { PrescribingID($0) }
        .flatMap { try PrescribingRecords.one($0, in: records) }
    }

    func heading(_ context: RuleContext) -> String {
      let state = record.map { ": rapid prescribing, \($0.state.title.lowercased())" } ?? ""
      return client.heading(context) + state
    }

    /// The episode; a form about one that is not there goes no further.
    func found() throws -> PrescribingRecord {
      guard let record else { throw StoreError.notFound }
      return record
    }

    func facts(_ records: Connection) throws -> FormFacts {
      var facts = FormFacts()
      facts.prescribing = PrescribingFacts(
        record: record,
        open: try PrescribingRecords.open(of: client.id, in: records)?.ref)
      return facts
    }
  }

  /// A form of rapid prescribing; one that only adds a row changes no version.
  private static func handler(
    _ form: FormDefinition, addsOnly: Bool = false,
    known: @escaping @Sendable (Scope, RuleContext) -> KnownAnswers,
    save:
      @escaping @Sendable (PrescribingScribe, Scope, FormReading, FormFacts) throws -> SavedForm
  ) -> FormHandler {
    FormHandler(
      form.id,
      open: { records, about, context in
        let scope = try Scope(about, records)
        let known = known(scope, context)
        return OpenedForm(
          form: form.id, about: about, heading: scope.heading(context), draft: known.draft,
          sources: known.sources, facts: try scope.facts(records),
          revision: addsOnly ? nil : scope.record?.episode.revision,
          lastChange: try scope.record.flatMap {
            try LastChange.of($0.episode.id.ref, in: records)
          })
      },
      facts: { records, about, _, _ in try Scope(about, records).facts(records) },
      save: { transaction, about, reading, facts, context in
        try save(
          PrescribingScribe(transaction: transaction, context: context),
          Scope(about, transaction.connection), reading, facts)
      })
  }

  private static func today(
    _ field: FieldCode
  ) -> @Sendable (Scope, RuleContext) -> KnownAnswers {
    { _, context in
      var known = KnownAnswers()
      known.set(field, .date(context.today), from: "today")
      return known
    }
  }

  // MARK: Referral and samples

  static let referral = handler(
    PrescribingForm.definition,
    known: { scope, context in
      var known = KnownAnswers()
      if let record = scope.record {
        known.draft = PrescribingForm.draft(of: record.episode)
      } else {
        known.set(PrescribingForm.referred, .date(context.today), from: "today")
      }
      return known
    }
  ) { scribe, scope, reading, _ in
    try scribe.refer(scope, reading)
  }

  static let sample = handler(
    OpiateTestForm.definition, addsOnly: true,
    known: { _, context in
      var known = KnownAnswers()
      known.set(OpiateTestForm.taken, at: context.now.startOfMinute, from: "now")
      known.set(OpiateTestForm.resultOn, .date(context.today), from: "today")
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = try scope.found()
    let number = (record.tests.map(\.number).max() ?? 0) + 1
    let test = try needed(OpiateTestForm.test(from: reading, number: number))
    try PrescribingRecords.add(test, to: record.episode, in: scribe.transaction)
    let note = OpiateTestRules.note(on: test, today: scribe.context.today)
    return try scribe.saved(
      record.episode.id, notes: ["Sample \(number)" + (note.map { ": \($0)" } ?? "")])
  }

  static let result = handler(
    OpiateResultForm.definition, addsOnly: true,
    known: { scope, context in
      var known = KnownAnswers()
      let waiting = scope.record?.waitingTests ?? []
      known.set(
        OpiateResultForm.sample, waiting.first.map { .number($0.number) },
        from: waiting.count == 1 ? "the one that waits" : "the oldest that waits")
      known.set(OpiateTestForm.resultOn, .date(context.today), from: "today")
      return known
    }
  ) { scribe, scope, reading, facts in
    let record = try scope.found()
    try PrescribingRecords.setResult(
      try needed(reading.choice(OpiateTestForm.result)),
      on: try needed(reading.date(OpiateTestForm.resultOn)),
      of: try needed(OpiateResultForm.test(reading, facts)), record.episode,
      in: scribe.transaction)
    return try scribe.saved(record.episode.id)
  }

  // MARK: Doses

  static let firstDose = handler(
    FirstDoseForm.definition,
    known: { scope, _ in
      var known = KnownAnswers()
      let plan = scope.record?.episode.plan
      known.set(
        FirstDoseForm.medicine, code: (plan?.medicine ?? .methadone).code,
        from: plan == nil ? "usual answer" : nil)
      known.set(FirstDoseForm.on, plan.map { .date($0.on) })
      known.set(FirstDoseForm.mg, plan.map { .number($0.mg) })
      known.draft[FirstDoseForm.prescriber] = plan?.prescriber ?? ""
      known.draft[FirstDoseForm.reason] = plan?.reason ?? ""
      return known
    }
  ) { scribe, scope, reading, _ in
    let before = try scope.found().episode
    var after = before
    let plan = try needed(FirstDoseForm.plan(from: reading))
    after.plan = plan
    // The limits it was decided under are kept with the decision.
    let settings = scribe.context.settings
    try PrescribingRecords.write(
      after, was: before, under: "PPL-040",
      facts: [
        .init("warn-mg", settings.methadoneFirstWarnMg),
        .init("block-mg", settings.methadoneFirstBlockMg),
      ], in: scribe.transaction)
    return try scribe.saved(before.id, notes: ["Planned: \(plan.words)"])
  }

  static let dose = handler(
    DoseForm.definition, addsOnly: true,
    known: { scope, context in
      var known = KnownAnswers()
      let last = scope.record?.log.newestFirst.first { $0.struckBecause == nil }
      let plan = scope.record?.episode.plan
      known.set(DoseForm.on, .date(context.today), from: "today")
      // The amount is never proposed: it is copied from the prescription, not from yesterday.
      known.set(
        DoseForm.medicine, code: (last?.medicine ?? plan?.medicine ?? .methadone).code,
        from: last == nil ? plan == nil ? "usual answer" : "as planned" : "as before")
      return known
    }
  ) { scribe, scope, reading, facts in
    let record = try scope.found()
    let number = (record.log.rows.map(\.number).max() ?? 0) + 1
    let dose = try needed(DoseForm.dose(from: reading, number: number))
    let flags = DoseForm.definition.rules.flatMap { $0.check(reading, facts, scribe.context) }
      .filter { $0.force == .flags || $0.rule == "PPL-044" }
    try PrescribingRecords.add(dose, flags: flags, to: record.episode, in: scribe.transaction)
    return try scribe.saved(record.episode.id, notes: ["Dose \(number) is on the log"])
  }

  static let optimal = handler(
    OptimalDoseForm.definition,
    known: { scope, context in
      var known = KnownAnswers()
      let reached = scope.record?.episode.optimalReached
      known.set(
        OptimalDoseForm.reached, .date(reached ?? context.today),
        from: reached == nil ? "today" : nil)
      return known
    }
  ) { scribe, scope, reading, _ in
    let before = try scope.found().episode
    var after = before
    after.optimalReached = try needed(reading.date(OptimalDoseForm.reached))
    try PrescribingRecords.write(after, was: before, under: "PPL-042", in: scribe.transaction)
    let saved = try scribe.saved(before.id)
    return SavedForm(
      saved.ref,
      notes: saved.notes + (try scribe.status(of: PrescribingDeadlines.optimalName, before.id)))
  }

  // MARK: Alert and end

  static let acknowledge = handler(
    AcknowledgeAlertForm.definition, addsOnly: true, known: { _, _ in KnownAnswers() }
  ) { scribe, scope, reading, _ in
    let record = try scope.found()
    try SafetyAlerts.acknowledge(
      record, note: try needed(reading.text(AcknowledgeAlertForm.note)),
      in: scribe.transaction)
    return SavedForm(record.episode.id.ref)
  }

  static let end = handler(EndPrescribingForm.definition, known: today(EndPrescribingForm.ended)) {
    scribe, scope, reading, _ in
    let before = try scope.found().episode
    var after = before
    after.ending = ModalityEpisode.Ending(
      on: try needed(reading.date(EndPrescribingForm.ended)),
      reason: try needed(reading.choice(EndPrescribingForm.reason)),
      note: reading.text(EndPrescribingForm.note) ?? "")
    try PrescribingRecords.write(after, was: before, under: "PPL-041", in: scribe.transaction)
    return try scribe.saved(before.id)
  }

  static let strike = handler(
    StrikePrescribingForm.definition, known: { _, _ in KnownAnswers() }
  ) { scribe, scope, reading, _ in
    try scribe.strike(try scope.found(), reading)
  }
}

/// Writes what the longer forms of rapid prescribing say, and sets the clocks by it.
struct PrescribingScribe {
  let transaction: WriteTransaction
  let context: RuleContext

  /// The clocks are set by what has just been written.
  func saved(_ id: PrescribingID, notes: [String] = []) throws -> SavedForm {
    let clocks = PrescribingClocks(transaction: transaction, context: context)
    return SavedForm(id.ref, notes: try clocks.settle(id) + notes)
  }

  /// "Optimal dose: met late, due Tue 23/10/2007".
  func status(of name: String, _ id: PrescribingID) throws -> [String] {
    try DeadlineRecords.all(about: id.ref, in: transaction.connection)
      .filter { $0.deadline.name == name }
      .map { row in
        let due = row.due.map { ", due \($0.ukWithWeekday)" } ?? ""
        return
          "\(name): \(row.status(now: context.now, in: context.calendar).words.lowercased())\(due)"
      }
  }

  func refer(_ scope: PrescribingHandlers.Scope, _ reading: FormReading) throws -> SavedForm {
    let before = scope.record?.episode
    let referred = try needed(reading.date(PrescribingForm.referred))
    var episode =
      before
      ?? PrescribingEpisode(id: PrescribingID(0), person: scope.client.id, referred: referred)
    episode.referred = referred
    episode.dependence = PrescribingForm.dependence(from: reading)
    episode.risk = PrescribingForm.risk(from: reading)
    episode.longer = PrescribingForm.longer(
      from: reading, was: before?.longer, today: context.today)
    let id: PrescribingID
    if let before {
      try PrescribingRecords.write(episode, was: before, under: "PPL-040", in: transaction)
      id = before.id
    } else {
      id = try PrescribingRecords.add(episode, in: transaction)
    }
    let saved = try saved(id)
    return SavedForm(
      saved.ref, notes: saved.notes + (try status(of: PrescribingDeadlines.accessName, id)))
  }

  func strike(_ record: PrescribingRecord, _ reading: FormReading) throws -> SavedForm {
    let episode = record.episode
    let number = reading.number(StrikePrescribingForm.number)
    let reason = try needed(
      reading.text(StrikePrescribingForm.reason).flatMap { Reason($0, settings: context.settings) })
    let what: StrikePrescribingForm.Subject = try needed(
      reading.choice(StrikePrescribingForm.what))
    switch what {
    case .episode: try PrescribingRecords.strike(episode, because: reason, in: transaction)
    case .dose:
      let dose = try needed(record.log.rows.first { $0.number == number })
      try PrescribingRecords.strike(dose, of: episode, because: reason, in: transaction)
    case .sample:
      let test = try needed(record.tests.first { $0.number == number })
      try PrescribingRecords.strike(test, of: episode, because: reason, in: transaction)
    }
    return try saved(episode.id)
  }
}
