import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("The administrator's forms")
struct SettingFormTests {
  @Test("A figure is changed with a reason and counts from the next decision on")
  func setting() throws {
    let office = try CaseloadOffice()
    let answers = [
      SettingForm.key: "care_plan_first_wd", SettingForm.value: "5",
      SettingForm.reason: "Agreed by the partnership board",
    ]
    let context = try office.context(as: office.leader)
    let refused = try office.file.read { records in
      try FormDesk.findings(
        on: FormSubmission(form: SettingForm.id, about: nil, draft: FormDraft(texts: answers)),
        records: records, in: context)
    }
    #expect(refused.map(\.rule) == ["GEN-003"])
    try office.save(SettingForm.id, answers, as: office.admin)
    let client = try office.client(joined: "2007-12-17")
    #expect(
      try office.deadlines(client.person, "2007-12-17 12:00")
        == ["First care plan 24/12/2007 running"])
  }

  @Test("A text that a setting cannot read, or a change without a reason, is refused")
  func unreadable() throws {
    let office = try CaseloadOffice()
    for (value, reason, rule) in [
      ("many", "Because they asked for it", "GEN-003"), ("4", "ok", "GEN-002"),
    ] {
      let found = try office.refusals(
        SettingForm.id,
        [
          SettingForm.key: "contact_attempts", SettingForm.value: value,
          SettingForm.reason: reason,
        ], as: office.admin)
      #expect(found == ["\(rule) blocks"])
    }
  }

  @Test("TIME-002, TIME-012: a proclaimed day moves open deadlines; struck through, they move back")
  func holiday() throws {
    let office = try CaseloadOffice()
    let client = try office.client(joined: "2007-12-03")
    let owed = { try office.deadlines(client.person, "2007-12-04 10:00") }
    #expect(try owed() == ["First care plan 17/12/2007 running"])
    let feast = [
      HolidayForm.change: "add", HolidayForm.date: "10/12/2007", HolidayForm.name: "Island feast",
    ]
    let added = try office.save(HolidayForm.id, feast, as: office.admin)
    #expect(added.notes == ["1 open deadline moved (TIME-012)"])
    #expect(try owed() == ["First care plan 18/12/2007 running"])
    #expect(try office.refusals(HolidayForm.id, feast, as: office.admin) == ["TIME-002 blocks"])
    try office.save(
      HolidayForm.id,
      [
        HolidayForm.change: "strike", HolidayForm.date: "10/12/2007",
        HolidayForm.reason: "It was only a rumour",
      ], as: office.admin)
    #expect(try owed() == ["First care plan 17/12/2007 running"])
  }

  @Test("COD-003: one's own drug is offered with class and units; retired, it only stays readable")
  func ownDrug() throws {
    let office = try CaseloadOffice()
    var answers = [
      CodeForm.list: "drugs", CodeForm.code: "nit", CodeForm.words: "Nitazene",
      CodeForm.synonyms: "etonitazene, nit", CodeForm.drugClass: "A", CodeForm.units: "mg, tablets",
      CodeForm.retired: "no", CodeForm.reason: "Seen in three assessments",
    ]
    try office.save(CodeForm.id, answers, as: office.admin)
    let list = try #require(try office.context(as: office.leader).codes[.drugs])
    let code = try #require(list["NIT"])
    #expect(code.drugClass(on: .latest) == .a)
    #expect(code.units == ["mg", "tablets"])
    #expect(list.match("etonit") == .one(code))

    answers[CodeForm.retired] = "yes"
    answers[CodeForm.words] = "Nitazenes"
    try office.save(CodeForm.id, answers, as: office.admin)
    let later = try #require(try office.context(as: office.leader).codes[.drugs])
    #expect(later.words(of: "NIT") == "Nitazenes")
    #expect(later["NIT"]?.units == ["mg", "tablets"])
    #expect(later.match("NIT") == .retired(try #require(later["NIT"])))
  }

  @Test("COD-001: a new offence is marked as trigger or not; a shipped one keeps the law's dates")
  func offences() throws {
    let office = try CaseloadOffice()
    let before = try #require(CodeList.offences["T22"])
    for (code, words, trigger) in [
      ("X01", "Interfering with a vehicle", "yes"), ("T22", "Handling", ""),
    ] {
      try office.save(
        CodeForm.id,
        [
          CodeForm.list: "offences", CodeForm.code: code, CodeForm.words: words,
          CodeForm.trigger: trigger, CodeForm.retired: "no",
          CodeForm.reason: "Asked for by the custody sergeants",
        ], as: office.admin)
    }
    let list = try #require(try office.context(as: office.leader).codes[.offences])
    #expect(list["X01"]?.isTrigger(on: .earliest) == true)
    #expect(list["T22"]?.words == "Handling")
    #expect(list["T22"]?.attributes == before.attributes)
  }

  @Test(
    "COD: what rules count on is not added to or retired, and words stand for one code",
    arguments: [
      ("source_grades", "F", "Unknown", "no", "COD-002"),
      ("source_grades", "E", "Untested source", "yes", "COD-002"),
      ("drugs", "HE ROIN", "Brown", "no", "COD-003"),
      ("drugs", "H2", "heroin", "no", "COD-003"),
    ])
  func refusedCodes(
    list: String, code: String, words: String, retired: String, rule: String
  ) throws {
    let office = try CaseloadOffice()
    let refused = try office.refusals(
      CodeForm.id,
      [
        CodeForm.list: list, CodeForm.code: code, CodeForm.words: words,
        CodeForm.drugClass: list == "drugs" ? "A" : "", CodeForm.units: list == "drugs" ? "g" : "",
        CodeForm.retired: retired, CodeForm.reason: "To see what happens",
      ], as: office.admin)
    #expect(refused == ["\(rule) blocks"])
  }

  @Test("A worker is taken on, changed and leaves; an administrator must be left")
  func workers() throws {
    let office = try CaseloadOffice()
    let added = try office.save(
      WorkerForm.id,
      [
        WorkerForm.name: "Nia Brook", WorkerForm.role: "carat", WorkerForm.account: "nia",
        WorkerForm.team: "Albany",
      ], as: office.admin)
    let row = try office.file.read { try $0.worker(osAccount: "nia") }
    #expect(row?.worker.id.ref == added.ref)
    #expect(row?.worker.role == .carat)
    #expect(
      try office.refusals(
        WorkerForm.id,
        [WorkerForm.name: "Other", WorkerForm.role: "cjit", WorkerForm.account: "nia"],
        as: office.admin) == ["GEN-003 blocks"])
    try office.save(WorkerForm.id, about: added.ref, [WorkerForm.active: "n"], as: office.admin)
    #expect(try office.file.read { try $0.worker(osAccount: "nia") } == nil)
    #expect(
      try office.refusals(
        WorkerForm.id, about: office.admin.id.ref, [WorkerForm.role: "arw"], as: office.admin)
        == ["GEN-003 blocks"])
  }

  @Test("GEN-006: a new sign-in name that differs from a colleague's by accents alone is taken")
  func signInNames() throws {
    let office = try CaseloadOffice()
    func answers(_ name: String, _ signIn: String) -> [FieldCode: String] {
      [WorkerForm.name: name, WorkerForm.role: "carat", WorkerForm.signIn: signIn]
    }
    let first = try office.save(
      WorkerForm.id, answers("Marek Wójcik", "m.wójcik"), as: office.admin)
    for name in ["m.wojcik", "M.WÓJCIK", "m.wojčik"] {
      #expect(
        try office.refusals(WorkerForm.id, answers("Maria Wojcik", name), as: office.admin)
          == ["GEN-006 blocks"], "\(name)")
    }
    let second = try office.save(
      WorkerForm.id, answers("Maria Wojcik", "maria.w"), as: office.admin)
    #expect(
      try office.refusals(
        WorkerForm.id, about: second.ref, [WorkerForm.signIn: "m.wojcik"], as: office.admin)
        == ["GEN-006 blocks"])
    try office.save(
      WorkerForm.id, about: first.ref, [WorkerForm.signIn: "m.wojcik"], as: office.admin)
  }
}
