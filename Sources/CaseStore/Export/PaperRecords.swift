package import CaseRules

/// Papers leave the program: what they are made of, and the trail of it.
extension WriteTransaction {
  /// GEN-003: reads somebody's file for a paper and puts the print on the trail.
  ///
  /// The place is a word, or the name of a file that the program made.
  package func fileForPrint(
    of person: PersonID, as format: String, to place: String, in context: RuleContext
  ) throws -> PersonFile {
    let file = try PersonFiles.load(person, in: connection, context)
    // On paper nobody sees that it changes later; what cannot be relied on stays here.
    if let damage = try OpeningCheck.damage(to: file.person.id, in: connection) {
      throw StoreError.refused([Finding("GEN-003", .blocks, damage)])
    }
    try audit(
      AuditEvent(
        .printed, person: file.person.id, record: AuditedRecord(file.ref),
        facts: [
          .init("paper", "client summary and care plan"), .init("format", format),
          .init("to", place),
        ]))
    return file
  }
}

extension AuditKind {
  /// Something about a person was printed or written to a file.
  package static let printed = AuditKind("print")
}
