/// An entry of the log, or a warrant, that was recorded by mistake (GEN-004).
package enum EDIIStrikeForm {
  package static let id: FormID = "strike-edii"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Strike an entry through",
    purpose:
      "Marks an activity, a warrant or a referral as recorded by mistake; it stays on file with the "
      + "reason and is not counted",
    about: [.ediiActivity, .ediiReferral, .warrant], function: .intelligence, requiredBy: "GEN-004",
    action: .behind(.edii, "k"),
    sections: [
      FormSection(
        "Strike through",
        [
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Why the entry is wrong: entered twice, never happened")
        ])
    ],
    rules: [
      stands, SanitisedText.rule([reason]), ReasonRules.said(reason, rule: "GEN-004"),
    ])

  private static let stands = FormRule { _, facts, _ in
    let edii = facts.edii
    if let why = edii?.activity?.struckBecause ?? edii?.warrant?.struckBecause
      ?? edii?.referral?.struckBecause
    {
      return [Finding("GEN-004", .blocks, "This entry is struck through already: \(why)")]
    }
    if let outcome = edii?.referral?.outcome {
      return [Finding("INT-054", .blocks, "It became \(outcome.words); that stands")]
    }
    guard let steps = edii?.warrant?.steps, !steps.isEmpty else { return [] }
    return [
      Finding(
        "GEN-004", .blocks,
        "Strike through first what followed it: "
          + steps.map(\.ref.text).joined(separator: ", "))
    ]
  }
}
