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
          FormField(worker, "Named worker", .link(kinds: [.worker])).namingWhoTakesClients()
            .required().askingRecords()
            .help("You, who are responsible from now on. Somebody else is handed the client over"),
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
      guards, LinkRules.known(worker, rule: "PPL-007"), mayJoin, EpisodeGuards.noHandoverPending,
      EpisodeGuards.day(joined),
    ])

  /// PPL-007, PPL-012: nobody is put on a colleague's caseload who has not accepted them.
  private static let mayJoin = FormRule { reading, facts, context in
    let named = reading.link(worker) == nil ? nil : facts.episode?.namedWorker
    // A name that cannot take clients is told as such.
    if let named, CaseloadRules.canTake(named) != nil { return [] }
    return CaseloadRules.mayJoin(
      named, by: context.worker, responsible: facts.episode?.episode?.worker
    ).map { [$0] } ?? []
  }

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
