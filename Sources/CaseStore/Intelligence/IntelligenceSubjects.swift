package import CaseRules
package import SQLite

/// Whom intelligence is about.
package enum IntelligenceSubjects {
  package static func one(
    _ id: IntelligenceSubjectID, in records: Connection
  ) throws -> IntelligenceSubject? {
    try records.first(columns + " WHERE subject.id = ?", id) { try subject($0, 0) }
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> IntelligenceSubject {
    guard let id = ref.flatMap({ IntelligenceSubjectID($0) }),
      let subject = try one(id, in: records)
    else { throw StoreError.notFound }
    return subject
  }

  /// The subject that stands for this one, where somebody has said that the two are one.
  package static func standing(
    _ id: IntelligenceSubjectID, in records: Connection
  ) throws -> IntelligenceSubjectID {
    try records.first("SELECT coalesce(same_as, id) FROM intelligence_subject WHERE id = ?", id) {
      try $0.get(0)
    } ?? id
  }

  /// A report's, whom it is mainly about first; each as the subject that stands for it.
  static func all(
    of report: IntelligenceReportID, in records: Connection
  ) throws -> [IntelligenceSubject] {
    try records.query(
      columns + """
         JOIN intelligence_subject AS named ON coalesce(named.same_as, named.id) = subject.id
         JOIN intelligence_report_subject AS link ON link.subject = named.id
        WHERE link.report = ? AND link.ended = 0 ORDER BY link.place, link.id
        """, report
    ) { try subject($0, 0) }
  }

  /// Those whose names start with every word that was typed.
  package static func find(
    _ typed: String, limit: Int, in records: Connection, _ context: RuleContext
  ) throws -> [IntelligenceSubject] {
    try context.mustRead(.intelligence)
    let words = NameFolding.typedWords(typed).prefix(4)
    guard !words.isEmpty else { return [] }
    let sql = words.map { _ in
      """
      SELECT subject FROM intelligence_name WHERE word >= ? AND word < ?
      """
    }.joined(separator: " INTERSECT ")
    return try records.query(
      columns + " WHERE subject.same_as IS NULL AND subject.id IN (" + sql
        + ") ORDER BY subject.family_name, subject.given_names, subject.id LIMIT ?",
      values: words.flatMap { [$0, $0 + "\u{10FFFF}"] as [(any SQLBindable)?] } + [limit]
    ) { try subject($0, 0) }
  }

  static let columnNames = """
    subject.id, subject.family_name, subject.given_names, subject.other_names, subject.born,
    subject.estimated_age, subject.estimated_on, subject.sex, subject.description,
    subject.same_as, subject.revision
    """
  static let columns = "SELECT \(columnNames) FROM intelligence_subject AS subject"

  /// Eleven columns from the first on.
  static func subject(_ row: Row, _ first: Int) throws -> IntelligenceSubject {
    let hasBirth = !row.isNull(first + 4) || !row.isNull(first + 5)
    return IntelligenceSubject(
      id: try row.get(first), family: try row.text(first + 1), given: try row.text(first + 2),
      otherNames: try row.text(first + 3).split(separator: "\n").map(String.init),
      birth: hasBirth
        ? try PersonRecords.birth(row, born: first + 4, age: first + 5, noted: first + 6) : nil,
      sex: try row.get(first + 7), description: try row.text(first + 8),
      sameAs: try row.get(first + 9), revision: try row.int(first + 10))
  }
}

extension AuditKind {
  /// GEN-003: whom intelligence is about was looked at.
  package static let subjectViewed = AuditKind("intelligence.subject.view")
}

// MARK: - Writing

extension IntelligenceSubjects {
  static func add(
    _ subject: IntelligenceSubject, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> IntelligenceSubjectID {
    try transaction.connection.execute(
      """
      INSERT INTO intelligence_subject (family_name, given_names, other_names, born, estimated_age,
                                        estimated_on, sex, description, recorded_by, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      values: values(of: subject) + [transaction.attribution.worker, transaction.attribution.at])
    let id = IntelligenceSubjectID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: draft(of: subject, context)), rule: "INT-001"))
    try SubjectWords.index(subject, as: id, in: transaction.connection)
    return id
  }

  static func change(
    _ subject: IntelligenceSubject, was before: IntelligenceSubject,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    try transaction.revise(
      before.id.ref, of: nil, table: "intelligence_subject", at: before.revision,
      changes: draft(of: before, context).changes(to: draft(of: subject, context)), rule: "INT-001"
    ) {
      try $0.execute(
        """
        UPDATE intelligence_subject
        SET family_name = ?, given_names = ?, other_names = ?, born = ?, estimated_age = ?,
            estimated_on = ?, sex = ?, description = ?
        WHERE id = ?
        """, values: values(of: subject) + [before.id])
    }
    try SubjectWords.index(subject, as: before.id, in: transaction.connection)
    try SubjectWords.indexReports(of: before.id, in: transaction.connection)
  }

  private static func values(of subject: IntelligenceSubject) -> [(any SQLBindable)?] {
    var (age, noted): (Int?, CalendarDate?) = (nil, nil)
    if case .estimated(let estimate, let day)? = subject.birth { (age, noted) = (estimate, day) }
    return [
      subject.family, subject.given, subject.otherNames.joined(separator: "\n"),
      subject.birth?.date, age, noted, subject.sex, subject.description,
    ]
  }

  private static func draft(
    of subject: IntelligenceSubject, _ context: RuleContext
  ) -> FormDraft { FormDraft(texts: ReportFields.texts(of: subject, on: context.today)) }
}
