/// Who somebody is, how they are reached, and what to know before meeting them (PPL-001).
package enum PersonForm {
  package static let id: FormID = "person"

  package static let family: FieldCode = "family"
  package static let given: FieldCode = "given"
  package static let oneName: FieldCode = "one-name"
  package static let aliases: FieldCode = "aliases"
  package static let alias: FieldCode = "alias"
  package static let born: FieldCode = "born"
  package static let estimatedAge: FieldCode = "estimated-age"
  package static let sex: FieldCode = "sex"
  package static let ethnicity: FieldCode = "ethnicity"
  package static let pnc: FieldCode = "pnc"
  package static let cro: FieldCode = "cro"
  package static let prisonNumber: FieldCode = "prison-number"
  package static let lrn: FieldCode = "lrn"
  package static let oasys: FieldCode = "oasys"
  package static let address: FieldCode = "address"
  package static let postcode: FieldCode = "postcode"
  package static let noFixedAbode: FieldCode = "nfa"
  package static let accommodation: FieldCode = "accommodation"
  package static let phones: FieldCode = "phones"
  package static let number: FieldCode = "number"
  package static let safeToRing: FieldCode = "safe-to-ring"
  package static let safeMessage: FieldCode = "safe-message"
  package static let language: FieldCode = "language"
  package static let interpreter: FieldCode = "interpreter"
  package static let veteran: FieldCode = "veteran"
  package static let pregnant: FieldCode = "pregnant"
  package static let children: FieldCode = "children"
  package static let childrenLiveWith: FieldCode = "children-live-with"
  package static let safeguarding: FieldCode = "safeguarding"
  package static let employed: FieldCode = "employed"
  package static let settledRelationship: FieldCode = "settled-relationship"
  package static let gp: FieldCode = "gp"
  package static let risks: FieldCode = "risks"
  package static let riskNote: FieldCode = "risk-note"

  package static let definition = FormDefinition(
    id, title: "Person",
    purpose: "Takes somebody on file, or changes what is known of them",
    about: [.person], standsAlone: true, function: .personAndCaseload, keptIn: .person,
    requiredBy: "PPL-001",
    action: .behind(.record, "p"),
    sections: [who, home, risk, numbers, circumstances], rules: PersonFormRules.all
  ).headed { ref, reading, _, context in
    person(from: reading, id: PersonID(ref.number), was: nil, on: context.today)?
      .heading(on: context.today)
  }

  private static let who = FormSection(
    "Who",
    [
      FormField(family, "Family name", .name).required().askingRecords()
        .help("As the person gives it; type Unknown when it is not known"),
      FormField(given, "Given name(s)", .name).required { !$0.isYes(oneName) }
        .applying { !$0.isYes(oneName) }
        .help("All given names, no titles; type Unknown when not known"),
      FormField(oneName, "Uses one name only", .yesNo(notKnown: false, refused: false))
        .applying { !$0.isAnswered(given) || $0.isYes(oneName) }
        .help("y when there is no given name; the one name stands as family name"),
      FormField(born, "Date of birth", .date(direction: .past, birth: true)).askingRecords()
        .required { !$0.isAnswered(estimatedAge) }
        .help("Or leave it empty and give an estimated age"),
      FormField(estimatedAge, "Estimated age", .number(10...110, unit: "years")).askingRecords()
        .applying { !$0.isAnswered(born) }
        .help("Only when the date of birth is not known; shown as estimated"),
      FormField(sex, "Sex", .choice(Sex.list("sex", title: "Sex", rule: "PPL-001"))).required(),
      FormField(ethnicity, "Ethnicity", .code(.ethnicity)).required().ruled(by: "COD-005")
        .help("As the person describes it; NS when not stated"),
      FormField(
        aliases, "Other names",
        .rows([FormField(alias, "Name", .name).required()], most: 20)
      ).help("Names the person goes by or was known by; they are found by Find"),
    ])

  private static let home = FormSection(
    "Home and phone",
    [
      FormField(address, "Address", .longText(max: 300))
        .required { $0.yesNo(noFixedAbode) != .yes }.help("Or answer y to no fixed abode"),
      FormField(postcode, "Postcode", .postcode).ruled(by: "PPL-003"),
      FormField(noFixedAbode, "No fixed abode", .yesNo(refused: false)),
      FormField(accommodation, "Accommodation need", .code(.accommodation)).ruled(by: "COD-008")
        .help("Needed once somebody has been assessed"),
      FormField(
        phones, "Phones",
        .rows(
          [
            FormField(number, "Number", .phone).required(),
            FormField(safeToRing, "Safe to ring", .yesNo(refused: false)),
            FormField(safeMessage, "Safe to leave a message", .yesNo(refused: false)),
          ], most: 10)
      ).help("Say whether it is safe to ring; others may answer"),
    ])

  private static let risk = FormSection(
    "Language and risk",
    [
      FormField(language, "Language", .text(max: 60)).required(),
      FormField(interpreter, "Interpreter needed", .yesNo(refused: false)).required(),
      FormField(
        risks, "Risk markers",
        .choices(RiskAnswer.list("risks", title: "Risk markers", rule: "PPL-001"))
      ).required().help("Several with commas between; none when none are known"),
      FormField(riskNote, "Note on risk", .longText(max: 1000))
        .required { $0.choices(risks, as: RiskAnswer.self).contains(.other) }
        .help("What to watch for, and where it is known from"),
    ])

  private static let numbers = FormSection(
    "Numbers and GP",
    [
      FormField(pnc, "PNC ID", .pnc).ruled(by: "PPL-003").askingRecords()
        .help("Year and number with its check letter: 04/1234567F"),
      FormField(cro, "CRO number", .cro).ruled(by: "PPL-003").askingRecords(),
      FormField(prisonNumber, "Prison number", .prisonNumber).ruled(by: "PPL-003")
        .askingRecords(),
      FormField(lrn, "Local reference", .identifier(max: 20)),
      FormField(oasys, "OASys reference", .identifier(max: 40)),
      FormField(gp, "GP", .link(kinds: [.agency])).askingRecords()
        .help("From the service directory"),
    ])

  private static let circumstances = FormSection(
    "Circumstances",
    [
      FormField("assessed-note", "Needed once somebody has been assessed", .explained),
      FormField(veteran, "Veteran", .yesNo()),
      FormField(pregnant, "Pregnant", .yesNo()).applying { $0.code(sex) != Sex.male.code },
      FormField(children, "Children", .number(0...30)).help("How many; 0 for none"),
      FormField(childrenLiveWith, "Children live with the client", .yesNo())
        .applying(when: hasChildren),
      FormField(safeguarding, "Safeguarding concern", .yesNo()).applying(when: hasChildren),
      FormField(employed, "In employment", .yesNo()),
      FormField(settledRelationship, "In a settled relationship", .yesNo()),
    ])

  private static let hasChildren: @Sendable (FormReading) -> Bool = {
    ($0.number(children) ?? 0) > 0
  }

  /// What has to be known once somebody has been assessed, of the questions that arise.
  static let askedAtAssessment: [FieldCode] = [
    accommodation, veteran, pregnant, children, childrenLiveWith, safeguarding, employed,
    settledRelationship,
  ]
}
