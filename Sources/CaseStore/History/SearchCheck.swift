import CaseRules
import SQLite

/// Makes what people are found by anew, in memory, and compares it with what the file holds.
struct SearchCheck {
  func run(in records: Connection, _ found: inout Verification) throws {
    var expected = Expected()
    try PersonSearchIndex.forEachPerson(in: records) { id, entry in
      found.people += 1
      expected.add(id, entry)
      try comparePerson(id, entry, records, &found)
    }
    try compareTotals(expected, records, &found)
    for (word, bearers) in expected.words.sorted(by: { $0.key < $1.key }) {
      try compareWord(word, bearers, records, &found)
    }
  }

  /// Who bears a word, as a count and a sum that do not depend on the order.
  struct Bearers: Equatable {
    var count = 0
    var sum: UInt64 = 0

    mutating func add(_ id: Int64) {
      count += 1
      // Spread, so that two wrong people do not stand in for two others.
      var mixed = UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
      sum &+= mixed &* 0xBF58_476D_1CE4_E5B9
    }
  }

  private struct Expected {
    var words: [String: Bearers] = [:]
    var keys = 0

    mutating func add(_ id: PersonID, _ entry: PersonSearchIndex.Entry) {
      for word in entry.words { words[word, default: Bearers()].add(id.rawValue) }
      keys += entry.keys.count
    }
  }

  private func comparePerson(
    _ id: PersonID, _ entry: PersonSearchIndex.Entry, _ records: Connection,
    _ found: inout Verification
  ) throws {
    let text = try records.first(
      "SELECT family_words, other_words FROM person_words WHERE rowid = ?", id
    ) { [try $0.text(0), try $0.text(1)] }
    if text != entry.text { found.add(trouble(id, "person_words", "names")) }
    for key in entry.keys {
      let isThere = try records.exists(
        "SELECT 1 FROM person_key WHERE kind = ? AND key = ? AND person = ?", key.kind.rawValue,
        key.key, id)
      if !isThere { found.add(trouble(id, "person_key", "numbers")) }
    }
  }

  private func trouble(
    _ id: PersonID, _ table: String, _ what: String
  ) -> Verification.Break {
    Verification.Break(
      check: .search, table: table, row: id.rawValue,
      words: "\(id.ref.text) is not found by the \(what) on their record (throughcare reindex)")
  }

  private func compareTotals(
    _ expected: Expected, _ records: Connection, _ found: inout Verification
  ) throws {
    let totals = [
      ("person_words", try count("SELECT count(*) FROM person_words", records), found.people),
      ("person_key", try count("SELECT count(*) FROM person_key", records), expected.keys),
      ("name_word", try count("SELECT count(*) FROM name_word", records), expected.words.count),
      (
        "name_key", try count("SELECT count(*) FROM name_key", records),
        try expected.words.keys.reduce(0) { try $0 + NameVocabulary.countKeys(of: $1) }
      ),
    ]
    for (table, stored, made) in totals where stored != made {
      found.add(
        Verification.Break(
          check: .search, table: table,
          words: "The index holds \(stored) rows where there should be \(made) (throughcare "
            + "reindex)"))
    }
  }

  /// The text index answers for each word with exactly those who bear it.
  private func compareWord(
    _ word: String, _ bearers: Bearers, _ records: Connection, _ found: inout Verification
  ) throws {
    var answered = Bearers()
    try records.forEach(
      "SELECT rowid FROM person_words WHERE person_words MATCH ?", FullText.same(word)
    ) { answered.add(try $0.int64(0)) }
    if answered == bearers, try NameVocabulary.holds(word, in: records) { return }
    // Which word it is would be somebody's name.
    found.add(
      Verification.Break(
        check: .search, table: "person_words",
        words: "A word of a name does not find those who bear it (throughcare reindex)"))
  }

  private func count(_ sql: String, _ records: Connection) throws -> Int {
    try records.first(sql) { try $0.int(0) } ?? 0
  }
}
