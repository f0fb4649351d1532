import CaseRules
import CaseStore
import SQLite
import StoreTestSupport
import Testing

@Suite("Helpline calls and services that were entered by mistake")
struct CallStrikeTests {
  let office: CustodyOffice
  static let night = Moment.at(1, 10, 2007, 22, 30)
  private static let reason = [StrikeEntryForm.reason: "Noted twice, see the other one"]

  init() throws { office = try CustodyOffice() }

  private func detention() throws -> RecordRef {
    let arrived = Self.night.adding(minutes: -60)
    return try office.save(
      ArrivalForm.id,
      [
        ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1", ArrivalForm.arrived: arrived.uk,
        ArrivalForm.offence: "T01",
      ], at: arrived)
  }

  private func call(_ entry: RecordRef?) throws -> RecordRef {
    try office.save(
      HelplineCallForm.id, about: entry,
      [
        HelplineCallForm.started: Self.night.uk, HelplineCallForm.ended: Self.night.uk,
        HelplineCallForm.taker: office.arw.id.ref.text, HelplineCallForm.caller: "client",
        HelplineCallForm.fromCustody: "y", HelplineCallForm.suite: "NPT",
        HelplineCallForm.purposes: "APP, REF", HelplineCallForm.emergency: "n",
      ], at: Self.night)
  }

  @Test(
    "GEN-004, CUS-015, PPL-055: a struck call owes nothing and is not counted, but stays to be seen"
  )
  func strike() throws {
    let entry = try detention()
    let call = try call(entry)
    let context = try office.context(at: Self.night)
    let file = try office.store.read { try CallFiles.load(call, in: $0, context) }
    let referral = try #require(file.referral)
    let outcome = try office.submit(StrikeEntryForm.id, about: call, Self.reason, at: Self.night)
    guard case .saved(_, _, let notes) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(notes.count == 1 && notes.first?.contains(referral.text) == true)
    #expect(try office.file(entry, at: Self.night).entry.calls.map(\.owesAppointment) == [false])
    #expect(
      try office.deadlines(about: call, at: Self.night)
        == ["Next-day appointment 02/10/2007 not_applicable"])
    let lines = try office.store.read {
      try CallLines.lines(from: .on(1, 10, 2007), to: .on(7, 10, 2007), in: $0, context)
    }
    #expect(lines.map(\.struckBecause) == ["Noted twice, see the other one"])
    let review = try office.store.read {
      try CallLines.review(of: .on(15, 10, 2007), in: $0, context)
    }
    #expect(review.lines.first { $0.label == "All" }?.count ?? 0 == 0)
    #expect(
      try office.refusals(StrikeEntryForm.id, about: call, Self.reason, at: Self.night)
        == ["GEN-004 blocks"], "once")
    #expect(
      try office.refusals(
        NextDayAppointmentForm.id, about: call, [NextDayAppointmentForm.offered: "n"],
        at: Self.night
      ).contains("GEN-004 blocks"))
  }

  @Test("GEN-003, GEN-004: the strike of a call is on the trail, with its reason")
  func trail() throws {
    let call = try call(nil)
    try office.save(StrikeEntryForm.id, about: call, Self.reason, at: Self.night)
    let trail = try office.store.read { try $0.auditEntries(about: AuditedRecord(call)) }
    let struck = try #require(trail.first { $0.kind == "record.struck" })
    #expect(struck.reason == "Noted twice, see the other one")
  }

  @Test("GEN-004, PPL-054: a struck service is offered no more, and stays where it was given out")
  func service() throws {
    let ref = try office.save(
      ServiceForm.id,
      [
        ServiceForm.name: "Quay House", ServiceForm.type: "tier-2", ServiceForm.area: "Newport",
        ServiceForm.ageGroup: "Adults", ServiceForm.phone: "01632 960 100",
        ServiceForm.route: "By phone", ServiceForm.checked: "01/10/2007",
      ], at: Self.night)
    try office.save(StrikeEntryForm.id, about: ref, Self.reason, at: Self.night)
    #expect(try office.store.read { try ServiceRecords.all(in: $0) }.isEmpty)
    #expect(try office.store.read { try ServiceRecords.find("quay", limit: 5, in: $0) }.isEmpty)
    let id = try #require(AgencyID(ref))
    let kept = try office.store.read { try ServiceRecords.one(id, in: $0) }
    #expect(kept?.struckBecause == "Noted twice, see the other one")
  }
}
