/// The correction of a complete DIR: what it asks once more, and why it was wrong (GEN-001, GEN-003).
///
/// The trail keeps every answer that is replaced. Consents are no part of it: they are records of their
/// own, which are given, withdrawn and struck through as such (PPL-006).
package enum DIRCorrectionForm {
  package static let id: FormID = "dir-correction"

  package static let definition = FormDefinition(
    id, title: "Correction of a DIR",
    purpose: "Puts a complete DIR right; what it said before stays in its history",
    about: [.dir], function: .custodyBoardAndDIR, requiredBy: "CUS-017",
    action: .behind(.assessment, "e"),
    sections: [
      DIRForm.contactSection, consentSection, DIRForm.offenceSection, DIRForm.drugSection,
      DIRForm.alcoholSection, DIRForm.treatmentSection, DIRForm.healthSection,
      DIRForm.socialSection, DIRForm.riskSection, agreedSection, reasonSection,
    ],
    rules: DIRRules.ofCorrection + [CorrectionReason.rule])

  /// In its place, so that the numbers of the questions stay those of the DIR.
  private static let consentSection = FormSection(
    "Consents",
    [
      FormField(
        "consent-note",
        "Not corrected here: each consent is a record of its own, with its own date",
        .explained),
      FormField(
        "consent-way", "A new answer is recorded on the person's page, a wrong one struck through",
        .explained),
    ])

  private static let agreedSection = FormSection(
    DIRForm.outcomeSection.title,
    DIRForm.outcomeSection.fields.filter { $0.code != DIRForm.complete })

  private static let reasonSection = FormSection(
    "Why",
    [
      FormField(
        "consents-elsewhere",
        "The consents (section 2) stay as they are: a new answer is recorded on the person's page",
        .explained),
      CorrectionReason.question(
        "For whoever reads the history: wrong line chosen, client put it right the next day"),
    ])
}
