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
}
