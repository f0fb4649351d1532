/// The five human-rights tests with their reasons, and whether the criteria are met (INT-021, INT-022).
package enum HumanRightsForm {
  package static let id: FormID = "bronze-rights"
  package static let drugLink: FieldCode = "drug-link"
  package static let met: FieldCode = "criteria-met"

  package static func answer(_ right: HumanRight) -> FieldCode { FieldCode(right.rawValue) }
  package static func reason(_ right: HumanRight) -> FieldCode {
    FieldCode(right.rawValue + "-because")
  }

  package static let definition = FormDefinition(
    id, title: "Human-rights test",
    purpose:
      "Answers the five human-rights tests with reasons, and says whether the criteria are met",
    about: [.bronzeAction], function: .intelligence, keptIn: .bronzeAction, requiredBy: "INT-021",
    action: .behind(.bronze, "h"),
    sections: [
      FormSection(
        "Is the action ...",
        HumanRight.allCases.flatMap { right in
          [
            FormField(answer(right), right.title, .yesNo(notKnown: false, refused: false))
              .required().help(help(right)),
            FormField(reason(right), "because", .text(max: 300)).required(),
          ]
        } + [
          FormField(drugLink, "Drug link", .yesNo(notKnown: false, refused: false)).required()
            .needed(by: "INT-022")
            .help("Whether the intelligence and the research link this person to drugs"),
          FormField(met, "Criteria met", .yesNo(notKnown: false, refused: false)).required()
            .needed(by: "INT-022")
            .help("y: a letter is drafted. n: another option is recorded"),
        ])
    ],
    rules: [BronzeFields.stands(.submitted), said, criteria])

  private static func help(_ right: HumanRight) -> String {
    switch right {
    case .justifiable: "INT-021: there is a lawful purpose that this action serves"
    case .authorised: "INT-021: the power to act is identified; the superintendent grants later"
    case .proportionate: "INT-021: no more than the purpose needs, and nothing milder would do"
    case .auditable: "INT-021: what was decided and why can be followed afterwards"
    case .necessary: "INT-021: the purpose cannot be reached without it"
    }
  }

  /// A reason is one that somebody can read later.
  private static let said = FormRule { reading, _, context in
    HumanRight.allCases.flatMap { right -> [Finding] in
      guard let text = reading.text(reason(right)),
        let problem = Reason.problem(text, minimum: context.settings.overrideReasonMin)
      else { return [] }
      return [Finding("INT-021", .blocks, field: reason(right).text, problem)]
    }
  }

  private static let criteria = FormRule { reading, facts, _ in
    guard reading.isYes(met), let record = facts.bronze?.record else { return [] }
    // While answers are missing they are asked for one by one.
    let test = test(from: reading)
    return BronzeRules.unmet(test, of: record)
      .filter { test.isComplete || $0.rule != "INT-021" }
  }

  package static func test(from reading: FormReading) -> HumanRightsTest {
    var answers: [HumanRight: HumanRightsTest.Answer] = [:]
    for right in HumanRight.allCases {
      guard let holds = reading.tick(answer(right)), let words = reading.text(reason(right)) else {
        continue
      }
      answers[right] = .init(holds, words)
    }
    return HumanRightsTest(
      answers: answers, drugLink: reading.isYes(drugLink), isMet: reading.isYes(met))
  }

  package static func draft(of test: HumanRightsTest) -> FormDraft {
    var draft = FormDraft()
    for right in HumanRight.allCases {
      guard let said = test.answers[right] else { continue }
      draft[answer(right)] = yesNo(said.holds)
      draft[reason(right)] = said.reason
    }
    draft[drugLink] = yesNo(test.drugLink)
    draft[met] = yesNo(test.isMet)
    return draft
  }

  private static func yesNo(_ holds: Bool) -> String {
    (holds ? YesNo.yes : YesNo.no).rawValue
  }
}

/// INT-023: what is done where the criteria are not met.
package enum FurtherOptionForm {
  package static let id: FormID = "bronze-option"
  package static let options: FieldCode = "options"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Record another option",
    purpose: "Closes a bronze action whose criteria are not met, with what is done instead",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-023",
    action: .behind(.bronze, "o"),
    sections: [
      FormSection(
        "Instead of a letter",
        [
          FormField(
            options, "Further options",
            .choices(FurtherOption.list("bronze-option", title: "Option", rule: "INT-023"))
          ).required(),
          FormField(note, "Note", .longText(max: 1000)).required { reading in
            reading.choices(options, as: FurtherOption.self).contains(.other)
          }.help("Needed for “other”: what is done"),
        ])
    ],
    rules: [
      BronzeFields.possible(.notMet),
      FormRule { _, facts, _ in
        guard let record = facts.bronze?.record, record.state == .humanRightsTest else { return [] }
        guard let test = record.action.test else {
          return [Finding("INT-023", .blocks, "Record the human-rights test first")]
        }
        return test.isMet
          ? [
            Finding(
              "INT-023", .blocks,
              "The criteria are recorded as met. Change the human-rights test first, or submit")
          ] : []
      },
    ])
}

/// The letter as it is drafted; its kind follows from one answer (INT-027 to INT-030).
package enum BronzeLetterForm {
  package static let id: FormID = "bronze-letter"
  package static let kind: FieldCode = "letter-kind"

  package static let definition = FormDefinition(
    id, title: "Draft the letter",
    purpose: "Writes the parts of the letter; it is shown as it will print before it is submitted",
    about: [.bronzeAction], function: .intelligence, keptIn: .bronzeAction, requiredBy: "INT-029",
    action: .behind(.bronze, "l"),
    sections: [
      FormSection(
        "Parts i and ii",
        [
          FormField(
            LetterFields.suspected, "Offence suspected", .yesNo(notKnown: false, refused: false)
          ).required().help("INT-029: an offence other than drug misuse; it decides the letter"),
          FormField(
            kind, "Letter",
            .computed { reading in
              reading.tick(LetterFields.suspected)
                .map { BronzeLetter.Kind(offenceSuspected: $0).words }
            }),
          part(
            LetterFields.offence, "A i: the offence", .offence,
            "INT-027: a short account of the offence possibly being committed"),
          part(
            LetterFields.convictions, "A ii: earlier convictions", .offence,
            "INT-027: for a like offence, or “none known”"),
          part(
            LetterFields.drugs, "B i: the drugs", .drugs,
            "INT-028: information on the drugs being used; nothing of offences"),
          part(
            LetterFields.problem, "B ii: becoming a problem", .drugs,
            "INT-028: that use may be becoming a problem; nothing of offences"),
        ]),
      FormSection(
        "Part iii: invitation",
        [
          FormField(LetterFields.invitation, "Own words", .longText(max: 1000))
            .help("Before the service is named; may stay empty"),
          FormField(LetterFields.service, "Treatment service", .text(max: 200)).required()
            .needed(by: "INT-030"),
          FormField(LetterFields.contact, "How it is reached", .text(max: 200)).required()
            .needed(by: "INT-030")
            .help("Phone, address and hours, as the person needs them"),
          FormField(LetterFields.replyBy, "Reply by", .date(direction: .future)).required()
            .needed(by: "INT-030"),
          FormField(LetterFields.address, "Sent to", .longText(max: 300))
            .help("The address for the letter; empty where it is handed over"),
        ]),
    ],
    rules: [
      BronzeFields.stands(.submitted),
      FormRule { _, facts, _ in
        guard let record = facts.bronze?.record, record.state == .humanRightsTest,
          record.action.test?.isMet != true
        else { return [] }
        return [
          Finding("INT-022", .blocks, "A letter is drafted once the criteria are recorded as met")
        ]
      },
      FormRule { reading, _, context in
        guard let parts = parts(from: reading) else { return [] }
        // What is empty is asked for by its field already.
        let answered = BronzeLetter.findings(on: parts, today: context.today).filter { finding in
          finding.field.map { reading.isAnswered(FieldCode($0)) } ?? true
        }
        return answered + strayOffence(reading)
      },
    ]
  ).leading { _, _, _ in SubmitBronzeForm.id }

  private static func part(
    _ code: FieldCode, _ label: String, _ kind: BronzeLetter.Kind, _ help: String
  ) -> FormField {
    FormField(code, label, .longText(max: 2000)).required()
      .needed(by: kind == .offence ? "INT-027" : "INT-028")
      .applying { reading in
        reading.tick(LetterFields.suspected)
          .map { BronzeLetter.Kind(offenceSuspected: $0) == kind } ?? (kind == .offence)
      }.help(help)
  }

  /// INT-028: a letter of kind B that was given an offence all the same is not quietly cut.
  private static func strayOffence(_ reading: FormReading) -> [Finding] {
    guard reading.tick(LetterFields.suspected) == false else { return [] }
    return [LetterFields.offence, LetterFields.convictions].filter { reading.isAnswered($0) }.map {
      Finding(
        "INT-028", .blocks, field: $0.text,
        "A letter of kind B has no offence and no convictions in it. Empty this, or say that an "
          + "offence is suspected")
    }
  }

  /// nil until it is said which letter it is.
  package static func parts(from reading: FormReading) -> BronzeLetter.Parts? {
    guard let suspected = reading.tick(LetterFields.suspected) else { return nil }
    let kind = BronzeLetter.Kind(offenceSuspected: suspected)
    let codes = LetterFields.codes(of: kind)
    func text(_ code: FieldCode) -> String { reading.text(code) ?? "" }
    return BronzeLetter.Parts(
      kind: kind, first: text(codes.first), second: text(codes.second),
      invitation: text(LetterFields.invitation), service: text(LetterFields.service),
      contact: text(LetterFields.contact), replyBy: reading.date(LetterFields.replyBy),
      address: text(LetterFields.address))
  }

  package static func draft(of parts: BronzeLetter.Parts) -> FormDraft {
    var draft = FormDraft()
    let codes = LetterFields.codes(of: parts.kind)
    draft[LetterFields.suspected] = (parts.kind == .offence ? YesNo.yes : .no).rawValue
    draft[codes.first] = parts.first
    draft[codes.second] = parts.second
    draft[LetterFields.invitation] = parts.invitation
    draft[LetterFields.service] = parts.service
    draft[LetterFields.contact] = parts.contact
    draft[LetterFields.replyBy] = parts.replyBy?.uk ?? ""
    draft[LetterFields.address] = parts.address
    return draft
  }
}

/// The case is put before a superintendent, with the letter as it will print.
package enum SubmitBronzeForm {
  package static let id: FormID = "bronze-submit"
  package static let preview: FieldCode = "letter"
  package static let young: FieldCode = "under-18"
  package static let yot: FieldCode = "yot"
  package static let yotOn: FieldCode = "yot-on"

  package static let definition = FormDefinition(
    id, title: "Submit for authorisation",
    purpose: "Puts the case with its letter before a superintendent, who did neither",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-022",
    action: .behind(.bronze, "s"),
    sections: [
      FormSection(
        "The letter as it will print",
        [FormField(preview, "Letter", .longText(max: 20_000)).forReading()]),
      FormSection(
        "Submit",
        [
          FormField(young, "Under 18", .yesNo(notKnown: false, refused: false)).required()
            .help("INT-022: the youth offending team is consulted before anything is submitted"),
          FormField(yot, "Youth offending team", .text(max: 200)).applying { $0.isYes(young) }
            .help("With whom it was talked over, and what they said"),
          FormField(yotOn, "Consulted on", .date(direction: .past)).applying { $0.isYes(young) },
        ]),
    ],
    rules: [
      BronzeFields.possible(.submitted),
      FormRule { _, facts, context in
        guard let record = facts.bronze?.record, record.state == .humanRightsTest else { return [] }
        let open = BronzeRules.oneAtATime(others: facts.bronze?.others ?? [])
        return criteria(record) + letter(record, today: context.today)
          + [nameless(record.action), open].compactMap(\.self)
      },
      FormRule { reading, facts, context in
        let known = facts.bronze?.record?.action.isYoung(on: context.today)
        let isYoung = known ?? false || reading.isYes(young)
        var findings =
          BronzeRules.yot(
            isYoung: isYoung, consulted: reading.text(yot), on: reading.date(yotOn)
          ).map { [$0] } ?? []
        if known == true, reading.tick(young) == false {
          findings.append(
            Finding(
              "INT-022", .blocks, field: young.text,
              "By the date of birth on record this is a young person"))
        }
        return findings
          + FactRules.notInFuture(reading.date(yotOn), field: yotOn, today: context.today)
      },
    ])

  private static func criteria(_ record: BronzeRecord) -> [Finding] {
    guard let test = record.action.test, test.isMet else {
      return [
        Finding(
          "INT-022", .blocks,
          "The criteria are not recorded as met. Record the human-rights test first")
      ]
    }
    return BronzeRules.unmet(test, of: record).map { $0.on(field: nil) }
  }

  /// A letter to a description reaches nobody.
  private static func nameless(_ action: BronzeAction) -> Finding? {
    guard action.addressee.isEmpty else { return nil }
    return Finding(
      "INT-022", .blocks,
      "Nobody is named: “\(action.subjectName)” cannot be written to. Record the name of "
        + "\(action.standing.ref.text) first")
  }

  private static func letter(_ record: BronzeRecord, today: CalendarDate) -> [Finding] {
    guard let letter = record.action.letter else {
      return [Finding("INT-022", .blocks, "No letter is drafted yet. Draft it first")]
    }
    return BronzeLetter.findings(on: letter.parts, today: today).map { $0.on(field: nil) }
  }
}
