import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Subjects of intelligence")
struct SubjectFormTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  private func subject(_ ref: RecordRef) throws -> IntelligenceSubject {
    try #require(try office.report(ref).mainSubject)
  }

  private func likeness(_ one: RecordRef, _ other: RecordRef) throws -> SubjectLikeness? {
    try office.store.read {
      try SubjectLikenesses.one(IntelligenceSubjectID(one.number), other, in: $0)
    }
  }

  @Test("PPL-004: one who may be known is kept as a pair; said to be the same, the two are one")
  func same() throws {
    let first = try subject(office.report())
    let second = try subject(office.report(about: CustodyOffice.about("Harow", "Myles")))
    #expect(try likeness(second.id.ref, first.id.ref)?.state == .pending)
    try office.save(
      SameSubjectForm.id, about: second.id.ref,
      [
        SameSubjectForm.other: first.id.ref.text, SameSubjectForm.answer: "SAME",
        SameSubjectForm.reason: "Same tattoo and address",
      ], by: office.intelligence)
    #expect(try subject(RecordRef(.intelligenceReport, 2)).id == first.id)
    try office.save(
      SameSubjectForm.id, about: second.id.ref,
      [
        SameSubjectForm.other: first.id.ref.text, SameSubjectForm.answer: "DIFF",
        SameSubjectForm.reason: "It is the brother after all",
      ], by: office.intelligence)
    #expect(try subject(RecordRef(.intelligenceReport, 2)).id == second.id)
    #expect(try office.temporary.verify().isGood)
  }

  @Test("PPL-004: different people are not asked about again")
  func different() throws {
    let first = try subject(office.report())
    let second = try subject(office.report(about: CustodyOffice.about("Harow", "Myles")))
    try office.save(
      SameSubjectForm.id, about: second.id.ref,
      [
        SameSubjectForm.other: first.id.ref.text, SameSubjectForm.answer: "DIFF",
        SameSubjectForm.reason: "Seen together in the street",
      ], by: office.intelligence)
    try office.save(
      IntelligenceSubjectForm.id, about: second.id.ref,
      [
        ReportFields.Subject.family: "Harow", ReportFields.Subject.given: "Myles",
        ReportFields.Subject.born: "03/04/1985", ReportFields.Subject.description: "Tall",
      ], by: office.intelligence)
    #expect(try likeness(second.id.ref, first.id.ref)?.state == .different)
    #expect(
      try office.count("SELECT count(*) FROM intelligence_likeness WHERE state = 'pending'") == 0)
  }

  @Test("CUS-022: who a subject is on file is said by roles that read both, and by nobody else")
  func link() throws {
    let subject = try subject(office.report()).id.ref
    let person = try office.person("Harrow", born: .on(3, 4, 1985))
    let answers = [
      SameSubjectForm.other: person.text, SameSubjectForm.answer: "SAME",
      SameSubjectForm.reason: "Known to both teams",
    ]
    for role in Role.allCases where role != .sup && role != .ppoc {
      let refusals = try office.refusals(
        LinkSubjectForm.id, about: subject, answers, by: try office.worker(role))
      #expect(refusals.contains { $0.hasSuffix("blocks") }, "\(role)")
    }
    try office.save(LinkSubjectForm.id, about: subject, answers, by: office.teamLeader)
    #expect(
      try office.count(
        "SELECT count(*) FROM intelligence_subject WHERE person = \(person.number)") == 1)
    // Neither the subject's history nor the person's tells of it.
    #expect(
      try office.count(
        """
        SELECT count(*) FROM audit WHERE detail LIKE '%\(person.text)%'
          AND record_kind IN ('IS', 'P')
        """) == 0)
    #expect(try office.temporary.verify().isGood)
  }

  @Test("INT-005: what is said of a subject names no source of a report about them")
  func description() throws {
    let subject = try subject(office.report()).id.ref
    #expect(
      try office.refusals(
        IntelligenceSubjectForm.id, about: subject,
        [
          ReportFields.Subject.family: "Harrow",
          ReportFields.Subject.description: "Lodger of the Pelhams",
        ], by: office.intelligence) == ["INT-005 blocks"])
  }
}
