/// A wrong record is struck through and stays to be seen (GEN-004).
package enum StrikeForm {
  package static let id: FormID = "strike"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Strike through",
    purpose: "Marks a record as wrong; it stays on file, struck through, with the reason",
    about: [.custodyFact], function: .custodyBoardAndDIR, requiredBy: "GEN-004",
    action: .behind(.custody, "k"),
    sections: [
      FormSection(
        "Strike through",
        [
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Why the record is wrong: typed on the wrong line, wrong result")
        ])
    ],
    rules: [
      ReasonRules.said(reason, rule: "GEN-004"),
      FormRule { _, facts, _ in
        facts.custody?.struckAlready == true
          ? [Finding("GEN-004", .blocks, "This record is struck through already")] : []
      },
      FactRules.recordsStand,
    ])
}
