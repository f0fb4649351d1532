import Testing

@testable import CaseRules

@Suite("Consents")
struct ConsentTests {
  private static func consent(
    _ id: Int64, _ type: ConsentType = .shareWithAgency, given: Bool = true, on when: String,
    recipients: String = "Probation, Island Housing", expires: String? = nil,
    withdrawn: String? = nil
  ) -> Consent {
    Consent(
      id: ConsentID(id), person: PersonID(1), type: type, given: given, when: .example(when),
      recipients: recipients, expires: expires.map { .example($0) },
      withdrawn: withdrawn.map { .example($0) })
  }

  @Test(
    "PPL-011: a withdrawn consent carries what was disclosed before, and nothing after",
    arguments: [
      ("2007-09-30 23:59", false), ("2007-10-01 10:00", true), ("2007-10-08 14:59", true),
      ("2007-10-08 15:00", false), ("2007-10-09 09:00", false),
    ])
  func withdrawal(disclosed: String, allowed: Bool) {
    let book = [Self.consent(1, on: "2007-10-01 10:00", withdrawn: "2007-10-08 15:00")]
    let supported = book.supportsDisclosure(
      at: .example(disclosed), relyingOn: .shareWithAgency, to: "Probation")
    #expect(supported == allowed)
  }

  @Test("PPL-011: what has become of a consent stands behind it, once it has come to pass")
  func words() {
    let withdrawn = Self.consent(1, on: "2007-10-01 10:00", withdrawn: "2007-10-08 15:00")
    #expect(withdrawn.words(at: .example("2007-10-08 14:59")) == "Yes, written, 01/10/2007 10:00")
    #expect(
      withdrawn.words(at: .example("2007-10-08 15:00"))
        == "Yes, written, 01/10/2007 10:00; withdrawn 08/10/2007 15:00")
    let expiring = Self.consent(2, on: "2007-10-01 10:00", expires: "2007-10-08")
    #expect(expiring.words(at: .example("2007-10-08 23:59")) == "Yes, written, 01/10/2007 10:00")
    #expect(
      expiring.words(at: .example("2007-10-09 00:00"))
        == "Yes, written, 01/10/2007 10:00; ran out 08/10/2007")
  }

  @Test("A later no undoes an earlier yes, and a later yes counts again")
  func laterWord() {
    let book = [
      Self.consent(1, .caseload, on: "2026-01-05 10:00"),
      Self.consent(2, .caseload, given: false, on: "2026-02-05 10:00"),
      Self.consent(3, .caseload, on: "2026-03-05 10:00"),
    ]
    #expect(book.inForce(.caseload, at: .example("2026-01-06 10:00"))?.id == ConsentID(1))
    #expect(book.inForce(.caseload, at: .example("2026-02-06 10:00")) == nil)
    #expect(book.inForce(.caseload, at: .example("2026-03-06 10:00"))?.id == ConsentID(3))
    #expect(book.inForce(.assessment, at: .example("2026-03-06 10:00")) == nil)
  }

  @Test("The last day of a consent still counts")
  func expiry() {
    let book = [Self.consent(1, on: "2026-01-05 10:00", expires: "2026-01-31")]
    let type = ConsentType.shareWithAgency
    #expect(book.inForce(type, at: .example("2026-01-31 23:59")) != nil)
    #expect(book.inForce(type, at: .example("2026-02-01 00:00")) == nil)
  }

  @Test("Sharing goes to the named agency only")
  func recipients() {
    let book = [Self.consent(1, on: "2026-01-05 10:00")]
    let now = Moment.example("2026-01-06 10:00")
    func may(_ to: String) -> Bool {
      book.supportsDisclosure(at: now, relyingOn: .shareWithAgency, to: to)
    }
    #expect(may("island housing"))
    #expect(!may("Police"))
    #expect(!may(""))
  }

  @Test("INF-032: a waiver must be written")
  func waiver() {
    for form in ConsentForm.allCases {
      let findings = ConsentRules.findings(type: .waiver, given: true, form: form, explained: true)
      #expect(findings.map(\.rule) == (form == .written ? [] : ["INF-032"]))
    }
    let refusal = ConsentRules.findings(type: .waiver, given: false, form: .oral, explained: true)
    #expect(refusal.isEmpty)
  }

  @Test("Consequences and the right to refuse must have been explained")
  func explained() {
    let findings = ConsentRules.findings(
      type: .assessment, given: true, form: .oral, explained: false)
    #expect(findings.map(\.field) == ["explained"])
    #expect(findings.map(\.force) == [.blocks])
  }

  @Test("PPL-011: what can be withdrawn, and when")
  func withdrawing() {
    let given = Self.consent(1, on: "2026-01-05 10:00")
    #expect(ConsentRules.withdrawal(of: given, at: .example("2026-01-05 10:00")).isEmpty)
    #expect(
      ConsentRules.withdrawal(of: given, at: .example("2026-01-05 09:59")).map(\.rule)
        == ["GEN-007"])
    let refusal = Self.consent(2, given: false, on: "2026-01-05 10:00")
    #expect(ConsentRules.withdrawal(of: refusal, at: nil).map(\.rule) == ["PPL-011"])
    let gone = Self.consent(3, on: "2026-01-05 10:00", withdrawn: "2026-01-06 10:00")
    #expect(ConsentRules.withdrawal(of: gone, at: nil).map(\.rule) == ["PPL-011"])
  }

  @Test("GEN-007: no consent runs out before it is given")
  func expiryOrder() {
    let when = Moment.example("2026-01-05 10:00")
    #expect(ConsentRules.expiry(.example("2026-01-04"), given: when)?.rule == "GEN-007")
    #expect(ConsentRules.expiry(.example("2026-01-05"), given: when) == nil)
    #expect(ConsentRules.expiry(nil, given: when) == nil)
  }
}
