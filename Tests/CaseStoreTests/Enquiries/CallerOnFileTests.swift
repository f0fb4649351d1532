import CaseRules
import Testing

@testable import CaseStore

@Suite("Callers who come on file, and the appointments they were given")
struct CallerOnFileTests: CallerStory {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  @Test("Enter once: taken on file with name and phone as given, and the time is in their diary")
  func takenOnFile() throws {
    let call = try booked()
    let form = try opened(ReferredPersonForm.id, call)
    #expect(form.draft[PersonForm.family] == "Marsh" && form.draft[PersonForm.given] == "Robin")
    #expect(form.sources[PersonForm.family] == "from \(call.text)")
    #expect(
      form.draft.rows[PersonForm.phones]?.first?.texts[PersonForm.number] == "01983 555 123")
    let person = try takeOnFile(call, at: morning)
    let file = try file(call, at: morning)
    #expect(file.person?.ref == person && file.appointmentState == .booked)
    let entered = try #require(try appointments(of: person).first)
    #expect(entered.starts == ten && entered.worker == office.cjit.id)
    #expect(file.booked == entered.id.ref)
    #expect(try diary(morning, as: office.cjit).map(\.ref) == [entered.id.ref], "once")
    #expect(
      try office.deadlines(about: call, at: morning).last
        == "Appointment outcome 02/10/2007 not_applicable")
    try office.save(
      AppointmentOutcomeForm.id, about: entered.id.ref, [AppointmentOutcomeForm.outcome: "came"],
      at: after, by: office.cjit)
    #expect(try appointments(of: person).map(\.state) == [.attended])
    #expect(
      try office.refusals(ReferredPersonForm.id, about: call, form.draft.texts, at: after)
        .contains("PPL-050 blocks"), "not taken on file twice")
  }

  @Test("Enter once: found on file, looked for by the name as given; a new phone is kept with them")
  func found() throws {
    let call = try booked()
    let person = try office.person()
    let form = try opened(ReferralClientForm.id, call)
    #expect(form.draft[ReferralClientForm.person] == "Robin Marsh")
    #expect(form.draft[ReferralClientForm.phone] == "01983 555 123")
    func link(_ call: RecordRef) throws {
      try office.save(
        ReferralClientForm.id, about: call,
        [
          ReferralClientForm.person: person.text, ReferralClientForm.phone: "01983 555 123",
        ], at: morning, by: office.cjit)
    }
    try link(call)
    #expect(try appointments(of: person).map(\.starts) == [ten])
    func phones() throws -> [String] {
      try office.store.read { try PersonRecords.one(PersonID(person.number), in: $0) }?
        .phones.map(\.number) ?? []
    }
    #expect(try phones() == ["01983 555 123"])
    #expect(try file(call, at: morning).clientPhone.isEmpty, "as with a referral")
    let again = try office.save(
      HelplineCallForm.id,
      [
        HelplineCallForm.started: night.uk, HelplineCallForm.taker: office.arw.id.ref.text,
        HelplineCallForm.caller: "CLI", HelplineCallForm.emergency: "n",
        HelplineCallForm.fromCustody: "n", HelplineCallForm.purposes: "INF",
      ], at: night)
    try link(again)
    #expect(try phones() == ["01983 555 123"], "kept once")
  }

  @Test("GEN-001: one that has begun by then is entered all the same")
  func nameComesLater() throws {
    let call = try booked()
    let person = try takeOnFile(call, at: after)
    #expect(try appointments(of: person).map(\.state) == [.booked])
  }

  @Test("PPL-053: naming the caller names the referral that came of the call, and the other way")
  func both() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let person = try takeOnFile(call, at: morning)
    let referral = try office.store.read { try IncomingReferralRecords.found(made, in: $0) }
    #expect(referral.person?.ref == person && referral.clientName.isEmpty)
  }

  @Test("A caller who is to be rung back keeps the number with the call, whosever it is")
  func ringBack() throws {
    for (followUp, kept, time) in [
      ("", "", "10:00"), ("Ring his mother tomorrow", "01983 555 123", "11:00"),
    ] {
      let call = try booked([HelplineCallForm.followUp: followUp], time: time)
      let person = try office.person()
      try office.save(
        ReferralClientForm.id, about: call,
        [ReferralClientForm.person: person.text, ReferralClientForm.phone: ""], at: morning,
        by: office.cjit)
      #expect(try file(call, at: morning).clientPhone == kept)
      #expect(try file(call, at: morning).clientName.isEmpty)
    }
  }

  static let numbers: [(kept: String, notes: [String])] = [
    ("", ["01983 555 123 was not kept with P-0001: add it there if it is theirs"]),
    ("01983 555123", []),
  ]

  @Test(
    "Naming the client in the referral's own form says whose number was not kept",
    arguments: numbers)
  func numberNotKept(kept: String, notes: [String]) throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let person = try office.person()
    if !kept.isEmpty {
      try office.store.write(try Attribution(by: office.cjit.id, as: .cjit, at: morning)) {
        _ = try EnquiryNaming.keep(phone: kept, of: PersonID(person.number), in: $0)
      }
    }
    let saved = try office.submit(
      ReferralForm.id, about: made, try referral(made, about: person), at: morning,
      by: office.cjit)
    guard case .saved(_, _, let told) = saved else {
      Issue.record("\(saved)")
      return
    }
    #expect(told.filter { $0.contains("555") } == notes)
  }
}
