package import CaseRules

extension WriteTransaction {
  /// INT-031: a letter for paper, with the entry that says so; refused until it is granted.
  ///
  /// The same for a notice. Those who serve it and those who decide on it print it.
  package func letterForPrint(
    _ paper: BronzePaperRef, as output: String, to place: String, in context: RuleContext
  ) throws -> PrintableLetter {
    guard AccessMatrix.right(of: context.worker, to: .bronzeDecision) >= .ask else {
      throw StoreError.refused([
        Finding(
          "INT-031", .blocks,
          "As \(context.worker.role.titleInSentence) you do not print papers of a bronze action")
      ])
    }
    let letter = try printable(
      paper, of: BronzeFiles.load(paper.bronze, in: connection, context))
    try audit(
      AuditEvent(
        .printed, record: AuditedRecord(paper.bronze),
        facts: [
          .init("paper", letter.what), .init("number", number(of: paper)),
          .init("format", output), .init("to", place),
        ], rule: rule(of: paper)))
    return letter
  }

  private func printable(_ paper: BronzePaperRef, of file: BronzeFile) throws -> PrintableLetter {
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

  private func number(of paper: BronzePaperRef) -> Int? {
    switch paper {
    case .letter: nil
    case .notice(_, let number): number
    }
  }

  private func rule(of paper: BronzePaperRef) -> String {
    switch paper {
    case .letter: "INT-031"
    case .notice: "INT-038"
    }
  }
}
