import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// Pages whose record has rows of its own beside those of the person.
@Suite("Seals of records with pages of their own")
struct SealedPagesTests {
  @Test(
    "a changed DIR, drug or agreed action says so on the page of the DIR",
    arguments: [
      "UPDATE dir SET main_drug = 'COC'", "UPDATE dir_drug SET days = 1",
      "UPDATE dir_action SET action = 'advice'",
    ])
  func dir(sql: String) throws {
    let office = try CustodyOffice()
    let ten = CustodyOffice.nine.adding(minutes: 60)
    let (person, entry) = (try office.person(), try office.arrival())
    try office.approach(entry)
    try office.permit(entry)
    try office.link(entry, to: person)
    let dir = try office.save(
      DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    let context = try office.context(at: ten)
    func damage() throws -> String? {
      let by = try Attribution(by: office.arw.id, as: .arw, at: ten)
      return try office.store.write(by) { try DIRFiles.view(dir, in: $0, context).damage }
    }
    #expect(try damage() == nil)
    try Tampering(path: office.store.path).execute(sql)
    #expect(try damage()?.contains("changed outside this program") == true)
  }

  @Test(
    "PPL-043: a changed dose, sample or episode says so on the page of the prescribing",
    arguments: [
      "UPDATE dose SET mg = 5", "UPDATE opiate_test SET result = 'negative'",
      "UPDATE prescribing SET referred = '2007-09-30'",
    ])
  func prescribing(sql: String) throws {
    let office = try CaseloadOffice()
    let episode = try office.referred(try office.client().person)
    try office.sample(episode)
    try office.dose(episode, "02/10/2007", 25, "2007-10-02 12:00")
    let context = try office.context("2007-10-02 13:00")
    func damage() throws -> String? {
      let by = try Attribution(by: office.cjit.id, as: .cjit, at: context.now)
      return try office.file.store.write(by) {
        try PrescribingFiles.view(episode, in: $0, context).damage
      }
    }
    #expect(try damage() == nil)
    try Tampering(path: office.file.store.path).execute(sql)
    #expect(try damage()?.contains("changed outside this program") == true)
  }

  @Test(
    "PPL-014: a changed care plan or row of it says so on the page of the plan",
    arguments: [
      "UPDATE care_plan SET agreed_on = '2007-09-30'",
      "UPDATE care_plan_treatment SET provider = 'Elsewhere'",
    ])
  func carePlan(sql: String) throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    try office.carePlan(client.episode, naming: "DAY", terms: "01/10/2007")
    let context = try office.context()
    let plan = try office.file.read {
      try $0.first("SELECT max(id) FROM care_plan") { RecordRef(.carePlan, try $0.int64(0)) }
    }
    let ref = try #require(plan)
    func damage() throws -> String? {
      let by = try Attribution(by: office.cjit.id, as: .cjit, at: context.now)
      return try office.file.store.write(by) {
        try CarePlanFiles.view(ref, in: $0, context).file.damage
      }
    }
    #expect(try damage() == nil)
    try Tampering(path: office.file.store.path).execute(sql)
    #expect(try damage()?.contains("changed outside this program") == true)
  }
}
