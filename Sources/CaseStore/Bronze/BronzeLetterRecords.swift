package import CaseRules

extension WriteTransaction {
  /// INT-031: a letter for paper, with the entry that says so; refused until it is granted.
  ///
  /// Those who serve it and those who decide on it print it.
  package func letterForPrint(
    of bronze: RecordRef, as output: String, to place: String, in context: RuleContext
  ) throws -> PrintableLetter {
    guard AccessMatrix.right(of: context.worker, to: .bronzeDecision) >= .ask else {
      throw StoreError.refused([
        Finding(
          "INT-031", .blocks,
          "As \(context.worker.role.titleInSentence) you do not print letters")
      ])
    }
    let file = try BronzeFiles.load(bronze, in: connection, context)
    guard let letter = file.printable else {
      throw StoreError.refused([
        Finding(
          "INT-031", .blocks, "The letter of \(bronze.text) is printed once it is granted")
      ])
    }
    try audit(
      AuditEvent(
        .printed, record: AuditedRecord(bronze),
        facts: [
          .init("paper", "bronze letter \(letter.kind.code)"), .init("format", output),
          .init("to", place),
        ], rule: "INT-031"))
    return letter
  }
}
