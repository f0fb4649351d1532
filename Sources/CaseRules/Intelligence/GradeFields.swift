/// INT-002: the three grades with their meanings, as every form that grades asks for them.
package enum GradeFields {
  package static let source: FieldCode = "grade-source"
  package static let information: FieldCode = "grade-information"
  package static let handling: FieldCode = "grade-handling"
  package static let conditions: FieldCode = "conditions"
  package static let recipients: FieldCode = "recipients"
  package static let reviewOn: FieldCode = "review-on"

  static let fields =
    [
      FormField(source, "Source", .choice(.sourceGrades)).ruled(by: "COD-002")
        .needed(by: "INT-002").help("How reliable whoever said it is")
    ] + meanings("source", CodeList.sourceGrades) + [
      FormField(information, "Information", .choice(.informationGrades)).ruled(by: "COD-002")
        .needed(by: "INT-002").help("How good what is said is")
    ] + meanings("information", CodeList.informationGrades) + [
      FormField(handling, "Handling", .choice(.handlingCodes)).ruled(by: "COD-002")
        .needed(by: "INT-002").help("Who may be told (INT-009)")
    ] + meanings("handling", CodeList.handlingCodes) + [
      FormField(conditions, "Conditions", .text(max: 400)).applying(when: hasConditions)
        .required(when: hasConditions).needed(by: "INT-009")
        .help(
          "What whoever receives it has to keep to; with handling 4, why it stays in the force"),
      FormField(recipients, "Recipients", .text(max: 300)).applying(when: hasConditions)
        .required(when: hasConditions).needed(by: "INT-009").help("Who may receive it"),
      FormField(reviewOn, "Review on", .date(direction: .future)).applying(when: hasConditions)
        .required(when: hasConditions).needed(by: "INT-009")
        .help("When it is looked at again whether the conditions still hold"),
    ]

  /// COD-002: what each grade means, on the screen while it is chosen.
  private static func meanings(_ code: String, _ list: CodeList) -> [FormField] {
    let words = list.codes.map { "\($0.code) \(shortest[code + $0.code] ?? $0.words)" }
    return [FormField(FieldCode("\(code)-meanings"), words.joined(separator: "; "), .explained)]
  }

  /// The same in fewer words, so that five of them fit a line or two.
  private static let shortest: [String: String] = [
    "sourceA": "always reliable", "sourceB": "mostly", "sourceC": "sometimes",
    "sourceD": "unreliable", "sourceE": "untested", "information1": "known true",
    "information2": "known to source only", "information3": "corroborated",
    "information4": "cannot be judged", "information5": "suspected false",
    "handling1": "UK police", "handling2": "also UK non-prosecuting",
    "handling3": "also outside EU", "handling4": "own force only",
    "handling5": "to keep conditions",
  ]

  static let hasConditions: @Sendable (FormReading) -> Bool = { reading in
    reading.choice(handling, as: HandlingGrade.self)?.needsConditions == true
  }

  static let codes: [FieldCode] = [source, information, handling]

  package static func grades(from reading: FormReading) -> IntelligenceGrades? {
    guard let source: SourceGrade = reading.choice(source),
      let information: InformationGrade = reading.choice(information),
      let handling: HandlingGrade = reading.choice(handling)
    else { return nil }
    return IntelligenceGrades(source, information, handling)
  }

  /// INT-003: what the grades come to, said while they are chosen.
  static let comesTo = FormRule { reading, _, context in
    guard let grades = grades(from: reading) else { return [] }
    let validity = Validity(of: grades, in: context.settings)
    return [
      Finding("INT-003", .shows, field: information.text, "\(grades.text): \(validity.words)"),
      Finding(
        "INT-009", .shows, field: handling.text,
        grades.handling.mayLeavePolice
          ? "May also be told to agencies that do not prosecute"
          : "Police only: no other agency may be told or asked about it"),
    ]
  }

  /// INT-002: two grades are no grading.
  static let allThree = FormRule { reading, _, _ in
    let given = codes.filter { reading.isAnswered($0) }
    guard !given.isEmpty, given.count < codes.count else { return [] }
    return codes.filter { !given.contains($0) }.map {
      Finding("INT-002", .blocks, field: $0.text, "All three grades are set together")
    }
  }

  static let reviewIsAhead = FormRule { reading, _, context in
    guard hasConditions(reading), let day = reading.date(reviewOn), day < context.today else {
      return []
    }
    return [
      Finding("INT-009", .blocks, field: reviewOn.text, "Give a day from today on to review it")
    ]
  }
}
