import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("People through the door of the forms")
struct PersonFormTests {
  private static let enough: [FieldCode: String] = [
    PersonForm.family: "Harrow", PersonForm.given: "Miles", PersonForm.born: "3/4/85",
    PersonForm.sex: "M", PersonForm.ethnicity: "W1", PersonForm.address: "1 Quay Lane",
    PersonForm.risks: "none",
  ]

  private static func with(_ changes: [FieldCode: String]) -> [FieldCode: String] {
    enough.merging(changes) { _, new in new }
  }

  @Test("PPL-001: with all required answers somebody is on file")
  func saved() throws {
    let office = try CaseloadOffice()
    let saved = try office.save(PersonForm.id, Self.enough)
    let person = try office.file.read { try PersonRecords.one(PersonID(saved.ref.number), in: $0) }
    #expect(person?.name.display == "HARROW Miles")
    #expect(person?.birth == .on(.on("1985-04-03")))
    #expect(person?.language == "English")
    #expect(saved.notes.isEmpty)
  }

  @Test(
    "PPL-001: nobody is saved without each required answer",
    arguments: [
      PersonForm.family, PersonForm.given, PersonForm.born, PersonForm.sex, PersonForm.ethnicity,
      PersonForm.address, PersonForm.language, PersonForm.interpreter, PersonForm.risks,
    ])
  func required(field: FieldCode) throws {
    let office = try CaseloadOffice()
    #expect(try office.refusals(PersonForm.id, Self.with([field: ""])) == ["PPL-001 blocks"])
  }

  @Test("PPL-001: one name, an estimated age and no fixed abode are enough, too")
  func others() throws {
    let office = try CaseloadOffice()
    let saved = try office.save(
      PersonForm.id,
      Self.with([
        PersonForm.family: "Suryani", PersonForm.given: "", PersonForm.oneName: "y",
        PersonForm.born: "", PersonForm.estimatedAge: "40", PersonForm.address: "",
        PersonForm.noFixedAbode: "y",
      ]))
    let opened = try office.open(PersonForm.id, about: saved.ref, "2008-10-01 10:00")
    #expect(opened.heading == "SURYANI, about 41 (estimated), \(saved.ref.text)")
    #expect(opened.draft[PersonForm.estimatedAge] == "41")
    #expect(opened.draft[PersonForm.oneName] == "yes")
    let again = try office.save(
      PersonForm.id, about: saved.ref, [PersonForm.address: "2 Quay Lane"], "2008-10-01 10:00")
    let person = try office.file.read { try PersonRecords.one(PersonID(again.ref.number), in: $0) }
    #expect(person?.birth == .estimated(age: 40, noted: .on("2007-10-01")))
  }

  @Test(
    "PPL-002: nobody under 10 is recorded; a young person is, and told where to go",
    arguments: [("02/10/1997", true), ("01/10/1997", false), ("02/10/1989", false)])
  func ages(born: String, refused: Bool) throws {
    let office = try CaseloadOffice()
    let found = try office.refusals(PersonForm.id, Self.with([PersonForm.born: born]))
    #expect(found == (refused ? ["PPL-002 blocks"] : []))
  }

  @Test(
    "Worked example 9, PPL-003: check letters and formats",
    arguments: [
      (PersonForm.pnc, "2004/1234567F", true), (PersonForm.pnc, "2004/1234567G", false),
      (PersonForm.cro, "265416/21G", true), (PersonForm.cro, "265416/21H", false),
      (PersonForm.cro, "85227/65G", false), (PersonForm.postcode, "po33 2zz", true),
      (PersonForm.postcode, "PO33 2CI", false),
    ])
  func numbers(field: FieldCode, typed: String, accepted: Bool) throws {
    let office = try CaseloadOffice()
    let found = try office.refusals(PersonForm.id, Self.with([field: typed]))
    #expect(found == (accepted ? [] : ["PPL-003 blocks"]))
  }

  @Test("PPL-004: the same PNC or CRO as somebody else is refused, and says whose it is")
  func duplicateNumbers() throws {
    let office = try CaseloadOffice()
    let first = try office.save(
      PersonForm.id,
      Self.with([PersonForm.pnc: "04/1234567F", PersonForm.cro: "265416/21G"]))
    for answer in [PersonForm.pnc: "2004/1234567F", PersonForm.cro: "265416/21G"] {
      let other = Self.with([PersonForm.family: "Other", answer.key: answer.value])
      #expect(try office.refusals(PersonForm.id, other) == ["PPL-004 blocks"])
    }
    #expect(try office.refusals(PersonForm.id, about: first.ref, [:]).isEmpty)
  }

  @Test("PPL-004: the same family name and birth is listed, and passes with a reason")
  func sameNameAndBirth() throws {
    let office = try CaseloadOffice()
    let first = try office.save(PersonForm.id, Self.with([PersonForm.family: "O'Connor"]))
    let twin = Self.with([PersonForm.family: "OConnor", PersonForm.given: "Mark"])
    guard case .refused(let findings) = try office.submit(PersonForm.id, twin) else {
      Issue.record("not refused")
      return
    }
    #expect(findings.map(\.rule) == ["PPL-004"])
    #expect(findings.first?.words.contains(first.ref.text) == true)
    let saved = try office.save(
      PersonForm.id, twin, reasons: ["PPL-004": "Twin brother, seen both"])
    #expect(saved.ref != first.ref)
  }

  @Test(
    "PPL-004: somebody who may be on file already is shown as possible, with the reason",
    arguments: [
      ("Harow", "Myles", "3/4/85", "sounds like Myles Harow, born 03/04/1985"),
      ("Harrow", "Miles", "4/3/85", "born 03/04/1985 with day and month swapped"),
      ("Harrow", "Miles", "3/4/58", "born 03/04/1985, another year"),
    ])
  func possible(family: String, given: String, born: String, because: String) throws {
    let office = try CaseloadOffice()
    let known = try office.save(PersonForm.id, Self.enough)
    try office.save(
      PersonForm.id, Self.with([PersonForm.family: "Quill", PersonForm.given: "Ann"]))
    let other = Self.with([
      PersonForm.family: family, PersonForm.given: given, PersonForm.born: born,
    ])
    let context = try office.context()
    let found = try office.file.read {
      try FormDesk.findings(
        on: FormSubmission(form: PersonForm.id, about: nil, draft: FormDraft(texts: other)),
        records: $0, in: context)
    }
    let shown = try #require(found.first { $0.rule == "PPL-004" })
    #expect(shown.force == .shows)
    #expect(shown.words.hasPrefix("Possible (1): HARROW Miles, born 03/04/1985"))
    #expect(shown.words.contains(known.ref.text) && shown.words.contains("(\(because))"))
    // It stands in nobody's way, and is not asked of those who are on file.
    #expect(try office.refusals(PersonForm.id, about: known.ref, [:]).isEmpty)
    try office.save(PersonForm.id, other)
  }

  @Test("PPL-004: another name, or another date altogether, is nobody's possible record")
  func impossible() throws {
    let office = try CaseloadOffice()
    try office.save(PersonForm.id, Self.enough)
    for (family, given, born) in [
      ("Harrow", "Miles", "19/11/1961"), ("Quill", "Ann", "3/4/85"), ("Harrow", "Ann", "9/9/71"),
    ] {
      let draft = FormDraft(
        texts: Self.with([
          PersonForm.family: family, PersonForm.given: given, PersonForm.born: born,
        ]))
      let context = try office.context()
      let facts = try office.file.read {
        try FormDesk.facts(for: PersonForm.id, about: nil, draft: draft, on: $0, in: context)
      }
      #expect(facts.person?.possible == [], "\(family) \(given) \(born)")
    }
  }

  @Test("Somebody with no risk and a risk, or another risk without a note, is asked again")
  func risks() throws {
    let office = try CaseloadOffice()
    for (risks, note, refused) in [
      ("none, violence", "", true), ("other", "", true), ("other", "Dog in the house", false),
      ("self-harm, weapons", "", false),
    ] {
      let found = try office.refusals(
        PersonForm.id, Self.with([PersonForm.risks: risks, PersonForm.riskNote: note]),
        reasons: ["PPL-004": "Another person of the name"])
      #expect(found == (refused ? ["PPL-001 blocks"] : []), "\(risks)")
    }
  }

  @Test("PPL-001: once assessed, housing, children and the rest have to be known")
  func assessed() throws {
    let office = try CaseloadOffice()
    let saved = try office.save(PersonForm.id, Self.enough)
    try office.assessed(saved.ref)
    #expect(try office.refusals(PersonForm.id, about: saved.ref) == ["PPL-001 blocks"])
    try office.save(
      PersonForm.id, about: saved.ref,
      [
        PersonForm.accommodation: "2", PersonForm.veteran: "n", PersonForm.children: "0",
        PersonForm.employed: "n", PersonForm.settledRelationship: "dk",
      ])
  }

  @Test("Aliases and phones are rows: added, changed and taken out")
  func rows() throws {
    let office = try CaseloadOffice()
    let saved = try office.save(
      PersonForm.id, Self.enough,
      rows: [
        PersonForm.aliases: [
          FormDraft.Row(id: 1, texts: [PersonForm.alias: "Milo"]),
          FormDraft.Row(id: 2, texts: [PersonForm.alias: "Smiler"]),
        ],
        PersonForm.phones: [
          FormDraft.Row(
            id: 1, texts: [PersonForm.number: "01983 555012", PersonForm.safeToRing: "n"])
        ],
      ])
    var opened = try office.open(PersonForm.id, about: saved.ref)
    #expect(opened.draft.rows[PersonForm.aliases]?.count == 2)
    opened.draft.rows[PersonForm.aliases]?.removeFirst()
    opened.draft.rows[PersonForm.aliases]?.append(
      FormDraft.Row(id: 99, texts: [PersonForm.alias: "Miley"]))
    _ = try office.send(
      FormSubmission(
        form: PersonForm.id, about: saved.ref, draft: opened.draft, revision: opened.revision))
    let person = try office.file.read { try PersonRecords.one(PersonID(saved.ref.number), in: $0) }
    #expect(person?.aliases.map(\.name) == ["Smiler", "Miley"])
    #expect(person?.phones.map(\.safeToRing) == [.no])
  }

  @Test("GEN-004, PPL-013: one care co-ordinator; an agency taken out is ended, not removed")
  func agencies() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    func row(_ id: Int, _ name: String, _ coordinator: String) -> FormDraft.Row {
      FormDraft.Row(
        id: id,
        texts: [
          AgencyForm.name: name, AgencyForm.lead: "R. Hill", AgencyForm.provides: "Housing",
          AgencyForm.coordinator: coordinator,
        ])
    }
    #expect(
      try office.refusals(
        AgencyForm.id, about: person,
        rows: [AgencyForm.agencies: [row(1, "Quay Housing", "y"), row(2, "Northbank", "y")]])
        == ["PPL-013 blocks"])
    try office.save(
      AgencyForm.id, about: person,
      rows: [AgencyForm.agencies: [row(1, "Quay Housing", "y"), row(2, "Northbank", "n")]])
    var rows = try office.open(AgencyForm.id, about: person).draft.rows[AgencyForm.agencies] ?? []
    rows[0].texts[AgencyForm.coordinator] = "n"
    rows[1].texts[AgencyForm.coordinator] = "y"
    try office.save(AgencyForm.id, about: person, rows: [AgencyForm.agencies: rows])
    try office.save(AgencyForm.id, about: person, rows: [AgencyForm.agencies: [rows[1]]])
    let found = try office.file.read { try AgencyRecords.all(of: PersonID(person.number), in: $0) }
    #expect(found.map(\.name) == ["Northbank", "Quay Housing"])
    #expect(found.map(\.isCoordinator) == [true, false])
    #expect(found.map(\.until) == [nil, .on("2007-10-01")])
  }

  @Test("A service goes into the directory, is found, and becomes somebody's GP")
  func services() throws {
    let office = try CaseloadOffice()
    let service = try office.save(
      ServiceForm.id,
      [
        ServiceForm.name: "Seaview Surgery", ServiceForm.type: "gp", ServiceForm.area: "Newport",
        ServiceForm.ageGroup: "all", ServiceForm.phone: "01983 555100",
        ServiceForm.route: "Register in person", ServiceForm.checked: "today",
      ])
    for typed in ["seav", "surgery", ""] {
      let found = try office.file.read { try ServiceRecords.find(typed, limit: 5, in: $0) }
      #expect(found.map(\.name) == ["Seaview Surgery"], "\(typed)")
    }
    let person = try office.save(PersonForm.id, Self.with([PersonForm.gp: service.ref.text]))
    let found = try office.file.read { try PersonRecords.one(PersonID(person.ref.number), in: $0) }
    #expect(found?.gp?.ref == service.ref)
    #expect(
      try office.refusals(
        PersonForm.id, Self.with([PersonForm.family: "Other", PersonForm.gp: "G-0099"]))
        == ["PPL-001 blocks"])
  }

  @Test("Who may not change people is refused at the door")
  func roles() throws {
    let office = try CaseloadOffice()
    let submission = FormSubmission(
      form: PersonForm.id, about: nil, draft: FormDraft(texts: Self.enough))
    guard case .refused(let findings) = try office.send(submission, as: office.admin) else {
      Issue.record("not refused")
      return
    }
    #expect(findings.map(\.rule) == ["GEN-003"])
  }
}
