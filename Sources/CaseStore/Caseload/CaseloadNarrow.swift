import CaseRules
import SQLite

/// What is typed into a long caseload and starts no family name there: another name, the number of a
/// client, the name of a worker, or a flag.
struct CaseloadNarrow {
  typealias Found = (key: NameKey, line: CaseloadLine)

  let typed: String
  let words: [String]
  let question: CaseloadQuestion
  let records: Connection
  let context: RuleContext

  /// As many of each as are counted anywhere.
  private static let most = NamePages.countsTo

  /// In the order of names, each once.
  func rows() throws -> [Found] {
    var found: [Int64: Found] = [:]
    for row in try ofPeople() + ofWorkers() { found[row.key.number] = row }
    if found.isEmpty { for row in try flagged() { found[row.key.number] = row } }
    return found.values.sorted { $0.key < $1.key }
  }

  private func ask(_ condition: String, _ values: (any SQLBindable)?...) throws -> [Found] {
    try records.query(
      question.held(to: condition), values: question.values + values + [CaseloadNarrow.most]
    ) { try CaseloadPages.keyed($0, records, context) }
  }

  private func ofPeople() throws -> [Found] {
    let named = try PersonRecords.matching(words, limit: CaseloadNarrow.most, records)
    return try (named + [numbered].compactMap(\.self)).flatMap {
      try ask(CaseloadQueries.andOfPerson, $0)
    }
  }

  /// "P-0192", or its figures alone.
  private var numbered: PersonID? {
    RecordRef(typed).flatMap { PersonID($0) } ?? Int64(typed).map { PersonID($0) }
  }

  private func ofWorkers() throws -> [Found] {
    guard !words.isEmpty else { return [] }
    return try records.workers().map(\.worker).filter { worker in
      let names = NameFolding.typedWords(worker.name)
      return words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }.flatMap { try ask(CaseloadQueries.andOfWorker, $0.id) }
  }

  /// No index is in the order of flags: the list is walked, once nothing else fits.
  private func flagged() throws -> [Found] {
    let wanted = typed.foldedForSearch
    let conditions = CaseloadFlag.all.filter { $0.foldedForSearch.hasPrefix(wanted) }
      .map(CaseloadQueries.andFlagged)
    return try Set(conditions).flatMap { try ask($0) }
      .filter { $0.line.flags.contains { $0.foldedForSearch.hasPrefix(wanted) } }
  }
}
