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
        pnc: "2004/1234567F", lrn: "LR 77-1", postcode: "PO33 2ZZ", phones: ["+44 7700 900123"]),
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
    "People are found by what is known of them, and every hit says why",
    arguments: [
      ("oconnor", ["O'Connor"], "name"), ("O'CON", ["O'Connor"], "name"),
      ("connor", ["O'Connor"], "name"), ("sian", ["O'Connor"], "name"),
      ("sian oconnor", ["O'Connor"], "name"), ("doyle", ["O'Connor"], "alias Shaz Doyle"),
      ("jones", ["Smith-Jones"], "name"), ("smithjones", ["Smith-Jones"], "name"),
      ("smith-j", ["Smith-Jones", "Smith"], "name"),
      ("paul smi", ["Smith", "Smithers"], "name"), ("j s", ["Smith", "Smith-Jones"], "name"),
      ("vanderberg", ["van der Berg"], "name"), ("berg", ["van der Berg"], "name"),
      ("luczak", ["Łuczak"], "name"), ("Łuc", ["Łuczak"], "name"),
      ("suryani", ["Suryani"], "name"),
      (
        "sharn oconner", ["O'Connor"],
        "a spelling of Sharn, sounds like Oconner"
      ),
      ("mick doyle", ["O'Connor"], "alias Shaz Doyle, without Mick"),
      ("soorianee", ["Suryani"], "sounds like Soorianee"),
      ("04/1234567F", ["O'Connor"], "PNC 2004/1234567F"),
      ("2004/1234567G", ["O'Connor"], "PNC 2004/1234567, another letter than G"),
      ("2004/1234576F", ["O'Connor"], "PNC 2004/1234567F, one digit different"),
      ("265416/21g", ["Smith"], "CRO 265416/21G"),
      ("a1234bc", ["Smithers"], "prison number A1234BC"),
      ("a1243bc", ["Smithers"], "prison number A1234BC, one digit different"),
      ("lr771", ["O'Connor"], "reference LR771"),
      ("po332zz", ["O'Connor"], "postcode PO33 2ZZ"), ("po33", ["O'Connor"], "postcode PO33..."),
      ("07700 900123", ["O'Connor"], "phone 07700900123"),
      ("900123", ["O'Connor"], "phone ends 900123"),
      ("07700 900132", ["O'Connor"], "phone 07700900123, one digit different"),
      ("P-3", ["Smith"], "number P-0003"), ("p0003", ["Smith"], "number P-0003"),
      ("3", ["Smith"], "number P-0003"),
      ("3/4/85", ["Smith", "Smithers"], "born 03/04/1985"),
      ("3 apr 1985", ["Smith", "Smithers"], "born 03/04/1985"),
      ("4/3/85", ["Smith", "Smithers"], "born 03/04/1985 with day and month swapped"),
      ("2/4/85", ["Smith", "Smithers"], "born 03/04/1985, one day out"),
      ("3/4/58", ["Smith", "Smithers"], "born 03/04/1985, another year"),
      ("apr 85", ["Smith", "Smithers"], "born 03/04/1985"),
      ("J S 1985", ["Smith"], "born 03/04/1985"),
      ("oconnor po33 2zz", ["O'Connor"], "postcode PO33 2ZZ"),
      ("zzz", [], ""), ("", [], ""), ("\" OR *", [], ""), ("'; --", [], ""), ("*", [], ""),
      ("NEAR(a b)", [], ""),
    ])
  func finds(typed: String, families: [String], because: String) throws {
    let file = try Self.file()
    let hits = try file.read {
      try PersonRecords.find(typed, limit: 20, in: $0, Self.context)
    }
    let best = hits.prefix { $0.because == because }
    #expect(
      Set(best.map(\.familyName)) == Set(families),
      "\(hits.map { "\($0.familyName): \($0.because ?? "")" })")
    if families.isEmpty { #expect(hits.isEmpty) }
  }

  @Test(
    "A name with a date: who fits both comes first, then the near dates, then either alone",
    arguments: [
      ("smithers 3/4/1985", "born 03/04/1985", "born 03/04/1985, another name"),
      ("smithers 4/3/85", "born 03/04/1985 with day and month swapped", nil),
      ("smithers 4/3/1986", "born 03/04/1985, another year, day and month swapped", nil),
      ("smithers 3/4/1990", "name, born 03/04/1985", nil),
      ("suryani 3/4/85", "name, date of birth not known", "born 03/04/1985, another name"),
      ("smithurs 3/4/85", "sounds like Smithurs, born 03/04/1985", "born 03/04/1985, another name"),
    ])
  func dated(typed: String, first: String, other: String?) throws {
    let file = try Self.file()
    let hits = try file.read { try PersonRecords.find(typed, limit: 20, in: $0, Self.context) }
    #expect(hits.first?.because == first)
    if let other { #expect(hits.contains { $0.because == other }, "\(hits.map(\.because))") }
  }

  @Test("The first answer stands at the head of the whole answer, whatever is typed")
  func depths() throws {
    let file = try Self.file()
    for typed in [
      "s", "sm", "smith", "paul smi", "3/4/85", "smith 3/4/85", "p", "po33", "jan 1970",
    ] {
      let (near, far) = try file.read { records in
        try (
          PersonRecords.find(typed, limit: 6, depth: .near, in: records, Self.context),
          PersonRecords.find(typed, limit: 6, in: records, Self.context)
        )
      }
      #expect(Array(far.prefix(near.count)) == near, "\(typed)")
      #expect(Set(far.map(\.ref)).count == far.count)
    }
  }

  @Test("GEN-003: who may not read people finds nobody", arguments: [Role.adm, .dio, .supt, .aud])
  func access(role: Role) throws {
    let file = try Self.file()
    let context = file.context(Worker(id: WorkerID(9), name: "Ada Dunn", role: role))
    #expect(throws: StoreError.self) {
      try file.read { try PersonRecords.find("smith", limit: 5, in: $0, context) }
    }
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
