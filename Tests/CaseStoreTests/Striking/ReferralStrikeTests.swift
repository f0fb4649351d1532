import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("A wraparound referral that was entered by mistake is struck through")
struct ReferralStrikeTests {
  @Test("GEN-004, PPL-018: it stays with its reason, is changed no more and counts for no duty")
  func strike() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let answers = [
      WraparoundReferralForm.kind: WraparoundKind.housing.code,
      WraparoundReferralForm.agency: "Harbour Housing",
    ]
    let ref = try office.save(WraparoundReferralForm.id, about: client.person, answers).ref
    let reason = [StrikeEntryForm.reason: "Entered for the wrong client"]
    #expect(
      try office.refusals(StrikeEntryForm.id, about: ref, [StrikeEntryForm.reason: "x"])
        == ["GEN-004 blocks"])
    try office.save(StrikeEntryForm.id, about: ref, reason)
    let context = try office.context()
    let file = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context)
    }
    #expect(file.referrals.map(\.outcomeWords) == ["Struck through: Entered for the wrong client"])
    #expect(file.standingReferrals.isEmpty)
    #expect(
      file.timeline().filter { $0.ref == ref }.map(\.words) == [
        "Referred for housing: Harbour Housing (struck through: Entered for the wrong client)"
      ])
    let refused = file.referrals.flatMap { CarePlanActions.offered(for: $0, in: context) }
    #expect(refused.count == 2)
    #expect(refused.allSatisfy { $0.whyNot?.hasPrefix("GEN-004") == true })
    #expect(
      try office.refusals(WraparoundReferralForm.id, about: ref) == ["GEN-004 blocks"])
    #expect(try office.refusals(StrikeEntryForm.id, about: ref, reason) == ["GEN-004 blocks"])
  }
}
