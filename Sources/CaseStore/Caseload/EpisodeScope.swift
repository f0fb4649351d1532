import CaseRules
import SQLite

/// The person, episode and handover that a form of the caseload is about.
struct EpisodeScope {
  let person: PersonID
  let identity: PersonIdentity
  let episode: Episode?
  let handover: Handover?

  init(_ about: RecordRef?, _ records: Connection) throws {
    guard let about, let person = try RecordNames.person(of: about, in: records),
      let identity = try PersonRecords.identity(person, in: records)
    else { throw StoreError.notFound }
    self.person = person
    self.identity = identity
    handover = try HandoverID(about).flatMap { try HandoverRecords.one($0, in: records) }
    if let id = EpisodeID(about) ?? handover?.episode {
      episode = try EpisodeRecords.one(id, in: records)
    } else {
      episode = try EpisodeRecords.open(of: person, in: records)
    }
  }

  func heading(_ context: RuleContext) -> String {
    let state = episode.map { ", \($0.state.title.lowercased()), \($0.workerName)" } ?? ""
    return identity.heading(on: context.today) + state
  }

  /// The facts of every form here; `worker` is the field in which somebody is named, if any.
  func facts(
    _ reading: FormReading, naming worker: FieldCode?, _ records: Connection,
    _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    let named = worker.flatMap { reading.link($0) }.flatMap { WorkerID($0) }
    facts.episode = EpisodeFacts(
      episode: episode, birth: identity.birth,
      hasCaseloadConsent: try ConsentRecords.inForce(
        .caseload, of: person, at: context.now, in: records) != nil,
      pendingHandover: try episode.flatMap {
        try HandoverRecords.pending(of: $0.id, in: records)
      },
      handover: handover, namedWorker: try named.flatMap { try records.worker($0)?.worker })
    return facts
  }

  /// The form with what is known, and the version it starts from.
  func opened(
    _ form: FormDefinition, _ about: RecordRef?, _ known: KnownAnswers,
    naming worker: FieldCode? = nil, revision: Int?, _ records: Connection, _ context: RuleContext
  ) throws -> OpenedForm {
    let reading = FormReading(known.draft, of: form, in: context.reading)
    return OpenedForm(
      form: form.id, about: about, heading: heading(context), draft: known.draft,
      sources: known.sources, facts: try facts(reading, naming: worker, records, context),
      revision: revision,
      lastChange: try revision.flatMap { _ in
        try about.flatMap { try LastChange.of($0, in: records) }
      })
  }
}

extension FormHandler {
  /// A form of the caseload; `known` says what stands in it before anything is typed.
  ///
  /// `revision` says which version the form starts from, for those that change a record.
  static func caseload(
    _ form: FormDefinition, naming worker: FieldCode? = nil,
    revision: @escaping @Sendable (EpisodeScope) -> Int? = { $0.episode?.revision },
    known: @escaping @Sendable (EpisodeScope, RuleContext) -> KnownAnswers,
    save:
      @escaping @Sendable (EpisodeScope, CaseloadEvents, FormReading, FormFacts) throws -> SavedForm
  ) -> FormHandler {
    FormHandler(
      form.id,
      open: { records, about, context in
        let scope = try EpisodeScope(about, records)
        return try scope.opened(
          form, about, known(scope, context), naming: worker, revision: revision(scope), records,
          context)
      },
      facts: { records, about, reading, context in
        try EpisodeScope(about, records).facts(reading, naming: worker, records, context)
      },
      save: { transaction, about, reading, facts, context in
        let scope = try EpisodeScope(about, transaction.connection)
        let events = CaseloadEvents(transaction: transaction, context: context)
        return try save(scope, events, reading, facts)
      })
  }
}
