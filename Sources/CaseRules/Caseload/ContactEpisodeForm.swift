/// First contact, or contact again: an episode opens with its entry point (PPL-008).
package enum ContactEpisodeForm {
  package static let id: FormID = "contact-episode"
  package static let entryPoint: FieldCode = "entry-point"
  package static let note: FieldCode = "note"
  package static let opened: FieldCode = "opened"
  package static let voluntary: FieldCode = "voluntary"
  package static let noAlternative: FieldCode = "no-alternative"

  /// As a person's menu has it.
  package static let offer = "Open a contact"

  package static let definition = FormDefinition(
    id, title: "First contact",
    purpose: "Opens an episode for somebody who has come to the team, with how they came",
    about: [.person], function: .personAndCaseload, keptIn: .episode, requiredBy: "PPL-008",
    action: .behind(.caseload, "o"),
    sections: [
      FormSection(
        "Contact",
        [
          FormField(
            entryPoint, "Entry point",
            .choice(EntryPoint.list("entry-point", title: "Entry point", rule: "PPL-008"))
          ).required().carried(),
          FormField(note, "Note", .text(max: 200))
            .required { $0.choice(entryPoint, as: EntryPoint.self) == .other },
          FormField(opened, "Contact on", .date(direction: .past)).required(),
          FormField(
            voluntary, "Help is voluntary: explained", .yesNo(notKnown: false, refused: false)
          )
          .help("PPL-005: both are explained before an assessment"),
          FormField(
            noAlternative, "No alternative to prosecution: explained",
            .yesNo(notKnown: false, refused: false)),
        ])
    ],
    rules: [oneEpisode, young, day])

  /// PPL-009.
  private static let oneEpisode = FormRule { _, facts, _ in
    CaseloadRules.oneOpenEpisode(facts.episode?.episode).map { [$0] } ?? []
  }

  private static let day = FormRule { reading, _, context in
    FactRules.notInFuture(reading.date(opened), field: opened, today: context.today)
  }

  /// PPL-002: contact is a fact and is kept; the way on is another one.
  private static let young = FormRule { _, facts, context in
    guard let birth = facts.episode?.birth, AgeRules.isYoung(birth, on: context.today)
    else { return [] }
    return [Finding("PPL-002", .shows, "Young person. \(AgeRules.youngRoute)")]
  }
}
