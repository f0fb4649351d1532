import Testing

@testable import CaseRules

@Suite("The client's agreement, and referrals")
struct PlanAgreementTests {
  private static let open = CarePlan.example(agreement: .notAgreed(because: "Reads it at home"))

  private static func said(
    _ texts: [FieldCode: String], last: CarePlan = open, role: Role = .cjit
  ) -> [String] {
    PlanAgreementForm.definition.said(
      texts, .client(last: last, plan: open),
      in: .example(at: .example("2007-10-09 12:00"), role: role))
  }

  private static let yes: [FieldCode: String] = [
    PlanAgreementForm.agreed: "yes", PlanAgreementForm.agreedOn: "08/10/2007",
  ]

  @Test("PPL-014: agreement needs its day, no agreement its reason")
  func answers() {
    #expect(Self.said(Self.yes) == [])
    #expect(Self.said([:]) == ["PPL-014 blocks agreed"])
    #expect(
      Self.said([PlanAgreementForm.agreed: "yes"]) == ["PPL-014 blocks agreed-on"])
    #expect(Self.said([PlanAgreementForm.agreed: "no"]) == ["PPL-014 blocks not-agreed"])
  }

  @Test("PPL-016: only the current version can be agreed, and only once (PPL-014)")
  func currentOnly() {
    let newer = CarePlan.example(version: 2, made: "2007-10-08")
    #expect(Self.said(Self.yes, last: newer) == ["PPL-016 blocks"])
    let agreed = CarePlan.example()
    let refusal = PlanAgreementForm.refusal(
      agreed, last: agreed, episode: .client(), RuleContext.example(role: .cjit).worker)
    #expect(refusal?.rule == "PPL-014")
  }

  @Test("GEN-007: the client agrees after the plan was made, and not tomorrow")
  func days() {
    var early = Self.yes
    early[PlanAgreementForm.agreedOn] = "02/10/2007"
    #expect(Self.said(early) == ["GEN-007 blocks agreed-on"])
    early[PlanAgreementForm.agreedOn] = "10/10/2007"
    #expect(Self.said(early) == ["GEN-007 blocks agreed-on"])
  }

  @Test("Function matrix: CARAT does not answer for a client in the community")
  func carat() {
    #expect(Self.said(Self.yes, role: .carat) == ["GEN-003 blocks"])
  }

  @Test("GEN-001: a referral is a fact; CARAT records it wherever the client is")
  func referredFromPrison() {
    let form = WraparoundReferralForm.self
    let said = form.definition.said(
      [form.kind: "HOU", form.referred: "08/10/2007", form.agency: "Housing office"], .client(),
      in: .example(at: .example("2007-10-09 12:00"), role: .carat))
    #expect(said == [])
  }

  @Test("PPL-018: a referral has kind, date and agency; an outcome has its date")
  func referral() {
    let form = WraparoundReferralForm.self
    func said(_ texts: [FieldCode: String], _ facts: FormFacts = .client()) -> [String] {
      form.definition.said(
        texts, facts, in: .example(at: .example("2007-10-09 12:00"), role: .cjit))
    }
    #expect(
      said([:]) == ["PPL-018 blocks kind", "PPL-018 blocks referred", "PPL-018 blocks agency"])
    var texts: [FieldCode: String] = [
      form.kind: "HOU", form.referred: "08/10/2007", form.agency: "Housing office",
    ]
    #expect(said(texts) == [])
    texts[form.outcome] = "STA"
    #expect(said(texts) == ["PPL-018 blocks outcome-on"])
    texts[form.outcomeOn] = "07/10/2007"
    #expect(said(texts) == ["GEN-007 blocks outcome-on"])
    texts[form.outcomeOn] = "09/10/2007"
    #expect(said(texts) == [])
    texts[form.kind] = "OTH"
    #expect(said(texts) == ["PPL-018 blocks reason"])
    texts[form.kind] = "HOU"
    texts[form.agency] = ""
    texts[form.service] = "G-9"
    #expect(said(texts) == ["PPL-018 blocks service"], "no such entry in the directory")
  }
}
