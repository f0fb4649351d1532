import CaseRules
import SQLite

/// GEN-003: an offer is put right, and what hangs on it follows.
enum OfferCorrectionHandler {
  static let handler = FormHandler(
    OfferCorrectionForm.id,
    open: { records, about, context in
      let fact = try FactRecords.fact(about, in: records)
      let row = try EntryRecords.found(fact.entry.ref, in: records)
      let draft = answers(fact)
      let reading = FormReading(
        draft, of: OfferCorrectionForm.definition, in: context.reading(of: draft))
      return OpenedForm(
        form: OfferCorrectionForm.id, about: about,
        heading: "\(fact.words), \(row.entry.heading)", draft: draft,
        facts: try facts(fact, row, reading, records, context), revision: fact.revision,
        lastChange: try LastChange.of(fact.ref, in: records))
    },
    facts: { records, about, reading, context in
      let fact = try FactRecords.fact(about, in: records)
      return try facts(
        fact, try EntryRecords.found(fact.entry.ref, in: records), reading, records, context)
    },
    save: { transaction, about, reading, _, context in
      let fact = try FactRecords.fact(about, in: transaction.connection)
      try correct(fact, reading, in: transaction, context)
      let entry = try EntrySummary.refresh(fact.entry, in: transaction, now: context.now)
      try EntryDeadlines.offersChanged(entry, in: transaction)
      return SavedForm(entry.ref)
    })

  private static func correct(
    _ fact: StoredFact, _ reading: FormReading, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    let row = try EntryRecords.found(fact.entry.ref, in: transaction.connection)
    guard case .offer(let old) = fact.content, let outcome = OfferForm.outcome(in: reading),
      let at = reading.moment(OfferForm.at),
      let reason = reading.reason(CorrectionReason.field, settings: context.settings)
    else { throw StoreError.notFound }
    let made = outcome.result.wasMade
    try FactRecords.correct(
      fact, from: old, to: outcome,
      officer: reading.link(OfferForm.officer).flatMap { OfficerID($0) },
      positively: made ? reading.tick(OfferForm.positively) : nil,
      independence: made ? reading.tick(OfferForm.independence) : nil,
      because: reason, FactRecords.Head(row, at: at), in: transaction)
  }

  private static func answers(_ fact: StoredFact) -> FormDraft {
    guard case .offer(let offer) = fact.content else { return FormDraft() }
    var known = KnownAnswers()
    known.set(OfferForm.result, code: offer.result.code)
    switch offer.outcome {
    case .accepted, .refused: break
    case .deferred(let why): known.set(OfferForm.deferral, code: why.code)
    case .notOffered(let why): known.set(OfferForm.notOffered, code: why.code)
    }
    known.set(OfferForm.at, at: offer.at)
    known.set(OfferForm.officer, offer.officer.map { .link($0.ref) })
    known.set(OfferForm.positively, offer.madePositively)
    known.set(OfferForm.independence, offer.independenceExplained)
    return known.draft
  }

  /// The detention without the offer in hand, which stands in the form instead.
  private static func facts(
    _ fact: StoredFact, _ row: EntryRow, _ reading: FormReading, _ records: Connection,
    _ context: RuleContext
  ) throws -> FormFacts {
    var facts = try EntryForms.facts(row, reading, records, on: context.today)
    facts.custody?.entry?.offers.removeAll { $0.ref == fact.ref }
    facts.custody?.struckAlready = fact.struckBecause != nil
    if case .offer(let offer) = fact.content { facts.custody?.offer = offer }
    return facts
  }
}
