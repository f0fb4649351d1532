import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("People in the file")
struct PersonRecordsTests {
  @Test(
    "Names of every kind come back as they were typed",
    arguments: [
      ("O'Connor", "Siân"), ("Smith-Jones", "Anne-Marie"), ("Suryani", ""), ("王", "小明"),
      ("Nguyễn", "Thị Ánh"), ("Unknown", "Unknown"), ("van der Berg", "Jan"),
      (String(repeating: "Wolfe-", count: 15) + "Cholmondeley", "X"),
    ])
  func names(family: String, given: String) throws {
    let file = try TemporaryStore()
    let id = try file.add(.example(family: family, given: given))
    let person = try file.read { try PersonRecords.one(id, in: $0) }
    #expect(person?.name == PersonName(family: family, given: given))
  }

  @Test("Everything on the form comes back")
  func roundTrip() throws {
    let file = try TemporaryStore()
    var person = Person.example(
      aliases: ["Milo"], born: nil, age: 31, pnc: "2004/1234567F", cro: "265416/21G",
      prison: "A1234BC", postcode: "PO33 2ZZ", risks: [.selfHarm, .weapons])
    person.home.noFixedAbode = .no
    person.home.accommodation = "2"
    person.phones = [
      Person.Phone(id: -1, number: "01983 555012", safeToRing: .yes, safeToLeaveMessage: .no)
    ]
    person.circumstances = Person.Circumstances(
      veteran: .no, pregnant: nil, children: 2, childrenLiveWith: .notKnown, safeguarding: .no,
      employed: .no, settledRelationship: .yes)
    person.riskNote = "Seen with a knife"
    let id = try file.add(person)
    var found = try #require(try file.read { try PersonRecords.one(id, in: $0) })
    #expect(found.aliases.map(\.name) == ["Milo"])
    #expect(found.phones.map(\.number) == ["01983 555012"])
    found.id = person.id
    found.aliases = person.aliases
    found.phones[0].id = -1
    #expect(found == person)
  }

  @Test("GEN-003: a change keeps from and to of every answer, and the version")
  func change() throws {
    let file = try TemporaryStore()
    let id = try file.add(.example(aliases: ["Milo"]))
    try file.store.write(try file.attribution()) { transaction in
      var person = try #require(try PersonRecords.one(id, in: transaction.connection))
      person.name = PersonName(family: "Harrow-Vale", given: "Miles")
      person.home.address = "9 New Street"
      person.aliases = [Person.Alias(id: -1, name: "Smiler")]
      try PersonRecords.change(person, in: transaction)
    }
    let entries = try file.read { try $0.auditEntries(about: AuditedRecord(id.ref)) }
    #expect(entries.map(\.kind) == ["record.change", "record.create"])
    let detail = try #require(entries.first?.detail)
    for words in ["Harrow", "Harrow-Vale", "1 Quay Lane", "9 New Street", "Milo", "Smiler"] {
      #expect(detail.contains(words))
    }
    #expect(entries.first?.revisionBefore == 1)
    #expect(entries.first?.revisionAfter == 2)
    let aliases = try file.read { try PersonRecords.one(id, in: $0)?.aliases.map(\.name) }
    #expect(aliases == ["Smiler"])
  }

  @Test("Two editors: the second is told, nothing is overwritten")
  func twoEditors() throws {
    let file = try TemporaryStore()
    let id = try file.add(.example())
    let opened = try #require(try file.read { try PersonRecords.one(id, in: $0) })
    func save(_ address: String) throws {
      try file.store.write(try file.attribution()) { transaction in
        var person = opened
        person.home.address = address
        try PersonRecords.change(person, in: transaction)
      }
    }
    try save("2 First Street")
    #expect(throws: ChangedElsewhere.self) { try save("3 Second Street") }
    let address = try file.read { try PersonRecords.one(id, in: $0)?.home.address }
    #expect(address == "2 First Street")
  }

  @Test("PPL-004: the file itself refuses a second PNC ID or CRO number")
  func duplicates() throws {
    let file = try TemporaryStore()
    _ = try file.add(.example(pnc: "2004/1234567F", cro: "265416/21G"))
    #expect(throws: SQLiteError.self) { try file.add(.example(pnc: "2004/1234567F")) }
    #expect(throws: SQLiteError.self) { try file.add(.example(cro: "265416/21G")) }
  }

  @Test("GEN-004: nobody is removed")
  func stays() throws {
    let file = try TemporaryStore()
    _ = try file.add(.example())
    #expect(throws: SQLiteError.self) {
      try file.store.write(try file.attribution()) {
        try $0.connection.execute("DELETE FROM person")
      }
    }
  }
}
