import CaseRules
import CaseStore

/// Forms that a command fills in from its options; the administrator's come from whoever stands in
/// for one too.
struct CommandForms {
  let records: OpenRecords
  let invocation: Invocation
  let console: Console

  /// Saves the worker form; the worker's reference.
  func save(about: RecordRef?, _ answers: (inout FormDraft) -> Void) throws -> RecordRef {
    try FailureWords.during(records.store.path) {
      try save(WorkerForm.id, about: about, answers)
    }
  }

  /// A one-time password, printed once.
  func reset(_ worker: RecordRef, because why: String) throws {
    try FailureWords.during(records.store.path) {
      _ = try save(ResetPasswordForm.id, about: worker) { $0[ResetPasswordForm.why] = why }
    }
  }

  /// Saves any of them; the reference of what was saved, or of the proposal that waits.
  func save(
    _ form: FormID, about: RecordRef?, _ answers: (inout FormDraft) -> Void
  ) throws -> RecordRef {
    let context = try self.context()
    let opened = try open(form, about, context)
    var draft = opened.draft
    answers(&draft)
    let submission = FormSubmission(
      form: form, about: about, draft: draft, revision: opened.revision)
    var outcome = try store(submission, context, confirmed: nil)
    if case .needsPassword(let why) = outcome {
      let confirmed = try CommandSignIn.confirm(records, why: why, invocation, console)
      outcome = try store(submission, context, confirmed: confirmed)
    }
    return try tell(outcome)
  }

  private func open(
    _ form: FormID, _ about: RecordRef?, _ context: RuleContext
  ) throws -> OpenedForm {
    do {
      return try records.store.read { try FormDesk.open(form, about: about, on: $0, in: context) }
    } catch let failure as FormDesk.Failure {
      throw CommandFailure(TroubleWording.words(of: failure))
    }
  }

  private func store(
    _ submission: FormSubmission, _ context: RuleContext, confirmed: Confirmation?
  ) throws -> SaveOutcome {
    let attribution =
      try founding().map { try Attribution(by: $0, at: records.clock.now()) }
      ?? records.attribution(confirmed: confirmed)
    return try records.store.save(
      submission, in: context, by: attribution, cost: console.passwordCost)
  }

  private func tell(_ outcome: SaveOutcome) throws -> RecordRef {
    switch outcome {
    case .saved(let ref, let flags, let notes):
      for words in flags.map(\.display) + notes { try console.say(words) }
      return ref
    case .refused(let findings):
      throw CommandFailure(
        findings.filter { $0.force <= .warns }.map(\.display).joined(separator: "\n"))
    case .needsPassword(let why): throw CommandFailure(why)
    case .changedElsewhere:
      throw CommandFailure("Somebody has changed the record meanwhile. Try again")
    }
  }

  // MARK: A file without an administrator

  /// Whoever owns a file that has no administrator stands in for one, so that there can be one.
  func founding() throws -> SignedIn? {
    guard let who = records.who, PrivateFolder.isOwn(records.store.path) else { return nil }
    return try records.store.read { try SignedIn.standIn(who, in: $0) }
  }

  private func context() throws -> RuleContext {
    guard let founder = try founding() else { return try records.context() }
    return try records.store.read { try $0.practice() }
      .context(at: records.clock.now(), for: founder.acting)
  }
}
