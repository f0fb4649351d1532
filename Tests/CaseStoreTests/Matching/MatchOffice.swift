import CaseRules
import SQLite

@testable import CaseStore

/// People through the door of the forms, some of them twice.
extension CaseloadOffice {
  static let harrow: [FieldCode: String] = [
    PersonForm.family: "Harrow", PersonForm.given: "Miles", PersonForm.born: "03/04/1985",
    PersonForm.sex: "M", PersonForm.ethnicity: "W1", PersonForm.address: "1 Quay Lane",
    PersonForm.risks: "none",
  ]

  /// The same with other answers.
  static func like(_ changes: [FieldCode: String]) -> [FieldCode: String] {
    harrow.merging(changes) { _, new in new }
  }

  func known(_ changes: [FieldCode: String] = [:]) throws -> RecordRef {
    try save(PersonForm.id, Self.like(changes), as: arw).ref
  }

  /// Somebody who is on file, and again under a misspelt name; the pair that was found.
  func twice() throws -> (known: RecordRef, again: RecordRef, pair: RecordRef) {
    let known = try known()
    let again = try self.known([PersonForm.family: "Harow"])
    let pair = try waiting(for: again)
    guard let one = pair.first, pair.count == 1 else {
      throw NotSaved(words: ["\(pair.count) possible records"])
    }
    return (known, again, one.ref)
  }

  func waiting(for person: RecordRef) throws -> [PossibleRecord] {
    try file.read { try PossibleRecords.waiting(for: PersonID(person.number), in: $0) }
  }

  func pair(_ ref: RecordRef) throws -> PossibleRecord {
    try file.read { try PossibleRecords.found(ref, in: $0) }
  }

  func merge(
    _ pair: RecordRef, keep: String = "1", _ answers: [FieldCode: String] = [:],
    _ now: String = CaseloadOffice.now, as worker: Worker? = nil
  ) throws -> PersonMergeRecord {
    var answers = answers
    answers[MergeForm.keep] = keep
    answers[MergeForm.reason] = "Same PNC on the custody record"
    let saved = try save(MergeForm.id, about: pair, answers, now, as: worker ?? leader)
    let merges = try file.read { try PersonMerges.all(into: PersonID(saved.ref.number), in: $0) }
    guard let merge = merges.first else { throw NotSaved(words: ["not merged"]) }
    return merge
  }

  func unmerge(
    _ merge: PersonMergeRecord, along: [RecordRef] = [], _ now: String = CaseloadOffice.now
  ) throws -> SavedForm {
    let opened = try open(UnmergeForm.id, about: merge.ref, now, as: leader)
    let rows = (opened.draft.rows[UnmergeForm.added] ?? []).map { row in
      var row = row
      let ref = RecordRef(row.texts[UnmergeForm.record] ?? "")
      if let ref, along.contains(ref) { row.texts[UnmergeForm.goes] = "y" }
      return row
    }
    return try save(
      UnmergeForm.id, about: merge.ref,
      [UnmergeForm.reason: "Two people: both seen today"],
      rows: rows.isEmpty ? [:] : [UnmergeForm.added: rows], now, as: leader)
  }

  func file(of person: RecordRef, _ now: String = CaseloadOffice.now) throws -> PersonFile {
    let context = try context(now, as: leader)
    return try file.read { try PersonFiles.load(PersonID(person.number), in: $0, context) }
  }

  func find(_ typed: String) throws -> [PersonLine] {
    let context = try context()
    return try file.read { try PersonRecords.find(typed, limit: 20, in: $0, context) }
  }

  /// Every row of every table that says something about people, but for the trail of it all.
  func picture() throws -> [String] {
    try file.read { records in
      let tables =
        PersonTables.moved.map(\.name.description) + [
          "person", "person_alias", "person_phone", "person_key", "name_word", "name_key",
        ]
      return try Set(tables).sorted().flatMap { table in
        let columns = try records.query(
          "SELECT name FROM pragma_table_info(?) WHERE name <> 'revision' ORDER BY cid", table
        ) { try $0.text(0) }
        let row = columns.map { "quote(\"" + $0 + "\")" }.joined(separator: " || ' ' || ")
        return try records.query("SELECT " + row + " FROM " + table + " ORDER BY 1") {
          table + " " + (try $0.text(0))
        }
      }
    }
  }
}
