/// A client is to pass to another worker or team; it counts once they accept (PPL-012).
package enum HandoverForm {
  package static let id: FormID = "handover"
  package static let target: FieldCode = "to"
  package static let worker: FieldCode = "worker"
  package static let team: FieldCode = "team"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Hand over",
    purpose: "Asks another worker or team to take a client over; until then nothing changes",
    about: [.episode], function: .personAndCaseload, keptIn: .handover, requiredBy: "PPL-012",
    action: .near(.caseload, "h"),
    sections: [
      FormSection(
        "Handover",
        [
          FormField(
            target, "To",
            .choice(HandoverTarget.list("handover-to", title: "To", rule: "PPL-012"))
          ).required(),
          FormField(worker, "Worker", .link(kinds: [.worker])).namingWhoTakesClients()
            .askingRecords()
            .required { isTo(.worker, $0) }.applying { isTo(.worker, $0) },
          FormField(team, "Team", .text(max: 60))
            .required { isTo(.team, $0) }.applying { isTo(.team, $0) }
            .help("The team's name as its workers have it"),
          FormField(reason, "Reason", .longText(max: 500)).required()
            .help("What the next worker should know first"),
        ])
    ],
    rules: [
      EpisodeGuards.mayHandOver, EpisodeGuards.noHandoverPending,
      LinkRules.known(worker, rule: "PPL-012"),
      EpisodeGuards.namedWorker(worker), toSomebodyElse,
    ])

  private static func isTo(_ wanted: HandoverTarget, _ reading: FormReading) -> Bool {
    reading.choice(target, as: HandoverTarget.self) == wanted
  }

  private static let toSomebodyElse = FormRule { reading, facts, _ in
    guard isTo(.worker, reading), let named = reading.link(worker),
      named == facts.episode?.episode?.worker.ref
    else { return [] }
    return [
      Finding("PPL-012", .blocks, field: worker.text, "This worker is responsible already")
    ]
  }
}
