import CaseRules

/// Who looked for whom.
extension PersonRecords {
  /// GEN-003: a search and how many it found; of the text only a fingerprint is kept, enough to see
  /// that the same was searched for again, and no name.
  package static func noteSearch(
    _ typed: String, found: Int, in transaction: WriteTransaction
  ) throws {
    var fingerprint = Fingerprint()
    fingerprint.add(NameFolding.key(typed))
    try transaction.audit(
      AuditEvent(
        .personFound,
        facts: [.init("found", found), .init("fingerprint", fingerprint.text)]))
  }
}

extension AuditKind {
  package static let personFound = AuditKind("person.found")
}
