import CaseRules

/// INT-021 to INT-023, INT-027 to INT-030: the human-rights test, and the letter or another option.
enum BronzeTestHandlers {
  static let all: [FormHandler] = [rights, option, letter, submit]

  static let rights = FormHandler(
    bronze: HumanRightsForm.id, writes: .action,
    known: { scope, _ in
      var known = KnownAnswers()
      if let test = scope.record.action.test { known.draft = HumanRightsForm.draft(of: test) }
      return known
    }
  ) { scribe, scope, reading, _ in
    let (record, test) = (scope.record, HumanRightsForm.test(from: reading))
    let said = columns(of: test)
    try scribe.set(said, of: record)
    try scribe.note(
      said, of: record, rule: "INT-021", from: record.action.test.map(columns) ?? [])
    return SavedForm(
      record.action.ref,
      notes: [test.isMet ? "Criteria met: draft the letter" : "Criteria not met: record an option"])
  }

  private static func columns(of test: HumanRightsTest) -> [BronzeScribe.Column] {
    func pair(
      _ right: HumanRight, _ name: StaticString, _ because: StaticString
    ) -> [BronzeScribe.Column] {
      let answer = test.answers[right]
      return [.init(name, answer?.holds), .init(because, answer?.reason ?? "")]
    }
    return HumanRight.allCases.flatMap { right in
      switch right {
      case .justifiable: pair(right, "justifiable", "justifiable_because")
      case .authorised: pair(right, "authorised", "authorised_because")
      case .proportionate: pair(right, "proportionate", "proportionate_because")
      case .auditable: pair(right, "auditable", "auditable_because")
      case .necessary: pair(right, "necessary", "necessary_because")
      }
    } + [.init("drug_link", test.drugLink), .init("criteria_met", test.isMet)]
  }

  static let option = FormHandler(bronze: FurtherOptionForm.id) { scribe, scope, reading, _ in
    let options = reading.choices(FurtherOptionForm.options, as: FurtherOption.self)
    let note = reading.text(FurtherOptionForm.note)
    let words = options.map(\.words).joined(separator: ", ")
    try scribe.take(
      .notMet, of: scope.record, words: note.map { "\(words): \($0)" } ?? words,
      said: [
        .init("options", options.map(\.code).joined(separator: ",")), .init("note", note ?? ""),
      ])
    return SavedForm(scope.record.action.ref)
  }

  static let letter = FormHandler(
    bronze: BronzeLetterForm.id, writes: .action,
    known: { scope, _ in
      var known = KnownAnswers()
      if let letter = scope.record.action.letter {
        known.draft = BronzeLetterForm.draft(of: letter.parts)
      }
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let parts = try needed(BronzeLetterForm.parts(from: reading))
    let said = columns(of: parts)
    try scribe.set(
      said + [.init("drafted_by", scribe.transaction.attribution.worker)], of: record)
    try scribe.note(
      said, of: record, rule: parts.kind == .offence ? "INT-027" : "INT-028",
      from: record.action.letter.map { columns(of: $0.parts) } ?? [])
    return SavedForm(record.action.ref, notes: ["Letter \(parts.kind.words)"])
  }

  static func columns(of parts: BronzeLetter.Parts) -> [BronzeScribe.Column] {
    [
      .init("letter_kind", parts.kind), .init("part_first", parts.first),
      .init("part_second", parts.second), .init("invitation", parts.invitation),
      .init("service", parts.service), .init("contact", parts.contact),
      .init("reply_by", parts.replyBy), .init("address", parts.address),
    ]
  }

  static let submit = FormHandler(
    bronze: SubmitBronzeForm.id,
    known: { scope, context in
      var known = KnownAnswers()
      let action = scope.record.action
      if let letter = action.letter {
        known.draft[SubmitBronzeForm.preview] = BronzeCase.shown(
          BronzeLetter.text(
            of: letter.parts, to: action, signed: .open))
      }
      known.set(
        SubmitBronzeForm.young, action.isYoung(on: context.today), from: "from the date of birth")
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let letter = try needed(record.action.letter)
    let isYoung = reading.isYes(SubmitBronzeForm.young)
    let yot: [BronzeScribe.Column] = [
      .init("yot", isYoung ? reading.text(SubmitBronzeForm.yot) ?? "" : ""),
      .init("yot_on", isYoung ? reading.date(SubmitBronzeForm.yotOn) : nil),
    ]
    try scribe.addSubmission(
      letter.parts, drafter: letter.by, submitter: scribe.transaction.attribution.worker, yot,
      to: record)
    try scribe.take(.submitted, of: record, said: yot)
    let due = try scribe.start(
      BronzeDeadlines.authorisation(submitted: scribe.context.today), of: record,
      owner: .role(.supt), metBy: DecideBronzeForm.id)
    return SavedForm(record.action.ref, notes: [due])
  }
}
