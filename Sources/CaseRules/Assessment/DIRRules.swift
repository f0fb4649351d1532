/// What a DIR has to satisfy (CUS-016 to CUS-019, PPL-005, PPL-010).
package enum DIRRules {
  package static let all: [FormRule] =
    [isInOtherHands, notDoneRecently, shareConsentIsRecorded, isNotCompleteYet] + answers

  /// What a correction has to satisfy: the same answers, of a DIR that is complete.
  package static let ofCorrection: [FormRule] = [isComplete] + answers

  private static let answers = [
    FactRules.inDetention(DIRForm.assessedAt), LinkRules.known(DIRForm.worker, rule: "CUS-017"),
    mayBeOpened, statementsExplained, drugsOrNone, oneMainDrug, usesAgree, injectingAgrees,
    actionsAreWhole, potentialDRR,
  ]

  /// CUS-016, PPL-006: an adult, who agreed to be assessed, and no other DIR half done.
  private static let mayBeOpened = FormRule { reading, facts, context in
    guard let known = facts.assessment else { return [] }
    let day = reading.moment(DIRForm.assessedAt)?.date ?? context.today
    var findings = [
      AssessmentGate.adult(known.birth, on: day),
      AssessmentGate.consent(isGiven: known.hasConsent || known.isComplete),
      known.refusedByEntry,
    ].compactMap { $0 }
    if let unfinished = known.unfinished {
      findings.append(
        Finding(
          "CUS-017", .blocks,
          "\(unfinished.text) of this person is unfinished. Carry on with that one"))
    }
    return findings
  }

  /// CUS-016: two workers with one detainee learn of each other; a draft that was left behind does
  /// not keep anybody from assessing.
  private static let isInOtherHands = FormRule { _, facts, context in
    guard let other = facts.assessment?.inOtherHands else { return [] }
    return [
      Finding(
        "CUS-016", .shows, "\(other.words(on: context.today)). Speak to each other first")
    ]
  }

  /// PPL-005: both statements have to be explained before the assessment.
  private static let statementsExplained = FormRule { reading, _, _ in
    guard reading.isAnswered(DIRForm.voluntary), reading.isAnswered(DIRForm.noAlternative) else {
      return []
    }
    let voluntary = reading.isYes(DIRForm.voluntary)
    let field = voluntary ? DIRForm.noAlternative : DIRForm.voluntary
    return AssessmentRules.statementsExplained(
      voluntary: voluntary, noAlternative: reading.isYes(DIRForm.noAlternative)
    ).map { [$0.on(field: field.text)] } ?? []
  }

  /// PPL-010: an assessment of the last four weeks is read first.
  private static let notDoneRecently = FormRule { reading, facts, context in
    let day = reading.moment(DIRForm.assessedAt)?.date ?? context.today
    return AssessmentRules.notDoneRecently(
      facts.assessment?.latest, on: day, settings: context.settings
    ).map { [$0] } ?? []
  }

  /// A correction has no such question: what it puts right is complete.
  private static func isCompleting(_ reading: FormReading) -> Bool {
    reading.readings[DIRForm.complete] == nil || reading.isYes(DIRForm.complete)
  }

  /// CUS-017: at least one drug line, or none ticked.
  private static let drugsOrNone = FormRule { reading, _, _ in
    let hasLines = !(reading.rows[DIRForm.drugs] ?? []).isEmpty
    if reading.isYes(DIRForm.noDrugs), hasLines {
      return [
        Finding(
          "CUS-017", .blocks, field: DIRForm.noDrugs.text,
          "Drugs are listed below. Answer no here, or remove the lines")
      ]
    }
    guard isCompleting(reading), !hasLines, !reading.isYes(DIRForm.noDrugs) else { return [] }
    return [
      Finding(
        "CUS-017", .blocks, field: DIRForm.drugs.text,
        "List at least one drug, or answer yes to No drugs used")
    ]
  }

  /// CUS-017: the main drug is exactly one of the lines.
  private static let oneMainDrug = FormRule { reading, _, context in
    guard let main = reading.code(DIRForm.mainDrug), !reading.isYes(DIRForm.noDrugs) else {
      return []
    }
    let words = context.codes.words(of: main, in: .drugs)
    let count = DIRForm.drugLines(in: reading).count { $0.isMain }
    if count == 1 { return [] }
    return [
      Finding(
        "CUS-017", .blocks, field: DIRForm.mainDrug.text,
        count == 0
          ? "\(words) is not among the drugs listed"
          : "\(words) stands in \(count) lines; the main drug is exactly one. Join the lines")
    ]
  }

  /// What a line says has to be possible: not used before birth, nor in the future.
  private static let usesAgree = FormRule { reading, facts, context in
    let age = facts.assessment?.birth?.age(on: context.today)
    return (reading.rows[DIRForm.drugs] ?? []).flatMap { row -> [Finding] in
      var findings: [Finding] = []
      if let first = row.number(DIRForm.DrugColumn.firstUsed), let age, first > age {
        findings.append(
          Finding(
            "CUS-017", .blocks, field: path(row, DIRForm.DrugColumn.firstUsed),
            "First used at \(first), but the client is \(age)"))
      }
      if let last = row.date(DIRForm.DrugColumn.lastUsed), last > context.today {
        findings.append(
          Finding(
            "GEN-007", .blocks, field: path(row, DIRForm.DrugColumn.lastUsed),
            "\(last.ukWithWeekday) has not come yet"))
      }
      return findings
    }
  }

  private static func path(_ row: FormReading.RowReading, _ column: FieldCode) -> String {
    FieldPlace(DIRForm.drugs, row: row.id, column: column).path
  }

  private static let injectingAgrees = FormRule { reading, _, _ in
    guard reading.isYes(DIRForm.injectsNow), reading.yesNo(DIRForm.injectedEver) == .no else {
      return []
    }
    return [
      Finding(
        "CUS-017", .blocks, field: DIRForm.injectedEver.text,
        "Injects now, so this cannot be no")
    ]
  }

  /// A yes to sharing names agency, data and reason, which only its own record can hold.
  private static let shareConsentIsRecorded = FormRule { reading, facts, _ in
    guard reading.isYes(DIRForm.shareConsent),
      facts.assessment?.consents[.shareWithAgency] != true
    else { return [] }
    return [
      Finding(
        "CUS-017", .blocks, field: DIRForm.shareConsent.text,
        "A yes needs its own record: agency, data, reason")
    ]
  }

  /// CUS-018: at least one action to complete; a referral says where to and when.
  private static let actionsAreWhole = FormRule { reading, _, _ in
    let rows = reading.rows[DIRForm.actions] ?? []
    if rows.isEmpty {
      return isCompleting(reading)
        ? [
          Finding(
            "CUS-018", .blocks, field: DIRForm.actions.text,
            "Agree at least one action before the DIR is complete")
        ] : []
    }
    return rows.flatMap { row -> [Finding] in
      guard row.choice(DIRForm.ActionColumn.action) == AgreedAction.Kind.referral else { return [] }
      return [DIRForm.ActionColumn.service, DIRForm.ActionColumn.date].filter {
        row.answer($0) == nil
      }.map { column in
        Finding(
          "CUS-018", .blocks,
          field: FieldPlace(DIRForm.actions, row: row.id, column: column).path,
          column == DIRForm.ActionColumn.service
            ? "Say which service the referral goes to" : "Give the date of the referral")
      }
    }
  }

  /// GEN-003: what is complete is corrected, and a correction says why.
  private static let isNotCompleteYet = FormRule { _, facts, _ in
    guard facts.assessment?.isComplete == true else { return [] }
    return [
      Finding("CUS-017", .blocks, "This DIR is complete. “\(DIRActions.correction)” puts it right")
    ]
  }

  private static let isComplete = FormRule { _, facts, _ in
    guard let known = facts.assessment, !known.isComplete else { return [] }
    return [
      Finding("CUS-017", .blocks, "This DIR is unfinished. Carry on with it instead")
    ]
  }

  /// CUS-017: what was said before the sex was put right; a question that no longer concerns the
  /// person is asked by no form, so it is shown where the answer is.
  package static func pregnantMan(_ reading: FormReading, _ facts: FormFacts) -> Finding? {
    guard reading.isYes(DIRForm.pregnant), facts.assessment?.sex == .male else { return nil }
    return Finding(
      "CUS-017", .shows, field: DIRForm.pregnant.text,
      "Pregnant, and recorded as male. Correct this DIR, or the sex on the person's page")
  }

  /// CUS-019: shown as soon as charge and use say so.
  private static let potentialDRR = FormRule { reading, _, context in
    let day = reading.moment(DIRForm.assessedAt)?.date ?? context.today
    return PotentialDRR.finding(
      chargedWithCommunityOrderOffence: reading.isYes(DIRForm.charged)
        && reading.isYes(DIRForm.communityOrder),
      isCurrent: PotentialDRR.isCurrent(DIRForm.drugLines(in: reading), on: day)
    ).map { [$0] } ?? []
  }
}
