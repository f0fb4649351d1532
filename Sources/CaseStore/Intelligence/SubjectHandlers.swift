import CaseRules
import SQLite

/// How the forms of subjects reach the records.
enum SubjectHandlers {
  static let all = [change, same, link]

  private static func facts(
    _ subject: IntelligenceSubject, _ form: FormDefinition, _ reading: FormReading,
    _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    var known = IntelligenceFacts(
      subject: subject, protected: try protectedNames(around: subject.id, in: records))
    if form.id == IntelligenceSubjectForm.id {
      let typed = ReportFields.newSubject(from: reading, was: subject, on: context.today)
      known.possible[0] = try SubjectLikenesses.matches(
        for: typed, in: records, on: context.today
      ).filter { try SubjectLikenesses.one(subject.id, $0.id.ref, in: records) == nil }
    } else if let other = reading.link(SameSubjectForm.other) {
      known.likeness = try SubjectLikenesses.one(subject.id, other, in: records)
    }
    facts.intelligence = known
    return facts
  }

  /// INT-005: of every source that has said something about the subject.
  static func protectedNames(
    around subject: IntelligenceSubjectID, in records: Connection
  ) throws -> ProtectedNames {
    let sources = try records.query(
      """
      SELECT DISTINCT report.source FROM intelligence_subject AS named
      JOIN intelligence_report_subject AS link ON link.subject = named.id
      JOIN intelligence_report AS report ON report.id = link.report
      WHERE named.id = ?1 OR named.same_as = ?1
      """, subject
    ) { try $0.get(0, as: SourceNumber.self) }
    return try sources.reduce(into: ProtectedNames()) {
      $0.formUnion(try SealedSources.protectedNames(of: $1, in: records))
    }
  }

  private static func handler(
    _ form: FormDefinition,
    known:
      @escaping @Sendable (IntelligenceSubject, Connection, RuleContext) throws -> KnownAnswers,
    save:
      @escaping @Sendable (IntelligenceSubject, FormReading, WriteTransaction, RuleContext) throws
      -> SavedForm
  ) -> FormHandler {
    FormHandler(
      form.id,
      open: { records, about, context in
        let subject = try IntelligenceSubjects.found(about, in: records)
        let known = try known(subject, records, context)
        let reading = FormReading(known.draft, of: form, in: context.reading)
        return OpenedForm(
          form: form.id, about: about, heading: subject.heading(on: context.today),
          draft: known.draft, sources: known.sources,
          facts: try facts(subject, form, reading, records, context), revision: subject.revision,
          lastChange: try LastChange.of(subject.id.ref, in: records))
      },
      facts: { records, about, reading, context in
        try facts(
          IntelligenceSubjects.found(about, in: records), form, reading, records, context)
      },
      save: { transaction, about, reading, _, context in
        let subject = try IntelligenceSubjects.found(about, in: transaction.connection)
        return try save(subject, reading, transaction, context)
      })
  }

  static let change = handler(IntelligenceSubjectForm.definition) { subject, _, context in
    KnownAnswers(draft: FormDraft(texts: ReportFields.texts(of: subject, on: context.today)))
  } save: { before, reading, transaction, context in
    let after = ReportFields.newSubject(from: reading, was: before, on: context.today)
    try IntelligenceSubjects.change(after, was: before, in: transaction, context)
    return SavedForm(
      before.id.ref, notes: try SubjectLikenesses.note(after, in: transaction, context))
  }

  /// The one that waits longest stands there already.
  static let same = handler(SameSubjectForm.definition) { subject, records, context in
    let waiting = try SubjectLikenesses.all(of: subject.id, in: records, on: context.today)
      .filter { $0.state == .pending }
    return answering(waiting)
  } save: { subject, reading, transaction, _ in
    try answer(subject, reading, transaction)
  }

  static let link = handler(LinkSubjectForm.definition) { subject, records, context in
    let waiting =
      try SubjectLikenesses.people(of: subject.id, in: records, context)
      .filter { $0.state == .pending }
      + SubjectLikenesses.possiblePeople(for: subject, in: records, context)
    return answering(waiting)
  } save: { subject, reading, transaction, _ in
    try answer(subject, reading, transaction)
  }

  private static func answering(_ waiting: [SubjectLikeness]) -> KnownAnswers {
    var known = KnownAnswers()
    if let first = waiting.first {
      known.set(SameSubjectForm.other, .link(first.other), from: first.because)
    }
    return known
  }

  private static func answer(
    _ subject: IntelligenceSubject, _ reading: FormReading, _ transaction: WriteTransaction
  ) throws -> SavedForm {
    let verdict: SameSubjectForm.Verdict = try needed(
      reading.choice(SameSubjectForm.answer))
    try SubjectLikenesses.answer(
      verdict, subject, needed(reading.link(SameSubjectForm.other)),
      because: needed(reading.text(SameSubjectForm.reason)), in: transaction)
    return SavedForm(subject.id.ref)
  }
}
