/// What somebody agrees to, or refuses, after it was explained.
package enum ConsentGivenForm {
  package static let id: FormID = "consent"
  package static let type: FieldCode = "type"
  package static let given: FieldCode = "given"
  package static let how: FieldCode = "how"
  package static let when: FieldCode = "when"
  package static let explainedBy: FieldCode = "explained-by"
  package static let explained: FieldCode = "explained"
  package static let recipients: FieldCode = "recipients"
  package static let data: FieldCode = "data"
  package static let rationale: FieldCode = "rationale"
  package static let expiry: FieldCode = "expiry"

  package static let definition = FormDefinition(
    id, title: "Consent", purpose: "Records that a person agrees or does not agree, and to what",
    about: [.person], function: .personAndCaseload, keptIn: .consent, requiredBy: "PPL-006",
    action: .near(.assessment, "s"),
    sections: [answer, sharing], rules: [isOnFile, explanation, time, end])

  private static let answer = FormSection(
    "Answer",
    [
      FormField(
        type, "Consent to",
        .choice(ConsentType.list("consent-type", title: "Consent to", rule: "PPL-006"))
      ).required().help(
        "Assessment: to be asked the questions of a DIR. DIR and continuity of care: to send the DIR on"
      ),
      FormField(given, "Given", .yesNo(notKnown: false, refused: false)).required()
        .help("n when the person does not agree; that is kept too"),
      FormField(
        how, "How", .choice(ConsentForm.list("consent-how", title: "How given", rule: "PPL-006"))
      ).required().help("A waiver must be written"),
      FormField(when, "When", .dateTime(direction: .past)).required(),
      FormField(explainedBy, "Explained by", .text(max: 100)).required(),
      FormField(
        explained, "Consequences and right to refuse explained",
        .yesNo(notKnown: false, refused: false)
      ).required().help("Must be yes: nobody agrees to what was not explained"),
    ])

  private static let sharing = FormSection(
    "Sharing",
    [
      FormField(recipients, "Recipients", .longText(max: 500))
        .required(when: shares).applying(when: isSharing)
        .help("Every agency by name; nobody else may be told"),
      FormField(data, "Kinds and amount of data", .longText(max: 500))
        .required(when: shares).applying(when: isSharing),
      FormField(rationale, "Rationale", .longText(max: 500))
        .required(when: shares).applying(when: isSharing).help("What the sharing is for"),
      FormField(expiry, "Runs out on", .date(direction: .future))
        .help("Its last day; empty when it has no end"),
    ])

  private static let isSharing: @Sendable (FormReading) -> Bool = { reading in
    reading.choice(type, as: ConsentType.self)?.isSharing == true
  }

  private static let shares: @Sendable (FormReading) -> Bool = { reading in
    isSharing(reading) && reading.isYes(given)
  }

  private static let isOnFile = FormRule { _, facts, _ in
    facts.person?.isUnknown == true
      ? [Finding("PPL-006", .blocks, "There is no person of this number. Find the person first")]
      : []
  }

  /// INF-032 and the explanation that comes before any answer.
  private static let explanation = FormRule { reading, _, _ in
    guard let wasExplained = reading.tick(explained) else { return [] }
    return ConsentRules.findings(
      type: reading.choice(type), given: reading.isYes(given), form: reading.choice(how),
      explained: wasExplained)
  }

  private static let time = FormRule { reading, _, context in
    FactRules.notInFuture(reading.moment(when), field: when, now: context.now)
  }

  private static let end = FormRule { reading, _, _ in
    ConsentRules.expiry(reading.date(expiry), given: reading.moment(when)).map { [$0] } ?? []
  }
}
