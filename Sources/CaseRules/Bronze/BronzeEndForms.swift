/// INT-037, INT-038: partners are told of a drop-out, and its risk is assessed under four headings.
package enum RiskAssessmentForm {
  package static let id: FormID = "bronze-risk"
  package static let partners: FieldCode = "partners-told"
  package static let toldOn: FieldCode = "told-on"
  package static let offending: FieldCode = "offending-behaviour"
  package static let drugs: FieldCode = "drugs-of-choice"
  package static let abuse: FieldCode = "level-of-abuse"
  package static let criminality: FieldCode = "level-of-criminality"

  package static let definition = FormDefinition(
    id, title: "Risk assessment of a drop-out",
    purpose: "Records which partners were told and the four headings; the case is retained on RMS",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-038",
    action: .behind(.bronze, "k"),
    sections: [
      FormSection(
        "Partners told",
        [
          FormField(
            partners, "Partners told",
            .choices(BronzePartner.list("bronze-partner", title: "Partner", rule: "INT-038"))
          ).required(),
          FormField(toldOn, "Told on", .date(direction: .past)).required(),
          FormField(
            "notice",
            "INT-008: they are told that action is intended and never its detail. There is no field "
              + "for more.", .explained),
        ]),
      FormSection(
        "Four headings",
        [
          heading(offending, "Offending behaviour"), heading(drugs, "Drug(s) of choice"),
          heading(abuse, "Level of substance abuse"),
          heading(criminality, "Level of criminality"),
        ]),
      FormSection("RMS retention", RetentionFields.fields()),
    ],
    rules: [
      BronzeFields.possible(.riskAssessed),
      FormRule { reading, facts, context in
        let dropOut = facts.bronze?.record?.action.since.date
        return FactRules.notInFuture(reading.date(toldOn), field: toldOn, today: context.today)
          + BronzeFields.day(
            RetentionFields.on, notBefore: nil, "", reading, context)
          + FactRules.notBefore(
            facts.bronze?.record?.monitoring.last?.on ?? dropOut, "the drop-out",
            reading.date(toldOn), field: toldOn)
      },
    ])

  private static func heading(_ code: FieldCode, _ label: String) -> FormField {
    FormField(code, label, .longText(max: 2000)).required()
  }

  /// nil while an answer is missing.
  package static func assessment(
    from reading: FormReading, on day: CalendarDate
  ) -> RiskAssessment? {
    guard let told = reading.date(toldOn), let first = reading.text(offending),
      let second = reading.text(drugs), let third = reading.text(abuse),
      let fourth = reading.text(criminality)
    else { return nil }
    return RiskAssessment(
      partners: reading.choices(partners), toldOn: told, offending: first, drugs: second,
      abuse: third, criminality: fourth, on: day)
  }
}

/// Somebody who had dropped out is in treatment again.
package enum ReturnToTreatmentForm {
  package static let id: FormID = "bronze-back"
  package static let on: FieldCode = "back-on"

  package static let definition = FormDefinition(
    id, title: "Back in treatment",
    purpose: "Records that somebody who dropped out has returned to treatment; monitoring goes on",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-038",
    action: .behind(.bronze, "b"),
    sections: [
      FormSection(
        "Back in treatment", [FormField(on, "Since", .date(direction: .past)).required()])
    ],
    rules: [
      BronzeFields.possible(.returnedToTreatment),
      FormRule { reading, facts, context in
        BronzeFields.day(
          on, notBefore: facts.bronze?.record?.accepted, "the acceptance", reading, context)
      },
    ])
}

/// INT-039, INT-040: what new valid information about somebody ever bronzed leads to.
package enum FurtherActionForm {
  package static let id: FormID = "bronze-further"
  package static let outcome: FieldCode = "outcome"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Further action",
    purpose:
      "Records what new valid information leads to: nothing, a second bronze, or something else",
    about: [.bronzeAction], function: .bronzeDecision, requiredBy: "INT-039",
    action: .behind(.bronze, "f"),
    sections: [
      FormSection(
        "Further action",
        [
          FormField(
            outcome, "Outcome",
            .choice(FurtherOutcome.list("further-outcome", title: "Outcome", rule: "INT-039"))
          ).required(),
          FormField(reason, "Reason", .longText(max: 1000)).required(),
        ])
    ],
    rules: [
      BronzeFields.possible(.furtherDecided), ReasonRules.said(reason, rule: "INT-039"),
      FormRule { reading, facts, _ in
        guard reading.choice(outcome) == FurtherOutcome.secondBronze, let known = facts.bronze,
          let record = known.record
        else { return [] }
        return BronzeRules.second(others: known.others + [BronzeSummary(record.action)])
      },
    ]
  ).openTo(.ask)
}

/// The forms of the bronze room, in the order of the work.
package enum BronzeForms {
  package static let all: [FormDefinition] = [
    ResearchRequestForm.definition, ResearchReplyForm.definition,
    CompleteResearchForm.definition, HumanRightsForm.definition, FurtherOptionForm.definition,
    BronzeLetterForm.definition, SubmitBronzeForm.definition, RecommendBronzeForm.definition,
    DecideBronzeForm.definition, NotServedForm.definition, ServeBronzeForm.definition,
    BronzeResponseForm.definition, MonitoringForm.definition, PartnerNoticeForm.definition,
    RiskAssessmentForm.definition, ReturnToTreatmentForm.definition, FurtherActionForm.definition,
  ].map { $0.sanitised() }
}
