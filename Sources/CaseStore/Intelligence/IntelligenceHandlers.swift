import CaseRules
import SQLite

/// How the forms of reports reach the records.
enum IntelligenceHandlers {
  static let all: [FormHandler] =
    [report, correct, grade, judge, share, release, look, strike, strikeShare]
    + SourceHandlers.all + SubjectHandlers.all

  /// What the records say of the report a form is about.
  static func facts(
    _ report: IntelligenceReport?, _ reading: FormReading, _ records: Connection,
    _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    facts.intelligence = IntelligenceFacts(
      report: report,
      protected: try report.map { try SealedSources.protectedNames(of: $0.source, in: records) }
        ?? ProtectedNames(),
      possible: try possible(reading, records, context),
      shares: try report.map { try IntelligenceFiles.shares(of: $0.id, in: records) } ?? [])
    return facts
  }

  /// For each subject that is typed, who may be known already.
  private static func possible(
    _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> [Int: [SubjectMatch]] {
    var possible: [Int: [SubjectMatch]] = [:]
    for row in reading.rows[ReportFields.subjects] ?? []
    where row.link(ReportFields.Subject.known) == nil {
      let subject = ReportFields.newSubject(from: row, on: context.today)
      guard subject.hasName else { continue }
      possible[row.id] = try SubjectLikenesses.matches(
        for: subject, in: records, on: context.today)
    }
    return possible
  }

  private static func handler(
    _ form: FormDefinition,
    known: @escaping @Sendable (IntelligenceReport, RuleContext) -> KnownAnswers = { _, _ in
      KnownAnswers()
    },
    save:
      @escaping @Sendable (
        IntelligenceReport, FormReading, FormFacts, WriteTransaction, RuleContext
      ) throws -> SavedForm
  ) -> FormHandler {
    FormHandler(
      form.id,
      open: { records, about, context in
        let report = try IntelligenceReports.found(about, in: records)
        let known = known(report, context)
        let reading = FormReading(known.draft, of: form, in: context.reading)
        return OpenedForm(
          form: form.id, about: about, heading: report.heading, draft: known.draft,
          sources: known.sources, facts: try facts(report, reading, records, context),
          revision: report.revision, lastChange: try LastChange.of(report.id.ref, in: records))
      },
      facts: { records, about, reading, context in
        try facts(IntelligenceReports.found(about, in: records), reading, records, context)
      },
      save: { transaction, about, reading, facts, context in
        let report = try IntelligenceReports.found(about, in: transaction.connection)
        return try save(report, reading, facts, transaction, context)
      })
  }

  // MARK: The report

  static let report = FormHandler(
    IntelligenceReportForm.id,
    open: { records, about, context in
      var known = KnownAnswers()
      known.set(ReportFields.received, at: context.now.startOfMinute, from: "now")
      let reading = FormReading(
        known.draft, of: IntelligenceReportForm.definition, in: context.reading)
      return OpenedForm(
        form: IntelligenceReportForm.id, about: nil, draft: known.draft, sources: known.sources,
        facts: try facts(nil, reading, records, context))
    },
    facts: { records, _, reading, context in try facts(nil, reading, records, context) },
    save: { transaction, _, reading, _, context in
      let source = try SealedSources.keep(
        needed(IntelligenceReportForm.source(from: reading)), in: transaction, context)
      return try take(reading, from: source, in: transaction, context)
    })

  /// Writes a new report of a source that is sealed.
  static func take(
    _ reading: FormReading, from source: SourceNumber, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> SavedForm {
    var report = try needed(ReportFields.report(from: reading, source: source))
    var notes: [String] = []
    report.subjects = try subjects(reading, transaction, context, &notes)
    let id = try IntelligenceReports.add(report, in: transaction)
    if let grading = grading(from: reading, context) {
      try IntelligenceReports.grade(
        needed(IntelligenceReports.one(id, in: transaction.connection)), as: grading,
        in: transaction, context)
    }
    try index(id, in: transaction.connection)
    return SavedForm(id.ref, notes: notes)
  }

  static let correct = handler(
    CorrectReportForm.definition,
    known: { report, _ in
      var known = KnownAnswers()
      known.draft = ReportFields.draft(of: report)
      return known
    },
    save: { before, reading, _, transaction, context in
      var report = try needed(
        ReportFields.report(from: reading, source: before.source, was: before))
      var notes: [String] = []
      report.subjects = try subjects(reading, transaction, context, &notes)
      try IntelligenceReports.change(report, was: before, in: transaction)
      if report.isJudgedAnew(after: before) {
        notes.append("What it says or whom it is about has changed: judge it anew (INT-003)")
      }
      try index(before.id, in: transaction.connection)
      return SavedForm(before.id.ref, notes: notes)
    })

  private static func index(
    _ report: IntelligenceReportID, in records: Connection
  ) throws {
    try SubjectWords.index(needed(IntelligenceReports.one(report, in: records)), in: records)
  }

  /// The subjects a form names, new ones taken on file; answers with what is worth telling of them.
  private static func subjects(
    _ reading: FormReading, _ transaction: WriteTransaction, _ context: RuleContext,
    _ notes: inout [String]
  ) throws -> [IntelligenceSubject] {
    let records = transaction.connection
    return try (reading.rows[ReportFields.subjects] ?? []).map { row in
      if let ref = row.link(ReportFields.Subject.known) {
        let standing = try IntelligenceSubjects.standing(
          needed(IntelligenceSubjectID(ref)), in: records)
        return try needed(IntelligenceSubjects.one(standing, in: records))
      }
      let subject = ReportFields.newSubject(from: row, on: context.today)
      let id = try IntelligenceSubjects.add(subject, in: transaction, context)
      let kept = try needed(IntelligenceSubjects.one(id, in: records))
      notes += try SubjectLikenesses.note(kept, in: transaction, context)
      return kept
    }
  }

  // MARK: Grades

  private static func grading(
    from reading: FormReading, _ context: RuleContext
  ) -> IntelligenceGrading? {
    guard let grades = GradeFields.grades(from: reading) else { return nil }
    let hasConditions = grades.handling.needsConditions
    return IntelligenceGrading(
      grades, conditions: hasConditions ? reading.text(GradeFields.conditions) ?? "" : "",
      recipients: hasConditions ? reading.text(GradeFields.recipients) ?? "" : "",
      reviewOn: hasConditions ? reading.date(GradeFields.reviewOn) : nil,
      reason: reading.text(GradeReportForm.reason) ?? "", by: context.worker.initials,
      at: context.now)
  }

  static let grade = handler(
    GradeReportForm.definition,
    known: { report, _ in
      var known = KnownAnswers()
      guard let old = report.grading else { return known }
      let source = "graded before"
      known.set(GradeFields.source, code: old.grades.source.code, from: source)
      known.set(GradeFields.information, code: old.grades.information.code, from: source)
      known.set(GradeFields.handling, code: old.grades.handling.code, from: source)
      known.set(GradeFields.conditions, text: old.conditions.isEmpty ? nil : old.conditions)
      known.set(GradeFields.recipients, text: old.recipients.isEmpty ? nil : old.recipients)
      known.set(GradeFields.reviewOn, old.reviewOn.map { .date($0) })
      return known
    },
    save: { report, reading, _, transaction, context in
      let grading = try needed(grading(from: reading, context))
      try IntelligenceReports.grade(report, as: grading, in: transaction, context)
      return SavedForm(
        report.id.ref,
        notes: [
          "Graded \(grading.grades.text). "
            + Validity(of: grading.grades, in: context.settings).words
        ])
    })

  static let judge = handler(
    JudgeReportForm.definition,
    known: { report, context in
      var known = KnownAnswers()
      guard let grading = report.grading else { return known }
      known.draft[JudgeReportForm.said] = report.text
      known.set(
        JudgeReportForm.graded, text: JudgeReportForm.words(of: grading), from: "as it stands")
      switch Validity(of: grading.grades, in: context.settings) {
      case .valid:
        known.set(
          JudgeReportForm.verdict, code: JudgeReportForm.Verdict.valid.code, from: "by its grades")
      case .mayBeDeemed, .never:
        known.set(
          JudgeReportForm.verdict, code: JudgeReportForm.Verdict.notValid.code,
          from: "by its grades")
      }
      return known
    },
    save: { report, reading, facts, transaction, context in
      let verdict: JudgeReportForm.Verdict = try needed(reading.choice(JudgeReportForm.verdict))
      let deemed = verdict == .valid ? facts.reasons["INT-003"]?.text : nil
      try IntelligenceReports.judge(
        report, isValid: verdict == .valid, deemed: deemed,
        note: verdict == .notValid ? reading.text(JudgeReportForm.note) ?? "" : "",
        in: transaction)
      guard verdict == .valid else { return SavedForm(report.id.ref, notes: [verdict.words]) }
      let bronzes = try BronzeOpening.take(report, in: transaction, context: context)
      return SavedForm(report.id.ref, notes: [verdict.words] + bronzes.map(\.words))
    })

  // MARK: Sharing

  static let share = handler(
    ShareReportForm.definition, known: shared,
    save: { report, reading, _, transaction, _ in
      let agency: BlueBoxAgency = try needed(reading.choice(ShareReportForm.agency))
      try IntelligenceReports.share(
        report, share(reading, with: .agency(agency)), in: transaction)
      return SavedForm(report.id.ref, notes: ["Sent to \(agency.words)"])
    })

  static let release = handler(
    ReleaseReportForm.definition,
    known: { report, context in
      var known = shared(report, context)
      if report.subjects.count == 1 {
        known.set(ReleaseReportForm.subject, report.mainSubject.map { .link($0.id.ref) })
      }
      return known
    },
    save: { report, reading, _, transaction, _ in
      let topic: ShareTopic = try needed(reading.choice(ReleaseReportForm.topic))
      let subject = try needed(
        reading.link(ReleaseReportForm.subject).flatMap { IntelligenceSubjectID($0) })
      try IntelligenceReports.share(
        report, share(reading, with: .programme(topic, about: subject)), in: transaction)
      return SavedForm(report.id.ref, notes: ["Shared with the programme (INT-010)"])
    })

  @Sendable private static func shared(
    _ report: IntelligenceReport, _ context: RuleContext
  ) -> KnownAnswers {
    var known = KnownAnswers()
    known.set(ShareReportForm.sentAt, at: context.now.startOfMinute, from: "now")
    known.set(ShareReportForm.text, text: report.text, from: "the sanitised text")
    let conditions = report.grading?.conditions ?? ""
    known.set(
      ShareReportForm.told, text: conditions.isEmpty ? nil : conditions, from: "its conditions")
    return known
  }

  private static func share(
    _ reading: FormReading, with destination: IntelligenceShare.Destination
  ) throws -> IntelligenceShare {
    IntelligenceShare(
      to: destination, recipient: try needed(reading.text(ShareReportForm.recipient)),
      sentAt: try needed(reading.moment(ShareReportForm.sentAt)),
      text: try needed(reading.text(ShareReportForm.text)),
      conditions: reading.text(ShareReportForm.told) ?? "")
  }

  // MARK: The source, and mistakes

  static let look = handler(SourceLookForm.definition) { report, reading, _, transaction, context in
    let reason = try needed(
      reading.text(SourceLookForm.reason).flatMap { Reason($0, settings: context.settings) })
    let source = try SealedSources.view(
      report.source, because: reason, in: transaction, context)
    // Which report it was is on the trail without a word of who.
    try transaction.audit(AuditEvent(.reportViewed, record: AuditedRecord(report.id.ref)))
    let struck = try SealedSources.struck(report.source, in: transaction.connection).map {
      "An earlier entry was struck through on \($0.at.date.uk): \($0.reason)"
    }
    return SavedForm(report.id.ref, notes: words(of: source) + struck)
  }

  private static func words(of source: IntelligenceSource) -> [String] {
    let lines: [(String, String)] = [
      ("Kind", source.kind.words), ("Family name", source.familyName), ("Who", source.identity),
      ("How they know", source.howKnown), ("To reach them", source.contact),
      ("Disclosing client", source.disclosingClient?.ref.text ?? ""),
      ("Client's family name", source.clientFamilyName),
      ("Disclosure record", source.disclosure),
    ]
    return lines.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
  }

  static let strike = handler(
    StrikeReportForm.definition
  ) { report, reading, _, transaction, context in
    let reason = try needed(
      reading.text(StrikeReportForm.reason).flatMap { Reason($0, settings: context.settings) })
    try IntelligenceReports.strike(report, because: reason, in: transaction)
    return SavedForm(report.id.ref)
  }

  static let strikeShare = handler(
    StrikeShareForm.definition
  ) { report, reading, facts, transaction, context in
    let reason = try needed(
      reading.text(StrikeShareForm.reason).flatMap { Reason($0, settings: context.settings) })
    let share = try needed(StrikeShareForm.share(reading, of: facts))
    try IntelligenceReports.strike(share, of: report, because: reason, in: transaction)
    return SavedForm(report.id.ref, notes: ["Struck through: \(share.words)"])
  }
}
