/// A client is referred for housing, work, training or life skills; later, what became of it.
package enum WraparoundReferralForm {
  package static let id: FormID = "wraparound-referral"
  package static let kind: FieldCode = "kind"
  package static let referred: FieldCode = "referred"
  package static let service: FieldCode = "service"
  package static let agency: FieldCode = "agency"
  package static let reason: FieldCode = "reason"
  package static let outcome: FieldCode = "outcome"
  package static let outcomeOn: FieldCode = "outcome-on"

  package static let definition = FormDefinition(
    id, title: "Wraparound referral",
    purpose: "Refers a client for housing, work, training or life skills; later the outcome",
    about: [.person, .episode, .referral], function: .personAndCaseload, keptIn: .referral,
    requiredBy: "PPL-018",
    action: .behind(.carePlan, "f"),
    sections: [
      FormSection(
        "Referral",
        [
          FormField(
            kind, "For",
            .choice(WraparoundKind.list("wraparound-kind", title: "Referral for", rule: "PPL-018"))
          ).required(),
          FormField(referred, "Date", .date(direction: .past)).required()
            .help("The day the referral went out"),
          FormField(service, "Agency in the directory", .link(kinds: [.agency])).askingRecords()
            .help("By name; empty for an agency that is not listed"),
          FormField(agency, "Agency, if not listed", .text(max: 100))
            .required { !$0.isAnswered(service) }
            // What was typed here stays to be seen beside an agency that is picked.
            .applying { !$0.isAnswered(service) || $0.isAnswered(agency) },
          FormField(reason, "What for", .text(max: 300))
            .required { $0.choice(kind, as: WraparoundKind.self) == .other }
            .help("What is hoped for; needed for other"),
        ]),
      FormSection(
        "Outcome",
        [
          FormField(
            outcome, "Outcome",
            .choice(ReferralOutcome.list("referral-outcome", title: "Outcome", rule: "PPL-018"))
          ).help("Empty while nothing is known"),
          FormField(outcomeOn, "Outcome date", .date(direction: .past))
            .required { $0.isAnswered(outcome) }.applying { $0.isAnswered(outcome) },
        ]),
    ],
    rules: [stands, LinkRules.known(service, rule: "PPL-018"), oneAgency, inTime])

  private static let stands = FormRule { _, facts, _ in
    guard let reason = facts.carePlan?.referral?.struckBecause else { return [] }
    return [Finding("GEN-004", .blocks, "This referral is struck through and stays so: \(reason)")]
  }

  /// One referral goes to one agency: which of two is meant is not guessed, and neither is dropped.
  private static let oneAgency = FormRule { reading, _, _ in
    guard reading.isAnswered(service), let typed = reading.text(agency) else { return [] }
    return [
      Finding(
        "PPL-018", .blocks, field: agency.text,
        "An agency is picked from the directory as well: empty this, or the one above if \(typed) is "
          + "meant")
    ]
  }

  private static let inTime = FormRule { reading, _, context in
    let day = reading.date(referred)
    let outcome = reading.isAnswered(outcome) ? reading.date(outcomeOn) : nil
    return FactRules.notInFuture(day, field: referred, today: context.today)
      + FactRules.notInFuture(outcome, field: outcomeOn, today: context.today)
      + FactRules.notBefore(day, "the referral", outcome, field: outcomeOn)
  }

  package static func draft(of referral: WraparoundReferral) -> FormDraft {
    var draft = FormDraft()
    draft[kind] = referral.kind.code
    draft[referred] = referral.referred.uk
    draft[service] = referral.service?.ref.text ?? ""
    if referral.service == nil { draft[agency] = referral.agency }
    draft[reason] = referral.reason
    draft[outcome] = referral.outcome?.code ?? ""
    draft[outcomeOn] = referral.outcomeOn?.uk ?? ""
    return draft
  }
}
