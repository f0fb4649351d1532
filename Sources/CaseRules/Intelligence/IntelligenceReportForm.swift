/// A new report: who said it goes one way, what is said another (INT-005).
package enum IntelligenceReportForm {
  package static let id: FormID = "intelligence-report"
  package static let kind: FieldCode = "source-kind"
  package static let family: FieldCode = "source-family"
  package static let identity: FieldCode = "source-identity"
  package static let howKnown: FieldCode = "how-known"
  package static let contact: FieldCode = "source-contact"
  package static let client: FieldCode = "disclosing-client"
  package static let clientFamily: FieldCode = "client-family"
  package static let disclosure: FieldCode = "disclosure"

  package static let definition = FormDefinition(
    id, title: "Intelligence report",
    purpose: "Takes in what somebody says about whom; who said it is sealed apart from it",
    standsAlone: true, function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-001", action: .behind(.intelligence, "n"),
    sections: openSections + [FormSection("Source, sealed", sourceFields)],
    rules: openRules + [source, sanitised])

  /// Everything but who said it, for a report whose source is sealed already.
  static let openSections = [
    ReportFields.said, ReportFields.details,
    FormSection("Grades", [gradesNote] + GradeFields.fields),
  ]
  static let openRules =
    ReportFields.rules + [
      GradeFields.allThree, GradeFields.comesTo, GradeFields.reviewIsAhead,
    ]

  private static let gradesNote = FormField(
    "grades-note", "Leave all three empty to grade it later; until then it waits as Received",
    .explained)

  static let sourceFields = [
    FormField(
      "source-note",
      "Sealed when you save (INT-005): on no list, letter, export or history. A registered "
        + "informant stays in the source unit's own system; give its reference only",
      .explained),
    FormField(
      kind, "Source kind",
      .choice(SourceKind.list("source-kind", title: "Source kind", rule: "INT-001"))
    ).required().sealed().help("Hidden from everybody but you and a superintendent (INT-006)"),
    FormField(family, "Family name", .name).sealed()
      .help("Of the source, if it is known: texts that have this name are refused"),
    FormField(identity, "Who it is", .text(max: 200)).sealed()
      .help("Given names, number or reference; empty where nobody knows"),
    FormField(howKnown, "How they know", .text(max: 300)).sealed(),
    FormField(contact, "How to reach them", .text(max: 200)).sealed(),
    FormField(client, "Disclosing client", .identifier(max: 12)).sealed().needed(by: "INT-005")
      .required(when: isFromTreatment).applying(when: isFromTreatment)
      .help("The client's number as on the disclosure record: P-0042"),
    FormField(clientFamily, "Client's family name", .name).sealed().needed(by: "INT-005")
      .required(when: isFromTreatment).applying(when: isFromTreatment)
      .help("As on the disclosure record: texts that have this name are refused"),
    FormField(disclosure, "Disclosure record", .identifier(max: 40)).sealed()
      .needed(by: "INT-007").required(when: isFromTreatment).applying(when: isFromTreatment)
      .help("Its reference: without one, what a client tells about others stays confidential"),
  ]

  private static let isFromTreatment: @Sendable (FormReading) -> Bool = { reading in
    reading.choice(kind, as: SourceKind.self) == .treatmentService
  }

  /// What is sealed; nil while it cannot be.
  package static func source(from reading: FormReading) -> IntelligenceSource? {
    guard let kind: SourceKind = reading.choice(kind) else { return nil }
    let isTold = isFromTreatment(reading)
    return IntelligenceSource(
      kind: kind, familyName: reading.text(family) ?? "", identity: reading.text(identity) ?? "",
      howKnown: reading.text(howKnown) ?? "", contact: reading.text(contact) ?? "",
      disclosingClient: isTold ? clientNumber(reading) : nil,
      clientFamilyName: isTold ? reading.text(clientFamily) ?? "" : "",
      disclosure: isTold ? reading.text(disclosure) ?? "" : "")
  }

  private static func clientNumber(_ reading: FormReading) -> PersonID? {
    reading.text(client).flatMap { RecordRef($0) }.flatMap { PersonID($0) }
  }

  /// Whether there is such a client is not said: an officer reads nothing of people (CUS-022).
  static let source = FormRule { reading, _, _ in
    guard isFromTreatment(reading), let typed = reading.text(client),
      clientNumber(reading) == nil
    else { return [] }
    return [
      Finding(
        "INT-005", .blocks, field: client.text,
        "\(typed) is no client's number. It looks like P-0042")
    ]
  }

  /// INT-005: what is typed now protects the text that is typed now.
  private static let sanitised = FormRule { reading, _, _ in
    SanitisedText.findings(on: reading, names(in: reading))
  }

  /// What is typed about the source protects whatever is typed beside it.
  static func names(in reading: FormReading) -> ProtectedNames {
    ProtectedNames(
      source: reading.text(family) ?? "",
      client: isFromTreatment(reading) ? reading.text(clientFamily) ?? "" : "")
  }
}

/// INT-005: the free texts of a report against the names that may not stand in them.
package enum SanitisedText {
  static let fields: [FieldCode] =
    ReportFields.freeTexts + [GradeFields.conditions, GradeFields.recipients]

  static func findings(on reading: FormReading, _ names: ProtectedNames) -> [Finding] {
    let texts = findings(on: reading, fields, names)
    let cells = (reading.rows[ReportFields.subjects] ?? []).compactMap { row in
      row.text(ReportFields.Subject.description).flatMap { text in
        names.refusal(of: text, field: ReportFields.Subject.description)?
          .on(
            field: FieldPlace(
              ReportFields.subjects, row: row.id, column: ReportFields.Subject.description
            ).path)
      }
    }
    return texts + cells
  }

  static func findings(
    on reading: FormReading, _ fields: [FieldCode], _ names: ProtectedNames
  ) -> [Finding] {
    fields.compactMap { field in
      reading.text(field).flatMap { names.refusal(of: $0, field: field) }
    }
  }

  /// The rule for a form about a report or subject that is on file.
  package static func rule(_ fields: [FieldCode]) -> FormRule {
    FormRule { reading, facts, _ in
      guard let names = facts.intelligence?.protected else { return [] }
      return findings(on: reading, fields, names)
    }
  }
}
