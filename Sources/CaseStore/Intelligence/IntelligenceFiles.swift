package import CaseRules
package import SQLite

/// Reports and subjects as their pages show them.
package enum IntelligenceFiles {
  package static func report(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> IntelligenceFile {
    try context.mustRead(.intelligence)
    let report = try IntelligenceReports.found(ref, in: records)
    var file = IntelligenceFile(
      report: report, gradings: try gradings(of: report.id, in: records),
      judgements: try judgements(of: report.id, in: records),
      shares: try shares(of: report.id, in: records),
      unanswered: try report.subjects.flatMap {
        try SubjectLikenesses.all(of: $0.id, in: records, on: context.today)
          .filter { $0.state == .pending }
      },
      validity: report.grading.map { Validity(of: $0.grades, in: context.settings) })
    file.deadlines = try DeadlineRecords.all(about: ref, in: records).map {
      EntryDueLines.line($0, about: ref, name: report.subjectWords, context)
    }
    file.bronzes = try records.query(
      """
      SELECT b.id, b.state FROM bronze_report AS link JOIN bronze_action AS b ON b.id = link.bronze
      WHERE link.report = ? ORDER BY link.id DESC LIMIT 20
      """, report.id
    ) { row in
      IntelligenceFile.Bronze(
        ref: try row.get(0, as: BronzeActionID.self).ref,
        state: try row.get(1, as: BronzeState.self).title)
    }
    return file
  }

  private static func gradings(
    of report: IntelligenceReportID, in records: Connection
  ) throws -> [IntelligenceGrading] {
    try records.query(
      """
      SELECT grade.number, grade.source, grade.source_words, grade.information,
             grade.information_words, grade.handling, grade.handling_words, grade.conditions,
             grade.recipients, grade.review_on, grade.reason, grader.name, grade.graded_at
      FROM intelligence_grade AS grade JOIN worker AS grader ON grader.id = grade.graded_by
      WHERE grade.report = ? ORDER BY grade.number DESC
      """, report
    ) { try IntelligenceReports.grading($0, 0) }
  }

  private static func judgements(
    of report: IntelligenceReportID, in records: Connection
  ) throws -> [IntelligenceJudgement] {
    try records.query(
      """
      SELECT judgement.valid, judgement.deemed, judgement.note, grade.source, grade.information,
             grade.handling, judge.name, judgement.judged_at
      FROM intelligence_judgement AS judgement
      JOIN intelligence_grade AS grade ON grade.id = judgement.grade
      JOIN worker AS judge ON judge.id = judgement.judged_by
      WHERE judgement.report = ? ORDER BY judgement.id DESC
      """, report
    ) { row in
      IntelligenceJudgement(
        isValid: try row.bool(0), deemed: try row.get(1), note: try row.text(2),
        grades: IntelligenceGrades(try row.get(3), try row.get(4), try row.get(5)),
        by: Worker.initials(of: try row.text(6)), at: try row.get(7))
    }
  }

  /// The newest first; what was struck through stands among them.
  static func shares(
    of report: IntelligenceReportID, in records: Connection
  ) throws -> [IntelligenceShare] {
    try records.query(
      """
      SELECT share.agency, share.recipient, share.sent_at, share.text, share.conditions,
             share.topic, share.subject, worker.name, grade.source, grade.information,
             grade.handling,
             (SELECT count(*) FROM intelligence_share AS earlier
               WHERE earlier.report = share.report AND earlier.id <= share.id),
             share.struck_reason
      FROM intelligence_share AS share
      JOIN intelligence_grade AS grade ON grade.id = share.grade
      JOIN worker ON worker.id = share.recorded_by
      WHERE share.report = ? ORDER BY share.id DESC LIMIT 100
      """, report
    ) { row in
      IntelligenceShare(
        number: try row.int(11),
        to: try StoredDestination.destination(row, agency: 0, topic: 5, subject: 6),
        recipient: try row.text(1), sentAt: try row.get(2), text: try row.text(3),
        conditions: try row.text(4), by: Worker.initials(of: try row.text(7)),
        grades: IntelligenceGrades(try row.get(8), try row.get(9), try row.get(10)),
        struckBecause: try row.get(12))
    }
  }

  package static func subject(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> SubjectFile {
    try context.mustRead(.intelligence)
    let subject = try IntelligenceSubjects.found(ref, in: records)
    let standing = try IntelligenceSubjects.standing(subject.id, in: records)
    let others = try records.query(
      IntelligenceSubjects.columns + " WHERE subject.same_as = ? AND subject.id <> ?", standing,
      subject.id
    ) { try IntelligenceSubjects.subject($0, 0) }
    let seesPeople = AccessMatrix.whyNotRead(context.worker, .intelligenceLink) == nil
    return SubjectFile(
      subject: subject,
      standing: standing == subject.id ? nil : try IntelligenceSubjects.one(standing, in: records),
      others: others,
      reports: try IntelligenceQueue.about(standing, in: records, context),
      likenesses: try SubjectLikenesses.all(of: subject.id, in: records, on: context.today),
      people: seesPeople
        ? try SubjectLikenesses.people(of: subject.id, in: records, context)
          + SubjectLikenesses.possiblePeople(for: subject, in: records, context) : [])
  }

  // MARK: Looks

  package static func viewReport(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> IntelligenceFile {
    var file = try report(ref, in: transaction.connection, context)
    file.damage = try OpeningCheck.damage(
      to: "intelligence_report", ref, in: transaction.connection)
    if let words = file.damage { try transaction.noteDamage(words, to: ref, of: nil) }
    try transaction.audit(AuditEvent(.reportViewed, record: AuditedRecord(ref)))
    return file
  }

  package static func viewSubject(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> SubjectFile {
    let file = try subject(ref, in: transaction.connection, context)
    try transaction.audit(AuditEvent(.subjectViewed, record: AuditedRecord(ref)))
    return file
  }

  // MARK: On a person's page

  /// INT-010: nil for somebody who is no known subject, or of whom nothing was shared.
  static func about(
    _ person: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> PersonIntelligence? {
    let seesWho = AccessMatrix.whyNotRead(context.worker, .intelligenceLink) == nil
    guard seesWho || AccessMatrix.whyNotRead(context.worker, .personAndCaseload) == nil else {
      return nil
    }
    let subjects = try records.query(
      IntelligenceSubjects.columns + " WHERE subject.person = ? ORDER BY subject.id", person
    ) { try IntelligenceSubjects.subject($0, 0) }
    guard !subjects.isEmpty else { return nil }
    let standing = Set(try subjects.map { try IntelligenceSubjects.standing($0.id, in: records) })
    var released = try standing.sorted().flatMap { try releases(about: $0, in: records) }
      .sorted { $0.sentAt > $1.sentAt }
    guard !seesWho else { return PersonIntelligence(subjects: subjects, released: released) }
    for place in released.indices { released[place].report = nil }
    return released.isEmpty ? nil : PersonIntelligence(subjects: [], released: released)
  }

  private static func releases(
    about subject: IntelligenceSubjectID, in records: Connection
  ) throws -> [PersonIntelligence.Released] {
    try records.query(
      """
      SELECT share.report, share.topic, share.text, share.conditions, share.sent_at,
             report.struck_reason
      FROM intelligence_subject AS named
      JOIN intelligence_share AS share ON share.subject = named.id
      JOIN intelligence_report AS report ON report.id = share.report
      WHERE (named.id = ?1 OR named.same_as = ?1) AND share.struck_at IS NULL
      ORDER BY share.sent_at DESC, share.id DESC LIMIT 50
      """, subject
    ) { row in
      PersonIntelligence.Released(
        report: try row.get(0), topic: try row.get(1), text: try row.text(2),
        conditions: try row.text(3), sentAt: try row.get(4), reportStruck: try row.get(5))
    }
  }
}
