/// A referral to a service, or its details put right (PPL-030).
package enum TreatmentForm {
  package static let id: FormID = "treatment"
  package static let service: FieldCode = "service"
  package static let tier: FieldCode = "tier"
  package static let tierShown: FieldCode = "tier-shown"
  package static let provider: FieldCode = "provider"
  package static let referred: FieldCode = "referred"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Treatment referral",
    purpose: "Records a referral to treatment: service, provider, date; or changes it",
    about: [.person, .modality], function: .personAndCaseload, keptIn: .modality,
    requiredBy: "PPL-030",
    action: .behind(.treatment, "u"),
    sections: [
      FormSection(
        "Referral",
        [
          FormField(
            service, "Service",
            .choice(
              TreatmentService.list("treatment-service", title: "Service", rule: "PPL-030"))
          ).required(),
          FormField(
            tier, "Tier",
            .choice(TreatmentTier.list("treatment-tier", title: "Tier", rule: "PPL-030"))
          ).required(when: tierIsOpen)
            .help("Follows from the service; asked only for what can be at any tier"),
          FormField(tierShown, "Recorded as", .computed { tierWords($0) }),
          FormField(provider, "Provider", .link(kinds: [.agency])).required().askingRecords()
            .carried().help("From the service directory"),
          FormField(referred, "Referred on", .date(direction: .past)).required(),
          FormField(note, "Note", .longText(max: 500)),
        ]),
      FormSection("Before the start", TreatmentFields.terms),
    ],
    rules: [
      LinkRules.known(provider, rule: "PPL-030"), canBeChanged, tierFits, modalityInUse, dates,
    ] + TreatmentFields.termsRules)

  private static func tierIsOpen(_ reading: FormReading) -> Bool {
    reading.choice(service, as: TreatmentService.self)
      .map { TierTable.onlyTier(of: $0) == nil } ?? false
  }

  /// As it follows from the service, else as chosen.
  package static func tier(from reading: FormReading) -> TreatmentTier? {
    let chosen: TreatmentService? = reading.choice(service)
    return chosen.flatMap { TierTable.onlyTier(of: $0) } ?? reading.choice(tier)
  }

  private static func tierWords(_ reading: FormReading) -> String? {
    guard let tier = tier(from: reading) else { return nil }
    let needs = tier.needsCarePlan ? "; starts from a care plan that names it" : ""
    return tier.words + needs
  }

  private static let canBeChanged = FormRule { _, facts, _ in
    guard let episode = facts.treatment?.episode, episode.state == .struck else { return [] }
    return [
      Finding("GEN-004", .blocks, "This treatment is struck through and stays as it is")
    ]
  }

  private static let tierFits = FormRule { reading, _, _ in
    TreatmentRules.tier(reading.choice(tier), of: reading.choice(service)).map { [$0] } ?? []
  }

  /// COD-010: what is recorded keeps its modality, retired or not.
  private static let modalityInUse = FormRule { reading, facts, context in
    let chosen: TreatmentService? = reading.choice(service)
    guard chosen != facts.treatment?.episode?.service else { return [] }
    return TreatmentRules.modality(of: chosen, in: context.codes, on: context.today)
      .map { [$0] } ?? []
  }

  private static let dates = FormRule { reading, facts, context in
    let day = reading.date(referred)
    let first = facts.treatment?.episode?.started ?? facts.treatment?.episode?.ending?.on
    var findings = FactRules.notInFuture(day, field: referred, today: context.today)
    if let first, let day, day > first {
      findings.append(
        Finding(
          "GEN-007", .blocks, field: referred.text,
          "\(day.ukWithWeekday) is after what followed from it (\(first.ukWithWeekday))"))
    }
    return findings
  }

  package static func draft(of episode: ModalityEpisode) -> FormDraft {
    var draft = FormDraft()
    draft[service] = episode.service.code
    draft[tier] = TierTable.onlyTier(of: episode.service) == nil ? episode.tier.code : ""
    draft[provider] = episode.provider.ref.text
    draft[referred] = episode.referred.uk
    draft[note] = episode.note
    TreatmentFields.fill(&draft, with: episode.terms)
    return draft
  }
}
