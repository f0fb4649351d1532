package import CaseRules
package import SQLite

/// Finding somebody by whatever is known: a name or alias, a number, a postcode, a date of birth.
extension PersonRecords {
  /// The best hits first, each with why it was found.
  ///
  /// What `near` finds stands in the same order at the head of what `far` finds, so that a list can
  /// be shown before the rest of it is known and does not move when it comes.
  package static func find(
    _ typed: String, limit: Int, depth: FindDepth = .far, in records: Connection,
    _ context: RuleContext
  ) throws -> [PersonLine] {
    try context.mustRead(.personAndCaseload)
    var found = FoundPeople(limit: limit)
    for query in FindQuery.readings(typed, on: context.today) where !query.isEmpty {
      var finder = PersonFinder(query, limit: limit, in: records, on: context.today)
      try finder.near(&found)
      guard depth == .far else { break }
      try finder.far(&found)
    }
    if depth == .far { found.fillUp() }
    return try lines(of: found.hits, in: records, context)
  }

  /// A record that was merged into another leads there, and says so.
  private static func lines(
    of hits: [FoundPerson], in records: Connection, _ context: RuleContext
  ) throws -> [PersonLine] {
    var seen: Set<PersonID> = []
    return try hits.compactMap { hit in
      let standing = try PersonPointers.standing(hit.id, in: records)
      guard seen.insert(standing).inserted else { return nil }
      var line = try keyed(standing, records, context.today)?.line
      line?.because = standing == hit.id ? hit.because : "\(hit.because), was \(hit.id.ref.text)"
      return line
    }
  }
}

extension PersonRecords {
  /// Who may be the same person as one of this name and birth, and why (PPL-004).
  static func possible(
    _ name: PersonName, birth: Birth, in records: Connection, on today: CalendarDate
  ) throws -> [FoundPerson] {
    var found = FoundPeople(limit: 60)
    var finder = PersonFinder(
      FindQuery(name, born: birth.date), limit: 60, in: records, on: today)
    try finder.near(&found)
    try finder.far(&found)
    let added = birth.date == nil ? PossibleRecordRules.dateNotKnown : 0
    return try found.hits.filter { $0.cost + added <= PossibleRecordRules.farthest }
      .filter { hit in
        guard let other = try identity(hit.id, in: records) else { return false }
        return PossibleRecordRules.mayBeOne(
          cost: hit.cost + added, birth, other.birth, on: today)
      }
  }
}

/// Somebody found, and why.
struct FoundPerson {
  let row: FindRow
  let cost: Int
  let because: String

  init(_ row: FindRow, cost: Int, because: String) {
    self.row = row
    self.cost = cost
    self.because = because
  }

  var id: PersonID { row.id }
}

/// The hits of a search in the order they are shown; what has been added does not move any more.
struct FoundPeople {
  private(set) var hits: [FoundPerson] = []
  private let limit: Int
  private var seen: Set<PersonID> = []
  /// What there was no room for while better reasons might still come.
  private var spare: [FoundPerson] = []

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { hits.count >= limit }

  /// Adds the best of some hits after those that are there; others wait for `fillUp`.
  mutating func add(_ batch: [FoundPerson], atMost most: Int? = nil) {
    var left = most ?? limit
    let sorted = batch.sorted { ($0.cost, $0.row.sortKey) < ($1.cost, $1.row.sortKey) }
    for person in sorted where !seen.contains(person.id) {
      guard left > 0, !isFull else {
        spare.append(person)
        continue
      }
      seen.insert(person.id)
      hits.append(person)
      left -= 1
    }
  }

  mutating func fillUp() {
    let waiting = spare
    spare = []
    add(waiting)
  }
}

/// A row of a person as the search reads it.
struct FindRow {
  let id: PersonID
  let familyKey: String
  let givenKey: String
  let born: CalendarDate?

  var sortKey: NameKey { NameKey(familyKey: familyKey, givenKey: givenKey, number: id.rawValue) }

  /// A row of the four columns in this order.
  init(_ row: Row) throws { try self.init(row, born: try row.get(3)) }

  /// A row of people of one day.
  init(_ row: Row, born: CalendarDate?) throws {
    id = try row.get(0)
    familyKey = try row.text(1)
    givenKey = try row.text(2)
    self.born = born
  }
}
