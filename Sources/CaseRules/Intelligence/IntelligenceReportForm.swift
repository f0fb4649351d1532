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
    rules: openRules + [sanitised, SourceClues.rule(ReportFields.text)] + sourceRules)

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
      .required(when: isFromTreatment).applying(when: mayBeClients)
      .help("The client's number as on the disclosure record: P-0042"),
    FormField(clientFamily, "Client's family name", .name).sealed().needed(by: "INT-005")
      .required(when: isFromTreatment).applying(when: mayBeClients)
      .help("As on the disclosure record: texts that have this name are refused"),
    FormField(disclosure, "Disclosure record", .identifier(max: 40)).sealed()
      .needed(by: "INT-007").required(when: isFromTreatment).applying(when: mayBeClients)
      .help("Its reference: without one, what a client tells about others stays confidential"),
  ]

  private static let isFromTreatment: @Sendable (FormReading) -> Bool = { reading in
    reading.choice(kind, as: SourceKind.self) == .treatmentService
  }

  /// A client may have told it to a prison or to probation as well; with a treatment service one did.
  private static let mayBeClients: @Sendable (FormReading) -> Bool = { reading in
    switch reading.choice(kind, as: SourceKind.self) {
    case .treatmentService, .prison, .probation: true
    case .informant, .familyOrFriend, .community, nil: false
    }
  }

  /// What is sealed; nil while it cannot be.
  package static func source(from reading: FormReading) -> IntelligenceSource? {
    guard let kind: SourceKind = reading.choice(kind) else { return nil }
    let isTold = mayBeClients(reading)
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

  /// What every form asks that seals a source.
  static let sourceRules = [source, nameIsGiven]

  /// INT-005: only a family name that stands in its own field is kept out of texts.
  private static let nameIsGiven = FormRule { reading, _, _ in
    guard reading.text(family) == nil, let typed = reading.text(identity), hasName(typed) else {
      return []
    }
    return [
      Finding(
        "INT-005", .blocks, field: family.text,
        "Who it is looks like somebody's name, and texts are held against the family name alone. Give "
          + "it here; an office is written in small letters (the housing office)")
    ]
  }

  /// Two words with a capital beside each other, as in "Mrs Pelham"; a reference has a number.
  private static func hasName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return zip(words, words.dropFirst()).contains { first, second in
      isNameWord(first[...]) && isNameWord(second.drop { !$0.isLetter })
    }
  }

  private static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.first, first.isUppercase, word.count > 1 else { return false }
    let rest = word.dropFirst()
    let body = rest.last.map { ".,;".contains($0) } == true ? rest.dropLast() : rest
    return body.contains(where: \.isLowercase)
      && body.allSatisfy { $0.isLetter || $0 == "'" || $0 == "-" }
  }

  /// Whether there is such a client is not said: an officer reads nothing of people (CUS-022).
  private static let source = FormRule { reading, _, _ in
    guard mayBeClients(reading), let typed = reading.text(client),
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
      client: mayBeClients(reading) ? reading.text(clientFamily) ?? "" : "")
  }
}

/// INT-005: the free texts of a report against the names that may not stand in them.
package enum SanitisedText {
  static let fields: [FieldCode] =
    ReportFields.freeTexts + [GradeFields.conditions, GradeFields.recipients]

  /// Columns of the subjects that are written in one's own words.
  static let columns: [FieldCode] = [
    ReportFields.Subject.otherNames, ReportFields.Subject.description,
  ]

  static func findings(on reading: FormReading, _ names: ProtectedNames) -> [Finding] {
    let texts = findings(on: reading, fields, names)
    let cells = (reading.rows[ReportFields.subjects] ?? []).flatMap { row in
      columns.compactMap { column in
        row.text(column).flatMap { text in
          names.refusal(of: text, field: column)?
            .on(field: FieldPlace(ReportFields.subjects, row: row.id, column: column).path)
        }
      }
    }
    return texts + cells
  }

  /// Who does not know the names is told nothing of them, not even that a text has one: they could
  /// try names until one is refused.
  private static func mayKnow(_ worker: Worker) -> Bool {
    AccessMatrix.whyNotRead(worker, .intelligenceSource) == nil
  }

  /// INT-005: the reasons with which warnings are passed go on the trail, and are texts as well.
  package static func findings(
    onReasons reasons: [String: String], _ reading: FormReading, _ facts: FormFacts,
    by worker: Worker
  ) -> [Finding] {
    guard !reasons.isEmpty, mayKnow(worker) else { return [] }
    var names = IntelligenceReportForm.names(in: reading)
    if let known = facts.intelligence?.protected { names.formUnion(known) }
    return reasons.sorted { $0.key < $1.key }.compactMap { rule, text in
      guard names.named(in: text) != nil else { return nil }
      return Finding(
        "INT-005", .blocks,
        "A name in the reason for \(rule) could tell who said it. Write it without a clue to them")
    }
  }

  /// For a report that is on file, and its subjects.
  static let reportRule = FormRule { reading, facts, context in
    guard let names = facts.intelligence?.protected, mayKnow(context.worker) else { return [] }
    return findings(on: reading, names)
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
    FormRule { reading, facts, context in
      guard let names = facts.intelligence?.protected, mayKnow(context.worker) else { return [] }
      return findings(on: reading, fields, names)
    }
  }
}
