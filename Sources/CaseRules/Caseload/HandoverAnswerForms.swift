/// The receiver takes the client over (PPL-012).
package enum AcceptHandoverForm {
  package static let id: FormID = "accept-handover"
  package static let told: FieldCode = "told"
  package static let worker: FieldCode = "worker"
  package static let acceptedBy: FieldCode = "accepted-by"
  package static let accepted: FieldCode = "accepted"

  package static let definition = FormDefinition(
    id, title: "Accept a handover",
    purpose: "The receiver accepts: responsibility passes, a transfer out ends the episode",
    about: [.handover], function: .personAndCaseload, requiredBy: "PPL-012",
    action: .near(.caseload, "y"),
    sections: [
      FormSection(
        "Acceptance",
        [
          FormField(told, "To know first", .longText(max: 2_000)).forReading()
            .help("What was said when the client was handed over; nothing is changed here"),
          FormField(worker, "Worker who takes the client", .link(kinds: [.worker]))
            .required().askingRecords()
            .help("For a transfer out: the worker who records the acceptance"),
          FormField(acceptedBy, "Accepted by", .text(max: 100)).required()
            .help("Who said yes; for another agency the name there"),
          FormField(accepted, "Accepted on", .date(direction: .past)).required(),
        ])
    ],
    rules: [
      mayAccept, LinkRules.known(worker, rule: "PPL-012"), takesOver,
      EpisodeGuards.day(accepted),
    ])

  private static let mayAccept = FormRule { _, facts, context in
    guard let handover = facts.episode?.handover else {
      return [Finding("PPL-012", .blocks, "There is no such handover")]
    }
    return HandoverRules.mayAccept(handover, context.worker).map { [$0] } ?? []
  }

  private static let takesOver = FormRule { reading, facts, context in
    guard let handover = facts.episode?.handover, handover.kind != .agency,
      reading.link(worker) != nil, let named = facts.episode?.namedWorker
    else { return [] }
    if let refusal = HandoverRules.mayTakeOver(handover, named, saidBy: context.worker) {
      return [refusal]
    }
    guard HandoverRules.mayAccept(handover, context.worker) == nil else { return [] }
    return HandoverRules.inPlace(of: [named], context.worker, field: worker.text)
      .map { [$0] } ?? []
  }
}

/// The receiver says no, or the sender takes it back: the old worker stays responsible (PPL-012).
package enum DeclineHandoverForm {
  package static let id: FormID = "decline-handover"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Decline or take back a handover",
    purpose: "The handover does not happen; the worker so far stays responsible",
    about: [.handover], function: .personAndCaseload, requiredBy: "PPL-012",
    action: .behind(.caseload, "b"),
    sections: [
      FormSection("Answer", [FormField(reason, "Reason", .longText(max: 500)).required()])
    ],
    rules: [mayDecline])

  private static let mayDecline = FormRule { _, facts, context in
    guard let handover = facts.episode?.handover else {
      return [Finding("PPL-012", .blocks, "There is no such handover")]
    }
    return HandoverRules.mayDecline(handover, context.worker).map { [$0] } ?? []
  }
}

/// A client is to pass to another agency; the episode ends once they accept (PPL-012).
package enum TransferOutForm {
  package static let id: FormID = "transfer-out"
  package static let agency: FieldCode = "agency"
  package static let contact: FieldCode = "contact"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Transfer out",
    purpose: "Asks another agency to take a client over; the worker stays responsible until then",
    about: [.episode], function: .personAndCaseload, keptIn: .handover, requiredBy: "PPL-012",
    action: .behind(.caseload, "t"),
    sections: [
      FormSection(
        "Transfer",
        [
          FormField(agency, "Receiving agency", .text(max: 100)).required(),
          FormField(contact, "Their contact", .text(max: 100)).required()
            .help("Whom to ask whether they accept"),
          FormField(reason, "Reason", .longText(max: 500)).required(),
        ])
    ],
    rules: [
      EpisodeGuards.allows(.transferAccepted, rule: "PPL-012", to: "transfer the client out"),
      mayTransfer, EpisodeGuards.noHandoverPending,
    ])

  /// Where nobody can be transferred yet, the state says so already.
  private static let mayTransfer = FormRule { _, facts, context in
    facts.episode?.episode.flatMap { HandoverRules.mayAsk($0, context.worker) }.map { [$0] } ?? []
  }
}
