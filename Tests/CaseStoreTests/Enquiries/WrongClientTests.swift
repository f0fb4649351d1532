import CaseRules
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("A wrong client goes off a referral with everything that came to them through it")
struct WrongClientTests: CallerStory {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  @Test(
    "GEN-001, PPL-050: a wrong client goes off a referral with its call, the number and the time")
  func wrongClient() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let (wrong, right) = (try office.person(), try office.person("Vale"))
    try office.save(
      ReferralClientForm.id, about: made,
      [ReferralClientForm.person: wrong.text, ReferralClientForm.phone: "01983 555 123"],
      at: morning, by: office.cjit)
    let linked = try office.store.read { try IncomingReferralRecords.found(made, in: $0) }
    #expect(linked.cameAs == "Robin Marsh", "whoever looks sees whom it was to be")
    #expect(try phones(of: wrong) == ["01983 555 123"])

    try correct(made, to: nil)
    #expect(try phones(of: wrong) == [])
    #expect(try appointments(of: wrong).map(\.state) == [.struck])
    let freed = try office.store.read { try IncomingReferralRecords.found(made, in: $0) }
    #expect(freed.person == nil && freed.clientName == "Robin Marsh")
    #expect(freed.clientPhone == "01983 555 123")
    var after = try file(call, at: morning)
    #expect(after.person == nil && after.clientName == "Robin Marsh")
    #expect(after.clientPhone == "01983 555 123" && after.call.bookedFor == ten)
    #expect(try diary(morning, as: office.cjit).filter { $0.state != .struck }.map(\.ref) == [call])
    #expect(
      try office.deadlines(about: call, at: morning).last
        == "Appointment outcome 02/10/2007 due_soon")

    try correct(made, to: wrong)
    try correct(made, to: right)
    after = try file(call, at: morning)
    #expect(after.person?.ref == right && after.cameAs == "Robin Marsh")
    #expect(try appointments(of: right).map(\.starts) == [ten])
    #expect(try appointments(of: wrong).map(\.state) == [.struck, .struck])
    let told = try office.store.read { try $0.auditEntries(about: AuditedRecord(call)) }
    #expect(told.contains { $0.person == PersonID(wrong.number) })
  }

  @Test("Enter once: corrected straight to the right client, the number goes with them")
  func numberGoesAlong() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let (wrong, right) = (try office.person(), try office.person("Vale"))
    try office.save(
      ReferralClientForm.id, about: made,
      [ReferralClientForm.person: wrong.text, ReferralClientForm.phone: "01983 555 123"],
      at: morning, by: office.cjit)
    try correct(made, to: right)
    #expect(try phones(of: wrong) == [] && phones(of: right) == ["01983 555 123"])
    let told = try office.store.read { try $0.auditEntries(about: AuditedRecord(made)) }
    #expect(told.contains { $0.person == PersonID(right.number) })
    try correct(made, to: nil)
    #expect(try phones(of: right) == [])
    let freed = try office.store.read { try IncomingReferralRecords.found(made, in: $0) }
    #expect(freed.clientPhone == "01983 555 123")
  }

  @Test("GEN-001: a number the wrong client had before stays, and so does what came of the time")
  func wrongClientWithHistory() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let wrong = try office.person()
    let by = try Attribution(by: office.cjit.id, as: .cjit, at: morning)
    try office.store.write(by) {
      _ = try EnquiryNaming.keep(phone: "01983 555123", of: PersonID(wrong.number), in: $0)
    }
    try office.save(
      ReferralClientForm.id, about: call,
      [ReferralClientForm.person: wrong.text, ReferralClientForm.phone: "01983 555 123"],
      at: morning, by: office.cjit)
    let appointment = try #require(try appointments(of: wrong).first)
    try office.save(
      AppointmentOutcomeForm.id, about: appointment.id.ref,
      [AppointmentOutcomeForm.outcome: "came"],
      at: after, by: office.cjit)
    try correct(made, to: nil, at: after)
    #expect(try phones(of: wrong) == ["01983 555123"])
    #expect(try file(call, at: after).call.outcome == .came)
    #expect(
      try office.store.read { try EpisodeRecords.open(of: PersonID(wrong.number), in: $0) } == nil)
  }

  private func correct(
    _ referral: RecordRef, to person: RecordRef?, at now: Moment? = nil
  ) throws {
    let context = try office.context(at: now ?? morning, as: office.cjit)
    let opened = try office.store.read {
      try FormDesk.open(ReferralForm.id, about: referral, on: $0, in: context)
    }
    try office.save(
      ReferralForm.id, about: referral,
      opened.draft.texts.merging([
        ReferralForm.person: person?.text ?? "", ReferralForm.consent: "y",
        ReferralForm.worker: office.cjit.id.ref.text,
      ]) { $1 }, at: now ?? morning, by: office.cjit,
      reasons: ["PPL-050": "Two of one name, the wrong one was chosen"])
  }

  private func phones(of person: RecordRef) throws -> [String] {
    try office.store.read { try PersonRecords.one(PersonID(person.number), in: $0) }?
      .phones.map(\.number) ?? []
  }
}
