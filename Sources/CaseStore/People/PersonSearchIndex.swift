package import CaseRules
package import SQLite

/// The words people are found by, kept in the transaction that changes a name.
package enum PersonSearchIndex {
  static func add(_ person: Person, in records: Connection) throws {
    try insert(person.id, words: Words(person), in: records)
  }

  static func replace(_ person: Person, in records: Connection) throws {
    try records.execute("DELETE FROM person_words WHERE rowid = ?", person.id)
    try insert(person.id, words: Words(person), in: records)
  }

  /// The two columns of the index: the family name's words, and all other names' words.
  package struct Words: Equatable, Sendable {
    package let family: String
    package let other: String

    init(_ person: Person) {
      self.init(name: person.name, aliases: person.aliases.map(\.name))
    }

    package init(name: PersonName, aliases: [String]) {
      family = NameFolding.words(name.family).joined(separator: " ")
      other = ([name.given] + aliases).flatMap { NameFolding.words($0) }.joined(separator: " ")
    }
  }

  /// Puts somebody new into the index; for those who take in many people at once.
  package static func insert(_ id: PersonID, words: Words, in records: Connection) throws {
    try records.execute(
      "INSERT INTO person_words (rowid, family_words, other_words) VALUES (?, ?, ?)", id,
      words.family, words.other)
  }

  /// Makes the whole index anew from the names on file; answers with how many people it holds.
  ///
  /// For a file whose index is found to be wrong. Calls `progress` about every thousand people.
  package static func rebuild(
    in transaction: WriteTransaction, progress: (Int) throws -> Void = { _ in }
  ) throws -> Int {
    let records = transaction.connection
    try records.execute("DELETE FROM person_words")
    var last = PersonID(0)
    var count = 0
    while true {
      let names = try nextNames(after: last, in: records)
      guard let end = names.last?.id else { break }
      for name in names {
        let words = Words(name: name.name, aliases: try aliases(of: name.id, in: records))
        try insert(name.id, words: words, in: records)
      }
      last = end
      count += names.count
      try progress(count)
    }
    try transaction.audit(AuditEvent(.indexRebuilt, facts: [.init("people", count)]))
    return count
  }

  private static func nextNames(
    after last: PersonID, in records: Connection
  ) throws -> [(id: PersonID, name: PersonName)] {
    try records.query(
      """
      SELECT id, family_name, given_names FROM person WHERE id > ? ORDER BY id LIMIT 1000
      """, last
    ) { (id: try $0.get(0), name: PersonName(family: try $0.text(1), given: try $0.text(2))) }
  }

  private static func aliases(of person: PersonID, in records: Connection) throws -> [String] {
    try records.query("SELECT name FROM person_alias WHERE person = ?", person) {
      try $0.text(0)
    }
  }
}

extension AuditKind {
  /// The words people are found by were made anew.
  package static let indexRebuilt = AuditKind("index.rebuild")
}
