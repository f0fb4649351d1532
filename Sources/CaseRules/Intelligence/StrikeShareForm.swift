/// GEN-004: what was recorded as shared, and was not, or not like this.
///
/// Whoever was told stays told: this marks the record, and takes nothing back.
package enum StrikeShareForm {
  package static let id: FormID = "strike-share"
  package static let number: FieldCode = "number"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Strike through what was shared",
    purpose: "Marks as recorded by mistake what of a report was shared with whom; it stays on file",
    about: [.intelligenceReport], function: .intelligence, requiredBy: "GEN-004",
    action: .behind(.intelligence, "t"),
    sections: [
      FormSection(
        "Strike through",
        [
          FormField(number, "Its number", .number(1...9999)).required()
            .help("As the report's page counts what was shared"),
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Why the record is wrong: another report's, entered twice, never sent"),
        ])
    ],
    rules: [
      reportStands, standsItself, SanitisedText.rule([reason]),
      ReasonRules.said(reason, rule: "GEN-004"),
    ])

  private static let reportStands = FormRule { _, facts, _ in
    facts.intelligence?.report?.struckBecause == nil
      ? [] : [Finding("GEN-004", .blocks, "This report is struck through")]
  }

  /// What the number stands for is read back, so that the right one is struck.
  private static let standsItself = FormRule { reading, facts, _ in
    guard let shares = facts.intelligence?.shares, let number = reading.number(number) else {
      return []
    }
    guard let share = shares.first(where: { $0.number == number }) else {
      return [
        Finding(
          "GEN-004", .blocks, field: StrikeShareForm.number.text,
          "Nothing with the number \(number) was shared of this report")
      ]
    }
    let struck = share.struckBecause.map { ": is struck through already: \($0)" }
    return [
      Finding(
        "GEN-004", struck == nil ? .shows : .blocks, field: StrikeShareForm.number.text,
        share.words + (struck ?? ""))
    ]
  }

  package static func share(
    _ reading: FormReading, of facts: FormFacts
  ) -> IntelligenceShare? {
    facts.intelligence?.shares.first { $0.number == reading.number(number) }
  }
}
