import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("A consent that was entered for the wrong person is struck through")
struct ConsentStrikeTests {
  private let reason = [StrikeEntryForm.reason: "Entered for the wrong client"]

  private func consents(_ person: RecordRef, _ office: CaseloadOffice) throws -> [Consent] {
    try office.file.read { try ConsentRecords.all(of: PersonID(person.number), in: $0) }
  }

  @Test("GEN-004, PPL-007: it stays with its reason, and the caseload it was joined on says so")
  func caseload() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let ref = try #require(try consents(client.person, office).first).id.ref
    let now = "2007-10-03 10:00"
    let words =
      "PPL-007: On the caseload since 01/10/2007 by a consent that is struck through. Record the "
      + "right one, or close the episode"
    let opened = try office.open(StrikeEntryForm.id, about: ref, now)
    #expect(opened.facts.strike?.follows.map(\.display) == [words])
    #expect(try office.save(StrikeEntryForm.id, about: ref, reason, now).notes == [words])
    let left = try consents(client.person, office)
    #expect(left.map(\.struckBecause) == ["Entered for the wrong client"])
    #expect(left.inForce(.caseload, at: .at(now)) == nil)
    #expect(try office.episode(client.episode).state == .activeCommunity)
    #expect(
      try office.refusals(WithdrawConsentForm.id, about: ref, [:], now) == ["GEN-004 blocks"])
    #expect(try office.refusals(StrikeEntryForm.id, about: ref, reason, now) == ["GEN-004 blocks"])
    let trail = try office.file.read { records in
      try records.query("SELECT record_id FROM audit WHERE kind = 'record.struck'") {
        try $0.int64(0)
      }
    }
    #expect(trail == [ref.number])
  }

  @Test("PPL-007: nobody joins the caseload on a consent that is struck through")
  func joining() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    let ref = try office.consent(person, .caseload)
    try office.assessed(person)
    try office.save(StrikeEntryForm.id, about: ref, reason)
    #expect(
      try office.refusals(
        JoinCaseloadForm.id, about: person,
        [
          JoinCaseloadForm.worker: office.cjit.id.ref.text,
          JoinCaseloadForm.whereabouts: Whereabouts.community.code,
        ]
      ).contains("PPL-007 blocks"))
  }

  @Test("PPL-011: disclosures made stay, and a no that was another's leaves the yes in force")
  func sharing() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    func said(_ given: String, _ now: String) throws -> RecordRef {
      try office.save(
        ConsentGivenForm.id, about: person,
        [
          ConsentGivenForm.type: ConsentType.shareWithAgency.code, ConsentGivenForm.given: given,
          ConsentGivenForm.how: ConsentForm.written.code, ConsentGivenForm.explained: "y",
          ConsentGivenForm.recipients: "Harbour Housing", ConsentGivenForm.data: "Address",
          ConsentGivenForm.rationale: "A place to live",
        ], now
      ).ref
    }
    let yes = try said("y", "2007-10-01 10:00")
    let no = try said("n", "2007-10-02 10:00")
    let now = "2007-10-03 10:00"
    #expect(
      try office.save(StrikeEntryForm.id, about: no, reason, now).notes == [
        "PPL-011: The consent of 01/10/2007 is in force again"
      ])
    let left = try consents(person, office)
    #expect(
      left.supportsDisclosure(
        at: .at(now), relyingOn: .shareWithAgency, to: "Harbour Housing"))
    #expect(
      try office.save(StrikeEntryForm.id, about: yes, reason, now).notes == [
        "PPL-011: What was disclosed on it stays valid; nothing more can rely on it"
      ])
    #expect(
      try !consents(person, office).supportsDisclosure(
        at: .at(now), relyingOn: .shareWithAgency, to: "Harbour Housing"))
  }
}
