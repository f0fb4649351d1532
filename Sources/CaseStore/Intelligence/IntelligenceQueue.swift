package import CaseRules
package import SQLite

/// Part of all reports, the newest first, with what there is beyond it.
package struct ReportPage: Equatable, Sendable {
  package var lines: [ReportLine]
  package var hasBefore: Bool
  package var hasAfter: Bool
  /// How many there are altogether, counted no further than `IntelligenceQueue.countsTo`.
  package var total: Int
  package var isMore: Bool
}

/// Which part is wanted, by the number of the report beside it.
package enum ReportPlace: Equatable, Sendable {
  case first, last
  case after(Int64)
  case before(Int64)
}

/// The intelligence queue: what waits, what was judged lately, and everything a window at a time.
package enum IntelligenceQueue {
  private static let countsTo = 1_000
  /// So many of each that wait are listed; the others are in the list of everything.
  private static let mostWaiting = 400
  /// So many that were judged lately stand below those that wait.
  static let recent = 100

  /// Received and graded, the oldest first; below them the newest that were judged.
  package static func waiting(
    limit: Int = IntelligenceQueue.mostWaiting, in records: Connection, _ context: RuleContext
  ) throws -> [ReportLine] {
    try context.mustRead(.intelligence)
    let open = try [ReportState.received, .graded].flatMap {
      try lines(byState, [$0.rawValue, limit], records, context)
    }
    let judged = try [ReportState.valid, .notValid].flatMap {
      try lines(byStateNewest, [$0.rawValue, recent], records, context)
    }
    return open + judged
  }

  /// What an officer's first screen tells: what waits, the oldest first.
  package static func toDo(
    limit: Int, in records: Connection, _ context: RuleContext
  ) throws -> [ReportLine] {
    guard AccessMatrix.whyNotEdit(context.worker, .intelligence) == nil else { return [] }
    return try [ReportState.received, .graded].flatMap {
      try lines(byState, [$0.rawValue, limit], records, context)
    }
  }

  /// The reports about a subject and those that are one with it, the newest first.
  static func about(
    _ subject: IntelligenceSubjectID, limit: Int = 100, in records: Connection,
    _ context: RuleContext
  ) throws -> [ReportLine] {
    try lines(
      select + """
         WHERE report.id IN (
          SELECT link.report FROM intelligence_subject AS named
          JOIN intelligence_report_subject AS link
            ON link.subject = named.id AND link.ended = 0
          WHERE named.id = ?1 OR named.same_as = ?1)
        ORDER BY report.id DESC LIMIT ?2
        """, [subject, limit], records, context)
  }

  // MARK: All of them

  /// A window of everything; each word starts some name, place, word of the offence or of the
  /// sanitised text, or is a report's number or its three grades.
  package static func page(
    narrow: String, in state: ReportState?, _ place: ReportPlace, limit: Int,
    in records: Connection, _ context: RuleContext
  ) throws -> ReportPage {
    try context.mustRead(.intelligence)
    let wanted = WantedReports(narrow, in: state)
    let isBackwards = place.isBackwards
    var ids = try wanted.ids(place, isBackwards, limit: limit + 1, in: records)
    let isMoreThere = ids.count > limit
    ids = Array(ids.prefix(limit))
    if isBackwards { ids.reverse() }
    let total = try wanted.ids(.first, false, limit: countsTo + 1, in: records).count
    let lines = try ids.compactMap { id in
      var line = try self.lines(select + " WHERE report.id = ?", [id], records, context).first
      line?.standsInQueue = false
      line?.foundBy = try wanted.foundBy(id, in: records)
      return line
    }
    return ReportPage(
      lines: lines, hasBefore: isBackwards ? isMoreThere : place.isInside,
      hasAfter: isBackwards ? place.isInside : isMoreThere, total: min(total, countsTo),
      isMore: total > countsTo)
  }

  // MARK: Rows

  private static let select = """
    SELECT report.id, report.received_at, report.relates_to, report.state, grade.source,
           grade.information, grade.handling, grade.graded_at, grade.review_on,
           substr(report.text, 1, 300), judgement.deemed IS NOT NULL,
           (SELECT coalesce(named.same_as, named.id) FROM intelligence_report_subject AS link
            JOIN intelligence_subject AS named ON named.id = link.subject
            WHERE link.report = report.id AND link.ended = 0 AND link.place = 1),
           (SELECT count(*) FROM intelligence_report_subject AS link
            WHERE link.report = report.id AND link.ended = 0),
           EXISTS (SELECT 1 FROM intelligence_report_subject AS link
             WHERE link.report = report.id AND link.ended = 0
               AND (EXISTS (SELECT 1 FROM intelligence_likeness AS pair
                            WHERE pair.subject = link.subject AND pair.state = 'pending'
                              AND pair.other IS NOT NULL)
                 OR EXISTS (SELECT 1 FROM intelligence_likeness AS pair
                            WHERE pair.other = link.subject AND pair.state = 'pending')))
    FROM intelligence_report AS report
    LEFT JOIN intelligence_grade AS grade ON grade.id = report.grade
    LEFT JOIN intelligence_judgement AS judgement ON judgement.id = report.judgement
    """
  static let byState =
    select + " WHERE report.state = ? ORDER BY report.received_at, report.id LIMIT ?"
  static let byStateNewest =
    select + " WHERE report.state = ? ORDER BY report.received_at DESC, report.id DESC LIMIT ?"

  private static func lines(
    _ sql: String, _ values: [(any SQLBindable)?], _ records: Connection, _ context: RuleContext
  ) throws -> [ReportLine] {
    try records.query(sql, values: values) { try line($0, records, context) }
  }

  private static func line(
    _ row: Row, _ records: Connection, _ context: RuleContext
  ) throws -> ReportLine {
    guard let state = ReportState(rawValue: try row.int(3)) else { throw row.unreadable(3) }
    let grades =
      row.isNull(4)
      ? nil : IntelligenceGrades(try row.get(4), try row.get(5), try row.get(6))
    let received: Moment = try row.get(1)
    let subject = try row.get(11, as: IntelligenceSubjectID?.self)
      .flatMap { try IntelligenceSubjects.one($0, in: records) }
    return ReportLine(
      id: try row.get(0), received: received, relatesTo: try row.get(2), state: state,
      grades: grades, waitingSince: try row.get(7, as: Moment?.self) ?? received,
      subjectName: subject?.display ?? "Nobody named", subjectRef: subject?.id.ref,
      moreSubjects: max(0, try row.int(12) - 1), beginning: try row.text(9),
      reviewOn: try row.get(8), hasUnansweredSubject: try row.bool(13),
      validity: grades.map { Validity(of: $0, in: context.settings) },
      deemed: try row.bool(10))
  }
}

extension ReportPlace {
  fileprivate var isBackwards: Bool {
    switch self {
    case .before, .last: true
    case .first, .after: false
    }
  }

  /// Whether rows stand on the other side of the place.
  fileprivate var isInside: Bool {
    switch self {
    case .after, .before: true
    case .first, .last: false
    }
  }

  /// Both ends left out; the newest come first.
  fileprivate var range: (above: Int64, below: Int64) {
    switch self {
    case .first, .last: (0, .max)
    case .after(let number): (0, number)
    case .before(let number): (number, .max)
    }
  }
}

/// What a long list of reports is narrowed to.
struct WantedReports {
  private let state: ReportState?
  private var words: [String] = []
  private var numbers: [Int64] = []
  private var grades: [IntelligenceGrades] = []

  /// More than so many reports with a word, and the list is walked instead.
  private static let few = 3_000
  private static let end = "\u{10FFFF}"

  init(_ narrow: String, in state: ReportState?) {
    self.state = state
    for typed in narrow.split(whereSeparator: \.isWhitespace) {
      if let ref = RecordRef(typed), ref.kind == .intelligenceReport {
        numbers.append(ref.number)
      } else if let grades = IntelligenceGrades(typed) {
        self.grades.append(grades)
      } else {
        words += NameFolding.typedWords(typed)
      }
    }
  }

  /// The newest first, or from the far end; the same question for a page and for the count.
  func ids(
    _ place: ReportPlace, _ isBackwards: Bool, limit: Int, in records: Connection
  ) throws -> [Int64] {
    guard let rarest = try rarestWord(in: records) else {
      return try walk(place, isBackwards, limit, records)
    }
    let (above, below) = place.range
    let found = try reports(with: rarest, upTo: .max, in: records)
      .filter { $0 > above && $0 < below }
    let sorted = isBackwards ? found.sorted(by: <) : found.sorted(by: >)
    var ids: [Int64] = []
    for id in sorted where ids.count < limit {
      let fits = try records.first(sql("report.id = ?", ""), values: [id] + filterValues) { _ in
        true
      }
      if fits == true { ids.append(id) }
    }
    return ids
  }

  /// nil where every word stands in many reports, so that the next ones are never far.
  private func rarestWord(in records: Connection) throws -> String? {
    let counted = try words.map { word in
      (word, try reports(with: word, upTo: WantedReports.few + 1, in: records).count)
    }
    return counted.filter { $0.1 <= WantedReports.few }.min { $0.1 < $1.1 }?.0
  }

  /// The reports with a word that begins so, by both indexes.
  private func reports(
    with word: String, upTo limit: Int, in records: Connection
  ) throws -> Set<Int64> {
    var found = Set(
      try records.query(
        WantedReports.byWord, word, word + WantedReports.end, limit
      ) { try $0.int64(0) })
    if isLookedForInTexts(word), found.count < limit {
      found.formUnion(
        try records.query(WantedReports.byText, FullText.starting(word), limit) {
          try $0.int64(0)
        })
    }
    return found
  }

  static let byWord =
    "SELECT report FROM intelligence_word WHERE word >= ? AND word < ? LIMIT ?"
  static let byText =
    "SELECT rowid FROM intelligence_text WHERE intelligence_text MATCH ? LIMIT ?"

  /// One or two letters begin too many words of a text to tell anything.
  private func isLookedForInTexts(_ word: String) -> Bool { word.count >= TextHit.shortest }

  /// Why a report was found, where a word stands in its text alone.
  func foundBy(_ id: Int64, in records: Connection) throws -> String? {
    for word in words where isLookedForInTexts(word) {
      let isElsewhere = try records.exists(
        "SELECT 1 FROM intelligence_word WHERE report = ? AND word >= ? AND word < ?", id, word,
        word + WantedReports.end)
      guard !isElsewhere else { continue }
      let text = try records.first("SELECT text FROM intelligence_report WHERE id = ?", id) {
        try $0.text(0)
      }
      return text.flatMap { TextHit.excerpt(of: $0, at: word) }
    }
    return nil
  }

  private func walk(
    _ place: ReportPlace, _ isBackwards: Bool, _ limit: Int, _ records: Connection
  ) throws -> [Int64] {
    let (above, below) = place.range
    return try records.query(
      sql(
        "report.id > ? AND report.id < ?",
        isBackwards ? " ORDER BY report.id LIMIT ?" : " ORDER BY report.id DESC LIMIT ?"),
      values: [above, below] + filterValues + [limit]
    ) { try $0.int64(0) }
  }

  private func sql(_ range: StaticString, _ order: StaticString) -> String {
    var sql = "SELECT report.id FROM intelligence_report AS report WHERE " + range.description
    if state != nil { sql += " AND report.state = ?" }
    for _ in numbers { sql += " AND report.id = ?" }
    for _ in grades {
      sql += """
         AND EXISTS (SELECT 1 FROM intelligence_grade AS grade
                     WHERE grade.id = report.grade AND grade.source = ?
                       AND grade.information = ? AND grade.handling = ?)
        """
    }
    for word in words {
      sql += """
         AND (EXISTS (SELECT 1 FROM intelligence_word AS w
                      WHERE w.report = report.id AND w.word >= ? AND w.word < ?)
        """
      // The words stand beside the index, so that one report is looked at without the others.
      sql +=
        isLookedForInTexts(word)
        ? """
         OR EXISTS (SELECT 1 FROM intelligence_text AS t
                    WHERE t.rowid = report.id AND instr(' ' || t.words, ' ' || ?) > 0))
        """ : ")"
    }
    return sql + order.description
  }

  private var filterValues: [(any SQLBindable)?] {
    var values: [(any SQLBindable)?] = []
    if let state { values.append(state.rawValue) }
    values += numbers.map { $0 as (any SQLBindable)? }
    for grades in grades { values += [grades.source, grades.information, grades.handling] }
    for word in words {
      values += [word, word + WantedReports.end]
      if isLookedForInTexts(word) { values.append(word) }
    }
    return values
  }
}
