import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// Every question of the search goes by an index, and none sorts what it finds.
@Suite("Finding people at size")
struct SearchPlanTests {
  private static let large = LargeFile.shared

  private static func plan(_ sql: String) throws -> [String] {
    let file = try large.get()
    let marks = sql.count { $0 == "?" }
    let values = Array(repeating: "a" as (any SQLBindable)?, count: marks)
    let statement = "EXPLAIN QUERY PLAN " + sql
    let bound = values.map { $0?.sqlValue ?? .null }
    return try file.file.read { records in
      try records.query(statement, values: bound.map { $0 as (any SQLBindable)? }) {
        try $0.text(3)
      }
    }
  }

  private static let questions: [(String, String)] = [
    (PersonFinder.familyStarts, "person_by_name (family_key>? AND family_key<?)"),
    (PersonFinder.familyAndGiven, "person_by_name (family_key=? AND given_key>? AND given_key<?)"),
    (PersonFinder.byWords, "VIRTUAL TABLE INDEX"),
    (PersonFinder.bornOn, "person_by_birth (born=?)"),
    (PersonFinder.bornWithin, "person_by_birth (born>? AND born<?)"),
    (PersonFinder.byID, "INTEGER PRIMARY KEY (rowid=?)"),
    (PersonFinder.byPNC, "person_by_pnc (pnc=?)"),
    (PersonFinder.byCRO, "person_by_cro (cro=?)"),
    (PersonFinder.byPrison, "person_by_prison_number (prison_number=?)"),
    (PersonFinder.byPostcode, "person_by_postcode (postcode=?)"),
    (PersonFinder.byPNCStart, "person_by_pnc (pnc>? AND pnc<?)"),
    (PersonFinder.byCROStart, "person_by_cro (cro>? AND cro<?)"),
    (PersonFinder.byPrisonStart, "person_by_prison_number (prison_number>?"),
    (PersonFinder.byPostcodeStart, "person_by_postcode (postcode>? AND postcode<?)"),
    (PersonFinder.byKey, "PRIMARY KEY (kind=? AND key>? AND key<?)"),
    (PersonFinder.aliasesOf, "person_alias_by_person (person=?)"),
    (NameVocabulary.byKey, "PRIMARY KEY (kind=? AND key=?)"),
  ]

  @Test("No question scans a table or sorts what it finds")
  func plans() throws {
    for (sql, index) in Self.questions {
      let plan = try Self.plan(sql)
      #expect(plan.contains { $0.contains(index) }, "\(index): \(plan)")
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
      #expect(
        !plan.contains { $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL TABLE INDEX") }, "\(plan)")
    }
  }

  @Test("Dates of birth are read from their index alone")
  func covering() throws {
    for sql in [PersonFinder.bornOn, PersonFinder.bornWithin] {
      #expect(try Self.plan(sql).first?.contains("COVERING INDEX") == true)
    }
  }

  @Test("However many there are, the one who was meant is among the hits, and they are limited")
  func many() throws {
    let large = try Self.large.get()
    let context = large.context(large.workers[0])
    for (typed, family) in [
      ("smythers zoe", "Smithers"), ("zoey smitherson", "Smithersson"), ("thorn kit 1970", "Thorn"),
      ("burchley", "Birchley"), ("jon smithers", "Smithers"),
    ] {
      let hits = try large.file.read {
        try PersonRecords.find(typed, limit: 60, in: $0, context)
      }
      #expect(hits.count <= 60)
      #expect(hits.prefix(20).contains { $0.familyName == family }, "\(typed): \(hits.prefix(5))")
      #expect(hits.allSatisfy { $0.because?.isEmpty == false })
    }
  }
}
