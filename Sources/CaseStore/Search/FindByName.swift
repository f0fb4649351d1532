import CaseRules
import SQLite

/// Finding by names alone.
extension PersonFinder {
  /// More words tell no more people apart.
  private static let mostWords = 6
  /// So many rows are taken from one question.
  private static let taken = 120

  // MARK: As typed

  /// Names and aliases that start with what was typed, whole ones first.
  mutating func byNameAsTyped() throws -> [FoundPerson] {
    var rows = try byNameOrder()
    for set in names.wordSets {
      let words = set.prefix(PersonFinder.mostWords)
      if words.count == 1, let index = words.first {
        rows += try fullText(exactly(index), PersonFinder.taken)
      }
      rows += try fullText(FullText.all(of: words.map(starting)), PersonFinder.taken)
    }
    return try judged(rows)
  }

  /// Along the index of names: the words as family and given name, split at every place.
  private func byNameOrder() throws -> [FindRow] {
    let words = names.words.prefix(PersonFinder.mostWords).map(\.word)
    if words.count == 1 { return try named(family: words[0], given: "") }
    var rows: [FindRow] = []
    for split in 1..<words.count {
      let (first, last) = (words[..<split], words[split...])
      rows += try named(exactly: last.joined(separator: " "), given: first.joined(separator: " "))
      rows += try named(exactly: first.joined(separator: " "), given: last.joined(separator: " "))
    }
    return rows
  }

  static let familyStarts =
    columns + """
       FROM person WHERE family_key >= ? AND family_key < ?
      ORDER BY family_key, given_key, id LIMIT ?
      """

  static let familyAndGiven =
    columns + """
       FROM person WHERE family_key = ? AND given_key >= ? AND given_key < ?
      ORDER BY given_key, id LIMIT ?
      """

  private func named(family: String, given: String) throws -> [FindRow] {
    try rows(PersonFinder.familyStarts, [family, family + NameRange.end, nearLimit])
  }

  private func named(exactly family: String, given: String) throws -> [FindRow] {
    try rows(PersonFinder.familyAndGiven, [family, given, given + NameRange.end, nearLimit])
  }

  // MARK: As meant

  /// Names that sound like, are short for, or are a slip away from what was typed.
  mutating func byNameAsMeant() throws -> [FoundPerson] {
    let fitting = try fitting()
    var rows: [FindRow] = []
    for set in names.wordSets {
      rows += try meant(Array(set.prefix(PersonFinder.mostWords)), fitting)
    }
    var found = try judged(rows)
    let needed = Array(names.needed.prefix(PersonFinder.mostWords))
    if needed.count > 1 { found += try withoutOne(needed, fitting, enough: found.count >= 5) }
    return found
  }

  /// One word meant otherwise and the rest as typed, then all of them meant otherwise.
  private func meant(
    _ words: [Int], _ fitting: [[NameVocabulary.Fitting]]
  ) throws -> [FindRow] {
    var rows: [FindRow] = []
    for odd in words where !fitting[odd].isEmpty {
      let parts = words.map { $0 == odd ? meant(fitting[$0]) : starting($0) }
      rows += try fullText(FullText.all(of: parts), PersonFinder.taken)
    }
    guard words.count > 1 else { return rows }
    let either = words.map { self.either($0, fitting[$0]) }
    return rows + (try fullText(FullText.all(of: either), PersonFinder.taken))
  }

  /// A word too many was typed, or one that stands nowhere on the record.
  private mutating func withoutOne(
    _ needed: [Int], _ fitting: [[NameVocabulary.Fitting]], enough: Bool
  ) throws -> [FoundPerson] {
    if needed.count == 2, enough { return [] }
    var rows: [FindRow] = []
    for left in needed {
      let parts = needed.filter { $0 != left }.map { either($0, fitting[$0]) }
      rows += try fullText(FullText.all(of: parts), PersonFinder.taken / 3)
    }
    return try judged(rows, missing: 1)
  }

  // MARK: The full-text index

  private func exactly(_ index: Int) -> String {
    let word = names.words[index]
    return FullText.any(of: ([word.word] + [word.joined].compactMap(\.self)).map(FullText.same))
  }

  private func starting(_ index: Int) -> String {
    let word = names.words[index]
    return FullText.any(
      of: ([word.word] + [word.joined].compactMap(\.self)).map(FullText.starting))
  }

  private func meant(_ fitting: [NameVocabulary.Fitting]) -> String {
    FullText.any(of: fitting.map { FullText.same($0.word) })
  }

  private func either(_ index: Int, _ fitting: [NameVocabulary.Fitting]) -> String {
    FullText.any(of: [starting(index)] + fitting.map { FullText.same($0.word) })
  }

  static let byWords =
    columns + """
       FROM person_words JOIN person ON person.id = person_words.rowid
      WHERE person_words MATCH ? LIMIT ?
      """

  func fullText(_ question: String, _ most: Int) throws -> [FindRow] {
    try rows(PersonFinder.byWords, [question, most])
  }

  /// The rows whose names really fit, with how well; each person once.
  private mutating func judged(_ rows: [FindRow], missing: Int = 0) throws -> [FoundPerson] {
    var seen: Set<PersonID> = []
    return try rows.filter { seen.insert($0.id).inserted }.compactMap { row in
      try match(row, missing: missing).map {
        FoundPerson(row, cost: $0.cost, because: $0.because)
      }
    }
  }
}
