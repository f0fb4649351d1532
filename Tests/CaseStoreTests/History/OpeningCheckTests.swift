import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Seals, looked at when a record is opened")
struct OpeningCheckTests {
  let office: CustodyOffice
  let person: RecordRef
  static let now = CustodyOffice.nine.adding(minutes: 60)

  init() throws {
    office = try CustodyOffice()
    person = try office.person()
  }

  private func look() throws -> PersonFile {
    let context = try office.context(at: Self.now)
    let (id, by) = (
      PersonID(person.number), try Attribution(by: office.arw.id, as: .arw, at: Self.now)
    )
    return try office.store.write(by) { try PersonFiles.view(id, in: $0, context) }
  }

  private func change(_ sql: String) throws {
    try TamperTests.unchecked(office.store.path) { try $0.executeScript(sql) }
  }

  @Test("a record that only this program changed says nothing")
  func whole() throws {
    _ = try office.save(
      PersonForm.id, about: person,
      [
        PersonForm.family: "Marsh", PersonForm.given: "Robin", PersonForm.born: "03/04/1975",
        PersonForm.sex: "M", PersonForm.ethnicity: "W1", PersonForm.address: "2 Quay Lane",
        PersonForm.language: "English", PersonForm.interpreter: "n", PersonForm.risks: "none",
      ])
    #expect(try look().damage == nil)
    #expect(try look().damage == nil, "looking changes nothing")
  }

  @Test(
    "one changed behind the program's back says so in words, and the trail has it",
    arguments: [
      "UPDATE person SET risk_note = 'none at all'", "UPDATE person SET family_name = 'Bell'",
      "UPDATE consent SET given = 0",
    ])
  func changed(sql: String) throws {
    try change(sql)
    let damage = try #require(try look().damage)
    #expect(damage.contains("changed outside this program"))
    #expect(damage.contains("Do not rely on"))
    let newest = try office.store.read { try $0.auditEntries(about: PersonID(person.number)) }
    #expect(newest.contains { $0.kind == "integrity.failed" && $0.reason == damage })
  }

  @Test("papers of such a record are not printed")
  func papers() throws {
    try change("UPDATE person SET family_name = 'Bell'")
    let context = try office.context(at: Self.now)
    let (id, by) = (
      PersonID(person.number), try Attribution(by: office.arw.id, as: .arw, at: Self.now)
    )
    #expect(throws: StoreError.self) {
      try office.store.write(by) {
        _ = try $0.fileForPrint(of: id, as: "text", to: "the output", in: context)
      }
    }
  }

  @Test("a row sealed later by an entry about something else is not taken for damaged")
  func sealedElsewhere() throws {
    let by = try Attribution(by: office.arw.id, as: .arw, at: Self.now)
    try office.store.write(by) { transaction in
      try transaction.connection.execute("UPDATE person SET risk_note = 'told by the ward'")
      try transaction.noteListing(of: "people", rows: 1)
    }
    #expect(try look().damage == nil)
  }

  @Test("a detention is looked at in the same way")
  func detention() throws {
    let entry = try office.arrival()
    let (context, arw) = (try office.context(at: Self.now), office.arw)
    func damage() throws -> String? {
      let by = try Attribution(by: arw.id, as: .arw, at: Self.now)
      return try office.store.write(by) {
        try EntryFiles.view(entry, in: $0, context).damage
      }
    }
    #expect(try damage() == nil)
    try change("UPDATE custody_entry SET cell = 'Z9'")
    #expect(try damage()?.contains("A detention of this record") == true)
  }
}
