import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Looks at somebody's record, given and refused")
struct ViewingTests {
  let office: CustodyOffice
  let now = CustodyOffice.nine.adding(minutes: 60)

  init() throws { office = try CustodyOffice() }

  private func write<Answer: Sendable>(
    as worker: Worker, _ body: @escaping @Sendable (WriteTransaction, RuleContext) throws -> Answer
  ) throws -> Answer {
    let context = try office.context(at: now, as: worker)
    let by = try Attribution(by: worker.id, as: worker.role, at: now)
    return try office.store.write(by) { try body($0, context) }
  }

  private func trail(of person: RecordRef) throws -> [AuditEntry] {
    try office.store.read { try $0.auditEntries(about: PersonID(person.number)) }
  }

  struct Door: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let form: FormID
    let kind: String
    /// Which record the form is about.
    let about: @Sendable (ViewingTests, RecordRef) throws -> RecordRef
  }

  static let doors = [
    Door(
      testDescription: "the person's details", form: PersonForm.id, kind: "person.view",
      about: { _, person in person }),
    Door(
      testDescription: "an appointment of theirs", form: AppointmentForm.id, kind: "person.view",
      about: { test, person in try test.appointment(person) }),
    Door(
      testDescription: "their detention", form: CustodyDetailsForm.id, kind: "custody.view",
      about: { test, person in try test.detention(person) }),
  ]

  @Test(
    "GEN-003: opening a form about somebody is a look, and one entry tells of it", arguments: doors)
  func forms(_ door: Door) throws {
    let person = try office.person()
    let about = try door.about(self, person)
    let before = try trail(of: person).count
    let opened = try write(as: office.arw) { try Viewing.open(door.form, about: about, in: $0, $1) }
    #expect(opened.heading?.contains("MARSH") == true)
    let entries = try trail(of: person)
    #expect(entries.count == before + 1)
    #expect(entries.first?.kind == door.kind)
    #expect(entries.first?.worker == office.arw.id && entries.first?.role == .arw)
    #expect(entries.first?.detail?.contains(#""form":"\#(door.form.text)""#) == true)
  }

  @Test(
    "GEN-003: a look that is refused leaves an entry too, with the reason",
    arguments: [
      FormID("person"), "dir", "appointment",
    ])
  func refused(_ form: FormID) throws {
    let person = try office.person()
    let worker = office.intelligence
    let error = #expect(throws: FormDesk.Failure.self) {
      try write(as: worker) { try Viewing.open(form, about: person, in: $0, $1) }
    }
    let finding = try #require(error.flatMap { Viewing.refusal($0) })
    #expect(finding.rule == (form == "dir" ? "CUS-022" : "GEN-003"))
    _ = try write(as: worker) { transaction, _ in
      try Viewing.noteRefusal(finding, at: person, in: transaction)
    }
    let newest = try #require(try trail(of: person).first)
    #expect(newest.kind == "permission.refused")
    #expect(newest.worker == worker.id && newest.role == .dio)
    #expect(newest.rule == finding.rule && newest.reason == finding.words)
  }

  @Test("GEN-003: going on with a form one left is a look at what it is about")
  func resumed() throws {
    let person = try office.person()
    let (arw, at) = (office.arw, now)
    let context = try office.context(at: now)
    let opened = try office.store.read {
      try FormDesk.open(PersonForm.id, about: person, on: $0, in: context)
    }
    let draft = try office.store.keepDraft(
      nil,
      KeptDraft(
        form: PersonForm.id, about: person, draft: opened.draft, base: opened.draft,
        revision: opened.revision), by: arw.id, at: at)
    let resumed = try write(as: arw) { try Viewing.resume(draft, of: arw.id, in: $0, $1).kept }
    #expect(resumed.about == person)
    #expect(try trail(of: person).first?.kind == "person.view")
    #expect(throws: StoreError.self, "nobody else's") {
      try write(as: office.cjit) { try Viewing.resume(draft, of: office.cjit.id, in: $0, $1).kept }
    }
  }

  @Test("CUS-010: a look at a detention without permission names nobody on the trail")
  func withoutPermission() throws {
    let entry = try office.arrival()
    _ = try write(as: office.arw) { try Viewing.open(OfferForm.id, about: entry, in: $0, $1) }
    let newest = try office.store.read { try $0.auditEntries(about: AuditedRecord(entry)) }.first
    #expect(newest?.kind == "custody.view")
    #expect(newest?.person == nil)
  }

  func detention(_ person: RecordRef) throws -> RecordRef {
    let entry = try office.arrival()
    try office.permit(entry)
    try office.link(entry, to: person)
    return entry
  }

  func appointment(_ person: RecordRef) throws -> RecordRef {
    try office.save(
      AppointmentForm.id, about: person,
      [
        AppointmentForm.date: "08/10/2007", AppointmentForm.start: "10:00",
        AppointmentForm.length: "30", AppointmentForm.place: "Quay House",
        AppointmentForm.worker: office.cjit.id.ref.text,
        AppointmentForm.kind: AppointmentKind.oneToOne.code,
      ])
  }
}
