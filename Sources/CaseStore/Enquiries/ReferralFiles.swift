package import CaseRules
package import SQLite

/// A referral as its page shows it.
package enum ReferralFiles {
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> ReferralFile {
    try context.mustRead(.personAndCaseload)
    let referral = try IncomingReferralRecords.found(ref, in: records)
    return ReferralFile(
      referral: referral,
      isWithoutPermission: try isWithoutPermission(referral, in: records, context),
      linked: try EnquiryNaming.named(byCallOf: referral, in: records),
      deadlines: try DeadlineRecords.all(about: ref, in: records).map {
        EntryDueLines.line($0, about: ref, name: referral.personName, context)
      })
  }

  /// Opens a referral for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> ReferralFile {
    let file = try load(ref, in: transaction.connection, context)
    try transaction.audit(
      AuditEvent(.referralViewed, person: file.referral.person, record: AuditedRecord(ref)))
    return file
  }

  /// CUS-010.
  static func isWithoutPermission(
    _ referral: Referral, in records: Connection, _ context: RuleContext
  ) throws -> Bool {
    guard let call = referral.call.flatMap({ HelplineCallID($0) }) else { return false }
    return try HelplineCallRecords.isWithoutPermission(call, in: records, context)
  }
}

extension AuditKind {
  /// A referral was looked at (GEN-003).
  package static let referralViewed = AuditKind("referral.view")
}
