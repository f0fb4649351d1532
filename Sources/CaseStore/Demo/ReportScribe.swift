import CaseRules
import SQLite

/// How the stories of the demonstration take reports in, grade and judge them.
struct ReportScribe {
  let scribe: DemoScribe
  let officer: Worker

  init(_ scribe: DemoScribe) {
    self.scribe = scribe
    officer = scribe.cast.first(.dio)
  }

  /// Types a report in; without a day of its own it relates to the day before.
  func take(
    received: Moment, typed: Moment? = nil, _ answers: [FieldCode: String],
    about subject: [FieldCode: String]
  ) throws -> RecordRef {
    let known: [FieldCode: String] = [
      ReportFields.received: received.typed,
      ReportFields.relatesTo: received.date.adding(days: -1).uk,
    ]
    return try scribe.fill(
      IntelligenceReportForm.id, by: officer, at: typed ?? received,
      known.merging(answers) { $1 },
      rows: [ReportFields.subjects: [subject.filter { !$0.value.isEmpty }]])
  }

  /// "B22": with handling 5 it has conditions, and a day on which they are reviewed.
  func grade(_ report: RecordRef, _ grades: String, at moment: Moment) throws {
    let letters = grades.map { String($0) }
    var answers: [FieldCode: String] = [
      GradeFields.source: letters[0], GradeFields.information: letters[1],
      GradeFields.handling: letters[2],
    ]
    if letters[2] == "5" {
      answers[GradeFields.conditions] = "Not to be told where it happens until it is corroborated"
      answers[GradeFields.recipients] = "Blue-box agencies of the island"
      answers[GradeFields.reviewOn] = moment.date.adding(days: 90).uk
    }
    try scribe.fill(GradeReportForm.id, about: report, by: officer, at: moment, answers)
  }

  /// Valid, unless it is said why not.
  func judge(_ report: RecordRef, at moment: Moment, notValid why: String? = nil) throws {
    try scribe.fill(
      JudgeReportForm.id, about: report, by: officer, at: moment,
      [
        JudgeReportForm.verdict:
          (why == nil ? JudgeReportForm.Verdict.valid : .notValid).code,
        JudgeReportForm.note: why ?? "",
      ], because: "Fits what officers have seen there themselves")
  }

  /// The bronze action it feeds, if one.
  func bronze(of report: RecordRef) throws -> RecordRef? {
    try scribe.connection.first(
      "SELECT bronze FROM bronze_report WHERE report = ? ORDER BY id DESC LIMIT 1", report.number
    ) { RecordRef(.bronzeAction, try $0.int64(0)) }
  }
}
