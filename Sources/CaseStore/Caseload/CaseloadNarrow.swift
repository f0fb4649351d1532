import CaseRules
import SQLite

/// What is typed into a long caseload: whose family name it starts comes first, and after them whoever
/// else it fits, by another name, the number of the client, the name of a worker, or a flag.
///
/// Family names are walked along their index, however many there are. Of the others the places are
/// gathered, each once, and only the rows of the window are read.
struct CaseloadNarrow {
  typealias Found = (key: NameKey, line: CaseloadLine)

  private enum Part {
    case families, others
  }

  private let typed: String
  private let words: [String]
  private let families: NameWords
  private let question: CaseloadQuestion
  private let records: Connection
  private let context: RuleContext
  /// In the order of names; nobody who stands among the families.
  private var others: [NameKey] = []
  /// There are more of them than were looked at.
  private var isCut = false
  /// Of several words there may be nobody whom all of them fit: then no name is walked past.
  private let hasNames: Bool

  /// So many people of a name are looked at, on the caseload or not.
  private static let mostNamed = 20_000
  /// A letter or two starts too many flags to mean one.
  private static let shortestFlag = 3

  init(
    _ narrow: String, _ question: CaseloadQuestion, in records: Connection, _ context: RuleContext
  ) throws {
    typed = narrow.trimmed
    words = NameFolding.typedWords(narrow)
    families = NameWords(words)
    hasNames =
      try words.count < 2 || !PersonRecords.matching(words, limit: 1, records).isEmpty
    self.question = question
    self.records = records
    self.context = context
    try gatherOthers()
  }

  func page(_ place: NamePlace, limit: Int) throws -> NamePage<CaseloadLine> {
    var page = try NamePages.window(place, limit: limit, walk: walk) { limit in
      try countOfFamilies(upTo: limit) + others.count
    }
    page.isMore = page.isMore || isCut
    return page
  }

  /// From a place on, forwards or backwards: the families lie before the others.
  private func walk(_ place: NamePlace, _ limit: Int) throws -> [Found] {
    var found: [Found] = []
    var place = place
    for part in parts(from: place) where found.count < limit {
      found += try rows(of: part, place, limit - found.count)
      place = place.isBackwards ? .last : .first
    }
    return found
  }

  private func parts(from place: NamePlace) -> [Part] {
    switch place {
    case .first: [.families, .others]
    case .last: [.others, .families]
    case .after(let key): families.holds(key) ? [.families, .others] : [.others]
    case .before(let key): families.holds(key) ? [.families] : [.others, .families]
    }
  }

  private func rows(of part: Part, _ place: NamePlace, _ limit: Int) throws -> [Found] {
    switch part {
    case .families: try rowsOfFamilies(place, limit)
    case .others: try keysOfOthers(place).prefix(limit).map(row)
    }
  }

  // MARK: Family names

  private func rowsOfFamilies(_ place: NamePlace, _ limit: Int) throws -> [Found] {
    guard hasNames else { return [] }
    let sql = place.isBackwards ? question.backwards : question.forwards
    let part = NameRange(startingWith: "").part(place)
    return try families.rows(in: part, place.isBackwards, limit) { range, limit in
      try records.query(
        sql, values: question.values + range.values + families.values + [limit]
      ) { try CaseloadPages.keyed($0, records, context) }
    }
  }

  private func countOfFamilies(upTo limit: Int) throws -> Int {
    guard hasNames else { return 0 }
    return try families.rows(in: NameRange(startingWith: ""), false, limit) { range, limit in
      try records.query(
        question.keys, values: question.values + range.values + families.values + [limit]
      ) { (key: try CaseloadPages.key($0), line: ()) }
    }.count
  }

  // MARK: Whoever else it fits

  private func keysOfOthers(_ place: NamePlace) -> [NameKey] {
    switch place {
    case .first: others
    case .last: others.reversed()
    case .after(let key): others.filter { $0 > key }
    case .before(let key): others.filter { $0 < key }.reversed()
    }
  }

  private func row(_ key: NameKey) throws -> Found {
    try records.first(
      question.held(to: CaseloadQueries.andNumbered), values: question.values + [key.number, 1]
    ) { try CaseloadPages.keyed($0, records, context) }.orNotFound()
  }

  private mutating func gatherOthers() throws {
    var found: [Int64: NameKey] = [:]
    for key in try ofPeople() + ofWorkers() + flagged() where !families.holds(key) {
      found[key.number] = key
    }
    others = found.values.sorted()
  }

  /// The places a question gives; that there are more is remembered.
  private mutating func keys(
    _ sql: String, _ values: [(any SQLBindable)?], upTo limit: Int = NamePages.countsTo + 1
  ) throws -> [NameKey] {
    let found = try records.query(sql, values: values + [limit], row: CaseloadPages.key)
    isCut = isCut || found.count == limit
    return found
  }

  private mutating func keys(
    heldTo condition: String, _ values: (any SQLBindable)?...
  ) throws -> [NameKey] {
    try keys(question.keys(heldTo: condition), question.values + values)
  }

  private mutating func ofPeople() throws -> [NameKey] {
    guard let numbered else { return try named() }
    return try named() + keys(heldTo: CaseloadQueries.andOfPerson, numbered)
  }

  /// A single letter starts some name of nearly everybody.
  private mutating func named() throws -> [NameKey] {
    guard words.contains(where: { $0.count > 1 }), hasNames else { return [] }
    return try question.isOfSomeWorkers ? namedAmongClients() : namedOnFile()
  }

  /// The clients of some workers are walked and held against all who have the names: they are few,
  /// and none of them is missed.
  private mutating func namedAmongClients() throws -> [NameKey] {
    try keys(
      question.keys(heldTo: CaseloadQueries.andNamed),
      question.values + [PersonRecords.match(words)], upTo: CaseloadNarrow.mostNamed)
  }

  /// Among everybody's clients whoever has the names is looked for on file first.
  private mutating func namedOnFile() throws -> [NameKey] {
    let match = PersonRecords.match(words)
    let looked =
      try records.first(CaseloadQueries.countOfNamed, match, CaseloadNarrow.mostNamed) {
        try $0.int(0)
      } ?? 0
    isCut = looked == CaseloadNarrow.mostNamed
    return try keys(
      question.keysOfNamed, [match, CaseloadNarrow.mostNamed] + question.values,
      upTo: CaseloadNarrow.mostNamed)
  }

  /// "P-0192", or its figures alone.
  private var numbered: PersonID? {
    RecordRef(typed).flatMap { PersonID($0) } ?? Int64(typed).map { PersonID($0) }
  }

  private mutating func ofWorkers() throws -> [NameKey] {
    guard words.contains(where: { $0.count > 1 }) else { return [] }
    let named = try records.workers().map(\.worker).filter { worker in
      let names = NameFolding.typedWords(worker.name)
      return words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }
    var found: [NameKey] = []
    for worker in named { found += try keys(heldTo: CaseloadQueries.andOfWorker, worker.id) }
    return found
  }

  /// No index is in the order of flags: where what is typed starts one, the list is walked for it.
  private mutating func flagged() throws -> [NameKey] {
    let wanted = typed.foldedForSearch
    guard wanted.count >= CaseloadNarrow.shortestFlag else { return [] }
    var found: [NameKey] = []
    for flag in CaseloadFlag.all where flag.foldedForSearch.hasPrefix(wanted) {
      found += try keys(
        question.keys(heldTo: CaseloadQueries.andFlagged(flag)),
        question.values + CaseloadQueries.valuesOfFlag(flag))
    }
    return found
  }
}
