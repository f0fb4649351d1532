import CaseRules
import SQLite

/// The client that a form of this room is about, with their time on the caseload and their plan.
struct CarePlanScope {
  let client: PersonScope
  let facts: CarePlanFacts

  init(_ about: RecordRef?, _ records: Connection) throws {
    client = try PersonScope(about, records)
    let episode = try EpisodeRecords.open(of: client.id, in: records)
    facts = CarePlanFacts(
      episode: episode,
      last: try episode.flatMap { try CarePlanRecords.current(of: $0.id, in: records) },
      plan: try about.flatMap { CarePlanID($0) }
        .flatMap { try CarePlanRecords.one($0, in: records) },
      referral: try about.flatMap { ReferralID($0) }
        .flatMap { try ReferralRecords.one($0, in: records) })
  }

  func formFacts(
    _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var all = FormFacts()
    try RecordNames.fill(&all, from: reading, in: records, on: context.today)
    all.carePlan = facts
    return all
  }

  /// The form with what is known, and the version it starts from.
  func opened(
    _ form: FormDefinition, _ about: RecordRef?, _ known: KnownAnswers, revision: Int?,
    changed record: RecordRef?, _ records: Connection, _ context: RuleContext
  ) throws -> OpenedForm {
    let reading = FormReading(known.draft, of: form, in: context.reading(of: known.draft))
    return OpenedForm(
      form: form.id, about: about, heading: client.heading(context), draft: known.draft,
      sources: known.sources, facts: try formFacts(reading, records, context),
      revision: revision,
      lastChange: try record.flatMap { try LastChange.of($0, in: records) })
  }
}
