import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("The index people are found by")
struct SearchIndexTests {
  /// Every row of every table of the index.
  private static func rows(_ file: TemporaryStore) throws -> [String] {
    try file.read { records in
      let texts = [
        "SELECT 'words ' || rowid || ' ' || family_words || '/' || other_words FROM person_words",
        "SELECT 'word ' || word FROM name_word",
        "SELECT 'key ' || kind || ' ' || key || ' ' || word FROM name_key",
        "SELECT 'number ' || kind || ' ' || key || ' ' || person FROM person_key",
      ]
      return try texts.flatMap { try records.query($0 + " ORDER BY 1") { try $0.text(0) } }
    }
  }

  private static func change(
    _ file: TemporaryStore, _ id: Int64, _ body: @escaping @Sendable (inout Person) -> Void
  ) throws {
    try file.store.write(try file.attribution()) { transaction in
      var person = try #require(try PersonRecords.one(PersonID(id), in: transaction.connection))
      body(&person)
      try PersonRecords.change(person, in: transaction)
    }
  }

  private static func worked() throws -> TemporaryStore {
    let file = try TemporaryStore()
    let people: [Person] = [
      .example(
        family: "O'Connor", given: "Siân", aliases: ["Shaz", "Mick Doyle"],
        lrn: "LR 7", oasys: "X-1", phones: ["07700 900001", "+44 7700 900002"]),
      .example(family: "Doyle", given: "Wojciech", phones: ["07700 900001"]),
      .example(family: "van der Berg", given: "Jan", aliases: ["Doyle"]),
    ]
    for person in people { _ = try file.add(person) }
    try change(file, 1) {
      $0.name = PersonName(family: "Nowak-Hill", given: "Ann")
      $0.aliases.removeFirst()
      $0.phones.removeFirst()
      $0.numbers.lrn = "LR 8"
    }
    try change(file, 3) { $0.aliases = [] }
    try change(file, 2) { $0.home.address = "2 Quay Lane" }
    return file
  }

  @Test("Made anew, it holds exactly what was kept with every change")
  func rebuilt() throws {
    let file = try Self.worked()
    let kept = try Self.rows(file)
    let count = try file.store.write(try file.attribution()) {
      try PersonSearchIndex.rebuild(in: $0)
    }
    #expect(count == 3)
    #expect(try Self.rows(file) == kept)
    #expect(kept.contains("word nowakhill") && kept.contains("number 1 07700900002 1"))
    #expect(kept.contains("number 2 20000900770 1"))
    #expect(kept.contains("number 3 LR8 1"))
  }

  @Test("Words that nobody has any more are gone, those that somebody else has are not")
  func removed() throws {
    let rows = try Self.rows(try Self.worked())
    #expect(!rows.contains("word oconnor") && !rows.contains("word shaz"))
    #expect(!rows.contains { $0.hasSuffix(" oconnor") })
    #expect(rows.contains("word doyle"))
    #expect(!rows.contains("number 3 LR7 1"))
    #expect(rows.contains("number 1 07700900001 2") && !rows.contains("number 1 07700900001 1"))
  }

  @Test("A file from before the index gets it with the upgrade")
  func upgrade() throws {
    let file = try Self.worked()
    let kept = try Self.rows(file)
    try file.store.write(try file.attribution()) { transaction in
      try transaction.connection.executeScript(
        "DELETE FROM name_word; DELETE FROM name_key; DELETE FROM person_key;")
      _ = try PersonSearchIndex.fill(in: transaction.connection)
      try transaction.audit(AuditEvent(.indexRebuilt))
    }
    #expect(try Self.rows(file) == kept)
  }

  @Test("The people a demonstration invents are in the index as if they had been taken in by hand")
  func bulk() throws {
    let file = try TemporaryStore()
    let maker = DemoMaker(people: 100, withHistory: 60, seed: 3, now: .at("2026-11-23 10:00"))
    try maker.make(in: file.store) { _ in }
    let people = try file.read { try $0.first("SELECT count(*) FROM person") { try $0.int(0) } }
    #expect(people.map { $0 > 60 } == true, "not only those with a history")
    let kept = try Self.rows(file)
    let admin = try #require(
      try file.read { try $0.workers() }.map(\.worker).first { $0.role == .adm && $0.active })
    _ = try file.store.write(try file.attribution(by: admin.id)) {
      try PersonSearchIndex.rebuild(in: $0)
    }
    #expect(try Self.rows(file) == kept)
  }
}
