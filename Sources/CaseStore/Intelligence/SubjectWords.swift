import CaseRules
import SQLite

/// What subjects are found by and reports are narrowed by: made anew whenever one is saved.
enum SubjectWords {
  private static let sound = "~"

  static func index(
    _ subject: IntelligenceSubject, as id: IntelligenceSubjectID, in records: Connection
  ) throws {
    try records.execute("DELETE FROM intelligence_name WHERE subject = ?", id)
    for word in index(of: subject) {
      try records.execute("INSERT INTO intelligence_name (word, subject) VALUES (?, ?)", word, id)
    }
  }

  /// Those that name it or another that is one with it.
  static func indexReports(of subject: IntelligenceSubjectID, in records: Connection) throws {
    let reports = try records.query(
      """
      SELECT DISTINCT link.report FROM intelligence_subject AS named
      JOIN intelligence_report_subject AS link ON link.subject = named.id AND link.ended = 0
      WHERE named.id = ?1 OR named.same_as = ?1
      """, subject
    ) { try $0.get(0, as: IntelligenceReportID.self) }
    for report in reports {
      if let report = try IntelligenceReports.one(report, in: records) {
        try index(report, in: records)
      }
    }
  }

  static func index(_ report: IntelligenceReport, in records: Connection) throws {
    try records.execute("DELETE FROM intelligence_word WHERE report = ?", report.id)
    for word in words(of: report) {
      try records.execute(
        "INSERT INTO intelligence_word (word, report) VALUES (?, ?)", word, report.id)
    }
    try ReportIndex.put(report.text, of: report.id, in: records)
  }

  /// Names of its subjects, place and offence.
  static func words(of report: IntelligenceReport) -> Set<String> {
    let texts = [report.place, report.offenceWords] + report.subjects.map(\.description)
    return Set(
      report.subjects.flatMap { words(of: $0) } + texts.flatMap { NameFolding.typedWords($0) })
  }

  /// The words of its names, and what they sound like.
  static func index(of subject: IntelligenceSubject) -> Set<String> {
    Set(words(of: subject) + sounds(of: subject))
  }

  static func words(of subject: IntelligenceSubject) -> [String] {
    ([subject.family, subject.given] + subject.otherNames).flatMap { NameFolding.words($0) }
  }

  static func sounds(of subject: IntelligenceSubject) -> [String] {
    words(of: subject).flatMap { SoundKey.keys(of: $0) }.map { sound + $0 }
  }
}
