package import CaseRules
package import SQLite

extension Proposal.State: StoredWord {}

/// Acts that need two people: kept whole until another worker has answered.
package enum ProposalRecords {
  /// How long those that were answered stay in the list, in days.
  static let shownFor = 28

  package static func one(_ id: ProposalID, in records: Connection) throws -> Proposal? {
    try records.first(columns + " WHERE p.id = ?", id, row: proposal(row:))
  }

  /// For whoever may answer, and for whoever proposed it.
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> Proposal {
    guard let proposal = try ProposalID(ref).flatMap({ try one($0, in: records) }) else {
      throw StoreError.notFound
    }
    if proposal.proposer.id != context.worker.id { try context.mustRead(.proposals) }
    return proposal
  }

  /// Opens its page; the look is on the trail.
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> Proposal {
    let proposal = try load(ref, in: transaction.connection, context)
    try transaction.audit(
      AuditEvent(
        .listViewed, record: AuditedRecord(ref), facts: [.init("what", "proposal")]))
    return proposal
  }

  /// What waits, the newest first, and what was answered in the last weeks.
  package static func lines(
    in records: Connection, _ context: RuleContext
  ) throws -> [ProposalLine] {
    try context.mustRead(.proposals)
    let since = Moment(local: context.today.adding(days: -shownFor), .midnight)
    return try records.query(
      columns + " WHERE p.state = 'waiting' OR p.decided_at >= ? ORDER BY p.id DESC LIMIT 500",
      since, row: proposal(row:)
    ).map { ProposalLine($0, at: context.now) }
  }

  static let columns = """
    SELECT p.id, p.form, p.about, p.words, p.why, p.proposed_by, proposer.name, proposer.role,
           proposer.active, p.proposed_at, p.state, decider.name, p.decided_at, p.note, p.revision
    FROM proposal AS p
    JOIN worker AS proposer ON proposer.id = p.proposed_by
    LEFT JOIN worker AS decider ON decider.id = p.decided_by
    """

  static func proposal(row: Row) throws -> Proposal {
    var decision: Proposal.Decision?
    if let at: Moment = try row.get(12) {
      decision = Proposal.Decision(
        by: Worker.initials(of: try row.text(11)), at: at, note: try row.text(13))
    }
    return Proposal(
      ref: RecordRef(.proposal, try row.int64(0)), form: FormID(try row.text(1)),
      about: try row.get(2), text: try row.text(3), why: try row.text(4),
      proposer: Worker(
        id: try row.get(5), name: try row.text(6), role: try row.get(7),
        active: try row.bool(8)),
      proposed: try row.get(9), state: try row.get(10), decision: decision,
      revision: try row.int(14))
  }
}

// MARK: - Proposing

extension ProposalRecords {
  static func propose(
    _ submission: FormSubmission, because why: String, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> RecordRef {
    let records = transaction.connection
    let words = try words(of: submission, in: records, context)
    try records.execute(
      """
      INSERT INTO proposal (form, about, opened_revision, words, why, digest, proposed_by,
                            proposed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, submission.form.text, submission.about, submission.revision, words, why,
      digest(of: submission, words), transaction.attribution.worker, transaction.attribution.at)
    let id = ProposalID(records.lastInsertRowID)
    for (key, raw) in entries(of: submission) {
      try records.execute(
        "INSERT INTO proposal_answer (proposal, part, path, raw) VALUES (?, ?, ?, ?)", id,
        key.part.rawValue, key.path, raw)
    }
    try transaction.audit(
      AuditEvent(
        .proposed, record: AuditedRecord(id.ref), to: 1,
        facts: [.init("form", submission.form.text), .init("about", submission.about)],
        reason: why))
    try DeadlineRecords.start(
      ProposalRules.deadline(proposed: transaction.attribution.at), about: id.ref, person: nil,
      owner: .role(.sup), metByForm: ConfirmProposalForm.id, in: transaction,
      calendar: context.calendar)
    return id.ref
  }

  /// "Name Jo Field; Role Administrator, was CJIT key worker": every answer that is not as it was.
  private static func words(
    of submission: FormSubmission, in records: Connection, _ context: RuleContext
  ) throws -> String {
    let form = try needed(FormCatalogue.form(submission.form))
    let opened = try FormDesk.open(
      submission.form, about: submission.about, on: records, in: context)
    let changed = form.fields.compactMap { field -> String? in
      let (old, new) = (opened.draft[field.code], submission.draft[field.code])
      if old == new { return nil }
      let before = old.isEmpty ? "" : ", was \(told(old, field, context))"
      return "\(field.label) \(new.isEmpty ? "taken out" : told(new, field, context))\(before)"
    }
    return ([opened.heading].compactMap(\.self) + changed).joined(separator: "; ")
  }

  /// An answer as people read it: a code by its words.
  private static func told(_ text: String, _ field: FormField, _ context: RuleContext) -> String {
    guard case .typed(let kind) = field.content else { return text }
    let reading = FieldReader.read(text, as: kind, in: context.reading)
    guard case .choice(let list) = kind, let code = reading.answer?.raw else { return text }
    return list[code]?.words ?? text
  }

  private static func entries(of submission: FormSubmission) -> [DraftEntryKey: String] {
    var kept = KeptDraft(
      form: submission.form, about: submission.about, draft: submission.draft,
      revision: submission.revision)
    kept.reasons = submission.reasons
    return DraftEntries.texts(of: kept).filter { $0.key.part != .opened }
  }

  /// Of everything that will be done, so that not a letter of it can differ later.
  private static func digest(of submission: FormSubmission, _ words: String) -> Digest {
    var bytes = FieldBytes("TC-PROPOSAL-1")
    bytes.add(submission.form.text)
    bytes.add(submission.about?.text ?? "")
    bytes.add(Int64(submission.revision ?? -1))
    bytes.add(words)
    let entries = entries(of: submission).map { ($0.key.part.rawValue, $0.key.path, $0.value) }
    for entry in entries.sorted(by: { $0 < $1 }) {
      bytes.add(entry.0)
      bytes.add(entry.1)
      bytes.add(entry.2)
    }
    return bytes.digest
  }
}

// MARK: - Answering

extension ProposalRecords {
  /// What was proposed, if it is still what it was; else nothing is done.
  static func submission(
    of proposal: Proposal, in records: Connection
  ) throws -> FormSubmission {
    let number = proposal.ref.number
    let kept = try records.first(
      "SELECT opened_revision, digest FROM proposal WHERE id = ?", number
    ) { (revision: try $0.get(0, as: Int?.self), digest: try $0.get(1, as: Digest.self)) }
    var texts: [DraftEntryKey: String] = [:]
    try records.forEach(
      "SELECT part, path, raw FROM proposal_answer WHERE proposal = ?", number
    ) { row in
      guard let part = DraftEntryKey.Part(rawValue: try row.text(0)) else {
        throw row.unreadable(0)
      }
      texts[DraftEntryKey(part: part, path: try row.text(1))] = try row.text(2)
    }
    var draft = KeptDraft(form: proposal.form, about: proposal.about, draft: FormDraft())
    guard let kept, DraftEntries.restore(texts, into: &draft) else { throw altered }
    let submission = FormSubmission(
      form: proposal.form, about: proposal.about, draft: draft.draft, revision: kept.revision,
      reasons: draft.reasons)
    guard digest(of: submission, proposal.text) == kept.digest else { throw altered }
    return submission
  }

  private static let altered = StoreError.refused([
    Finding(
      "GEN-003", .blocks,
      "What was proposed was changed behind the program's back. Nothing is done; tell the "
        + "administrator, who runs throughcare verify")
  ])

  /// The second person answers for it, and it is done.
  static func confirm(
    _ proposal: Proposal, note: String, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> SavedForm {
    let records = transaction.connection
    let submission = try submission(of: proposal, in: records)
    // The role is that of now: whoever lost it since has proposed nothing.
    guard let proposer = try records.worker(proposal.proposer.id)?.worker else {
      throw StoreError.unknownWorker
    }
    try decide(proposal, .confirmed, .proposalConfirmed, note, in: transaction)
    return try FormDesk.carryOut(submission, of: proposer, in: transaction, context)
  }

  static func decline(
    _ proposal: Proposal, as event: Proposal.Event, note: String,
    in transaction: WriteTransaction
  ) throws {
    switch event {
    case .refuse: try decide(proposal, .refused, .proposalRefused, note, in: transaction)
    case .withdraw: try decide(proposal, .withdrawn, .proposalWithdrawn, note, in: transaction)
    case .confirm: throw StoreError.notFound
    }
  }

  private static func decide(
    _ proposal: Proposal, _ state: Proposal.State, _ kind: AuditKind, _ note: String,
    in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      proposal.ref, of: nil, table: "proposal", at: proposal.revision, as: kind,
      facts: [
        .init("proposed-by", proposal.proposer.id.ref), .init("form", proposal.form.text),
        .init("about", proposal.about),
      ], reason: note.isEmpty ? nil : note
    ) {
      try $0.execute(
        "UPDATE proposal SET state = ?, decided_by = ?, decided_at = ?, note = ? WHERE id = ?",
        state, transaction.attribution.worker, transaction.attribution.at, note,
        proposal.ref.number)
    }
    try DeadlineRecords.meet(
      ProposalRules.deadlineName, about: proposal.ref, on: .moment(transaction.attribution.at),
      in: transaction)
  }
}
