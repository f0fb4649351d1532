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
    var changes = ReportFields.draft(of: before).changes(to: ReportFields.draft(of: report))
    let isJudgedAnew = report.isJudgedAnew(after: before)
    if isJudgedAnew {
      changes.append(FieldChange("state", from: before.state.words, to: ReportState.graded.words))
    }
    try revise(before, changes: changes, rule: "INT-001", in: transaction) {
      try $0.execute(
        """
        UPDATE intelligence_report
        SET received_at = ?, relates_to = ?, text = ?, drugs = ?, spend_pence = ?, place = ?,
            offence = ?, offence_words = ?
        WHERE id = ?
        """, values: values(of: report) + [before.id])
      try setSubjects(report.subjects.map(\.id), of: before.id, in: $0)
      guard isJudgedAnew else { return }
      try $0.execute(
        "UPDATE intelligence_report SET judgement = NULL, valid = NULL WHERE id = ?", before.id)
    }
  }

  private static func values(of report: IntelligenceReport) -> [(any SQLBindable)?] {
    [
      report.received, report.relatesTo, report.text, report.drugs.joined(separator: ","),
      report.spendPence, report.place, report.offence, report.offenceWords,
    ]
  }

  private static func revise(
    _ report: IntelligenceReport, as kind: AuditKind = .changed, changes: [FieldChange] = [],
    facts: [AuditEvent.Fact] = [], rule: String, reason: String? = nil,
    in transaction: WriteTransaction, _ write: (Connection) throws -> Void = { _ in }
  ) throws {
    try transaction.revise(
      report.id.ref, of: nil, table: "intelligence_report", at: report.revision, as: kind,
      changes: changes, facts: facts, rule: rule, reason: reason, write)
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
    let (old, grades) = (report.grading, grading.grades)
    try revise(
      report,
      changes: [
        FieldChange("grade-source", from: old?.grades.source, to: grades.source),
        FieldChange("grade-information", from: old?.grades.information, to: grades.information),
        FieldChange("grade-handling", from: old?.grades.handling, to: grades.handling),
        FieldChange("conditions", from: old?.conditions, to: grading.conditions),
        FieldChange("recipients", from: old?.recipients, to: grading.recipients),
        FieldChange("review-on", from: old?.reviewOn, to: grading.reviewOn),
      ], rule: "INT-002", reason: grading.reason.isEmpty ? nil : grading.reason, in: transaction
    ) {
      try $0.execute(
        """
        INSERT INTO intelligence_grade (report, number, source, source_words, information,
                                        information_words, handling, handling_words, conditions,
                                        recipients, review_on, reason, graded_by, graded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, report.id, (old?.number ?? 0) + 1, grades.source, grading.sourceWords,
        grades.information, grading.informationWords, grades.handling, grading.handlingWords,
        grading.conditions, grading.recipients, grading.reviewOn, grading.reason,
        transaction.attribution.worker, transaction.attribution.at)
      try $0.execute(
        "UPDATE intelligence_report SET grade = ?, judgement = NULL, valid = NULL WHERE id = ?",
        $0.lastInsertRowID, report.id)
    }
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
    try revise(
      report,
      changes: [
        FieldChange("verdict", to: isValid ? JudgeReportForm.Verdict.valid.code : "N"),
        FieldChange("note", to: note.isEmpty ? nil : note),
      ], rule: isValid ? "INT-003" : "INT-004", reason: deemed, in: transaction
    ) {
      try $0.execute(
        """
        INSERT INTO intelligence_judgement (report, grade, valid, deemed, note, judged_by, judged_at)
        SELECT id, grade, ?, ?, ?, ?, ? FROM intelligence_report WHERE id = ?
        """, isValid, deemed, note, transaction.attribution.worker, transaction.attribution.at,
        report.id)
      try $0.execute(
        "UPDATE intelligence_report SET judgement = ?, valid = ? WHERE id = ?",
        $0.lastInsertRowID, isValid, report.id)
    }
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
    try revise(
      report, changes: [FieldChange("source", from: "sealed", to: "sealed anew")],
      rule: "INT-005", reason: reason.text, in: transaction)
  }

  // MARK: Sharing

  /// INT-009, INT-010: what was sent to whom, under which grade.
  static func share(
    _ report: IntelligenceReport, _ share: IntelligenceShare, in transaction: WriteTransaction
  ) throws {
    let to = StoredDestination(share.destination)
    try revise(
      report, as: .intelligenceShared,
      changes: [
        FieldChange("agency", to: to.agency), FieldChange("recipient", to: share.recipient),
        FieldChange("sent-at", to: share.sentAt), FieldChange("shared-text", to: share.text),
        FieldChange("told-conditions", to: share.conditions.isEmpty ? nil : share.conditions),
        FieldChange("topic", to: to.topic?.code), FieldChange("subject", to: to.subject?.ref),
      ], rule: to.topic == nil ? "INT-009" : "INT-010", in: transaction
    ) {
      try $0.execute(
        """
        INSERT INTO intelligence_share (report, grade, agency, recipient, sent_at, text, conditions,
                                        topic, subject, recorded_by, recorded_at)
        SELECT id, grade, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM intelligence_report WHERE id = ?
        """, to.agency, share.recipient, share.sentAt, share.text, share.conditions,
        to.topic, to.subject, transaction.attribution.worker, transaction.attribution.at,
        report.id)
    }
  }

  /// GEN-004: what was recorded as sent is marked; whoever was told stays told.
  static func strike(
    _ share: IntelligenceShare, of report: IntelligenceReport, because reason: Reason,
    in transaction: WriteTransaction
  ) throws {
    try revise(
      report, as: .struck,
      facts: [
        .init("shared", share.number),
        .init("agency", StoredDestination(share.destination).agency),
        .init("sent at", share.sentAt),
      ], rule: "GEN-004", reason: reason.text, in: transaction
    ) {
      let id = try $0.first(
        "SELECT id FROM intelligence_share WHERE report = ? ORDER BY id LIMIT 1 OFFSET ?",
        report.id, share.number - 1
      ) { try $0.int64(0) }
      try transaction.strike(table: "intelligence_share", id: id.orNotFound(), because: reason)
    }
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
