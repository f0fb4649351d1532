/// The day a treatment is to begin: a decision, refused while something is missing (PPL-031).
package enum PlanTreatmentForm {
  package static let id: FormID = "plan-treatment"
  package static let planned: FieldCode = "planned-start"

  package static let definition = FormDefinition(
    id, title: "Plan the start of treatment",
    purpose: "Sets the day a treatment begins; tier 3 and 4 need plan, agreement and, if "
      + "residential, funding",
    about: [.modality], function: .personAndCaseload, keptIn: .modality, requiredBy: "PPL-030",
    action: .behind(.treatment, "p"),
    sections: [
      FormSection(
        "Planned start",
        [FormField(planned, "Starts on", .date(direction: .future)).required()]
          + TreatmentFields.terms)
    ],
    rules: [
      TreatmentFields.possible(.startPlanned), ahead,
      TreatmentFields.notBeforeReferral(planned), TreatmentFields.startRule(.planned),
    ] + TreatmentFields.termsRules)

  private static let ahead = FormRule { reading, _, context in
    guard let day = reading.date(planned), day < context.today else { return [] }
    return [
      Finding(
        "PPL-030", .blocks, field: planned.text,
        "\(day.ukWithWeekday) has gone by. Did it start then? Use Record the start")
    ]
  }
}

/// A treatment has begun: a fact, kept even where something was missing (GEN-001).
package enum StartTreatmentForm {
  package static let id: FormID = "start-treatment"
  package static let started: FieldCode = "started"

  package static let definition = FormDefinition(
    id, title: "Record the start of treatment",
    purpose: "Records that a treatment has begun; what was missing is kept as a flag",
    about: [.modality], function: .personAndCaseload, keptIn: .modality, requiredBy: "PPL-030",
    action: .behind(.treatment, "s"),
    sections: [
      FormSection(
        "Start",
        [FormField(started, "Started on", .date(direction: .past)).required()]
          + TreatmentFields.terms)
    ],
    rules: [
      TreatmentFields.possible(.started), happened, TreatmentFields.notBeforeReferral(started),
      TreatmentFields.startRule(.happened),
    ] + TreatmentFields.termsRules)

  private static let happened = FormRule { reading, _, context in
    FactRules.notInFuture(reading.date(started), field: started, today: context.today)
  }
}

/// A treatment ends, or a referral is not taken up, with the reason.
package enum EndTreatmentForm {
  package static let id: FormID = "end-treatment"
  package static let ended: FieldCode = "ended"
  package static let reason: FieldCode = "exit-reason"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "End the treatment",
    purpose: "Ends a treatment with the exit reason; before the start: it was not taken up",
    about: [.modality], function: .personAndCaseload, keptIn: .modality, requiredBy: "PPL-030",
    action: .behind(.treatment, "n"),
    sections: [
      FormSection(
        "End",
        [
          FormField(ended, "Ended on", .date(direction: .past)).required(),
          FormField(
            reason, "Exit reason",
            .choice(TreatmentExit.list("treatment-exit", title: "Exit reason", rule: "PPL-030"))
          ).required(),
          FormField(note, "Note", .longText(max: 500)),
        ])
    ],
    rules: [TreatmentFields.possible(.ended), day, exit])

  private static let day = FormRule { reading, facts, context in
    let day = reading.date(ended)
    let episode = facts.treatment?.episode
    return FactRules.notInFuture(day, field: ended, today: context.today)
      + FactRules.notBefore(
        episode?.started ?? episode?.referred,
        episode?.started == nil ? "the referral" : "the start",
        day, field: ended)
  }

  private static let exit = FormRule { reading, facts, _ in
    guard let episode = facts.treatment?.episode else { return [] }
    return TreatmentRules.exit(reading.choice(reason), of: episode).map { [$0] } ?? []
  }
}

/// PPL-034: advice and information, logged at any tier when it was given.
package enum AdviceForm {
  package static let id: FormID = "advice"
  package static let given: FieldCode = "given-on"
  package static let tier: FieldCode = "tier"
  package static let provider: FieldCode = "provider"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Advice and information",
    purpose: "Logs advice and information given to a client, at any tier",
    about: [.person], function: .personAndCaseload, requiredBy: "PPL-034",
    action: .behind(.treatment, "e"),
    sections: [
      FormSection(
        "Advice",
        [
          FormField(given, "Given on", .date(direction: .past)).required(),
          FormField(
            tier, "Tier",
            .choice(TreatmentTier.list("treatment-tier", title: "Tier", rule: "PPL-034"))
          ).required().carried(),
          FormField(provider, "Provider", .link(kinds: [.agency])).required().askingRecords()
            .carried().help("From the service directory: who gave it"),
          FormField(note, "What about", .longText(max: 500)).required(),
        ])
    ],
    rules: [
      LinkRules.known(provider, rule: "PPL-034"),
      FormRule { reading, _, context in
        FactRules.notInFuture(reading.date(given), field: given, today: context.today)
      },
      FormRule { _, _, context in
        TreatmentRules.modality(of: .advice, in: context.codes, on: context.today)
          .map { [$0.on(field: nil)] } ?? []
      },
    ])
}

/// A treatment recorded by mistake; it stays on file, struck through (GEN-004).
package enum StrikeTreatmentForm {
  package static let id: FormID = "strike-treatment"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Strike the treatment through",
    purpose: "Marks a treatment as recorded by mistake; it stays on file with the reason",
    about: [.modality], function: .personAndCaseload, requiredBy: "GEN-004",
    action: .behind(.treatment, "k"),
    sections: [
      FormSection(
        "Strike through",
        [
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Why the record is wrong: another client's, entered twice")
        ])
    ],
    rules: [TreatmentFields.possible(.struck), StrikeReason.rule(reason)])
}

/// GEN-004: a reason for striking through is long enough to be read later.
enum StrikeReason {
  static func rule(_ field: FieldCode) -> FormRule { ReasonRules.said(field, rule: "GEN-004") }
}
