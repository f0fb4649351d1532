/// What a report says is put right; who said it stays sealed.
package enum CorrectReportForm {
  package static let id: FormID = "correct-report"

  package static let definition = FormDefinition(
    id, title: "Put a report right",
    purpose: "Changes what a report says, when, and whom it is about; its grades stay",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-001", action: .behind(.intelligence, "c"),
    sections: [ReportFields.said, ReportFields.details],
    rules: ReportFields.rules + [SanitisedText.reportRule, stands])

  private static let stands = FormRule { _, facts, _ in
    facts.intelligence?.report?.struckBecause == nil
      ? [] : [Finding("GEN-004", .blocks, "This report is struck through")]
  }
}
