import CaseRules
import SQLite

/// What is written about a report; grades, judgements and what was sent are only ever added.
extension IntelligenceReports {
  /// Keeps a new report; its number is given here.
  static func add(
    _ report: IntelligenceReport, in transaction: WriteTransaction
  ) throws -> IntelligenceReportID {
    try transaction.connection.execute(
      """
      INSERT INTO intelligence_report (received_at, relates_to, text, drugs, spend_pence, place,
                                       offence, offence_words, source, recorded_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, values: values(of: report) + [report.source, transaction.attribution.worker])
    let id = IntelligenceReportID(transaction.connection.lastInsertRowID)
    try setSubjects(report.subjects.map(\.id), of: id, in: transaction.connection)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: ReportFields.draft(of: report)), rule: "INT-001"))
    return id
  }

  static func change(
    _ report: IntelligenceReport, was before: IntelligenceReport, in transaction: WriteTransaction
  ) throws {
    let next = try nextRevision(before, in: transaction)
    try transaction.connection.execute(
      """
      UPDATE intelligence_report
      SET received_at = ?, relates_to = ?, text = ?, drugs = ?, spend_pence = ?, place = ?,
          offence = ?, offence_words = ?
      WHERE id = ?
      """, values: values(of: report) + [before.id])
    try setSubjects(report.subjects.map(\.id), of: before.id, in: transaction.connection)
    var changes = ReportFields.draft(of: before).changes(to: ReportFields.draft(of: report))
    if report.isJudgedAnew(after: before) {
      try transaction.connection.execute(
        "UPDATE intelligence_report SET judgement = NULL, valid = NULL WHERE id = ?", before.id)
      changes.append(FieldChange("state", from: before.state.words, to: ReportState.graded.words))
    }
    try transaction.audit(
      AuditEvent(
        .changed, record: AuditedRecord(before.id.ref), from: before.revision, to: next,
        changes: changes, rule: "INT-001"))
  }

  private static func values(of report: IntelligenceReport) -> [(any SQLBindable)?] {
    [
      report.received, report.relatesTo, report.text, report.drugs.joined(separator: ","),
      report.spendPence, report.place, report.offence, report.offenceWords,
    ]
  }

  private static func nextRevision(
    _ before: IntelligenceReport, in transaction: WriteTransaction
  ) throws -> Int {
    try transaction.nextRevision(
      table: "intelligence_report", id: before.id.rawValue, expected: before.revision,
      of: AuditedRecord(before.id.ref))
  }

  /// Those that are no longer named stay, as ended.
  private static func setSubjects(
    _ subjects: [IntelligenceSubjectID], of report: IntelligenceReportID, in records: Connection
  ) throws {
    try records.execute(
      "UPDATE intelligence_report_subject SET ended = 1 WHERE report = ? AND ended = 0", report)
    var seen: Set<IntelligenceSubjectID> = []
    for subject in subjects where seen.insert(subject).inserted {
      try records.execute(
        """
        INSERT INTO intelligence_report_subject (report, subject, place) VALUES (?1, ?2, ?3)
        ON CONFLICT (report, subject) DO UPDATE SET place = ?3, ended = 0
        """, report, subject, seen.count)
    }
  }

  // MARK: Grades and judgements

  /// INT-002: a new grade keeps the old; what was said of the old counts no more.
  static func grade(
    _ report: IntelligenceReport, as grading: IntelligenceGrading,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    try setReview(of: report, on: grading.reviewOn, in: transaction, context)
    let next = try nextRevision(report, in: transaction)
    let (grades, number) = (grading.grades, (report.grading?.number ?? 0) + 1)
    try transaction.connection.execute(
      """
      INSERT INTO intelligence_grade (report, number, source, source_words, information,
                                      information_words, handling, handling_words, conditions,
                                      recipients, review_on, reason, graded_by, graded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, report.id, number, grades.source, grading.sourceWords, grades.information,
      grading.informationWords, grades.handling, grading.handlingWords, grading.conditions,
      grading.recipients, grading.reviewOn, grading.reason, transaction.attribution.worker,
      transaction.attribution.at)
    try transaction.connection.execute(
      "UPDATE intelligence_report SET grade = ?, judgement = NULL, valid = NULL WHERE id = ?",
      transaction.connection.lastInsertRowID, report.id)
    let old = report.grading
    try transaction.audit(
      AuditEvent(
        .changed, record: AuditedRecord(report.id.ref), from: report.revision, to: next,
        changes: [
          FieldChange("grade-source", from: old?.grades.source, to: grades.source),
          FieldChange("grade-information", from: old?.grades.information, to: grades.information),
          FieldChange("grade-handling", from: old?.grades.handling, to: grades.handling),
          FieldChange("conditions", from: old?.conditions, to: grading.conditions),
          FieldChange("recipients", from: old?.recipients, to: grading.recipients),
          FieldChange("review-on", from: old?.reviewOn, to: grading.reviewOn),
        ], rule: "INT-002", reason: grading.reason.isEmpty ? nil : grading.reason))
  }

  /// INT-009: graded anew it is reviewed; with a day of review the next one is due then.
  private static func setReview(
    of report: IntelligenceReport, on day: CalendarDate?, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    try DeadlineRecords.meet(
      IntelligenceDeadlines.reviewName, about: report.id.ref, on: .day(context.today),
      in: transaction)
    guard let day else { return }
    try DeadlineRecords.start(
      IntelligenceDeadlines.review(on: day), about: report.id.ref, person: nil, owner: .role(.dio),
      metByForm: GradeReportForm.id, in: transaction, calendar: context.calendar)
  }

  /// INT-003: of the grade that counts now.
  static func judge(
    _ report: IntelligenceReport, isValid: Bool, deemed: String?, note: String,
    in transaction: WriteTransaction
  ) throws {
    let next = try nextRevision(report, in: transaction)
    let records = transaction.connection
    try records.execute(
      """
      INSERT INTO intelligence_judgement (report, grade, valid, deemed, note, judged_by, judged_at)
      SELECT id, grade, ?, ?, ?, ?, ? FROM intelligence_report WHERE id = ?
      """, isValid, deemed, note, transaction.attribution.worker, transaction.attribution.at,
      report.id)
    try records.execute(
      "UPDATE intelligence_report SET judgement = ?, valid = ? WHERE id = ?",
      records.lastInsertRowID, isValid, report.id)
    try transaction.audit(
      AuditEvent(
        .changed, record: AuditedRecord(report.id.ref), from: report.revision, to: next,
        changes: [
          FieldChange("verdict", to: isValid ? JudgeReportForm.Verdict.valid.code : "N"),
          FieldChange("note", to: note.isEmpty ? nil : note),
        ], rule: isValid ? "INT-003" : "INT-004", reason: deemed))
  }

  static func strike(
    _ report: IntelligenceReport, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      report.id.ref, of: nil, table: "intelligence_report", at: report.revision, because: reason)
    try DeadlineRecords.setAside(
      about: report.id.ref, because: "The report is struck through", in: transaction)
  }

  /// INT-005: that its source was entered anew, and why; nothing of either source.
  static func noteNewSource(
    _ report: IntelligenceReport, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    let next = try nextRevision(report, in: transaction)
    try transaction.audit(
      AuditEvent(
        .changed, record: AuditedRecord(report.id.ref), from: report.revision, to: next,
        changes: [FieldChange("source", from: "sealed", to: "sealed anew")], rule: "INT-005",
        reason: reason.text))
  }

  // MARK: Sharing

  /// INT-009, INT-010: what was sent to whom, under which grade.
  static func share(
    _ report: IntelligenceReport, _ share: IntelligenceShare, in transaction: WriteTransaction
  ) throws {
    let next = try nextRevision(report, in: transaction)
    let to = StoredDestination(share.destination)
    try transaction.connection.execute(
      """
      INSERT INTO intelligence_share (report, grade, agency, recipient, sent_at, text, conditions,
                                      topic, subject, recorded_by, recorded_at)
      SELECT id, grade, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM intelligence_report WHERE id = ?
      """, to.agency, share.recipient, share.sentAt, share.text, share.conditions,
      to.topic, to.subject, transaction.attribution.worker, transaction.attribution.at,
      report.id)
    try transaction.audit(
      AuditEvent(
        .intelligenceShared, record: AuditedRecord(report.id.ref), from: report.revision,
        to: next,
        changes: [
          FieldChange("agency", to: to.agency), FieldChange("recipient", to: share.recipient),
          FieldChange("sent-at", to: share.sentAt), FieldChange("shared-text", to: share.text),
          FieldChange("told-conditions", to: share.conditions.isEmpty ? nil : share.conditions),
          FieldChange("topic", to: to.topic?.code),
          FieldChange("subject", to: to.subject?.ref),
        ], rule: to.topic == nil ? "INT-009" : "INT-010"))
  }

  /// GEN-004: what was recorded as sent is marked; whoever was told stays told.
  static func strike(
    _ share: IntelligenceShare, of report: IntelligenceReport, because reason: Reason,
    in transaction: WriteTransaction
  ) throws {
    let next = try nextRevision(report, in: transaction)
    let id = try transaction.connection.first(
      """
      SELECT id FROM intelligence_share WHERE report = ? ORDER BY id LIMIT 1 OFFSET ?
      """, report.id, share.number - 1
    ) { try $0.int64(0) }
    guard let id else { throw StoreError.notFound }
    try transaction.strike(table: "intelligence_share", id: id, because: reason)
    try transaction.audit(
      AuditEvent(
        .struck, record: AuditedRecord(report.id.ref), from: report.revision, to: next,
        facts: [
          .init("shared", share.number),
          .init("agency", StoredDestination(share.destination).agency),
          .init("sent at", share.sentAt),
        ], rule: "GEN-004", reason: reason.text))
  }
}

extension ShareTopic: StoredWord {}

/// Where something was sent, as three columns hold it; decoded whole or not at all.
struct StoredDestination {
  private static let programme = "programme"

  let agency: String
  let topic: ShareTopic?
  let subject: IntelligenceSubjectID?

  init(_ destination: IntelligenceShare.Destination) {
    switch destination {
    case .agency(let agency): (self.agency, topic, subject) = (agency.rawValue, nil, nil)
    case .programme(let topic, let subject):
      (agency, self.topic, self.subject) = (Self.programme, topic, subject)
    }
  }

  static func destination(
    _ row: Row, agency: Int, topic: Int, subject: Int
  ) throws -> IntelligenceShare.Destination {
    guard try row.text(agency) == programme else { return .agency(try row.get(agency)) }
    return .programme(try row.get(topic), about: try row.get(subject))
  }
}

extension AuditKind {
  /// INT-009: what a report says was sent to somebody.
  package static let intelligenceShared = AuditKind("intelligence.shared")
}
