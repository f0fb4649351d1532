/// An entry made by mistake is struck through and stays to be seen (GEN-004).
package enum StrikeEntryForm {
  package static let id: FormID = "strike-entry"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Strike an entry through",
    purpose: "Marks an entry as made by mistake; it stays on file with the reason",
    about: [.contact, .appointment, .consent, .referral, .helplineCall, .agency],
    function: .personAndCaseload,
    requiredBy: "GEN-004",
    action: .behind(.record, "k"),
    sections: [
      FormSection(
        "Strike through",
        [
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Why the entry is wrong: another client's, entered twice, never happened")
        ])
    ],
    rules: [stands, follows, ReasonRules.said(reason, rule: "GEN-004")])

  private static let stands = FormRule { _, facts, _ in
    guard let reason = facts.strike?.struckBecause else { return [] }
    return [Finding("GEN-004", .blocks, "This entry is struck through already: \(reason)")]
  }

  private static let follows = FormRule { _, facts, _ in facts.strike?.follows ?? [] }
}
