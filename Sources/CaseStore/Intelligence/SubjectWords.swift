import CaseRules
import SQLite

/// What subjects are found by and reports are narrowed by: made anew whenever one is saved.
enum SubjectWords {
  private static let sound = "~"

  static func index(
    _ subject: IntelligenceSubject, as id: IntelligenceSubjectID, in records: Connection
  ) throws {
    try records.execute("DELETE FROM intelligence_name WHERE subject = ?", id)
    for word in Set(words(of: subject) + sounds(of: subject)) {
      try records.execute("INSERT INTO intelligence_name (word, subject) VALUES (?, ?)", word, id)
    }
  }

  static func indexReports(of subject: IntelligenceSubjectID, in records: Connection) throws {
    let reports = try records.query(
      "SELECT report FROM intelligence_report_subject WHERE subject = ? AND ended = 0", subject
    ) { try $0.get(0, as: IntelligenceReportID.self) }
    for report in reports {
      if let report = try IntelligenceReports.one(report, in: records) {
        try index(report, in: records)
      }
    }
  }

  static func index(_ report: IntelligenceReport, in records: Connection) throws {
    try records.execute("DELETE FROM intelligence_word WHERE report = ?", report.id)
    let texts = [report.place, report.offenceWords] + report.subjects.map(\.description)
    let found =
      report.subjects.flatMap(words) + texts.flatMap { NameFolding.typedWords($0) }
    for word in Set(found) {
      try records.execute(
        "INSERT INTO intelligence_word (word, report) VALUES (?, ?)", word, report.id)
    }
  }

  static func words(of subject: IntelligenceSubject) -> [String] {
    ([subject.family, subject.given] + subject.otherNames).flatMap { NameFolding.words($0) }
  }

  static func sounds(of subject: IntelligenceSubject) -> [String] {
    words(of: subject).flatMap { SoundKey.keys(of: $0) }.map { sound + $0 }
  }
}
