/// The team leader decides about a client who cannot be reached (PPL-023, PPL-026).
package enum LostContactForm {
  package static let id: FormID = "lost-contact"
  package static let decision: FieldCode = "decision"
  package static let decided: FieldCode = "decided"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Lost contact",
    purpose: "A team leader starts a drop-out review, or has the worker keep trying",
    about: [.episode], function: .personAndCaseload, requiredBy: "PPL-026",
    action: .behind(.caseload, "l"),
    sections: [
      FormSection(
        "Decision",
        [
          FormField(
            decision, "Decision",
            .choice(LostContactDecision.list("lost-contact", title: "Decision", rule: "PPL-026"))
          ).required(),
          FormField(decided, "Decided on", .date(direction: .past)).required(),
          FormField(reason, "Reason", .longText(max: 500)).required(),
        ])
    ],
    rules: [
      EpisodeGuards.isForTeamLeader,
      EpisodeGuards.allows(.losesContact, rule: "PPL-026", to: "start a drop-out review"),
      EpisodeGuards.day(decided), triedEnough,
    ])

  private static let triedEnough = FormRule { reading, facts, context in
    guard reading.choice(decision, as: LostContactDecision.self) == .review,
      let episode = facts.episode?.episode
    else { return [] }
    return CaseloadRules.triedEnough(
      attempts: episode.failedAttempts, settings: context.settings
    ).map { [$0] } ?? []
  }
}

/// A client under drop-out review has been reached again.
package enum ContactRegainedForm {
  package static let id: FormID = "contact-regained"
  package static let regained: FieldCode = "regained"
  package static let whereabouts: FieldCode = "where"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Contact regained",
    purpose: "Ends a drop-out review because the client has been reached",
    about: [.episode], function: .personAndCaseload, requiredBy: "PPL-026",
    action: .behind(.caseload, "g"),
    sections: [
      FormSection(
        "Contact",
        [
          FormField(regained, "Reached on", .date(direction: .past)).required(),
          FormField(
            whereabouts, "Where",
            .choice(Whereabouts.list("whereabouts", title: "Where", rule: "PPL-026"))
          ).required(),
          FormField(reason, "How", .longText(max: 500)).required()
            .help("How the client was reached, and what was agreed"),
        ])
    ],
    rules: [
      EpisodeGuards.isForTeamLeader,
      EpisodeGuards.allows(
        .contactRegained(.community), rule: "PPL-026", to: "record contact as regained"),
      EpisodeGuards.day(regained),
    ])
}
