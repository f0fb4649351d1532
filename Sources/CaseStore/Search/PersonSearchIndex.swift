package import CaseRules
import SQLite

/// What people are found by, kept in the transaction that changes a name or a number.
package enum PersonSearchIndex {
  static func add(_ person: Person, in records: Connection) throws {
    var vocabulary = NameVocabulary()
    try insert(person.id, Entry(person), &vocabulary, in: records)
  }

  static func replace(_ before: Person, by person: Person, in records: Connection) throws {
    let (old, new) = (Entry(before), Entry(person))
    if old.text != new.text {
      try records.execute("DELETE FROM person_words WHERE rowid = ?", person.id)
      try insertWords(person.id, new, in: records)
      var vocabulary = NameVocabulary()
      try vocabulary.add(new.words.subtracting(old.words), in: records)
      try NameVocabulary.removeUnused(old.words.subtracting(new.words), in: records)
    }
    for key in old.keys.subtracting(new.keys) { try key.remove(person.id, in: records) }
    for key in new.keys.subtracting(old.keys) { try key.insert(person.id, in: records) }
  }

  /// What the index holds of one person.
  package struct Entry: Equatable, Sendable {
    /// The words of the family name, and of all other names.
    let family: [String]
    let other: [String]
    let keys: Set<PersonKey>

    init(_ person: Person) {
      self.init(
        name: person.name, aliases: person.aliases.map(\.name), phones: person.phones.map(\.number),
        references: [person.numbers.lrn, person.numbers.oasys].compactMap(\.self))
    }

    package init(
      name: PersonName, aliases: [String], phones: [String] = [], references: [String] = []
    ) {
      family = NameFolding.words(name.family)
      other = ([name.given] + aliases).flatMap { NameFolding.words($0) }
      keys = Set(phones.flatMap(PersonKey.phone) + references.map(PersonKey.reference))
    }

    /// As the two columns of the full-text index have them.
    var text: [String] { [family.joined(separator: " "), other.joined(separator: " ")] }
    var words: Set<String> { Set(family + other) }
  }

  /// Puts somebody new into the index; for those who take in many people at once.
  static func insert(
    _ id: PersonID, _ entry: Entry, _ vocabulary: inout NameVocabulary, in records: Connection
  ) throws {
    try insertWords(id, entry, in: records)
    try vocabulary.add(entry.family + entry.other, in: records)
    for key in entry.keys { try key.insert(id, in: records) }
  }

  private static func insertWords(
    _ id: PersonID, _ entry: Entry, in records: Connection
  ) throws {
    let text = entry.text
    try records.execute(
      "INSERT INTO person_words (rowid, family_words, other_words) VALUES (?, ?, ?)", id, text[0],
      text[1])
  }

  // MARK: Making it anew

  /// Makes the whole index anew from the people on file; answers with how many there are.
  ///
  /// For a file whose index is found to be wrong. Calls `progress` about every thousand people.
  package static func rebuild(
    in transaction: WriteTransaction, progress: (Int) throws -> Void = { _ in }
  ) throws -> Int {
    let records = transaction.connection
    try records.execute("DELETE FROM person_words")
    let count = try fill(in: records, withWords: true, progress: progress)
    try transaction.audit(AuditEvent(.indexRebuilt, facts: [.init("people", count)]))
    return count
  }

  /// Fills the vocabulary and the numbers, and the words of names where they are wanted too.
  static func fill(
    in records: Connection, withWords: Bool = false, progress: (Int) throws -> Void = { _ in }
  ) throws -> Int {
    try NameVocabulary.removeAll(in: records)
    try records.execute("DELETE FROM person_key")
    var vocabulary = NameVocabulary()
    var last = PersonID(0)
    var count = 0
    while true {
      let people = try nextPeople(after: last, in: records)
      guard let end = people.last?.id else { return count }
      for (id, entry) in people {
        if withWords { try insertWords(id, entry, in: records) }
        try vocabulary.add(entry.family + entry.other, in: records)
        for key in entry.keys { try key.insert(id, in: records) }
      }
      last = end
      count += people.count
      try progress(count)
    }
  }

  /// Everybody on file and what the index should hold of them.
  static func forEachPerson(
    in records: Connection, _ body: (PersonID, Entry) throws -> Void
  ) throws {
    var last = PersonID(0)
    while case let people = try nextPeople(after: last, in: records), let end = people.last?.id {
      for (id, entry) in people { try body(id, entry) }
      last = end
    }
  }

  private static func nextPeople(
    after last: PersonID, in records: Connection
  ) throws -> [(id: PersonID, entry: Entry)] {
    let rows = try records.query(
      """
      SELECT id, family_name, given_names, lrn, oasys_ref FROM person
      WHERE id > ? ORDER BY id LIMIT 1000
      """, last
    ) { row in
      let references: [String?] = [try row.get(3), try row.get(4)]
      return (
        id: try row.get(0, as: PersonID.self),
        name: PersonName(family: try row.text(1), given: try row.text(2)), references: references
      )
    }
    return try rows.map { row in
      let entry = Entry(
        name: row.name,
        aliases: try texts("SELECT name FROM person_alias WHERE person = ?", row.id, records),
        phones: try texts("SELECT number FROM person_phone WHERE person = ?", row.id, records),
        references: row.references.compactMap(\.self))
      return (row.id, entry)
    }
  }

  private static func texts(
    _ sql: String, _ person: PersonID, _ records: Connection
  ) throws -> [String] {
    try records.query(sql, person) { try $0.text(0) }
  }
}

extension AuditKind {
  /// What people are found by was made anew.
  package static let indexRebuilt = AuditKind("index.rebuild")
}
