import CaseRules
import SQLite

/// How a second person answers.
enum ProposalHandlers {
  static let all = [confirm, refuse, withdraw, agreed(LargeExportForm.id), agreed(RestoreForm.id)]

  /// What is only asked for: the confirmed proposal itself is what may be used.
  private static func agreed(_ form: FormID) -> FormHandler {
    FormHandler(
      form,
      open: { _, _, _ in OpenedForm(form: form, about: nil) },
      facts: { _, _, _, _ in FormFacts() },
      save: { _, _, _, _, context in
        SavedForm(
          context.worker.id.ref,
          notes: ["\(context.worker.name) may do it once, within a day from now"])
      })
  }

  static let confirm = handler(ConfirmProposalForm.id) { transaction, proposal, reading, context in
    let saved = try ProposalRecords.confirm(
      proposal, note: reading.text(ConfirmProposalForm.note) ?? "", in: transaction, context)
    return SavedForm(
      proposal.ref, flags: saved.flags,
      notes: ["Done: \(proposal.text)"] + saved.notes + (try noPassword(saved.ref, transaction)))
  }

  /// Whoever was given a powerful role and cannot sign in yet needs another two people for that.
  private static func noPassword(
    _ ref: RecordRef, _ transaction: WriteTransaction
  ) throws -> [String] {
    guard let id = WorkerID(ref), let row = try transaction.connection.worker(id),
      row.osAccount == nil, try !transaction.connection.hasPassword(id)
    else { return [] }
    return ["\(row.worker.name) cannot sign in yet: propose a one-time password (F9 on the worker)"]
  }

  static let refuse = handler(RefuseProposalForm.id) { transaction, proposal, reading, _ in
    try ProposalRecords.decline(
      proposal, as: .refuse, note: reading.text(RefuseProposalForm.note) ?? "", in: transaction)
    return SavedForm(proposal.ref, notes: ["Nothing is changed"])
  }

  static let withdraw = handler(WithdrawProposalForm.id) { transaction, proposal, reading, _ in
    try ProposalRecords.decline(
      proposal, as: .withdraw, note: reading.text(WithdrawProposalForm.note) ?? "",
      in: transaction)
    return SavedForm(proposal.ref, notes: ["Nothing is changed"])
  }

  private static func handler(
    _ form: FormID,
    save:
      @escaping @Sendable (WriteTransaction, Proposal, FormReading, RuleContext) throws
      -> SavedForm
  ) -> FormHandler {
    FormHandler(
      form,
      open: { records, about, context in
        let proposal = try found(about, records, context)
        var draft = FormDraft()
        draft[ConfirmProposalForm.words] = proposal.text
        var facts = FormFacts()
        facts.proposal = ProposalFacts(proposal: proposal)
        return OpenedForm(
          form: form, about: about, heading: proposal.heading, draft: draft, facts: facts,
          revision: proposal.revision)
      },
      facts: { records, about, _, context in
        var facts = FormFacts()
        facts.proposal = ProposalFacts(proposal: try found(about, records, context))
        return facts
      },
      save: { transaction, about, reading, _, context in
        try save(transaction, try found(about, transaction.connection, context), reading, context)
      })
  }

  private static func found(
    _ about: RecordRef?, _ records: Connection, _ context: RuleContext
  ) throws -> Proposal {
    guard let about else { throw StoreError.notFound }
    return try ProposalRecords.load(about, in: records, context)
  }
}
