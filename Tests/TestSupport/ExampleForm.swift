package import CaseRules

/// A form with one of everything, of invented questions.
package enum ExampleForm {
  package static let assessed: FieldCode = "assessed"
  package static let at: FieldCode = "at"
  package static let suite: FieldCode = "suite"
  package static let consent: FieldCode = "consent"
  package static let officer: FieldCode = "officer"
  package static let drugs: FieldCode = "drugs"
  package static let drug: FieldCode = "drug"
  package static let days: FieldCode = "days"
  package static let spend: FieldCode = "spend"
  package static let total: FieldCode = "total"
  package static let main: FieldCode = "main"
  package static let tested: FieldCode = "tested"
  package static let testDate: FieldCode = "test-date"
  package static let risks: FieldCode = "risks"
  package static let says: FieldCode = "says"

  package static let suites = CodeList(
    "example-suites", title: "Suites", rule: "CUS-001",
    codes: [
      Code("SN", "Stoke Newington"), Code("SH", "Shoreditch"), Code("ME", "Mare End"),
    ])
  package static let riskList = CodeList(
    "example-risks", title: "Risks", rule: "CUS-010",
    codes: [Code("SH", "Self-harm"), Code("OD", "Overdose"), Code("VI", "Violence")])

  package static let definition = FormDefinition(
    "example", title: "Example assessment", purpose: "Shows every kind of question",
    about: [.person], standsAlone: true, function: .custodyBoardAndDIR, requiredBy: "EXA-001",
    sections: [
      FormSection(
        "Arrest",
        [
          FormField(assessed, "Assessed on", .date(direction: .past)).required().carried()
            .help("The day of the assessment"),
          FormField(at, "Arrested", .dateTime(direction: .past)).help("When the arrest was"),
          FormField(suite, "Where", .choice(suites)).required().carried()
            .help("The custody suite"),
          FormField(consent, "Consent to share", .yesNo()).required(),
          FormField(officer, "Custody officer", .link(kinds: [.worker])).askingRecords(),
        ]),
      FormSection(
        "Drugs",
        [
          FormField(
            drugs, "Drugs used",
            .rows(
              [
                FormField(drug, "Drug", .code(.drugs)).required(),
                FormField(days, "Days", .number(0...28)),
                FormField(spend, "Pounds a week", .money(maxPence: 1_000_000, per: .week)),
              ], most: 4)
          ).required(),
          FormField(total, "Total", .computed { reading in sum(reading) }),
          FormField(main, "Main drug", .code(.drugs)),
        ]),
      FormSection(
        "Tests",
        [
          FormField(tested, "Tested", .yesNo(notKnown: false, refused: false)),
          FormField(testDate, "Tested on", .date(direction: .past))
            .required { $0.isYes(tested) }.applying { $0.isYes(tested) },
          FormField(risks, "Risks", .choices(riskList)),
          FormField(says, "What the client says", .longText(max: 4000)),
        ]),
    ],
    rules: [testAfterAssessment, workingDay])

  private static func sum(_ reading: FormReading) -> String? {
    let pence = (reading.rows[drugs] ?? []).compactMap { $0.pence(spend) }
    return pence.isEmpty ? nil : Money.plain(pence: pence.reduce(0, +))
  }

  private static let testAfterAssessment = FormRule { reading, _, _ in
    guard let test = reading.date(testDate), let day = reading.date(assessed), test < day else {
      return []
    }
    return [Finding("EXA-002", .blocks, field: testDate.text, "The test is before the assessment")]
  }

  private static let workingDay = FormRule { reading, _, context in
    guard let day = reading.date(assessed), !context.calendar.isWorkingDay(day) else { return [] }
    return [Finding("EXA-003", .warns, field: assessed.text, "This is not a working day")]
  }
}

extension ExampleForm {
  package static let client: FieldCode = "client"

  /// A client and a colleague beside each other.
  package static let aboutPeople = FormDefinition(
    "example-people", title: "Example visit", purpose: "Asks for a client and a colleague",
    standsAlone: true, function: .custodyBoardAndDIR, requiredBy: "EXA-001",
    sections: [
      FormSection(
        "Visit",
        [
          FormField(client, "Client", .link(kinds: [.person])).required(),
          FormField(officer, "With", .link(kinds: [.worker])),
          FormField(says, "What was said", .text(max: 80)),
          FormField(main, "Main drug", .code(.drugs)),
        ])
    ])
}
