/// A warrant that was executed: its follow-up is to be done from that day on (INT-053).
package enum WarrantForm {
  package static let id: FormID = "warrant"
  package static let executed: FieldCode = "executed"
  package static let place: FieldCode = "place"
  package static let reference: FieldCode = "reference"
  package static let agency: FieldCode = "agency"

  package static let definition = FormDefinition(
    id, title: "Warrant executed",
    purpose: "Records a warrant that was executed; a letter and a drug-agency visit are to follow, "
      + "and stand on Today until both are recorded",
    about: [.warrant], standsAlone: true, function: .intelligence, keptIn: .warrant,
    requiredBy: "INT-053", action: .behind(.edii, "w"),
    sections: [
      FormSection(
        "Warrant",
        [
          FormField(executed, "Executed on", .date(direction: .past)).required(),
          FormField(place, "Place", .text(max: 100)).required()
            .help("Where the letter goes and the agency visits"),
          FormField(reference, "Reference", .identifier(max: 30))
            .help("The force's own number for it"),
          FormField(agency, "Drug agency to visit", .text(max: 100)).carried(),
        ])
    ],
    rules: [
      FormRule { reading, _, context in
        FactRules.notInFuture(reading.date(executed), field: executed, today: context.today)
      },
      beforeItsSteps, WarrantRules.stands,
    ])

  /// GEN-007: corrected to a day after a letter or visit that followed it.
  private static let beforeItsSteps = FormRule { reading, facts, _ in
    guard let day = reading.date(executed),
      let first = facts.edii?.warrant?.steps.map(\.day).min(), first < day
    else { return [] }
    return [
      Finding(
        "GEN-007", .blocks, field: executed.text,
        "What followed it was recorded for \(first.ukWithWeekday) already")
    ]
  }

  package static func draft(of warrant: Warrant) -> FormDraft {
    var draft = FormDraft()
    draft[executed] = warrant.executed.uk
    draft[place] = warrant.place
    draft[reference] = warrant.reference
    draft[agency] = warrant.agency
    return draft
  }
}

/// The letter after a warrant (INT-053); the log counts it under education (INT-050).
package enum WarrantLetterForm {
  package static let id: FormID = "warrant-letter"

  package static let definition = FormDefinition(
    id, title: "Warrant follow-up letter",
    purpose: "Records the letter sent after a warrant, and what became of it",
    about: [.warrant], function: .intelligence, requiredBy: "INT-053",
    action: .behind(.edii, "l"),
    sections: [
      FormSection(
        "Letter",
        [
          FormField(WarrantRules.day, "Sent on", .date(direction: .past)).required(),
          WarrantRules.resultField(.letter), EDIIActivityForm.aimField, WarrantRules.noteField,
        ])
    ],
    rules: WarrantRules.all)
}

/// The visit of a drug agency after a warrant (INT-053); the log counts it under intervention.
package enum WarrantVisitForm {
  package static let id: FormID = "warrant-visit"

  package static let definition = FormDefinition(
    id, title: "Drug-agency visit after a warrant",
    purpose: "Records the drug agency's visit after a warrant, and what came of it",
    about: [.warrant], function: .intelligence, requiredBy: "INT-053",
    action: .behind(.edii, "v"),
    sections: [
      FormSection(
        "Visit",
        [
          FormField(WarrantRules.day, "Visited on", .date(direction: .past)).required(),
          FormField(WarrantForm.agency, "Drug agency", .text(max: 100)).required(),
          WarrantRules.resultField(.visit),
          FormField(EDIIActivityForm.reached, "People spoken with", .number(0...10_000)),
          EDIIActivityForm.aimField, WarrantRules.noteField,
        ])
    ],
    rules: WarrantRules.all)
}

/// What the letter and the visit have in common.
package enum WarrantRules {
  package static let day: FieldCode = "day"
  package static let result: FieldCode = "result"

  static func resultField(_ kind: WarrantStep.Kind) -> FormField {
    FormField(
      result, "Result",
      .choice(
        WarrantStep.Result.list(
          kind == .letter ? "warrant-letter" : "warrant-visit", title: "Result", rule: "INT-053",
          only: WarrantStep.Result.of(kind)))
    ).required()
      .help(
        kind == .letter
          ? "A letter that came back leaves it to be done"
          : "A visit that found nobody leaves it to be done")
  }

  static let noteField = FormField(EDIIActivityForm.note, "Note", .longText(max: 500))
    .help("What is known of a person is an intelligence report, or a referral")

  static let all = [times, stands]

  private static let times = FormRule { reading, facts, context in
    let day = reading.date(WarrantRules.day)
    return FactRules.notInFuture(day, field: WarrantRules.day, today: context.today)
      + FactRules.notBefore(
        facts.edii?.warrant?.executed, "the warrant", day, field: WarrantRules.day)
  }

  static let stands = FormRule { _, facts, _ in
    guard let why = facts.edii?.warrant?.struckBecause else { return [] }
    return [Finding("GEN-004", .blocks, "The warrant is struck through: \(why)")]
  }
}
