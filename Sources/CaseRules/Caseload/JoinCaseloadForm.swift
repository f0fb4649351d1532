/// Somebody joins the caseload, with one named worker (PPL-007).
package enum JoinCaseloadForm {
  package static let id: FormID = "join-caseload"
  package static let worker: FieldCode = "worker"
  package static let whereabouts: FieldCode = "where"
  package static let prison: FieldCode = "prison"
  package static let joined: FieldCode = "joined"

  package static let definition = FormDefinition(
    id, title: "Join the caseload",
    purpose: "Puts somebody on the caseload with one named worker; the care plan clock starts",
    about: [.person, .episode], function: .personAndCaseload, keptIn: .episode,
    requiredBy: "PPL-007",
    action: .near(.caseload, "j"),
    sections: [
      FormSection(
        "Joining",
        [
          FormField(worker, "Named worker", .link(kinds: [.worker])).required().askingRecords()
            .help("One CJIT, CARAT or DRR key worker, who is responsible from now on"),
          FormField(
            whereabouts, "Where",
            .choice(Whereabouts.list("whereabouts", title: "Where", rule: "PPL-007"))
          ).required(),
          FormField(prison, "Prison", .text(max: 60)).required(when: isInPrison)
            .applying(when: isInPrison),
          FormField(joined, "Joined on", .date(direction: .past)).required(),
        ])
    ],
    rules: [
      guards, LinkRules.known(worker, rule: "PPL-007"), EpisodeGuards.day(joined),
    ])

  private static let isInPrison: @Sendable (FormReading) -> Bool = { reading in
    reading.choice(whereabouts, as: Whereabouts.self) == .custody
  }

  private static let guards = FormRule { reading, facts, context in
    let day = reading.date(joined) ?? context.today
    let named = reading.link(worker) == nil ? nil : facts.episode?.namedWorker
    // An empty field is told by the form itself, an unknown number by the link.
    return refusals(facts.episode, named: named, on: day)
      .filter { $0.field == nil || named != nil }
  }

  /// Everything that stands against joining; also asked before the form is offered.
  static func refusals(_ facts: EpisodeFacts?, named: Worker?, on day: CalendarDate) -> [Finding] {
    if let episode = facts?.episode, episode.joined != nil, episode.state.isOpen {
      return CaseloadRules.oneOpenEpisode(episode).map { [$0] } ?? []
    }
    return CaseloadRules.joining(
      CaseloadRules.Joining(
        birth: facts?.birth, hasAssessment: facts?.episode?.state == .assessed,
        hasConsent: facts?.hasCaseloadConsent ?? false, workerRole: named?.role,
        workerIsActive: named?.active ?? true), on: day)
  }
}
