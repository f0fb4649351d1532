package import CaseRules
package import SQLite

/// The DIR as its screen shows it.
package enum DIRFiles {
  /// Everything of a DIR; throws for roles to whom it is not open (CUS-022).
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> DIRFile {
    try context.mustRead(.custodyBoardAndDIR)
    let scope = try DIRScope(ref, records)
    guard let dir = scope.dir,
      let summary = try DIRRecords.summary(of: dir.id, in: records, context)
    else { throw StoreError.notFound }
    let reading = DIRRecords.reading(of: dir, context)
    let facts = try scope.facts(reading, records, context)
    let shown =
      FormCheck.findings(
        on: reading, dir.draft, of: DIRForm.definition, facts: facts, in: context
      ).filter { $0.force == .shows } + [DIRRules.pregnantMan(reading, facts)].compactMap(\.self)
    var file = DIRFile(
      summary: summary, revision: dir.revision,
      heading: try scope.heading(records, on: context.today) ?? ref.text,
      sections: DIRFile.sections(of: reading, facts: facts), shown: shown)
    file.corrections = try DIRRecords.corrections(of: dir.id, in: records)
    return file
  }

  /// Opens a DIR for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> DIRFile {
    var file = try load(ref, in: transaction.connection, context)
    let person = PersonID(file.summary.person)
    file.damage = try person.flatMap {
      try transaction.damage(
        to: $0,
        and: [
          .init("dir", "id", ref.number), .init("dir_drug", "dir", ref.number),
          .init("dir_action", "dir", ref.number),
        ], shownAs: ref)
    }
    try transaction.audit(
      AuditEvent(
        .dirViewed, person: person, record: AuditedRecord(file.ref)))
    return file
  }
}

extension AuditKind {
  /// A DIR was looked at (GEN-003).
  package static let dirViewed = AuditKind("dir.view")
}
