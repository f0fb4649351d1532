/// The offer of the service during reception, as the custody officer made it (CUS-001 to CUS-004).
package enum OfferForm {
  package static let id: FormID = "offer"
  package static let result: FieldCode = "result"
  package static let deferral: FieldCode = "deferral"
  package static let notOffered: FieldCode = "not-offered"
  package static let officer: FieldCode = "officer"
  package static let at: FieldCode = "at"
  package static let positively: FieldCode = "positively"
  package static let independence: FieldCode = "independence"

  package static let definition = FormDefinition(
    id, title: "Offer of the service",
    purpose: "Records what the custody officer offered during reception, and what came of it",
    about: [.custodyEntry], function: .custodyBoardAndDIR, keptIn: .custodyFact,
    requiredBy: "CUS-001",
    action: .behind(.custody, "o"),
    sections: [
      FormSection(
        "Offer",
        [
          FormField(
            result, "Result",
            .choice(OfferResult.list("offer-result", title: "Result of the offer", rule: "CUS-001"))
          ).required().help("Every detainee is offered the service, whatever the offence"),
          FormField(
            deferral, "Put off because",
            .choice(DeferralReason.list("deferral", title: "Why it waits", rule: "CUS-001"))
          ).required { outcomeIs(.deferred, $0) }.applying { outcomeIs(.deferred, $0) }
            .help("The offer has to be made again once this is over"),
          FormField(
            notOffered, "Not offered because",
            .choice(NotOfferedReason.list("not-offered", title: "Why not", rule: "CUS-001"))
          ).required { outcomeIs(.notOffered, $0) }.applying { outcomeIs(.notOffered, $0) }
            .help("Kept and flagged to the team leader: the offer is not discretionary"),
          FormField(at, "Time", .dateTime(direction: .past)).required()
            .help("When the offer was made, or should have been. A time alone means today"),
          FormField(officer, "Custody officer", .link(kinds: [.officer]))
            .required { wasMade($0) }.askingRecords()
            .help("Who made the offer: name or collar number"),
          FormField(positively, "Made positively", .yesNo(notKnown: false, refused: false))
            .applying { wasMade($0) || !$0.isAnswered(result) }
            .help("Put as something worth having. Left empty, the offer is flagged (CUS-003)"),
          FormField(
            independence, "Independence explained", .yesNo(notKnown: false, refused: false)
          ).applying { wasMade($0) || !$0.isAnswered(result) }
            .help("Said that the workers are not police. Left empty, the offer is flagged"),
        ])
    ],
    rules: [FactRules.inDetention(at), LinkRules.known(officer, rule: "CUS-001"), flags, training])

  /// CUS-001, CUS-002, CUS-003: kept as it was, and flagged.
  private static let flags = FormRule { reading, facts, context in
    guard let entry = facts.custody?.entry, let offer = offer(in: reading) else { return [] }
    return OfferRules.flags(
      entry.offers + [offer], arrived: entry.arrived, now: context.now, closing: false)
  }

  /// CUS-004: an untrained officer is named beside the offer.
  private static let training = FormRule { reading, facts, _ in
    guard let by = facts.custody?.officer, let day = reading.moment(at)?.date,
      let note = by.trainingNote(on: day)
    else { return [] }
    return [Finding("CUS-004", .shows, field: officer.text, note)]
  }

  private static func outcomeIs(_ wanted: OfferResult, _ reading: FormReading) -> Bool {
    reading.choice(result) == wanted
  }

  private static func wasMade(_ reading: FormReading) -> Bool {
    reading.choice(result, as: OfferResult.self)?.wasMade ?? false
  }

  /// The outcome as answered; nil while the result or its reason is missing.
  package static func outcome(in reading: FormReading) -> OfferOutcome? {
    switch reading.choice(result, as: OfferResult.self) {
    case nil: nil
    case .accepted: .accepted
    case .refused: .refused
    case .deferred: reading.choice(deferral).map { .deferred($0) }
    case .notOffered: reading.choice(notOffered).map { .notOffered($0) }
    }
  }

  /// The offer as answered, numbered after every recorded one; nil while too little is answered.
  private static func offer(in reading: FormReading) -> Offer? {
    guard let outcome = outcome(in: reading), let at = reading.moment(at) else { return nil }
    return Offer(
      ref: RecordRef(.custodyFact, .max), outcome: outcome, at: at,
      madePositively: reading.tick(positively),
      independenceExplained: reading.tick(independence))
  }
}
