/// GEN-004: a report that never should have been; it stays on file.
package enum StrikeReportForm {
  package static let id: FormID = "strike-report"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Strike a report through",
    purpose: "Marks a report as entered by mistake; it stays on file with the reason",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "GEN-004", action: .behind(.intelligence, "k"),
    sections: [
      FormSection(
        "Strike through",
        [
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Why it is wrong: entered twice, another area's, not intelligence")
        ])
    ],
    rules: [
      ReasonRules.said(reason, rule: "GEN-004"), SanitisedText.rule([reason]),
      FormRule { _, facts, _ in
        guard let state = facts.intelligence?.report?.state else { return [] }
        return ReportMachine.refusal(.struck, in: state).map { [$0] } ?? []
      },
    ])
}
