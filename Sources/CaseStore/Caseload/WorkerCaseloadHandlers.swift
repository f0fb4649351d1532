import CaseRules
import SQLite

/// The forms about all of a worker's clients at once: handing over, accepting, cover.
enum WorkerCaseloadHandlers {
  static let all: [FormHandler] = [handOverSeveral, acceptSeveral, cover]

  // MARK: Handing over

  static let handOverSeveral = FormHandler(
    HandOverSeveralForm.id,
    open: { records, about, context in
      var draft = FormDraft()
      let worker = try about.map { try row(of: $0, records).worker }
      if let worker {
        draft.rows[HandOverSeveralForm.clients] = HandOverSeveralForm.rows(
          for: try records.query(clientsOf, worker.id, HandOverSeveralForm.most) {
            RecordRef(.person, try $0.int64(0))
          })
      }
      let reading = FormReading(draft, of: HandOverSeveralForm.definition, in: context.reading)
      return OpenedForm(
        form: HandOverSeveralForm.id, about: about, heading: worker.map { "Clients of \($0.name)" },
        draft: draft,
        sources: worker == nil ? [:] : [HandOverSeveralForm.clients: "from the caseload"],
        facts: try handOverFacts(reading, records, context))
    },
    facts: { records, _, reading, context in try handOverFacts(reading, records, context) },
    save: { transaction, _, reading, facts, context in
      guard let colleague = facts.episode?.namedWorker,
        let reason = reading.text(HandOverSeveralForm.reason)
      else { throw StoreError.notFound }
      let events = CaseloadEvents(transaction: transaction, context: context)
      let rows = reading.rows[HandOverSeveralForm.clients] ?? []
      for row in rows {
        guard let client = row.link(HandOverSeveralForm.client),
          let episode = facts.episode?.clients[client]?.episode
        else { throw StoreError.notFound }
        let told = HandOverSeveralForm.told(row.text(HandOverSeveralForm.note), because: reason)
        _ = try events.ask(
          .worker, episode, worker: colleague.id, receiver: colleague.name, reason: told)
      }
      return SavedForm(
        colleague.id.ref,
        notes: [
          "\(colleague.name) is asked to take over \(Digits.counted(rows.count, "client")); "
            + "until then nothing changes (PPL-012)"
        ])
    })

  /// Those on the caseload of a worker, by name; whoever waits for another answer is left out.
  private static let clientsOf = """
    SELECT person FROM episode
    WHERE worker = ? AND closed IS NULL AND joined IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM handover
                      WHERE handover.episode = episode.id AND handover.state = 'pending')
    ORDER BY family_key, given_key, id LIMIT ?
    """

  private static func handOverFacts(
    _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    var episode = EpisodeFacts()
    episode.namedWorker = try reading.link(HandOverSeveralForm.worker)
      .flatMap { WorkerID($0) }.flatMap { try records.worker($0)?.worker }
    for row in reading.rows[HandOverSeveralForm.clients] ?? [] {
      guard let ref = row.link(HandOverSeveralForm.client), let person = PersonID(ref) else {
        continue
      }
      let open = try EpisodeRecords.open(of: person, in: records)
      episode.clients[ref] = EpisodeFacts.Standing(
        episode: open,
        pendingHandover: try open.flatMap { try HandoverRecords.pending(of: $0.id, in: records) })
    }
    facts.episode = episode
    return facts
  }

  // MARK: Accepting

  static let acceptSeveral = FormHandler(
    AcceptSeveralForm.id,
    open: { records, about, context in
      let worker = try row(of: about, records).worker
      var known = KnownAnswers()
      known.set(AcceptSeveralForm.accepted, .date(context.today), from: "today")
      let waiting = try records.query(waitingFor, worker.id, HandOverSeveralForm.most) {
        (
          ref: RecordRef(.handover, try $0.int64(0)),
          name: PersonName(family: try $0.text(1), given: try $0.text(2)).display,
          reason: try $0.text(3)
        )
      }
      known.draft[AcceptSeveralForm.told] = AcceptSeveralForm.told(
        waiting.map { ($0.name, $0.reason) })
      known.draft.rows[AcceptSeveralForm.handovers] = AcceptSeveralForm.rows(
        for: waiting.map(\.ref))
      let reading = FormReading(
        known.draft, of: AcceptSeveralForm.definition, in: context.reading)
      return OpenedForm(
        form: AcceptSeveralForm.id, about: about, heading: "For \(worker.name)",
        draft: known.draft, sources: known.sources,
        facts: try acceptFacts(reading, records, context))
    },
    facts: { records, _, reading, context in try acceptFacts(reading, records, context) },
    save: { transaction, about, reading, facts, context in
      let worker = try row(of: about, transaction.connection).worker
      let day = try needed(reading.date(AcceptSeveralForm.accepted))
      let events = CaseloadEvents(transaction: transaction, context: context)
      var notes: [String] = []
      let rows = reading.rows[AcceptSeveralForm.handovers] ?? []
      for row in rows {
        guard let ref = row.link(AcceptSeveralForm.handover),
          let waiting = facts.episode?.waiting[ref], let receiver = waiting.receiver
        else { throw StoreError.notFound }
        let words = try events.accept(
          waiting.handover, by: receiver.id,
          HandoverRules.acceptedWords(
            by: context.worker.name, for: receiver,
            because: receiver.id == context.worker.id ? nil : facts.reasons["PPL-012"]),
          on: day)
        let name = facts.names[ref].map { $0.prefix { $0 != "," } } ?? ""
        notes += words.map { "\(name): \($0)" }
      }
      let count = Digits.counted(rows.count, "client")
      return SavedForm(worker.id.ref, notes: ["\(worker.name) is responsible for \(count)"] + notes)
    })

  private static let waitingFor = """
    SELECT handover.id, person.family_name, person.given_names, handover.reason
    FROM handover JOIN person ON person.id = handover.person
    WHERE to_worker = ? AND state = 'pending' AND kind = 'worker'
    ORDER BY asked_at, handover.id LIMIT ?
    """

  private static func acceptFacts(
    _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    var episode = EpisodeFacts()
    for row in reading.rows[AcceptSeveralForm.handovers] ?? [] {
      guard let ref = row.link(AcceptSeveralForm.handover), let id = HandoverID(ref) else {
        continue
      }
      episode.waiting[ref] = try HandoverRecords.one(id, in: records).map { handover in
        EpisodeFacts.Waiting(
          handover, receiver: try handover.to.flatMap { try records.worker($0)?.worker },
          episode: try EpisodeRecords.one(handover.episode, in: records))
      }
    }
    facts.episode = episode
    return facts
  }

  // MARK: Cover

  static let cover = FormHandler(
    CoverForm.id,
    open: { records, about, context in
      let worker = try row(of: about, records).worker
      let standing = try CoverRecords.next(of: worker.id, on: context.today, in: records)
      let draft = standing.map(CoverForm.draft) ?? FormDraft()
      let reading = FormReading(draft, of: CoverForm.definition, in: context.reading)
      return OpenedForm(
        form: CoverForm.id, about: about, heading: "For \(worker.name)", draft: draft,
        facts: try coverFacts(worker.id, reading, records, context), revision: standing?.revision)
    },
    facts: { records, about, reading, context in
      try coverFacts(row(of: about, records).worker.id, reading, records, context)
    },
    save: { transaction, about, reading, _, context in
      let records = transaction.connection
      let worker = try row(of: about, records).worker
      let cover = try needed(CoverForm.cover(reading, of: worker.id))
      let standing = try CoverRecords.next(of: worker.id, on: context.today, in: records)
      try CoverRecords.put(cover, was: standing, in: transaction)
      let by = try records.worker(cover.by)?.worker.name ?? ""
      return SavedForm(
        worker.id.ref,
        notes: [
          "\(by) sees the clients from \(cover.from.uk) to \(cover.until.uk); "
            + "\(worker.name) stays responsible"
        ])
    })

  private static func coverFacts(
    _ worker: WorkerID, _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    let colleague = try reading.link(CoverForm.by).flatMap { WorkerID($0) }
      .flatMap { try records.worker($0)?.worker }
    facts.cover = CoverFacts(
      worker: worker, colleague: colleague,
      others: try colleague.map { try covers(of: $0.id, records, context) } ?? [],
      standing: try CoverRecords.next(of: worker, on: context.today, in: records))
    return facts
  }

  /// When a colleague is away, and whom they look after.
  private static func covers(
    of worker: WorkerID, _ records: Connection, _ context: RuleContext
  ) throws -> [Cover] {
    let away = try CoverRecords.next(of: worker, on: context.today, in: records)
    return [away].compactMap(\.self)
      + (try CoverRecords.promised(by: worker, from: context.today, in: records))
  }

  private static func row(of about: RecordRef?, _ records: Connection) throws -> WorkerRow {
    guard let id = about.flatMap({ WorkerID($0) }), let row = try records.worker(id) else {
      throw StoreError.notFound
    }
    return row
  }
}
