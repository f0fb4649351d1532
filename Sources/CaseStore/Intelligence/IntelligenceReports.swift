package import CaseRules
package import SQLite

/// Intelligence reports: what was said, how it was graded, and whether it is valid.
package enum IntelligenceReports {
  package static func one(
    _ id: IntelligenceReportID, in records: Connection
  ) throws -> IntelligenceReport? {
    guard var report = try records.first(columns + " WHERE report.id = ?", id, row: report(row:))
    else { return nil }
    report.subjects = try IntelligenceSubjects.all(of: id, in: records)
    return report
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> IntelligenceReport {
    try ref.flatMap { IntelligenceReportID($0) }.flatMap { try one($0, in: records) }.orNotFound()
  }

  static func heading(
    _ id: IntelligenceReportID, in records: Connection
  ) throws -> String? { try one(id, in: records)?.heading }

  static let columns = """
    SELECT report.id, report.source, report.received_at, report.relates_to, report.text,
           report.drugs, report.spend_pence, report.place, report.offence, report.offence_words,
           recorder.name, report.struck_reason, report.revision,
           grade.number, grade.source, grade.source_words, grade.information,
           grade.information_words, grade.handling, grade.handling_words, grade.conditions,
           grade.recipients, grade.review_on, grade.reason, grader.name, grade.graded_at,
           judgement.valid, judgement.deemed, judgement.note, judge.name, judgement.judged_at
    FROM intelligence_report AS report
    JOIN worker AS recorder ON recorder.id = report.recorded_by
    LEFT JOIN intelligence_grade AS grade ON grade.id = report.grade
    LEFT JOIN worker AS grader ON grader.id = grade.graded_by
    LEFT JOIN intelligence_judgement AS judgement ON judgement.id = report.judgement
    LEFT JOIN worker AS judge ON judge.id = judgement.judged_by
    """

  static func report(row: Row) throws -> IntelligenceReport {
    let grading = row.isNull(13) ? nil : try grading(row, 13)
    return IntelligenceReport(
      id: try row.get(0), source: try row.get(1), received: try row.get(2),
      relatesTo: try row.get(3), text: try row.text(4),
      drugs: try row.text(5).split(separator: ",").map(String.init),
      spendPence: try row.get(6), place: try row.text(7), offence: try row.get(8),
      offenceWords: try row.text(9), grading: grading,
      judgement: row.isNull(26) ? nil : try judgement(row, 26, of: grading),
      recordedBy: try row.text(10), struckBecause: try row.get(11), revision: try row.int(12))
  }

  /// Thirteen columns from the first on.
  static func grading(_ row: Row, _ first: Int) throws -> IntelligenceGrading {
    var grading = IntelligenceGrading(
      number: try row.int(first),
      IntelligenceGrades(
        try row.get(first + 1), try row.get(first + 3), try row.get(first + 5)),
      conditions: try row.text(first + 7), recipients: try row.text(first + 8),
      reviewOn: try row.get(first + 9), reason: try row.text(first + 10),
      by: Worker.initials(of: try row.text(first + 11)), at: try row.get(first + 12))
    // What they meant when it was graded, whatever the list says today.
    grading.sourceWords = try row.text(first + 2)
    grading.informationWords = try row.text(first + 4)
    grading.handlingWords = try row.text(first + 6)
    return grading
  }

  private static func judgement(
    _ row: Row, _ first: Int, of grading: IntelligenceGrading?
  ) throws -> IntelligenceJudgement {
    guard let grading else { throw row.unreadable(first) }
    return IntelligenceJudgement(
      isValid: try row.bool(first), deemed: try row.get(first + 1), note: try row.text(first + 2),
      grades: grading.grades, by: Worker.initials(of: try row.text(first + 3)),
      at: try row.get(first + 4))
  }
}

extension SourceGrade: StoredWord {}
extension InformationGrade: StoredWord {}
extension HandlingGrade: StoredWord {}
extension BlueBoxAgency: StoredWord {}

extension AuditKind {
  /// GEN-003: a report was looked at.
  package static let reportViewed = AuditKind("intelligence.view")
  /// GEN-003: a bronze action was looked at.
  package static let bronzeViewed = AuditKind("bronze.view")
}
