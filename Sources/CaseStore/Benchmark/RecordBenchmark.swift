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
    if let why = AccessMatrix.whyNotRead(context.worker, .personAndCaseload) {
      throw StoreError.refused([Finding("GEN-003", .blocks, why)])
    }
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
        try time("person", "Open a person's record", RecordBenchmark.parts(of: person)) {
          _ = try PersonFiles.load(person, in: $0, $1)
          return 1
        })
    }
    return figures
  }

  private func today() throws -> [BenchmarkFigure] {
    let worker = context.worker
    let most = TodayRecords.most
    let start = Moment(local: context.today, .midnight)
    let end = Moment(endOf: context.calendar.nextWorkingDay(after: context.today))
    var bare = [
      Bare(CustodyBoard.allInCustody, [most]),
      Bare(Diary.ofEverybody, [start, Moment(endOf: context.today), most]),
      Bare(DueList.everyone, [end, most]),
    ]
    if worker.role != .sup {
      bare[1] = Bare(Diary.ofWorker, [worker.id, start, Moment(endOf: context.today), most])
      bare[2] = Bare(DueList.byWorker, [worker.id, end, most])
      bare.append(Bare(DueList.byRole, [worker.role, end, most]))
    }
    return [
      try time("today", "Today, the first screen", bare) {
        _ = try TodayRecords.view(for: worker, in: $0, $1)
        return 1
      }
    ]
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
        "find_\(count)", "Find, \(count) letter\(count == 1 ? "" : "s") typed", prefix)
    } + [timeFind("find_nobody", "Find, a name nobody has", RecordBenchmark.nobody)]
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

  /// The rows a person's record is made of.
  private static func parts(of person: PersonID) -> [Bare] {
    [Bare("SELECT * FROM person WHERE id = ?", [person])]
      + [
        "SELECT * FROM person_alias WHERE person = ?",
        "SELECT * FROM person_phone WHERE person = ?",
        "SELECT * FROM consent WHERE person = ?", "SELECT * FROM episode WHERE person = ?",
        "SELECT * FROM appointment WHERE person = ?",
        "SELECT * FROM contact_attempt WHERE person = ?",
        "SELECT * FROM involved_agency WHERE person = ?", "SELECT * FROM dir WHERE person = ?",
        "SELECT * FROM deadline WHERE person = ?",
      ].map { Bare($0, [person]) }
  }
}
