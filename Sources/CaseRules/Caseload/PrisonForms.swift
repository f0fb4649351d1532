/// An active client enters prison; the prison drug team leads from then on.
package enum EnterPrisonForm {
  package static let id: FormID = "enter-prison"
  package static let received: FieldCode = "received"
  package static let prison: FieldCode = "prison"
  package static let worker: FieldCode = "worker"

  package static let definition = FormDefinition(
    id, title: "Enters prison",
    purpose: "Moves a client from the community to custody; the CARAT team leads",
    about: [.episode], function: .personAndCaseload, keptIn: .episode, requiredBy: "PPL-012",
    action: .behind(.caseload, "i"),
    sections: [
      FormSection(
        "Reception",
        [
          FormField(received, "Reception on", .date(direction: .past)).required(),
          FormField(prison, "Prison", .text(max: 60)).required(),
          FormField(worker, "CARAT worker asked to take over", .link(kinds: [.worker]))
            .namingWhoTakesClients()
            .askingRecords()
            .help("Starts a handover; the worker so far stays responsible until it is accepted"),
        ])
    ],
    rules: [
      EpisodeGuards.allows(.entersPrison, rule: "PPL-012", to: "record a reception"),
      EpisodeGuards.day(received), LinkRules.known(worker, rule: "PPL-012"),
      EpisodeGuards.namedWorker(worker), PrisonHandover.rule(worker),
    ])
}

/// A client is released; the community team leads from then on.
package enum ReleaseForm {
  package static let id: FormID = "release"
  package static let released: FieldCode = "released"
  package static let worker: FieldCode = "worker"

  package static let definition = FormDefinition(
    id, title: "Released",
    purpose: "Moves a client from custody to the community; the DIP team leads",
    about: [.episode], function: .personAndCaseload, requiredBy: "PPL-012",
    action: .behind(.caseload, "r"),
    sections: [
      FormSection(
        "Release",
        [
          FormField(released, "Released on", .date(direction: .past)).required(),
          FormField(worker, "Community worker asked to take over", .link(kinds: [.worker]))
            .namingWhoTakesClients()
            .askingRecords()
            .help("Starts a handover; the worker so far stays responsible until it is accepted"),
        ])
    ],
    rules: [
      EpisodeGuards.allows(.released, rule: "PPL-012", to: "record a release"),
      EpisodeGuards.day(released), LinkRules.known(worker, rule: "PPL-012"),
      EpisodeGuards.namedWorker(worker), PrisonHandover.rule(worker),
    ])
}

/// The handover that goes with a reception or a release.
private enum PrisonHandover {
  /// PPL-012: not beside another one, and not to whoever is responsible already.
  static func rule(_ field: FieldCode) -> FormRule {
    FormRule { reading, facts, _ in
      guard let named = reading.link(field) else { return [] }
      if named == facts.episode?.episode?.worker.ref {
        return [
          Finding("PPL-012", .blocks, field: field.text, "This worker is responsible already")
        ]
      }
      return CaseloadRules.noHandoverPending(facts.episode?.pendingHandover)
        .map { [$0.on(field: field.text)] } ?? []
    }
  }
}
