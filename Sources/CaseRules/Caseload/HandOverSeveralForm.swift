/// Several clients are to pass to one colleague at once, as before leave (PPL-012).
///
/// Each gets a handover of its own, so the colleague may accept some and decline others.
package enum HandOverSeveralForm {
  package static let id: FormID = "hand-over-several"
  package static let worker: FieldCode = "worker"
  package static let reason: FieldCode = "reason"
  package static let clients: FieldCode = "clients"
  package static let client: FieldCode = "client"
  package static let note: FieldCode = "note"

  package static let most = 100

  package static let definition = FormDefinition(
    id, title: "Hand over several",
    purpose: "Asks a colleague to take several clients over; until then nothing changes",
    about: [.worker], standsAlone: true, function: .personAndCaseload, requiredBy: "PPL-012",
    action: .behind(.caseload, "z"),
    sections: [
      FormSection(
        "Handover",
        [
          FormField(worker, "To worker", .link(kinds: [.worker])).namingWhoTakesClients().required()
            .askingRecords(),
          FormField(reason, "Reason", .longText(max: 500)).required()
            .help("What holds for all of them, such as leave or a change of area"),
          FormField(
            clients, "Clients",
            .rows(
              [
                FormField(client, "Client", .link(kinds: [.person])).required().askingRecords(),
                FormField(note, "To know first", .text(max: 300)),
              ], most: most)
          ).required().askingRecords()
            .help("Take a row out for a client who stays with the worker"),
        ])
    ],
    rules: [LinkRules.known(worker, rule: "PPL-012"), EpisodeGuards.namedWorker(worker), each]
  ).sayingWhenSaved { reading, facts in
    let count = Digits.counted(reading.rows[clients]?.count ?? 0, "client")
    return facts.episode?.namedWorker.map { "\($0.name) is asked to take over \(count)" }
  }

  /// Each client as if the handover were that one alone.
  private static let each = FormRule { reading, facts, context in
    let named = reading.link(worker).flatMap { WorkerID($0) }
    var seen: Set<RecordRef> = []
    return (reading.rows[clients] ?? []).compactMap { row in
      guard let ref = row.link(client) else { return nil }
      let isTwice = !seen.insert(ref).inserted
      let field = FieldPlace(clients, row: row.id, column: client).path
      return refusal(of: ref, isTwice: isTwice, to: named, facts, context)?.on(field: field)
    }
  }

  private static func refusal(
    of ref: RecordRef, isTwice: Bool, to worker: WorkerID?, _ facts: FormFacts,
    _ context: RuleContext
  ) -> Finding? {
    guard let name = facts.names[ref] else {
      return Finding(
        "PPL-012", .blocks, "There is no person \(ref.text). Choose the right one from the list")
    }
    if isTwice { return Finding("PPL-012", .blocks, "\(name) is listed twice. Take a row out") }
    let standing = facts.episode?.clients[ref]
    if let refusal = HandoverRules.mayAsk(standing?.episode, context.worker)
      ?? CaseloadRules.noHandoverPending(standing?.pendingHandover)
    {
      return refusal.of(name)
    }
    guard let worker, standing?.episode?.worker == worker else { return nil }
    return Finding("PPL-012", .blocks, "This worker is responsible for \(name) already")
  }

  /// What the receiver is told of one client: what is said of them alone, before what holds for all.
  package static func told(_ note: String?, because reason: String) -> String {
    guard let note else { return reason }
    let isSentence = note.last.map { ".!?".contains($0) } ?? false
    return note + (isSentence ? " " : ". ") + reason
  }

  /// Rows for these people, numbered from one.
  package static func rows(for people: [RecordRef]) -> [FormDraft.Row] {
    people.prefix(most).enumerated().map { place, ref in
      FormDraft.Row(id: place + 1, texts: [client: ref.text])
    }
  }
}

extension Finding {
  /// Of one of several people: "SMITH John: ...", without birth and number.
  fileprivate func of(_ name: String) -> Finding {
    Finding(rule, force, field: field, "\(name.prefix { $0 != "," }): \(words)")
  }
}

/// Everything that waits for one worker is accepted at once (PPL-012).
package enum AcceptSeveralForm {
  package static let id: FormID = "accept-several"
  package static let accepted: FieldCode = "accepted"
  package static let told: FieldCode = "told"
  package static let handovers: FieldCode = "handovers"
  package static let handover: FieldCode = "handover"

  package static let definition = FormDefinition(
    id, title: "Accept several handovers",
    purpose: "Accepts the handovers that wait for a worker: responsibility for each client passes",
    about: [.worker], function: .personAndCaseload, requiredBy: "PPL-012",
    action: .behind(.caseload, "a"),
    sections: [
      FormSection(
        "Acceptance",
        [
          FormField(told, "To know first", .longText(max: 100_000)).forReading()
            .help("What was said when each client was handed over; nothing is changed here"),
          FormField(accepted, "Accepted on", .date(direction: .past)).required(),
          FormField(
            handovers, "Handovers",
            .rows(
              [
                FormField(handover, "Handover", .link(kinds: [.handover])).required()
                  .askingRecords()
              ], most: HandOverSeveralForm.most)
          ).required().askingRecords()
            .help("Take a row out for a client you do not take over; it stays waiting"),
        ])
    ],
    rules: [each, inPlace, notInFuture]
  ).sayingWhenSaved { reading, _ in
    "\(Digits.counted(reading.rows[handovers]?.count ?? 0, "client")) taken over"
  }

  /// Each as if it were accepted alone.
  private static let each = FormRule { reading, facts, context in
    var seen: Set<RecordRef> = []
    return (reading.rows[handovers] ?? []).compactMap { row in
      guard let ref = row.link(handover) else { return nil }
      let field = FieldPlace(handovers, row: row.id, column: handover).path
      guard let waiting = facts.episode?.waiting[ref] else {
        return Finding("PPL-012", .blocks, field: field, "There is no such handover waiting")
      }
      let isTwice = !seen.insert(ref).inserted
      let refusal =
        isTwice
        ? Finding("PPL-012", .blocks, "Listed twice. Take a row out")
        : refusal(of: waiting, on: reading.date(accepted), context)
      let name = facts.names[ref]
      return refusal.map { name.map($0.of) ?? $0 }?.on(field: field)
    }
  }

  private static func refusal(
    of waiting: EpisodeFacts.Waiting, on day: CalendarDate?, _ context: RuleContext
  ) -> Finding? {
    let handover = waiting.handover
    guard handover.kind == .worker, let receiver = waiting.receiver else {
      return Finding(
        "PPL-012", .blocks,
        "A handover to a team or another agency is accepted one by one. Take the row out")
    }
    return HandoverRules.mayAccept(handover, context.worker)
      ?? HandoverRules.mayTakeOver(handover, receiver, saidBy: context.worker)
      ?? FactRules.notBefore(
        waiting.episode?.opened, "the first contact", day, field: accepted
      ).first
  }

  /// PPL-012: one reason for all that are accepted in a colleague's place.
  private static let inPlace = FormRule { reading, facts, context in
    let taken = (reading.rows[handovers] ?? []).compactMap { row -> Worker? in
      guard let ref = row.link(handover), let waiting = facts.episode?.waiting[ref],
        refusal(of: waiting, on: reading.date(accepted), context) == nil
      else { return nil }
      return waiting.receiver
    }
    return HandoverRules.inPlace(of: taken, context.worker, field: handovers.text)
      .map { [$0] } ?? []
  }

  private static let notInFuture = FormRule { reading, _, context in
    FactRules.notInFuture(reading.date(accepted), field: accepted, today: context.today)
  }

  /// What was said of each client, one line after the other: "MARSH Robin: Ring mother first".
  package static func told(_ handovers: [(name: String, reason: String)]) -> String {
    handovers.filter { !$0.reason.isEmpty }.map { "\($0.name): \($0.reason)" }
      .joined(separator: "\n")
  }

  package static func rows(for handovers: [RecordRef]) -> [FormDraft.Row] {
    handovers.prefix(HandOverSeveralForm.most).enumerated().map { place, ref in
      FormDraft.Row(id: place + 1, texts: [handover: ref.text])
    }
  }
}
