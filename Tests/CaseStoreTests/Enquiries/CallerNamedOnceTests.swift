import CaseRules
import Testing

@testable import CaseStore

@Suite("A call and its referral are about one and the same person")
struct CallerNamedOnceTests: CallerStory {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  @Test("PPL-050: a call or referral that names somebody is never tied to somebody else")
  func namedOnce() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let referral = try #require(try file(call, at: morning).referral)
    let person = try takeOnFile(call, at: morning)
    let other = try office.person("Vale")
    for (ref, who) in [(call, "caller"), (referral, "client")] {
      for one in [other, person] {
        #expect(
          try office.refusals(
            ReferralClientForm.id, about: ref, [ReferralClientForm.person: one.text], at: morning,
            by: office.cjit) == ["PPL-050 blocks"])
      }
      for form in [ReferralClientForm.id, ReferredPersonForm.id] {
        #expect(
          try whyNot(form, of: ref)
            == "PPL-050: The \(who) is on file already: \(person.text). "
            + "If that is wrong, change the client of \(ref == call ? referral.text : "the referral")"
        )
      }
    }
    #expect(try file(call, at: morning).person?.ref == person)
    #expect(try appointments(of: other).isEmpty)
  }

  @Test("PPL-050: a referral that came of a call and the call are about one person")
  func referralStaysNamed() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let person = try office.person()
    let other = try office.person("Vale")
    func refused(_ person: RecordRef) throws -> [String] {
      try office.refusals(
        ReferralForm.id, about: made, try referral(made, about: person), at: morning,
        by: office.cjit)
    }
    try office.save(
      ReferralForm.id, about: made, try referral(made, about: person), at: morning,
      by: office.cjit)
    #expect(try file(call, at: morning).person?.ref == person, "the call it came of follows")
    #expect(try appointments(of: person).count == 1)
    #expect(try refused(person) == [])
    #expect(try refused(other) == ["PPL-050 warns"], "for a reason")
    let none = try referral(made, about: person).merging([ReferralForm.person: ""]) { $1 }
    #expect(
      try office.refusals(
        ReferralForm.id, about: made, none, at: morning, by: office.cjit) == ["PPL-050 warns"])
  }

  @Test("PPL-050: where only the referral names somebody, the call is theirs and nobody else's")
  func linkedByReferral() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let person = try office.person()
    let other = try office.person("Vale")
    let by = try Attribution(by: office.cjit.id, as: .cjit, at: morning)
    try office.store.write(by) { transaction in
      let referral = try IncomingReferralRecords.found(made, in: transaction.connection)
      try IncomingReferralRecords.name(
        referral, as: PersonID(person.number), in: transaction)
    }
    func refused(_ person: RecordRef) throws -> [String] {
      try office.refusals(
        ReferralClientForm.id, about: call, [ReferralClientForm.person: person.text], at: morning,
        by: office.cjit)
    }
    #expect(try refused(other) == ["PPL-050 blocks"])
    let words =
      "\(made.text), the referral that came of this call, is about \(person.text). "
      + "Choose “The caller is on file already”"
    #expect(try whyNot(ReferredPersonForm.id, of: call) == "PPL-050: " + words)
    #expect(try whyNot(ReferralClientForm.id, of: call) == nil)
    #expect(try refusedNew(call).contains(words), "as the form itself says")
    let known = try opened(ReferralClientForm.id, call)
    #expect(known.draft[ReferralClientForm.person] == person.text)
    #expect(known.sources[ReferralClientForm.person] == "from \(made.text)")
    #expect(try refused(person) == [])
    #expect(try file(call, at: morning).person?.ref == person)
  }

  @Test("PPL-050: where only the call names somebody, nobody else goes on file for its referral")
  func linkedByCall() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    #expect(try whyNot(ReferredPersonForm.id, of: made) == nil)
    let person = try office.person()
    let context = try office.context(at: morning)
    let by = try Attribution(by: office.cjit.id, as: .cjit, at: morning)
    try office.store.write(by) { transaction in
      _ = try HelplineCallRecords.name(
        HelplineCallID(call.number), as: PersonID(person.number), in: transaction, context)
    }
    let words = "\(call.text), the call that led to this referral, is about \(person.text)"
    #expect(try whyNot(ReferredPersonForm.id, of: made)?.hasPrefix("PPL-050: " + words) == true)
    #expect(try refusedNew(made).contains { $0.hasPrefix(words) })
    #expect(
      try opened(ReferralClientForm.id, made).draft[ReferralClientForm.person] == person.text)
  }

  /// Why a form is not offered for a call or a referral; nil where it is.
  private func whyNot(_ form: FormID, of ref: RecordRef) throws -> String? {
    let context = try office.context(at: morning, as: office.cjit)
    let offered = try office.store.read { records in
      ref.kind == .helplineCall
        ? EnquiryActions.offered(for: try CallFiles.load(ref, in: records, context), in: context)
        : EnquiryActions.offered(
          for: try ReferralFiles.load(ref, in: records, context), in: context)
    }
    return try #require(offered.first { $0.form == form }).whyNot
  }

  /// What stands in the way of taking somebody on file.
  private func refusedNew(_ ref: RecordRef) throws -> [String] {
    guard
      case .refused(let findings) = try office.submit(
        ReferredPersonForm.id, about: ref, opened(ReferredPersonForm.id, ref).draft.texts,
        at: morning, by: office.cjit)
    else { return [] }
    return findings.filter { $0.rule == "PPL-050" }.map(\.words)
  }
}
