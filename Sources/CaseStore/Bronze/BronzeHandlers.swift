import CaseRules
import SQLite

/// How the forms of a bronze action reach the records.
enum BronzeHandlers {
  static let all: [FormHandler] = [
    research, reply, researchComplete, rights, option, letter, submit, recommend, decide,
    notServed, served, response, monitoring, notice, risk, back, further,
  ]

  /// The action the form is about.
  struct Scope {
    let record: BronzeRecord
    let others: [BronzeSummary]
    /// INT-005: of the sources of every report that feeds it.
    let protected: ProtectedNames

    init(_ about: RecordRef?, _ records: Connection) throws {
      record = try BronzeRecords.found(about, in: records)
      others = try BronzeRecords.others(
        of: record.action.subject, but: record.action.id, in: records)
      protected = try record.reports.reduce(into: ProtectedNames()) { names, report in
        names.formUnion(try SealedSources.protectedNames(of: report.source, in: records))
      }
    }

    func heading(_ context: RuleContext) -> String {
      "\(record.action.heading(on: context.today)): \(record.state.title)"
    }

    var facts: FormFacts {
      var facts = FormFacts()
      facts.bronze = BronzeFacts(record: record, others: others)
      facts.intelligence = IntelligenceFacts(protected: protected)
      return facts
    }
  }

  typealias Known = @Sendable (Scope, RuleContext) -> KnownAnswers
  typealias Save =
    @Sendable (BronzeScribe, Scope, FormReading, FormFacts) throws -> SavedForm

  /// A form of the room; one that rewrites the action's own answers is tied to its version.
  private static func handler(
    _ form: FormID, rewrites: Bool = false, known: @escaping Known, save: @escaping Save
  ) -> FormHandler {
    FormHandler(
      form,
      open: { records, about, context in
        let scope = try Scope(about, records)
        let known = known(scope, context)
        return OpenedForm(
          form: form, about: about, heading: scope.heading(context), draft: known.draft,
          sources: known.sources, facts: scope.facts,
          revision: rewrites ? scope.record.action.revision : nil,
          lastChange: rewrites ? try LastChange.of(scope.record.action.ref, in: records) : nil)
      },
      facts: { records, about, _, _ in try Scope(about, records).facts },
      save: { transaction, about, reading, facts, context in
        try save(
          BronzeScribe(transaction: transaction, context: context),
          Scope(about, transaction.connection), reading, facts)
      })
  }

  private static let nothing: Known = { _, _ in KnownAnswers() }

  private static func today(_ fields: FieldCode...) -> Known {
    { _, context in
      var known = KnownAnswers()
      for field in fields { known.set(field, .date(context.today), from: "today") }
      return known
    }
  }

  private static func needed<Value>(_ value: Value?) throws -> Value {
    try TreatmentHandlers.needed(value)
  }

  // MARK: Research

  static let research = handler(
    ResearchRequestForm.id,
    known: { _, context in
      var known = KnownAnswers()
      known.set(ResearchFields.asked, .date(context.today), from: "today")
      known.set(ResearchFields.reply, code: ResearchReply.noneYet.code, from: "until they answer")
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let number = (record.research.map(\.number).max() ?? 0) + 1
    let agency: BlueBoxAgency = try needed(reading.choice(ResearchFields.agency))
    let said: [BronzeScribe.Column] =
      [
        .init("number", number), .init("agency", agency),
        .init("office", reading.text(ResearchFields.office) ?? ""),
        .init("asked", try needed(reading.date(ResearchFields.asked))),
      ] + answer(reading)
    try scribe.add(said, to: "bronze_research", of: record)
    try scribe.note(said, of: record, rule: "INT-020")
    return SavedForm(record.action.ref, notes: ["Request \(number): \(agency.words)"])
  }

  private static func answer(_ reading: FormReading) -> [BronzeScribe.Column] {
    let reply: ResearchReply = reading.choice(ResearchFields.reply) ?? .noneYet
    let has = reply != .noneYet
    return [
      .init("reply", reply), .init("replied", has ? reading.date(ResearchFields.replied) : nil),
      .init("facts", has ? reading.text(ResearchFields.facts) ?? "" : ""),
    ]
  }

  static let reply = handler(
    ResearchReplyForm.id,
    known: { scope, context in
      var known = KnownAnswers()
      let waiting = scope.record.research.filter { $0.reply == .noneYet }
      known.set(
        ResearchReplyForm.number, waiting.first.map { .number($0.number) },
        from: waiting.count == 1 ? "the one that waits" : "the oldest that waits")
      known.set(ResearchFields.replied, .date(context.today), from: "today")
      return known
    }
  ) { scribe, scope, reading, facts in
    let record = scope.record
    let request = try needed(ResearchReplyForm.request(reading, facts))
    let said = answer(reading)
    try scribe.transaction.connection.execute(
      """
      UPDATE bronze_research SET reply = ?, replied = ?, facts = ? WHERE bronze = ? AND number = ?
      """, values: said.map(\.value) + [record.action.id, request.number])
    try scribe.note(
      [.init("number", request.number)] + said, of: record, rule: "INT-020",
      from: [
        .init("reply", request.reply), .init("replied", request.replied),
        .init("facts", request.facts),
      ])
    return SavedForm(record.action.ref)
  }

  static let researchComplete = handler(CompleteResearchForm.id, known: nothing) {
    scribe, scope, reading, _ in
    let words = reading.text(CompleteResearchForm.summary) ?? ""
    try scribe.take(
      .researchComplete, of: scope.record, words: words,
      said: words.isEmpty ? [] : [.init("summary", words)])
    return SavedForm(scope.record.action.ref)
  }

  // MARK: Test, option and letter

  static let rights = handler(
    HumanRightsForm.id, rewrites: true,
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

  static let option = handler(FurtherOptionForm.id, known: nothing) { scribe, scope, reading, _ in
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

  static let letter = handler(
    BronzeLetterForm.id, rewrites: true,
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

  // MARK: Submission and decision

  static let submit = handler(
    SubmitBronzeForm.id,
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

  static let recommend = handler(RecommendBronzeForm.id, known: nothing) {
    scribe, scope, reading, _ in
    let record = scope.record
    let pending = try needed(record.pending)
    let words = try needed(reading.text(RecommendBronzeForm.words))
    let attribution = scribe.transaction.attribution
    try scribe.setSubmission(
      [
        .init("recommended_by", attribution.worker), .init("recommended_at", attribution.at),
        .init("recommendation", words),
      ], pending, of: record)
    let before = pending.recommendation.map {
      [BronzeScribe.Column("recommendation", "\($0.by): \($0.words)")]
    }
    try scribe.note(
      [.init("recommendation", words)], of: record, rule: "INT-024", from: before ?? [])
    return SavedForm(record.action.ref)
  }

  static let decide = handler(
    DecideBronzeForm.id,
    known: { scope, context in
      var known = KnownAnswers()
      let rank: PoliceRank? = context.worker.role == .supt ? .superintendent : nil
      known.draft[DecideBronzeForm.file] = BronzeCase.text(
        scope.record, others: scope.others,
        signed: .init(name: context.worker.name, rank: rank, on: context.today), context)
      known.set(DecideBronzeForm.rank, code: rank?.code, from: "your role")
      if context.worker.role == .sup {
        known.set(DecideBronzeForm.keyed, true, from: "a team leader keys it for another")
      }
      return known
    }
  ) { scribe, scope, reading, _ in
    try scribe.decide(DecideBronzeForm.taken(from: reading), scope.record)
  }

  static let notServed = handler(NotServedForm.id, known: nothing) { scribe, scope, reading, _ in
    let record = scope.record
    let outcome: NotServedForm.Outcome = try needed(reading.choice(NotServedForm.outcome))
    let reason = try needed(reading.text(NotServedForm.reason))
    try scribe.setAside(record, because: "Not served: \(reason)")
    var notes: [String] = []
    switch outcome {
    case .close: break
    case .again:
      let last = try needed(record.submissions.last)
      try scribe.addSubmission(
        last.parts, drafter: last.drafter.id, submitter: last.submitter.id,
        [.init("yot", last.yot), .init("yot_on", last.yotOn)], to: record)
      notes = [
        try scribe.start(
          BronzeDeadlines.authorisation(submitted: scribe.context.today), of: record,
          owner: .role(.supt), metBy: DecideBronzeForm.id)
      ]
    }
    try scribe.take(outcome.event, of: record, words: reason, reason: reason)
    return SavedForm(record.action.ref, notes: notes)
  }

  // MARK: Service and response

  static let served = handler(
    ServeBronzeForm.id,
    known: { _, context in
      var known = KnownAnswers()
      known.set(ServeBronzeForm.at, at: context.now.startOfMinute, from: "now")
      known.set(ServeBronzeForm.server, text: context.worker.name, from: "you")
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let service = try needed(ServeBronzeForm.service(from: reading))
    let said: [BronzeScribe.Column] = [
      .init("served_at", service.at), .init("method", service.method),
      .init("server", service.server), .init("place", service.place),
      .init("to_subject", service.toSubject),
    ]
    try scribe.add(said, to: "bronze_service", of: record)
    try scribe.take(.served, of: record, words: service.method.words, said: said)
    try scribe.meet(BronzeDeadlines.serviceName, of: record, on: .moment(service.at))
    let due = try scribe.start(
      BronzeDeadlines.response(served: service.at.date, settings: scribe.context.settings),
      of: record, owner: .outside, metBy: BronzeResponseForm.id)
    return SavedForm(record.action.ref, notes: [due])
  }

  static let response = handler(
    BronzeResponseForm.id, known: today(BronzeResponseForm.on)
  ) { scribe, scope, reading, _ in
    try scribe.answer(
      try needed(BronzeResponseForm.reply(from: reading)),
      retention: RetentionFields.retention(from: reading), scope.record)
  }

  // MARK: Treatment

  static let monitoring = handler(
    MonitoringForm.id, known: today(MonitoringForm.on)
  ) { scribe, scope, reading, _ in
    let entry = try needed(
      MonitoringForm.entry(from: reading, of: scope.record, scribe.context.settings))
    return try scribe.monitor(entry, scope.record)
  }

  static let notice = handler(
    PartnerNoticeForm.id,
    known: { scope, context in
      var known = KnownAnswers()
      let content = PartnerNotice.Content(of: scope.record, phone: nil, in: context)
      known.draft[PartnerNoticeForm.preview] = BronzeCase.shown(
        PartnerNotice.text(of: content, to: nil))
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let content = PartnerNotice.Content(
      of: record, phone: reading.text(PartnerNoticeForm.phone), in: scribe.context)
    let partners = reading.choices(PartnerNoticeForm.partners, as: BronzePartner.self)
    let first = (record.notices.map(\.number).max() ?? 0) + 1
    for (place, partner) in partners.enumerated() {
      try scribe.add(
        [
          .init("number", first + place), .init("partner", partner),
          .init("text", PartnerNotice.text(of: content, to: partner)),
        ], to: "bronze_notice", of: record)
    }
    try scribe.note(
      [.init("partners", partners.map(\.rawValue).joined(separator: ","))], of: record,
      rule: "INT-038")
    return SavedForm(
      record.action.ref,
      notes: partners.enumerated().map { place, partner in
        "Notice \(first + place), \(partner.words): print it from its row of the page"
      })
  }

  static let risk = handler(
    RiskAssessmentForm.id,
    known: { scope, context in
      var known = today(RiskAssessmentForm.toldOn, RetentionFields.on)(scope, context)
      let told = scope.record.told
      guard let last = told.last else { return known }
      let partners = BronzePartner.allCases.filter { one in told.contains { $0.partner == one } }
      known.set(
        RiskAssessmentForm.partners, .codes(partners.map(\.code)), from: "those who have a notice")
      known.set(RiskAssessmentForm.toldOn, .date(last.at.date), from: "the last notice")
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let assessment = try needed(
      RiskAssessmentForm.assessment(from: reading, on: scribe.context.today))
    let said: [BronzeScribe.Column] = [
      .init("partners", assessment.partners.map(\.rawValue).joined(separator: ",")),
      .init("told_on", assessment.toldOn), .init("offending", assessment.offending),
      .init("drugs", assessment.drugs), .init("abuse", assessment.abuse),
      .init("criminality", assessment.criminality), .init("assessed_on", assessment.on),
    ]
    try scribe.add(said, to: "bronze_assessment", of: record)
    let kept = try scribe.retain(RetentionFields.retention(from: reading), record)
    try scribe.take(.riskAssessed, of: record, words: "RMS \(kept.reference)", said: said)
    try scribe.meet(BronzeDeadlines.riskName, of: record, on: .day(scribe.context.today))
    return SavedForm(record.action.ref)
  }

  static let back = handler(
    ReturnToTreatmentForm.id, known: today(ReturnToTreatmentForm.on)
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let day = try needed(reading.date(ReturnToTreatmentForm.on))
    try scribe.set([.init("back_on", day)], of: record)
    try scribe.setAside(record, because: "Back in treatment since \(day.uk)")
    try scribe.take(
      .returnedToTreatment, of: record, words: "since \(day.uk)", said: [.init("back_on", day)])
    let due = try scribe.startMonitoring(
      of: record, accepted: try needed(record.accepted), after: scribe.context.today)
    return SavedForm(record.action.ref, notes: [due])
  }

  // MARK: Further action

  static let further = handler(FurtherActionForm.id, known: nothing) { scribe, scope, reading, _ in
    let record = scope.record
    let outcome: FurtherOutcome = try needed(reading.choice(FurtherActionForm.outcome))
    let reason = try needed(reading.text(FurtherActionForm.reason))
    let waiting = try needed(record.openFurther)
    let attribution = scribe.transaction.attribution
    try scribe.transaction.connection.execute(
      """
      UPDATE bronze_further SET outcome = ?, reason = ?, decided_by = ?, decided_at = ?
      WHERE bronze = ? AND outcome IS NULL
      """, outcome, reason, attribution.worker, attribution.at, record.action.id)
    try scribe.take(
      .furtherDecided, of: record, words: outcome.words, said: [.init("outcome", outcome)],
      reason: reason)
    guard outcome == .secondBronze, let report = IntelligenceReportID(waiting.report) else {
      return SavedForm(record.action.ref)
    }
    let second = try BronzeOpening.open(for: record.action.subject, report: report, scribe)
    return SavedForm(second, notes: ["\(second.text) is opened: research comes next"])
  }
}
