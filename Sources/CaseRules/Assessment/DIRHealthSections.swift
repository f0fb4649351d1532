extension DIRForm {
  package static let treatment: FieldCode = "treatment"
  package static let treatmentAgency: FieldCode = "treatment-agency"
  package static let modality: FieldCode = "modality"
  package static let medication: FieldCode = "medication"
  package static let medicationText: FieldCode = "medication-text"
  package static let detox: FieldCode = "detox"
  package static let prescribing: FieldCode = "prescribing"
  package static let clinicalCare: FieldCode = "clinical-care"
  package static let clinicalCareText: FieldCode = "clinical-care-text"

  static let treatmentSection = FormSection(
    "Treatment",
    [
      FormField(
        treatment, "Treatment",
        .choice(TreatmentHistory.list("treatment-history", title: "Treatment", rule: "CUS-017"))
      ).forCompletion().help("In treatment now, before, or never"),
      FormField(treatmentAgency, "Agency", .text(max: 80))
        .forCompletion { wasTreated($0) }.applying { wasTreated($0) },
      FormField(modality, "Kind of treatment", .code(.modalities))
        .forCompletion { wasTreated($0) }.applying { wasTreated($0) },
      FormField(medication, "Prescribed medication", .yesNo(refused: false)).forCompletion(),
      FormField(medicationText, "Which and how much", .text(max: 300))
        .forCompletion { $0.isYes(medication) }.applying { $0.isYes(medication) },
      FormField(detox, "Needs detoxification", .yesNo(refused: false)).forCompletion(),
      FormField(prescribing, "Needs prescribing to go on", .yesNo(refused: false))
        .forCompletion(),
      FormField(clinicalCare, "Clinical care so far", .yesNo(refused: false)).forCompletion()
        .help("Seen by a doctor or nurse since the arrest"),
      FormField(clinicalCareText, "What care", .text(max: 300))
        .forCompletion { $0.isYes(clinicalCare) }.applying { $0.isYes(clinicalCare) },
    ])

  private static func wasTreated(_ reading: FormReading) -> Bool {
    switch reading.choice(treatment, as: TreatmentHistory.self) {
    case .now, .previously: true
    case .never, nil: false
    }
  }

  package static let physical: FieldCode = "physical-health"
  package static let mental: FieldCode = "mental-health"
  package static let mentalText: FieldCode = "mental-health-text"
  package static let pregnant: FieldCode = "pregnant"
  package static let hepatitisB: FieldCode = "hepatitis-b"
  package static let hepatitisC: FieldCode = "hepatitis-c"
  package static let hiv: FieldCode = "hiv"

  static let healthSection = FormSection(
    "Health",
    [
      FormField(physical, "Physical health", .text(max: 300)),
      FormField(mental, "Mental health concern", .yesNo()).forCompletion(),
      FormField(mentalText, "Which concern", .text(max: 300))
        .forCompletion { $0.isYes(mental) }.applying { $0.isYes(mental) },
      FormField(pregnant, "Pregnant", .yesNo()).concerning { $0.assessment?.sex != .male },
      FormField(hepatitisB, "Hepatitis B", .yesNo()),
      FormField(hepatitisC, "Hepatitis C", .yesNo()),
      FormField(hiv, "HIV, if volunteered", .yesNo()).help("Do not ask; only if told"),
    ])

  package static let housing: FieldCode = "housing"
  package static let employed: FieldCode = "employed"
  package static let debts: FieldCode = "debts"
  package static let children: FieldCode = "children"
  package static let safeguarding: FieldCode = "safeguarding"

  static let socialSection = FormSection(
    "Home and work",
    [
      FormField(housing, "Housing need", .code(.accommodation)).forCompletion(),
      FormField(employed, "In work", .yesNo()).forCompletion(),
      FormField(debts, "Debts", .yesNo()).forCompletion(),
      FormField(children, "Children", .yesNo()).forCompletion()
        .help("Has children, or lives with children"),
      FormField(safeguarding, "Safeguarding concern", .yesNo(refused: false)).forCompletion(),
    ])

  package static let riskToSelf: FieldCode = "risk-self"
  package static let riskToSelfNote: FieldCode = "risk-self-note"
  package static let riskToOthers: FieldCode = "risk-others"
  package static let riskToOthersNote: FieldCode = "risk-others-note"
  package static let riskToStaff: FieldCode = "risk-staff"
  package static let riskToStaffNote: FieldCode = "risk-staff-note"
  package static let concerns: FieldCode = "concerns"

  private static let levels = FieldKind.choice(
    RiskLevel.list("risk-level", title: "Level of risk", rule: "CUS-017"))

  static let riskSection = FormSection(
    "Risk",
    [
      FormField(riskToSelf, "Risk to self", levels).forCompletion(),
      riskNote(riskToSelfNote, of: riskToSelf),
      FormField(riskToOthers, "Risk to others", levels).forCompletion(),
      riskNote(riskToOthersNote, of: riskToOthers),
      FormField(riskToStaff, "Risk to staff", levels).forCompletion(),
      riskNote(riskToStaffNote, of: riskToStaff),
      FormField(concerns, "Areas of concern", .longText(max: 1000))
        .forCompletion { hasRisk($0) }.help("Needed as soon as there is any risk"),
    ])

  private static func riskNote(_ code: FieldCode, of level: FieldCode) -> FormField {
    FormField(code, "Note", .text(max: 200))
      .forCompletion { $0.choice(level, as: RiskLevel.self)?.isRisk ?? false }
      .applying { $0.choice(level, as: RiskLevel.self)?.isRisk ?? true }
  }

  private static func hasRisk(_ reading: FormReading) -> Bool {
    [riskToSelf, riskToOthers, riskToStaff].contains {
      reading.choice($0, as: RiskLevel.self)?.isRisk ?? false
    }
  }

  package static let reEngage: FieldCode = "re-engage"
  package static let goals: FieldCode = "goals"
  package static let readiness: FieldCode = "readiness"
  package static let actions: FieldCode = "actions"
  package static let complete: FieldCode = "complete"

  /// The columns of an agreed action.
  package enum ActionColumn {
    package static let action: FieldCode = "action"
    package static let service: FieldCode = "service"
    package static let date: FieldCode = "date"
  }

  private static let actionColumns = [
    FormField(
      ActionColumn.action, "Action",
      .choice(AgreedAction.Kind.list("agreed-action", title: "Agreed action", rule: "CUS-018"))
    ).required(),
    FormField(ActionColumn.service, "Service", .text(max: 80)).help("Where a referral goes"),
    FormField(ActionColumn.date, "Date", .date(direction: .either)).help("Of the referral"),
  ]

  static let outcomeSection = FormSection(
    "Agreed",
    [
      FormField(reEngage, "Re-engage on release", .yesNo(refused: false))
        .forCompletion { $0.isYes(custodyLikely) }.applying { $0.isYes(custodyLikely) }
        .help("Wants to be seen again after prison or remand"),
      FormField(goals, "Client's goals", .longText(max: 1000)),
      FormField(readiness, "Readiness", .number(1...10)).help("1 not at all, 10 entirely"),
      FormField(actions, "Agreed actions", .rows(actionColumns, most: 6))
        .help("At least one: advice, tier 2 work, referral, caseload, or declined (CUS-018)"),
      FormField(complete, "Complete?", .yesNo(notKnown: false, refused: false)).required()
        .help("No keeps the DIR unfinished; you or a colleague can carry on later"),
    ])

  /// The agreed actions as answered.
  package static func agreedActions(in reading: FormReading) -> [AgreedAction] {
    (reading.rows[actions] ?? []).compactMap { row in
      row.choice(ActionColumn.action).map {
        AgreedAction(
          kind: $0, service: row.text(ActionColumn.service), date: row.date(ActionColumn.date))
      }
    }
  }
}
