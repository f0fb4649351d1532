import CaseRules
import SQLite

/// One search over the people on file.
struct PersonFinder {
  let records: Connection
  let today: CalendarDate
  let query: FindQuery
  let limit: Int
  var names: NameSearch
  /// The words on file that may be meant by each word typed; read when they are first needed.
  private var likeWords: [[NameVocabulary.Fitting]]?
  private var accepted: Set<String> = []

  init(_ query: FindQuery, limit: Int, in records: Connection, on today: CalendarDate) {
    self.query = query
    self.limit = limit
    self.records = records
    self.today = today
    names = NameSearch(query.names)
  }

  /// What the first answer leaves free for those who were meant but typed otherwise.
  var nearLimit: Int { max(1, limit * 2 / 3) }

  mutating func near(_ found: inout FoundPeople) throws {
    try byNumber(&found)
    if query.birth != nil {
      found.add(try bornAsTyped(), atMost: nearLimit)
    } else if !names.isEmpty {
      found.add(try byNameAsTyped(), atMost: nearLimit)
    }
  }

  mutating func far(_ found: inout FoundPeople) throws {
    if found.isFull { return }
    try byNearNumber(&found)
    if query.birth != nil {
      found.add(try bornNearly())
    } else if !names.isEmpty {
      found.add(try byNameAsMeant())
    }
  }

  // MARK: Asking

  static let columns = "SELECT person.id, person.family_key, person.given_key, person.born"

  func rows(_ sql: String, _ values: [(any SQLBindable)?]) throws -> [FindRow] {
    try records.query(sql, values: values) { try FindRow($0) }
  }

  func aliases(of person: PersonID) throws -> [String] {
    try records.query(PersonFinder.aliasesOf, person) { try $0.text(0) }
  }

  static let aliasesOf = "SELECT name FROM person_alias WHERE person = ? ORDER BY id"

  /// How the names of a row fit; the aliases are read only where the name alone does not do.
  mutating func match(_ row: FindRow, missing: Int = 0) throws -> NameMatch? {
    var known = KnownNames(familyKey: row.familyKey, givenKey: row.givenKey)
    let plain = names.match(known, missing: missing)
    if let plain, plain.cost <= 4 { return plain }
    known.aliases = try aliases(of: row.id)
    return known.aliases.isEmpty ? plain : names.match(known, missing: missing)
  }

  /// For each word typed, the words on file that may be meant by it.
  mutating func fitting() throws -> [[NameVocabulary.Fitting]] {
    if let likeWords { return likeWords }
    let records = records
    let words = try names.words.indices.map { index in
      try names.withWord(index) { try NameVocabulary.words(like: &$0, in: records) }
    }
    likeWords = words
    accepted = Set(words.flatMap { $0.map(\.word) })
    return words
  }

  /// All of them together.
  mutating func acceptedWords() throws -> Set<String> {
    _ = try fitting()
    return accepted
  }
}
