package import CaseRules

extension WriteTransaction {
  /// INT-031, INT-038: a letter or a notice for paper, with the entry that says so; a letter is
  /// refused until it is granted.
  ///
  /// Those who serve it and those who decide on it print it.
  package func paperForPrint(
    _ paper: PaperRef, as output: String, to place: String, in context: RuleContext
  ) throws -> FrozenPaper {
    guard AccessMatrix.right(of: context.worker, to: .bronzeDecision) >= .ask else {
      throw StoreError.refused([
        Finding(
          "INT-031", .blocks,
          "As \(context.worker.role.titleInSentence) you do not print papers of a bronze action")
      ])
    }
    let frozen = try printable(
      paper, of: BronzeFiles.load(paper.record, in: connection, context))
    try audit(
      AuditEvent(
        .printed, record: AuditedRecord(paper.record),
        facts: [
          .init("paper", frozen.what), .init("number", paper.number),
          .init("format", output), .init("to", place),
        ], rule: paper.rule))
    return frozen
  }

  private func printable(_ paper: PaperRef, of file: BronzeFile) throws -> FrozenPaper {
    switch paper {
    case .letter(let bronze):
      guard let letter = file.printable else {
        throw StoreError.refused([
          Finding(
            "INT-031", .blocks, "The letter of \(bronze.text) is printed once it is granted")
        ])
      }
      return letter
    case .notice(let bronze, let number):
      guard let notice = file.printable(notice: number) else {
        throw StoreError.refused([
          Finding("INT-038", .blocks, "\(bronze.text) has no notice with the number \(number)")
        ])
      }
      return notice
    }
  }
}
