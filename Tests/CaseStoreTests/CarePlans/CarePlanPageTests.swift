import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("A care plan on the pages")
struct CarePlanPageTests: MakesCarePlans {
  @Test("The person's file holds plan, versions and referrals, and tells them in order of time")
  func file() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let saved = try Self.plan(client.person, in: office)
    try office.save(
      WraparoundReferralForm.id, about: client.person,
      [
        WraparoundReferralForm.kind: "EMP", WraparoundReferralForm.referred: "04/10/2007",
        WraparoundReferralForm.agency: "Job shop",
      ], "2007-10-04 12:00")
    let context = try office.context("2007-10-05 12:00")
    let file = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context)
    }
    #expect(file.currentPlan?.id.ref == saved.ref)
    #expect(file.planVersions.map(\.version) == [1])
    let told = file.timeline().map(\.words)
    #expect(
      Array(told.prefix(2)) == [
        "Referred for employment: Job shop", "Care plan, version 1: agreed 03/10/2007",
      ])
  }

  @Test("GEN-003: opening a version and printing the papers are both on the trail")
  func trail() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let saved = try Self.plan(client.person, in: office)
    let context = try office.context("2007-10-05 12:00")
    func by() throws -> Attribution {
      try Attribution(by: office.cjit.id, as: .cjit, at: .at("2007-10-05 12:00"))
    }
    let file = try office.file.store.write(try by()) {
      try CarePlanFiles.view(saved.ref, in: $0, context)
    }
    #expect(file.isCurrent)
    #expect(file.previous == nil)
    _ = try office.file.store.write(try by()) {
      try $0.fileForPrint(
        of: PersonID(client.person.number), as: "html", to: "client-P-0001.html", in: context)
    }
    let entries = try office.file.read {
      try $0.auditEntries(about: PersonID(client.person.number), limit: 2)
    }
    #expect(entries.map(\.kind) == ["print", "person.view"])
    #expect(entries.first?.detail?.contains("client-P-0001.html") == true)
    #expect(entries.last?.recordKind == "B")
    let outsider = try office.context("2007-10-05 12:00", as: office.admin)
    #expect(throws: StoreError.self) {
      try office.file.read { try CarePlanFiles.load(saved.ref, in: $0, outsider) }
    }
  }

  @Test("A returning client's plan counts anew; the old versions stay readable")
  func comesBack() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let old = try Self.plan(client.person, in: office)
    try office.save(
      CloseEpisodeForm.id, about: client.episode, [CloseEpisodeForm.reason: "declined"],
      "2007-10-08 12:00")
    try office.save(
      ContactEpisodeForm.id, about: client.person,
      [
        ContactEpisodeForm.entryPoint: "helpline", ContactEpisodeForm.voluntary: "y",
        ContactEpisodeForm.noAlternative: "y",
      ], "2007-11-05 10:00")
    try office.assessed(client.person, on: "2007-11-05")
    try office.save(
      JoinCaseloadForm.id, about: client.person, [:], "2007-11-05 12:00")
    let context = try office.context("2007-11-06 12:00")
    let file = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context)
    }
    #expect(file.currentPlan == nil)
    #expect(file.planVersions.map(\.ref) == [old.ref])
    let new = try Self.plan(
      client.person, Self.agreed("06/11/2007"), "2007-11-06 12:00", in: office)
    #expect(try Self.stored(new.ref, in: office).version == 1)
    #expect(new.ref != old.ref)
  }
}
