package import CaseRules
import SQLite

/// GEN-003: whoever looks at somebody's record leaves an entry on the trail, refused looks too.
package enum Viewing {
  /// Records that tell of somebody: opening a form about one of them is a look at it.
  package static func isOfSomebody(_ ref: RecordRef) -> Bool {
    switch ref.kind {
    case .person, .episode, .appointment, .consent, .contact, .handover, .custodyEntry, .dir,
      .helplineCall, .incomingReferral, .custodyFact, .carePlan, .referral, .modality,
      .prescribing, .possibleRecord, .merge, .intelligenceReport, .intelligenceSubject,
      .bronzeAction, .ediiReferral:
      true
    case .worker, .agency, .suite, .officer, .proposal, .exceptionalAccess, .ediiActivity, .warrant:
      false
    }
  }

  /// Opens a form about somebody's record; the look is on the trail before anything is shown.
  package static func open(
    _ form: FormID, about ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> OpenedForm {
    let opened = try FormDesk.open(
      form, about: ref, on: transaction.connection, in: context)
    try note(ref, through: form, in: transaction)
    return opened
  }

  /// Puts a look through a form on the trail.
  package static func note(
    _ ref: RecordRef, through form: FormID, in transaction: WriteTransaction
  ) throws {
    for person in try people(of: ref, in: transaction.connection) {
      try transaction.audit(
        AuditEvent(
          kind(of: ref), person: person, record: AuditedRecord(ref),
          facts: [.init("form", form.text)]))
    }
  }

  /// Whom a form about the record shows: two people where it holds two records against each other.
  private static func people(
    of ref: RecordRef, in records: Connection
  ) throws -> [PersonID?] {
    switch ref.kind {
    case .possibleRecord:
      let pair = try PossibleRecords.found(ref, in: records)
      return [pair.older.id, pair.newer.id]
    case .merge:
      let merge = try PersonMerges.found(ref, in: records)
      return [merge.kept.id, merge.gone.id]
    case .person, .custodyEntry, .dir, .episode, .appointment, .consent, .contact, .handover,
      .helplineCall, .incomingReferral, .custodyFact, .carePlan, .referral, .modality,
      .prescribing, .worker, .agency, .suite, .officer, .proposal, .exceptionalAccess,
      .ediiActivity, .ediiReferral, .warrant,
      .intelligenceReport,
      .intelligenceSubject, .bronzeAction:
      return [try RecordNames.person(of: ref, in: records)]
    }
  }

  /// Goes on with a form its author left; what it is about is looked at again.
  package static func resume(
    _ draft: DraftID, of worker: WorkerID, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> (kept: KeptDraft, opened: OpenedForm) {
    let records = transaction.connection
    let kept = try records.draft(draft, of: worker).orNotFound()
    let opened = try FormDesk.open(kept.form, about: kept.about, on: records, in: context)
    if let about = kept.about, isOfSomebody(about) {
      try note(about, through: kept.form, in: transaction)
    } else {
      try transaction.audit(AuditEvent(.draftResumed, facts: [.init("form", kept.form.text)]))
    }
    return (kept, opened)
  }

  /// Why a look was refused; nil for other troubles.
  package static func refusal(_ error: any Error) -> Finding? {
    switch error {
    case StoreError.refused(let findings): findings.first
    case FormDesk.Failure.notAllowed(let finding): finding
    default: nil
    }
  }

  /// Puts a look that was refused on the trail, with the reason that was given.
  package static func noteRefusal(
    _ finding: Finding, at ref: RecordRef, in transaction: WriteTransaction
  ) throws {
    try transaction.audit(
      AuditEvent(
        .lookRefused, person: try RecordNames.person(of: ref, in: transaction.connection),
        record: AuditedRecord(ref), rule: finding.rule, reason: finding.words))
  }

  private static func kind(of ref: RecordRef) -> AuditKind {
    switch ref.kind {
    case .custodyEntry, .custodyFact: .entryViewed
    case .dir: .dirViewed
    case .helplineCall: .callViewed
    case .incomingReferral: .referralViewed
    case .intelligenceReport: .reportViewed
    case .intelligenceSubject: .subjectViewed
    case .bronzeAction: .bronzeViewed
    case .ediiActivity, .ediiReferral, .warrant: .ediiViewed
    case .person, .episode, .appointment, .consent, .contact, .handover, .carePlan, .referral,
      .modality, .prescribing, .possibleRecord, .merge, .worker, .agency, .suite, .officer,
      .proposal, .exceptionalAccess:
      .personViewed
    }
  }
}

extension WriteTransaction {
  /// GEN-003: puts on the trail that a list with names was printed.
  package func noteListing(of what: String, rows: Int) throws {
    try audit(AuditEvent(.listViewed, facts: [.init("what", what), .init("rows", rows)]))
  }

  /// GEN-003: puts on the trail that a list was refused, with the reason that was given.
  package func noteRefusedListing(of what: String, _ finding: Finding) throws {
    try audit(
      AuditEvent(
        .lookRefused, facts: [.init("what", what)], rule: finding.rule, reason: finding.words))
  }
}

extension AuditKind {
  /// Somebody was not let in: the role has no right to it (GEN-003, CUS-022).
  package static let lookRefused = AuditKind("permission.refused")
  /// A form that was left is gone on with.
  package static let draftResumed = AuditKind("draft.resumed")
}
