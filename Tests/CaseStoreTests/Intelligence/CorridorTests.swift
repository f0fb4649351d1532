import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("INT-005, INT-006: what a refusal, a reason and a name could tell")
struct CorridorTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  private static let client: [FieldCode: String] = [
    IntelligenceReportForm.kind: "TRE", IntelligenceReportForm.client: "P-0042",
    IntelligenceReportForm.clientFamily: "Harrow", IntelligenceReportForm.disclosure: "D 7/2007",
  ]
  private static let relative: [FieldCode: String] = [
    IntelligenceReportForm.kind: "FAM", IntelligenceReportForm.family: "Harrow",
    IntelligenceReportForm.identity: "His mother",
  ]

  private func words(_ outcome: SaveOutcome) -> [String] {
    guard case .refused(let findings) = outcome else { return [] }
    return findings.blocking.map(\.words)
  }

  @Test("whoever may not know a source is told nothing of it by a refusal, whatever kind it is")
  func oracle() throws {
    let person = try office.person("Salter", born: .on(3, 4, 1985))
    for source in [Self.client, Self.relative] {
      let ref = try office.report(source)
      let subject = try #require(try office.report(ref).mainSubject).id.ref
      for worker in [office.teamLeader, try office.worker(.ppoc)] {
        let outcome = try office.submit(
          LinkSubjectForm.id, about: subject,
          [
            SameSubjectForm.other: person.text, SameSubjectForm.answer: "DIFF",
            SameSubjectForm.reason: "Harrow was in prison then",
          ], by: worker)
        guard case .refused(let findings) = outcome else { continue }
        #expect(findings.allSatisfy { $0.rule != "INT-005" }, "\(worker.role)")
      }
    }
  }

  @Test("an officer's refusal does not say whose name it is: that would tell the kind")
  func neutral() throws {
    let refusals = try [Self.client, Self.relative].map { source in
      let ref = try office.report(source)
      return words(
        try office.submit(
          StrikeReportForm.id, about: ref, [StrikeReportForm.reason: "Harrow took it all back"],
          by: office.intelligence))
    }
    #expect(refusals[0].count == 1 && refusals[0] == refusals[1])
  }

  @Test("other names and descriptions of a subject are texts as well, wherever they are typed")
  func columns() throws {
    for column in [ReportFields.Subject.otherNames, ReportFields.Subject.description] {
      var row = CustodyOffice.about()
      row.texts[column] = "Young Pelham"
      #expect(try office.reportRefusals([:], about: row) == ["INT-005 blocks"], "\(column)")
    }
    let subject = try #require(try office.report(try office.report()).mainSubject).id.ref
    #expect(
      try office.refusals(
        IntelligenceSubjectForm.id, about: subject,
        [ReportFields.Subject.family: "Harrow", ReportFields.Subject.otherNames: "Young Pelham"],
        by: office.intelligence) == ["INT-005 blocks"])
  }

  @Test("a referral's later texts: the report it becomes, and why it is struck through")
  func referral() throws {
    let ref = try office.save(
      EDIIReferralForm.id,
      [
        EDIIReferralForm.received: "05/10/2007 09:00", EDIIReferralForm.family: "Marsh",
        EDIIReferralForm.reason: "Said to use heroin", IntelligenceReportForm.kind: "FAM",
        IntelligenceReportForm.family: "Pelham",
      ], by: office.intelligence)
    #expect(
      try office.refusals(
        EDIIStrikeForm.id, about: ref, [EDIIStrikeForm.reason: "Mrs Pelham rang again"],
        by: office.intelligence) == ["INT-005 blocks"])
    #expect(
      try office.refusals(
        EDIIReportForm.id, about: ref,
        [
          ReportFields.received: "05/10/2007 09:00", ReportFields.relatesTo: "04/10/2007",
          ReportFields.text: "Uses heroin at the station",
        ],
        rows: [ReportFields.subjects: [CustodyOffice.about("Marsh", description: "Pelham's son")]],
        by: office.intelligence) == ["INT-005 blocks"])
  }

  @Test(
    "a name needs its family name, or no text is held against it",
    arguments: [
      ("Doreen Pelham", true), ("Mrs Pelham, next door", true), ("a neighbour", false),
      ("CHIS 4471", false), ("the housing office at Castlemere", false), ("Jane", false),
    ])
  func identity(text: String, isRefused: Bool) throws {
    let refusals = try office.reportRefusals([
      IntelligenceReportForm.family: "", IntelligenceReportForm.identity: text,
    ])
    #expect(refusals == (isRefused ? ["INT-005 blocks"] : []))
  }

  @Test(
    "INT-006: a text that says who tells it warns, whatever kind it is; a name of theirs is refused",
    arguments: [
      ("His mother worries that he injects", ["INT-006 warns"]),
      ("His sister Jenna says he sells heroin", ["INT-006 warns", "INT-005 blocks"]),
      ("Sells heroin for Jenna at the quay", ["INT-005 blocks"]),
      ("Sells heroin to his brother", []), ("Moved back to his mother's", []),
    ])
  func clues(text: String, refusals: [String]) throws {
    for kind in ["FAM", "INF"] {
      #expect(
        try office.reportRefusals([
          ReportFields.text: text, IntelligenceReportForm.kind: kind,
          IntelligenceReportForm.family: "", IntelligenceReportForm.identity: "Jenna",
        ]) == refusals, "\(kind)")
    }
  }

  @Test("INT-007: a client may have told it to prison or probation as well")
  func prison() throws {
    for kind in ["PRI", "PROB"] {
      let told = Self.client.merging([IntelligenceReportForm.kind: kind]) { $1 }
      #expect(
        try office.reportRefusals(told.merging([ReportFields.text: "Harrow sells"]) { $1 })
          == ["INT-005 blocks"])
      #expect(
        try office.reportRefusals([
          IntelligenceReportForm.kind: kind, IntelligenceReportForm.client: "",
        ]) == [])
    }
  }
}
