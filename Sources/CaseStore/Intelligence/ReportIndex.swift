import CaseRules
import SQLite

extension Migration {
  /// What reports are searched by besides names, place and offence: the words of their sanitised text.
  static let reportTexts = Migration("report-texts") { connection in
    try connection.executeScript(
      """
      -- rowid is the report's number
      CREATE VIRTUAL TABLE intelligence_text USING fts5 (
        words, columnsize = 0, prefix = '3 4', tokenize = "unicode61 remove_diacritics 0"
      );
      """)
    // By the columns of this step, whatever is added to them later.
    let texts = try connection.query("SELECT id, text FROM intelligence_report") { row in
      (id: try row.get(0, as: IntelligenceReportID.self), text: try row.text(1))
    }
    for report in texts { try ReportIndex.put(report.text, of: report.id, in: connection) }
  }
}

/// What reports and their subjects are found by, kept in the transaction that changes them.
///
/// Made from the sanitised text alone; nothing of a source is in it (INT-005).
package enum ReportIndex {
  /// The words of a text, each once, as the index has them.
  static func words(of text: String) -> [String] { NameFolding.typedWords(text) }

  static func put(
    _ text: String, of report: IntelligenceReportID, in records: Connection
  ) throws {
    try records.execute("DELETE FROM intelligence_text WHERE rowid = ?", report)
    try records.execute(
      "INSERT INTO intelligence_text (rowid, words) VALUES (?, ?)", report,
      words(of: text).joined(separator: " "))
  }

  // MARK: Making it anew

  /// Makes all of it anew; answers with how many reports there are.
  package static func rebuild(in transaction: WriteTransaction) throws -> Int {
    let count = try fill(in: transaction.connection)
    try transaction.audit(AuditEvent(.indexRebuilt, facts: [.init("reports", count)]))
    return count
  }

  static func fill(in records: Connection) throws -> Int {
    for table: StaticString in ["intelligence_text", "intelligence_word", "intelligence_name"] {
      try records.execute("DELETE FROM " + table.description)
    }
    try forEachSubject(in: records) { try SubjectWords.index($0, as: $0.id, in: records) }
    var count = 0
    try forEachReport(in: records) { report in
      try SubjectWords.index(report, in: records)
      count += 1
    }
    return count
  }

  private static let step = 500

  static func forEachReport(
    in records: Connection, _ body: (IntelligenceReport) throws -> Void
  ) throws {
    var last = IntelligenceReportID(0)
    while true {
      let ids = try records.query(
        "SELECT id FROM intelligence_report WHERE id > ? ORDER BY id LIMIT ?", last, step
      ) { try $0.get(0, as: IntelligenceReportID.self) }
      guard let end = ids.last else { return }
      for id in ids {
        if let report = try IntelligenceReports.one(id, in: records) { try body(report) }
      }
      last = end
    }
  }

  static func forEachSubject(
    in records: Connection, _ body: (IntelligenceSubject) throws -> Void
  ) throws {
    var last = IntelligenceSubjectID(0)
    while true {
      let subjects = try records.query(
        IntelligenceSubjects.columns + " WHERE subject.id > ? ORDER BY subject.id LIMIT ?", last,
        step
      ) { try IntelligenceSubjects.subject($0, 0) }
      guard let end = subjects.last?.id else { return }
      for subject in subjects { try body(subject) }
      last = end
    }
  }
}

/// Makes what reports are found by anew, in memory, and compares it with what the file holds.
struct ReportIndexCheck {
  func run(in records: Connection, _ found: inout Verification) throws {
    var (reports, words, names) = (0, 0, 0)
    var bearers: [String: SearchCheck.Bearers] = [:]
    try ReportIndex.forEachReport(in: records) { report in
      reports += 1
      let text = ReportIndex.words(of: report.text)
      let stored = try records.first(
        "SELECT words FROM intelligence_text WHERE rowid = ?", report.id
      ) { try $0.text(0) }
      if stored != text.joined(separator: " ") { found.add(trouble(report.id.ref, "text")) }
      for word in text { bearers[word, default: .init()].add(report.id.rawValue) }
      let expected = SubjectWords.words(of: report)
      words += expected.count
      let kept = try Set(
        records.query("SELECT word FROM intelligence_word WHERE report = ?", report.id) {
          try $0.text(0)
        })
      if kept != expected { found.add(trouble(report.id.ref, "names, place and offence")) }
    }
    try ReportIndex.forEachSubject(in: records) { subject in
      let expected = SubjectWords.index(of: subject)
      names += expected.count
      let kept = try Set(
        records.query("SELECT word FROM intelligence_name WHERE subject = ?", subject.id) {
          try $0.text(0)
        })
      if kept != expected { found.add(trouble(subject.id.ref, "names")) }
    }
    try compare("intelligence_text", reports, records, &found)
    try compare("intelligence_word", words, records, &found)
    try compare("intelligence_name", names, records, &found)
    for (word, expected) in bearers { try compare(word, expected, records, &found) }
  }

  private func compare(
    _ table: StaticString, _ made: Int, _ records: Connection, _ found: inout Verification
  ) throws {
    let stored =
      try records.first("SELECT count(*) FROM " + table.description) { try $0.int(0) } ?? 0
    guard stored != made else { return }
    found.add(
      Verification.Break(
        check: .search, table: table.description,
        words: "The index holds \(stored) rows where there should be \(made) (throughcare reindex)")
    )
  }

  /// The text index answers for each word with exactly the reports that have it.
  private func compare(
    _ word: String, _ expected: SearchCheck.Bearers, _ records: Connection,
    _ found: inout Verification
  ) throws {
    var answered = SearchCheck.Bearers()
    try records.forEach(
      "SELECT rowid FROM intelligence_text WHERE intelligence_text MATCH ?", FullText.same(word)
    ) { answered.add(try $0.int64(0)) }
    guard answered != expected else { return }
    // Which word it is would be part of a report.
    found.add(
      Verification.Break(
        check: .search, table: "intelligence_text",
        words: "A word of a text does not find the reports that have it (throughcare reindex)"))
  }

  private func trouble(_ ref: RecordRef, _ what: String) -> Verification.Break {
    Verification.Break(
      check: .search, row: ref.number,
      words: "\(ref.text) is not found by its \(what) (throughcare reindex)")
  }
}
