/// The look at a programme after repeated misses (PPL-025).
package enum ProgrammeReviewForm {
  package static let id: FormID = "programme-review"
  package static let reviewed: FieldCode = "reviewed"
  package static let decision: FieldCode = "decision"

  package static let definition = FormDefinition(
    id, title: "Programme review",
    purpose: "Records what was decided about a programme after two missed appointments",
    about: [.person], function: .personAndCaseload, requiredBy: "PPL-025",
    action: .behind(.carePlan, "v"),
    sections: [
      FormSection(
        "Review",
        [
          FormField(reviewed, "Reviewed on", .date(direction: .past)).required(),
          FormField(decision, "Decided", .longText(max: 1000)).required()
            .help("What stays, what changes, and what was agreed with the client"),
        ])
    ],
    rules: [EpisodeGuards.day(reviewed)])
}
