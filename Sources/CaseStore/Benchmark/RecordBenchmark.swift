package import CaseRules
import SQLite

/// Times the questions the screens ask of a data file; nothing is written into it.
package struct RecordBenchmark {
  private let store: StoreFile
  private let plain: Connection
  private let context: RuleContext
  private let rounds: Int

  /// As many rows as a large screen shows.
  private static let page = 50
  private static let found = 50
  /// A word that starts nobody's name.
  private static let nobody = "zzqxw"

  /// - Throws: `StoreError.refused` where the worker may not read what is timed.
  package static func run(
    on store: StoreFile, in context: RuleContext, rounds: Int = 200
  ) throws -> [BenchmarkFigure] {
    try context.mustRead(.personAndCaseload)
    let benchmark = RecordBenchmark(
      store: store, plain: try Connection(path: store.path, for: .reading), context: context,
      rounds: rounds)
    return try benchmark.opening() + benchmark.people() + benchmark.today() + benchmark.find()
  }

  // MARK: What is timed

  private func opening() throws -> [BenchmarkFigure] {
    let path = store.path
    return [
      try BenchmarkFigure.taken("open", "Open the file", rounds: min(rounds, 20)) {
        let other = try Connection(path: path, for: .reading)
        _ = try other.first("SELECT count(*) FROM worker") { try $0.int(0) }
      } through: {
        try StoreFile(existing: path, as: "bench").close()
      }
    ]
  }

  private func people() throws -> [BenchmarkFigure] {
    let first = try ask { try RecordBenchmark.people($0, .first, $1) }
    var figures = [
      try time("people_first", "People, first page", pageSQL(after: nil)) {
        try RecordBenchmark.people($0, .first, $1).count
      }
    ]
    guard let last = first.last else { return figures }
    let key = NameKey(
      family: last.familyName, given: last.givenNames, number: last.ref.number)
    figures.append(
      try time("people_next", "People, next page by key", pageSQL(after: key)) {
        try RecordBenchmark.people($0, .after(key), $1).count
      })
    if let person = PersonID(last.ref) {
      figures.append(
        try time("person", "Open a person's record", bare(person)) {
          _ = try PersonFiles.load(person, in: $0, $1)
          return 1
        })
    }
    return figures
  }

  /// The first screen of whoever asks, of the key worker with the most clients, and of a lead.
  private func today() throws -> [BenchmarkFigure] {
    let others = try store.read { records in
      (
        busiest: try RecordBenchmark.busiestWorker(records),
        lead: try records.workers().map(\.worker).first { $0.active && $0.role.leadsTeam }
      )
    }
    var figures = [try today("today", "Today, the first screen", context.worker)]
    if let worker = others.busiest {
      figures.append(try today("today_worker", "Today of the fullest caseload", worker))
    }
    if let lead = others.lead {
      figures.append(try today("today_lead", "Today of a team leader", lead))
    }
    return figures
  }

  private func today(
    _ code: String, _ title: String, _ worker: Worker
  ) throws -> BenchmarkFigure {
    let context = RuleContext(
      now: self.context.now, calendar: self.context.calendar, settings: self.context.settings,
      codes: self.context.codes, worker: worker)
    let bare = try plain.statements {
      _ = try TodayRecords.view(for: worker, in: $0, context)
    }
    return try time(code, title, bare.map { Bare($0, []) }) { records, _ in
      _ = try TodayRecords.view(for: worker, in: records, context)
      return 1
    }
  }

  private static func busiestWorker(_ records: Connection) throws -> Worker? {
    let id = try records.first(
      """
      SELECT worker FROM episode WHERE closed IS NULL AND worker IS NOT NULL
      GROUP BY worker ORDER BY count(*) DESC LIMIT 1
      """
    ) { try $0.get(0, as: WorkerID.self) }
    return try id.flatMap { try records.worker($0)?.worker }
  }

  /// Find after every letter of a name that is there, and for a name that nobody has.
  private func find() throws -> [BenchmarkFigure] {
    let people = try ask { try RecordBenchmark.people($0, .first, $1) }
    let name = people.isEmpty ? "" : NameFolding.key(people[people.count / 2].familyName)
    let letters = name.prefix { $0 != " " }
    let typed = (1...4).filter { $0 <= letters.count }.map { String(letters.prefix($0)) }
    return try typed.enumerated().map { index, prefix in
      let count = index + 1
      return try timeFind(
        "find_\(count)", "Find, \(Digits.counted(count, "letter")) typed", prefix)
    } + [timeFind("find_nobody", "Find, a name nobody has", RecordBenchmark.nobody)] + findKinds()
  }

  /// Find by each kind of thing that is typed: the first rows, and all there is to find.
  private func findKinds() throws -> [BenchmarkFigure] {
    guard let known = try ask({ records, _ in try FindQuestions(in: records) }) else { return [] }
    let range = NameRange(startingWith: known.familyKey)
    let bare = [Bare(PersonRecords.forwards, range.values + [RecordBenchmark.found])]
    return try known.all.flatMap { question in
      let (code, title, typed) = question
      return try [FindDepth.near, .far].map { depth in
        let isNear = depth == .near
        return try time(
          "find_\(code)_\(isNear ? "first" : "all")",
          "Find by \(title), \(isNear ? "first rows" : "all")", bare
        ) {
          try PersonRecords.find(
            typed, limit: RecordBenchmark.found, depth: depth, in: $0, $1
          ).count
        }
      }
    }
  }

  private func timeFind(
    _ code: String, _ title: String, _ typed: String
  ) throws -> BenchmarkFigure {
    let range = NameRange(startingWith: typed)
    let bare = Bare(PersonRecords.forwards, range.values + [RecordBenchmark.found])
    let words = Bare(
      "SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT ?",
      ["\"\(typed)\" *", RecordBenchmark.found])
    let isKnown = try plain.first(bare.sql, values: range.values + [1]) { _ in true } ?? false
    return try time(code, title, isKnown ? [bare] : [bare, words]) {
      try PersonRecords.find(typed, limit: RecordBenchmark.found, in: $0, $1).count
    }
  }

  // MARK: Both ways of asking

  /// A statement as SQLite alone would be asked it.
  private struct Bare {
    let sql: String
    let values: [(any SQLBindable)?]

    init(_ sql: String, _ values: [(any SQLBindable)?]) {
      self.sql = sql
      self.values = values
    }
  }

  private func ask<Answer: Sendable>(
    _ question: @escaping @Sendable (Connection, RuleContext) throws -> Answer
  ) throws -> Answer {
    let context = context
    return try store.read { try question($0, context) }
  }

  private func time(
    _ code: String, _ title: String, _ bare: [Bare],
    _ question: @escaping @Sendable (Connection, RuleContext) throws -> Int
  ) throws -> BenchmarkFigure {
    try BenchmarkFigure.taken(code, title, rounds: rounds) {
      for statement in bare { try step(statement) }
    } through: {
      _ = try ask(question)
    }
  }

  /// Every column is read, and nothing is made of it.
  private func step(_ bare: Bare) throws {
    try plain.forEach(bare.sql, values: bare.values) { row in
      for column in 0..<row.count { _ = try row.value(column) }
    }
  }

  private static func people(
    _ records: Connection, _ place: NamePlace, _ context: RuleContext
  ) throws -> [PersonLine] {
    try PersonRecords.page(narrow: "", place, limit: page, in: records, context).lines
  }

  private func pageSQL(after key: NameKey?) -> [Bare] {
    let range = NameRange(startingWith: "").part(key.map { .after($0) } ?? .first)
    return [Bare(PersonRecords.forwards, range.values + [RecordBenchmark.page])]
  }

  /// The statements a person's record takes.
  private func bare(_ person: PersonID) throws -> [Bare] {
    try plain.statements { _ = try PersonFiles.load(person, in: $0, context) }
      .map { Bare($0, []) }
  }
}
