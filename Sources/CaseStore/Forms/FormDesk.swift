package import CaseRules
package import SQLite

/// The one door through which every form is opened, checked and saved.
///
/// The screen and `submit` both come in here, so parsing, roles, rules, reasons, attribution and
/// audit cannot differ between them.
package enum FormDesk {
  private static let handlers: [FormID: FormHandler] = Dictionary(
    uniqueKeysWithValues: FormHandlers.all.map { ($0.form, $0) })

  package enum Failure: Error, Equatable {
    case noSuchForm(FormID)
    /// The form is about another kind of record, or about one and none was named.
    case wrongSubject(FormID, needs: [RecordRef.Kind])
    case notAllowed(Finding)
  }

  package static func open(
    _ form: FormID, about: RecordRef?, on records: Connection, in context: RuleContext
  ) throws -> OpenedForm {
    let (definition, handler) = try find(form)
    try check(about, suits: definition)
    if let refusal = refusal(of: definition, to: context.worker) {
      throw Failure.notAllowed(refusal)
    }
    return try handler.open(records, standing(about, records), context)
  }

  /// A number that only points to another record of the same person is as good as that record's.
  private static func standing(_ about: RecordRef?, _ records: Connection) throws -> RecordRef? {
    try about.map { try PersonPointers.standing($0, in: records) }
  }

  package static func facts(
    for form: FormID, about: RecordRef?, draft: FormDraft, on records: Connection,
    in context: RuleContext
  ) throws -> FormFacts {
    let (definition, handler) = try find(form)
    if let refusal = refusal(of: definition, to: context.worker) {
      throw Failure.notAllowed(refusal)
    }
    let draft = try PersonPointers.standing(draft, of: definition, in: records)
    let reading = FormReading(draft, of: definition, in: context.reading(of: draft))
    return try handler.facts(records, standing(about, records), reading, context)
  }

  /// Why this worker may not save the form, whatever is typed; nil when they may.
  package static func whyNotSave(_ form: FormID, _ worker: Worker) -> Finding? {
    FormCatalogue.form(form).flatMap { refusal(of: $0, to: worker) }
  }

  /// All findings, as saving would find them now; nothing is written.
  package static func findings(
    on submission: FormSubmission, records: Connection, in context: RuleContext
  ) throws -> [Finding] {
    let (definition, handler) = try find(submission.form)
    try check(submission.about, suits: definition)
    if let refusal = refusal(of: definition, to: context.worker) { return [refusal] }
    let about = try standing(submission.about, records)
    let held = try handler.open(records, about, context).draft
    let draft = try PersonPointers.standing(submission.draft, of: definition, in: records)
    let reading = FormReading(draft, of: definition, in: context.reading(of: held))
    let facts = try handler.facts(records, about, reading, context)
    return FormCheck.findings(
      on: reading, draft, of: definition, facts: facts, in: context)
      + SanitisedText.findings(
        onReasons: submission.reasons, reading, facts, by: context.worker)
  }

  /// A submission on its way: what can be done before the transaction begins is done.
  struct Prepared: Sendable {
    let submission: FormSubmission
    /// The answers, where no record has a say in how they are read: that of something new.
    let reading: FormReading?
    /// What is wrong with them by themselves.
    fileprivate let answerFindings: [Finding]
    fileprivate let definition: FormDefinition
    fileprivate let handler: FormHandler
  }

  static func prepare(_ submission: FormSubmission, in context: RuleContext) throws -> Prepared {
    let (definition, handler) = try find(submission.form)
    try check(submission.about, suits: definition)
    let isNew = submission.about == nil && submission.revision == nil
    let reading =
      isNew ? FormReading(submission.draft, of: definition, in: context.reading) : nil
    return Prepared(
      submission: submission, reading: reading,
      answerFindings: reading.map {
        FormCheck.answerFindings(on: $0, submission.draft, of: definition)
      } ?? [],
      definition: definition, handler: handler)
  }

  /// Checks everything again on the records as they are now, and writes only if it all holds.
  ///
  /// Throws `NotSaved` when it does not, so that the transaction is undone whole.
  static func save(
    _ submission: FormSubmission, in transaction: WriteTransaction, context: RuleContext
  ) throws -> SaveOutcome {
    try save(try prepare(submission, in: context), in: transaction, context: context)
  }

  static func save(
    _ prepared: Prepared, in transaction: WriteTransaction, context: RuleContext
  ) throws -> SaveOutcome {
    let submission = prepared.submission
    var checked = try check(prepared, in: transaction, context)
    let isFounding = transaction.attribution.isFounding
    if !isFounding, let why = prepared.definition.asksPassword(checked.reading, checked.facts) {
      try checkPassword(why, transaction, context)
    }
    if !isFounding, let why = prepared.definition.needsSecond(checked.reading, checked.facts) {
      return try propose(submission, checked, because: why, transaction, context)
    }
    let saved = try write(prepared, &checked, transaction, context)
    if let kept = submission.kept { try transaction.finishDraft(kept) }
    try transaction.noteSaved(submission.form, about: submission.about, as: saved.ref)
    let flags = checked.findings.filter { $0.force == .flags } + saved.flags
    let pointed =
      try PersonPointers.words(submission.about, in: transaction.connection).map { [$0] } ?? []
    return .saved(saved.ref, flags: flags, notes: pointed + saved.notes)
  }

  /// A form whose every check has passed.
  private struct Checked {
    let about: RecordRef?
    let draft: FormDraft
    let reading: FormReading
    var facts: FormFacts
    let findings: [Finding]
    /// GEN-002: the warnings that were passed, each with its typed reason.
    let overrides: [FormReasons.Override]
  }

  private static func check(
    _ prepared: Prepared, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> Checked {
    let (submission, definition) = (prepared.submission, prepared.definition)
    if let refusal = refusal(of: definition, to: context.worker) {
      throw NotSaved(outcome: .refused([refusal]))
    }
    let records = transaction.connection
    let about = try standing(submission.about, records)
    let draft = try PersonPointers.standing(submission.draft, of: definition, in: records)
    let (typed, typedFindings) = try read(prepared, draft, records, context)
    let facts = try prepared.handler.facts(records, about, typed, context)
    let reading = typed.concerning(facts, in: definition)
    let answerFindings =
      reading == typed
      ? typedFindings : FormCheck.answerFindings(on: reading, draft, of: definition)
    let findings =
      answerFindings
      + FormCheck.recordFindings(on: reading, of: definition, facts: facts, in: context)
      + SanitisedText.findings(
        onReasons: submission.reasons, reading, facts, by: context.worker)
    let reasons = FormReasons.passed(findings, by: submission.reasons, in: context.settings)
    guard reasons.waiting.isEmpty else { throw NotSaved(outcome: .refused(findings)) }
    return Checked(
      about: about, draft: draft, reading: reading, facts: facts, findings: findings,
      overrides: reasons.overrides)
  }

  /// The answers and what is wrong with them: as they were prepared, where the records leave them so.
  private static func read(
    _ prepared: Prepared, _ draft: FormDraft, _ records: Connection, _ context: RuleContext
  ) throws -> (FormReading, [Finding]) {
    if let reading = prepared.reading, draft == prepared.submission.draft {
      return (reading, prepared.answerFindings)
    }
    let reading = try readBesideRecord(prepared, draft, records, context)
    return (reading, FormCheck.answerFindings(on: reading, draft, of: prepared.definition))
  }

  private static func write(
    _ prepared: Prepared, _ checked: inout Checked, _ transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> SavedForm {
    for override in checked.overrides {
      checked.facts.reasons[override.finding.rule] = override.reason
    }
    let saved = try prepared.handler.save(
      transaction, checked.about, checked.reading, checked.facts, context)
    for override in checked.overrides {
      try transaction.audit(
        AuditEvent(
          .overridden, person: transaction.firstEvent?.person, record: AuditedRecord(saved.ref),
          facts: override.facts, rule: override.finding.rule, reason: override.reason.text))
    }
    return saved
  }

  // MARK: Two people

  /// An act for which one is not enough waits for another worker.
  private static func propose(
    _ submission: FormSubmission, _ checked: Checked, because why: String,
    _ transaction: WriteTransaction, _ context: RuleContext
  ) throws -> SaveOutcome {
    var proposed = submission
    proposed.about = checked.about
    proposed.draft = checked.draft
    let ref = try ProposalRecords.propose(proposed, because: why, in: transaction, context)
    if let kept = submission.kept { try transaction.finishDraft(kept) }
    return .saved(
      ref, flags: [],
      notes: [
        "\(why). Nothing is changed yet",
        "\(ref.text) waits a day for another administrator, team leader or manager to confirm it",
      ])
  }

  /// What was proposed is done now: by the rules as they are for whoever proposed it, put down to
  /// whoever confirms it.
  static func carryOut(
    _ submission: FormSubmission, of proposer: Worker, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> SavedForm {
    let proposers = context.asSeen(by: proposer)
    let prepared = try prepare(submission, in: proposers)
    do {
      var checked = try check(prepared, in: transaction, proposers)
      let saved = try write(prepared, &checked, transaction, proposers)
      try transaction.noteSaved(submission.form, about: submission.about, as: saved.ref)
      return saved
    } catch let refused as NotSaved {
      guard case .changedElsewhere = refused.outcome else { throw refused }
      throw NotSaved(
        outcome: .refused([
          Finding(
            "GEN-003", .blocks,
            "The record was changed since this was proposed. It has to be proposed anew")
        ]))
    }
  }

  /// The worker has just shown that it is they; otherwise they are asked.
  private static func checkPassword(
    _ why: String, _ transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    let (attribution, worker) = (transaction.attribution, context.worker.id)
    if attribution.confirmation?.isGood(for: worker, at: attribution.at) == true { return }
    guard try transaction.connection.hasPassword(worker) else {
      throw NotSaved(
        outcome: .refused([
          Finding(
            "GEN-006", .blocks, why + ", and you have none yet: choose one with Change password")
        ]))
    }
    throw NotSaved(outcome: .needsPassword(why))
  }

  /// Reads the answers beside those the record holds now, which may keep retired codes.
  private static func readBesideRecord(
    _ prepared: Prepared, _ draft: FormDraft, _ records: Connection, _ context: RuleContext
  ) throws -> FormReading {
    let submission = prepared.submission
    let about = try standing(submission.about, records)
    let current = try prepared.handler.open(records, about, context)
    try compare(submission, with: current)
    return FormReading(draft, of: prepared.definition, in: context.reading(of: current.draft))
  }

  /// Nothing was written, and this is why.
  struct NotSaved: Error {
    let outcome: SaveOutcome
  }

  private static func compare(
    _ submission: FormSubmission, with current: OpenedForm
  ) throws {
    guard let seen = submission.revision, let revision = current.revision, revision != seen else {
      return
    }
    throw NotSaved(
      outcome: .changedElsewhere(
        theirs: current.draft, revision: revision, by: current.lastChange))
  }

  private static func find(_ form: FormID) throws -> (FormDefinition, FormHandler) {
    guard let definition = FormCatalogue.form(form), let handler = handlers[form] else {
      throw Failure.noSuchForm(form)
    }
    return (definition, handler)
  }

  private static func check(_ about: RecordRef?, suits definition: FormDefinition) throws {
    guard let about else {
      if definition.standsAlone { return }
      throw Failure.wrongSubject(definition.id, needs: definition.about)
    }
    if !definition.about.contains(about.kind) {
      throw Failure.wrongSubject(definition.id, needs: definition.about)
    }
  }

  /// The function matrix: nil when this worker may save the form.
  private static func refusal(of definition: FormDefinition, to worker: Worker) -> Finding? {
    guard let words = definition.whyNotSave(worker) else { return nil }
    return AccessMatrix.refusal(toEdit: definition.function, by: worker)
      ?? Finding("GEN-003", .blocks, words)
  }
}

extension StoreFile {
  /// Saves a form: one transaction, everything checked again inside it.
  package func save(
    _ submission: FormSubmission, in context: RuleContext, by attribution: Attribution,
    cost: PasswordCost = .ordinary,
    then: @escaping @Sendable (Result<SaveOutcome, any Error>) -> Void
  ) {
    write(attribution) { [self] in
      try freshPassword(for: submission, cost)
    } _: { transaction, password in
      transaction.freshPassword = password
      return try FormDesk.save(submission, in: transaction, context: context)
    } then: { result in
      then(StoreFile.outcome(of: result))
    }
  }

  private func freshPassword(
    for submission: FormSubmission, _ cost: PasswordCost
  ) throws -> FreshPassword? {
    guard FormCatalogue.form(submission.form)?.makesPassword == true else { return nil }
    return try SignInDesk(self, cost: cost).freshPassword()
  }

  /// Saves a form and waits for it.
  package func save(
    _ submission: FormSubmission, in context: RuleContext, by attribution: Attribution,
    cost: PasswordCost = .ordinary
  ) throws -> SaveOutcome {
    try StoreFile.outcome(
      of: Result {
        try write(attribution) { [self] in
          try freshPassword(for: submission, cost)
        } _: { transaction, password in
          transaction.freshPassword = password
          return try FormDesk.save(submission, in: transaction, context: context)
        }
      }
    ).get()
  }

  /// A refusal undoes the transaction by an error, and is an answer all the same.
  private static func outcome(
    of result: Result<SaveOutcome, any Error>
  ) -> Result<SaveOutcome, any Error> {
    result.flatMapError { error in
      guard let refused = error as? FormDesk.NotSaved else { return .failure(error) }
      return .success(refused.outcome)
    }
  }
}

extension FormReasons.Override {
  /// What was said, where the rule may warn about several things and each has a reason of its own.
  fileprivate var facts: [AuditEvent.Fact] {
    finding.isPassedAlone ? [AuditEvent.Fact("warned", finding.words)] : []
  }
}
