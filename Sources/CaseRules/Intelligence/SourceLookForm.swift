/// INT-005: shows who a source is, case by case, to whoever says why and shows that it is they.
package enum SourceLookForm {
  package static let id: FormID = "see-source"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "See who the source is",
    purpose: "Shows the sealed source of one report once; who looked, when and why is on the trail",
    about: [.intelligenceReport], function: .intelligenceSource, orFunction: .bronzeDecision,
    requiredBy: "INT-005", action: .behind(.intelligence, "s"),
    sections: [
      FormSection(
        "Sealed source",
        [
          FormField(reason, "Why you must know", .longText(max: 500)).required()
            .help("What depends on who it is; the reason stays on the trail"),
          FormField(
            "look-note", "Shown once, after your password. Write it down nowhere", .explained),
        ])
    ],
    rules: [
      ReasonRules.said(reason, rule: "INT-005"), SanitisedText.rule([reason]),
      FormRule { _, _, context in
        AccessMatrix.refusal(toRead: .intelligenceSource, by: context.worker).map { [$0] } ?? []
      },
    ]
  ).onlyOnScreen().askingPassword { _, _ in "Seeing a source needs your password" }
}
