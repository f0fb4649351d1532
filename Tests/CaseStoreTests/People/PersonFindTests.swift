import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Finding people")
struct PersonFindTests {
  private static let context = RuleContext(
    now: .at("2026-11-23 10:00"), calendar: .englandAndWales, settings: Settings(),
    codes: .seeded, worker: Worker(id: WorkerID(2), name: "Cara Doyle", role: .cjit))

  private static func file() throws -> TemporaryStore {
    let file = try TemporaryStore()
    let people: [Person] = [
      .example(
        family: "O'Connor", given: "Siân", aliases: ["Shaz Doyle"], born: "1979-06-15",
        pnc: "2004/1234567F", postcode: "PO33 2ZZ"),
      .example(family: "Smith-Jones", given: "Anne-Marie", born: "1991-08-19"),
      .example(family: "Smith", given: "John Paul", born: "1985-04-03", cro: "265416/21G"),
      .example(family: "Smithers", given: "Paul", born: "1985-04-03", prison: "A1234BC"),
      .example(family: "van der Berg", given: "Jan", born: "1970-01-01"),
      .example(family: "Łuczak", given: "Ewa", born: "1988-02-28"),
      .example(family: "Suryani", given: "", born: nil, age: 40),
    ]
    for person in people { _ = try file.add(person) }
    return file
  }

  @Test(
    "People are found by what is known of them",
    arguments: [
      ("oconnor", ["O'Connor"], "name"), ("O'CON", ["O'Connor"], "name"),
      ("connor", ["O'Connor"], "name"), ("sian", ["O'Connor"], "name"),
      ("sian oconnor", ["O'Connor"], "name"), ("doyle", ["O'Connor"], "alias Shaz Doyle"),
      ("jones", ["Smith-Jones"], "name"), ("smithjones", ["Smith-Jones"], "name"),
      ("smith-j", ["Smith-Jones", "Smith"], "name"),
      ("paul smi", ["Smith", "Smithers"], "name"),
      ("vanderberg", ["van der Berg"], "name"), ("berg", ["van der Berg"], "name"),
      ("luczak", ["Łuczak"], "name"), ("Łuc", ["Łuczak"], "name"),
      ("suryani", ["Suryani"], "name"),
      ("04/1234567F", ["O'Connor"], "PNC 2004/1234567F"),
      ("265416/21g", ["Smith"], "CRO 265416/21G"),
      ("a1234bc", ["Smithers"], "prison number A1234BC"),
      ("po332zz", ["O'Connor"], "postcode PO33 2ZZ"),
      ("P-3", ["Smith"], "number"), ("p0003", ["Smith"], "number"), ("3", ["Smith"], "number"),
      ("3/4/85", ["Smith", "Smithers"], "born 03/04/1985"),
      ("3 apr 1985", ["Smith", "Smithers"], "born 03/04/1985"),
      ("smithers 3/4/1985", ["Smithers"], "born 03/04/1985"),
      ("zzz", [], ""), ("", [], ""), ("\" OR *", [], ""), ("'; --", [], ""),
    ])
  func finds(typed: String, families: [String], because: String) throws {
    let file = try Self.file()
    let hits = try file.read {
      try PersonRecords.find(typed, limit: 20, in: $0, Self.context)
    }
    #expect(Set(hits.map(\.familyName)) == Set(families), "\(hits.map(\.familyName))")
    for hit in hits { #expect(hit.because == because) }
  }

  @Test("A changed name is found under the new one only")
  func changed() throws {
    let file = try Self.file()
    try file.store.write(try file.attribution()) { transaction in
      var person = try #require(try PersonRecords.one(PersonID(6), in: transaction.connection))
      person.name = PersonName(family: "Kowal", given: "Ewa")
      try PersonRecords.change(person, in: transaction)
    }
    func found(_ typed: String) throws -> [String] {
      try file.read {
        try PersonRecords.find(typed, limit: 20, in: $0, Self.context).map(\.familyName)
      }
    }
    #expect(try found("luczak") == [])
    #expect(try found("kowal") == ["Kowal"])
  }

  @Test("The index made anew holds what it held")
  func rebuild() throws {
    let file = try Self.file()
    func words() throws -> [String] {
      try file.read { records in
        try records.query(
          "SELECT rowid, family_words, other_words FROM person_words ORDER BY rowid"
        ) { "\(try $0.int(0)) \(try $0.text(1)) \(try $0.text(2))" }
      }
    }
    let before = try words()
    let count = try file.store.write(try file.attribution()) {
      try PersonSearchIndex.rebuild(in: $0)
    }
    #expect(count == 7)
    #expect(try words() == before)
  }

  @Test("The list comes in the order of names, accents and apostrophes set aside")
  func order() throws {
    let file = try Self.file()
    let page = try file.read {
      try PersonRecords.page(narrow: "", .first, limit: 50, in: $0, Self.context)
    }
    #expect(
      page.lines.map(\.familyName) == [
        "Łuczak", "O'Connor", "Smith", "Smith-Jones", "Smithers", "Suryani", "van der Berg",
      ])
    #expect(!page.hasBefore && !page.hasAfter)
    #expect(page.total == 7 && !page.isMore)
  }

  @Test("Windows fit together forwards and backwards, whatever they narrow to")
  func windows() throws {
    let file = try TemporaryStore()
    let names = ["Ash", "Birch", "Cedar", "Smith", "Smithson", "Smyth"]
    try file.store.write(try file.attribution()) { transaction in
      for index in 0..<60 {
        _ = try PersonRecords.add(
          .example(family: names[index % names.count], given: "N\(index % 7)"), in: transaction)
      }
    }
    for narrow in ["", "smi", "n3", "smi n3", "n3 smi"] {
      let all = try file.read {
        try PersonRecords.page(narrow: narrow, .first, limit: 100, in: $0, Self.context).lines
      }
      #expect(!all.isEmpty)
      #expect(try Self.walk(file, narrow, forwards: true) == all, "\(narrow) forwards")
      #expect(try Self.walk(file, narrow, forwards: false) == all, "\(narrow) backwards")
    }
  }

  private static func walk(
    _ file: TemporaryStore, _ narrow: String, forwards: Bool
  ) throws
    -> [PersonLine]
  {
    var lines: [PersonLine] = []
    var place: NamePlace = forwards ? .first : .last
    for _ in 0..<100 {
      let asked = place
      let page = try file.read {
        try PersonRecords.page(narrow: narrow, asked, limit: 4, in: $0, context)
      }
      lines = forwards ? lines + page.lines : page.lines + lines
      guard forwards ? page.hasAfter : page.hasBefore,
        let edge = forwards ? page.lines.last : page.lines.first
      else { return lines }
      let key = NameKey(
        family: edge.familyName, given: edge.givenNames, number: edge.ref.number)
      place = forwards ? .after(key) : .before(key)
    }
    return lines
  }
}
