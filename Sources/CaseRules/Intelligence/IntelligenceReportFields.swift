/// The questions of a report that are asked when it is taken in and when it is put right.
package enum ReportFields {
  package static let received: FieldCode = "received"
  package static let relatesTo: FieldCode = "relates-to"
  package static let text: FieldCode = "text"
  package static let subjects: FieldCode = "subjects"
  package static let drugs: FieldCode = "drugs"
  package static let spend: FieldCode = "spend"
  package static let place: FieldCode = "place"
  package static let offence: FieldCode = "offence"
  package static let offenceWords: FieldCode = "offence-words"

  /// Columns of the subjects, and the questions of a subject's own form.
  package enum Subject {
    package static let known: FieldCode = "known"
    package static let family: FieldCode = "family"
    package static let given: FieldCode = "given"
    package static let born: FieldCode = "born"
    package static let age: FieldCode = "age"
    package static let sex: FieldCode = "sex"
    package static let otherNames: FieldCode = "other-names"
    package static let description: FieldCode = "description"
  }

  /// £50,000 a week.
  private static let mostSpend = 5_000_000

  static let said = FormSection(
    "What is said",
    [
      FormField(received, "Received", .dateTime(direction: .past)).required()
        .help("When it reached you: now, or earlier for what is keyed late (GEN-001)"),
      FormField(relatesTo, "Relates to", .date(direction: .past)).required()
        .help("The day on which it happened or was true"),
      FormField(text, "Sanitised text", .longText(max: 8_000)).required()
        .help("What is said, without a clue to who said it (INT-005). Others read this"),
      FormField(subjects, "Subjects", .rows(subjectColumns, most: 8)).required().askingRecords()
        .help("Whom it is about, the main one first; a name, or a description where there is none"),
    ])

  static let details = FormSection(
    "Drugs and offence",
    [
      FormField(drugs, "Drugs", .codes(.drugs)).ruled(by: "COD-003"),
      FormField(spend, "Spend a week", .money(maxPence: mostSpend, per: .week)),
      FormField(place, "Place", .text(max: 200)).help(
        "Where it happens; not where the source lives"),
      FormField(offence, "Suspected offence", .code(.offences)).ruled(by: "COD-001")
        .help("Other than drug misuse; by code or by typing words"),
      FormField(offenceWords, "Offence in words", .text(max: 200))
        .help("Where the list has none, or to say more"),
    ])

  private static let subjectColumns = [
    FormField(Subject.family, "Family name", .name).askingRecords(),
    FormField(Subject.given, "Given names", .name).askingRecords(),
    FormField(Subject.born, "Born", .date(direction: .past, birth: true)).askingRecords(),
    FormField(Subject.age, "Age about", .number(10...110)).askingRecords(),
    FormField(Subject.sex, "Sex", .choice(Sex.list("sex", title: "Sex", rule: "INT-001"))),
    FormField(Subject.otherNames, "Other names", .text(max: 200)).askingRecords()
      .help("Nicknames and other names, with commas between them"),
    FormField(Subject.description, "Description", .text(max: 300))
      .help("What the subject looks like, drives, wears"),
    FormField(Subject.known, "On file (IS-)", .link(kinds: [.intelligenceSubject])).askingRecords()
      .help("Only for somebody of an earlier report: name or IS-number; then the rest stays empty"),
  ]

  /// INT-005: each free text, for the names that may not stand in it.
  static let freeTexts: [FieldCode] = [text, place, offenceWords]

  static let rules: [FormRule] = [times, whoItIsAbout, mayBeKnown]

  private static let times = FormRule { reading, _, context in
    FactRules.notInFuture(reading.moment(received), field: received, now: context.now)
      + FactRules.notInFuture(reading.date(relatesTo), field: relatesTo, today: context.today)
  }

  private static let whoItIsAbout = FormRule { reading, facts, _ in
    (reading.rows[subjects] ?? []).flatMap { row -> [Finding] in
      if let ref = row.link(Subject.known) {
        guard facts.names[ref] == nil else { return [] }
        return [
          cell(row, Subject.known, "INT-001", .blocks, "There is no subject \(ref.text)")
        ]
      }
      var findings: [Finding] = []
      if row.text(Subject.family) == nil, row.text(Subject.given) == nil,
        row.text(Subject.description) == nil
      {
        findings.append(
          cell(row, Subject.family, "INT-001", .blocks, "Give a name, or describe the subject"))
      }
      if row.date(Subject.born) != nil, row.number(Subject.age) != nil {
        findings.append(
          cell(
            row, Subject.age, "INT-001", .blocks, "Give the date of birth or an age, not both"))
      }
      return findings
    }
  }

  /// A subject of an earlier report is offered while somebody types.
  private static let mayBeKnown = FormRule { reading, facts, _ in
    (reading.rows[subjects] ?? []).flatMap { row -> [Finding] in
      guard row.link(Subject.known) == nil,
        let matches = facts.intelligence?.possible[row.id], !matches.isEmpty
      else { return [] }
      let listed = matches.prefix(3).map { "\($0.words) (\($0.because))" }
      return [
        cell(
          row, Subject.known, "PPL-004", .shows,
          "May be known: \(listed.joined(separator: "; ")). Choose it under On file if it is the same one; "
            + "saved, the two wait until you say which")
      ]
    }
  }

  private static func cell(
    _ row: FormReading.RowReading, _ column: FieldCode, _ rule: String, _ force: Finding.Force,
    _ words: String
  ) -> Finding {
    Finding(
      rule, force, field: FieldPlace(subjects, row: row.id, column: column).path, words)
  }
}

/// A report and its subjects from the answers, and the answers from them.
extension ReportFields {
  /// The subject a row describes; nil for one that names a known subject.
  package static func newSubject(
    from row: some Answering, was before: IntelligenceSubject? = nil, on day: CalendarDate
  ) -> IntelligenceSubject {
    IntelligenceSubject(
      id: before?.id ?? IntelligenceSubjectID(0), family: row.text(Subject.family) ?? "",
      given: row.text(Subject.given) ?? "",
      otherNames: (row.text(Subject.otherNames) ?? "").split(separator: ",").map(\.trimmed)
        .filter { !$0.isEmpty },
      birth: birth(row, was: before?.birth, on: day), sex: row.choice(Subject.sex),
      description: row.text(Subject.description) ?? "", sameAs: before?.sameAs,
      revision: before?.revision ?? 1)
  }

  /// An estimate that was not changed keeps the day on which it was made.
  private static func birth(
    _ row: some Answering, was before: Birth?, on day: CalendarDate
  ) -> Birth? {
    if let date = row.date(Subject.born) { return .on(date) }
    guard let age = row.number(Subject.age) else { return nil }
    if let before, before.date == nil, before.age(on: day) == age { return before }
    return .estimated(age: age, noted: day)
  }

  /// The answers of a subject's own form.
  package static func texts(
    of subject: IntelligenceSubject, on day: CalendarDate
  ) -> [FieldCode: String] {
    [
      Subject.family: subject.family, Subject.given: subject.given,
      Subject.born: subject.birth?.date?.uk ?? "",
      Subject.age: subject.birth.map { $0.date == nil ? String($0.age(on: day)) : "" } ?? "",
      Subject.sex: subject.sex?.code ?? "",
      Subject.otherNames: subject.otherNames.joined(separator: ", "),
      Subject.description: subject.description,
    ]
  }

  /// The report the answers make; its subjects are written apart.
  package static func report(
    from reading: FormReading, source: SourceNumber, was before: IntelligenceReport? = nil
  ) -> IntelligenceReport? {
    guard let received = reading.moment(received), let relatesTo = reading.date(relatesTo),
      let text = reading.text(text)
    else { return nil }
    var report =
      before
      ?? IntelligenceReport(source: source, received: received, relatesTo: relatesTo, text: text)
    report.received = received
    report.relatesTo = relatesTo
    report.text = text
    report.drugs = reading.codes(drugs)
    report.spendPence = reading.pence(spend)
    report.place = reading.text(place) ?? ""
    report.offence = reading.code(offence)
    report.offenceWords = reading.text(offenceWords) ?? ""
    return report
  }

  /// As it stands on file: a report that is put right, and what the trail compares.
  package static func draft(of report: IntelligenceReport) -> FormDraft {
    var draft = FormDraft()
    draft[received] = Answer.dateTime(report.received).raw
    draft[relatesTo] = Answer.date(report.relatesTo).raw
    draft[text] = report.text
    draft[drugs] = report.drugs.joined(separator: ", ")
    draft[spend] = report.spendPence.map { Answer.money($0).raw } ?? ""
    draft[place] = report.place
    draft[offence] = report.offence ?? ""
    draft[offenceWords] = report.offenceWords
    draft.rows[subjects] = report.subjects.enumerated().map { index, subject in
      FormDraft.Row(id: index + 1, texts: [Subject.known: subject.id.ref.text])
    }
    return draft
  }
}
