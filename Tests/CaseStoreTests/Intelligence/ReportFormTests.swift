import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Intelligence reports through the door of the forms")
struct ReportFormTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  @Test("INT-002, INT-003: received, graded, valid; the grade text is kept with the report")
  func life() throws {
    let ref = try office.report()
    #expect(ref.text == "I-0001")
    #expect(try office.report(ref).state == .received)
    try office.grade(ref, "B21")
    let graded = try office.report(ref)
    #expect(graded.state == .graded)
    #expect(graded.grading?.sourceWords == "Mostly reliable")
    #expect(graded.grading?.by == "I.FROST")
    try office.judge(ref)
    #expect(try office.report(ref).state == .valid)
    #expect(try office.temporary.verify().isGood)
  }

  @Test("INT-002: graded as it is taken in; two grades are no grading")
  func gradedAtOnce() throws {
    let ref = try office.report(CustodyOffice.grades("B22"))
    #expect(try office.report(ref).state == .graded)
    #expect(
      try office.reportRefusals([GradeFields.source: "B", GradeFields.handling: "2"])
        == ["INT-002 blocks"])
    #expect(
      try office.refusals(
        GradeReportForm.id, about: office.report(), [GradeFields.source: "B"],
        by: office.intelligence) == ["INT-002 blocks", "INT-002 blocks"])
    #expect(
      try office.refusals(
        GradeReportForm.id, about: office.report(), CustodyOffice.grades("F21"),
        by: office.intelligence
      ).contains("COD-002 blocks"))
  }

  @Test("INT-002: a report that is not graded is not judged")
  func notGraded() throws {
    let ref = try office.report()
    #expect(
      try office.refusals(
        JudgeReportForm.id, about: ref, [JudgeReportForm.verdict: "Y"], by: office.intelligence)
        == ["INT-002 blocks"])
  }

  @Test("INT-002: graded anew the old grades stay on file, and it is judged anew")
  func regrade() throws {
    let ref = try office.report(CustodyOffice.grades("B21"))
    try office.judge(ref)
    #expect(
      try office.refusals(
        GradeReportForm.id, about: ref, CustodyOffice.grades("D21"), by: office.intelligence)
        == ["INT-002 blocks"], "without saying why")
    #expect(
      try office.refusals(
        GradeReportForm.id, about: ref,
        CustodyOffice.grades("B21", [GradeReportForm.reason: "Nothing else is known"]),
        by: office.intelligence) == ["INT-002 blocks"], "the same again")
    try office.grade(ref, "D51", [GradeReportForm.reason: "The source was wrong twice"])
    let report = try office.report(ref)
    #expect(report.state == .graded)
    #expect(report.judgement == nil)
    let kept = try office.store.read {
      try $0.query(
        "SELECT source || information || handling FROM intelligence_grade ORDER BY number"
      ) {
        try $0.text(0)
      }
    }
    #expect(kept == ["B21", "D51"])
    #expect(try office.count("SELECT count(*) FROM intelligence_judgement") == 1)
  }

  @Test("INT-003 worked examples 2 and 3: E/4/2 is deemed valid with a reason, C/5/2 never")
  func deemed() throws {
    let doubtful = try office.report(CustodyOffice.grades("E42"))
    #expect(
      try office.refusals(
        JudgeReportForm.id, about: doubtful, [JudgeReportForm.verdict: "Y"],
        by: office.intelligence) == ["INT-003 warns"])
    try office.judge(doubtful, because: "Two patrols saw the same on other days")
    let judged = try office.report(doubtful)
    #expect(judged.state == .valid)
    #expect(judged.judgement?.deemed == "Two patrols saw the same on other days")
    let malicious = try office.report(CustodyOffice.grades("C52"))
    #expect(
      try office.refusals(
        JudgeReportForm.id, about: malicious, [JudgeReportForm.verdict: "Y"],
        by: office.intelligence, reasons: ["INT-003": "I am quite sure of it all the same"])
        == ["INT-003 blocks"])
  }

  @Test("INT-004: not valid is closed with the reason, and is not judged again as it stands")
  func notValid() throws {
    let ref = try office.report(CustodyOffice.grades("E42"))
    #expect(
      try office.refusals(
        JudgeReportForm.id, about: ref, [JudgeReportForm.verdict: "N"], by: office.intelligence)
        == ["INT-004 blocks"])
    try office.judge(ref, "N")
    #expect(try office.report(ref).state == .notValid)
    #expect(
      try office.refusals(
        JudgeReportForm.id, about: ref, [JudgeReportForm.verdict: "N", JudgeReportForm.note: "x"],
        by: office.intelligence) == ["INT-003 blocks"])
  }

  @Test("INT-009: handling 4 and 5 come with conditions, recipients and a day of review")
  func conditions() throws {
    let ref = try office.report()
    #expect(
      try office.refusals(
        GradeReportForm.id, about: ref, CustodyOffice.grades("B24"), by: office.intelligence)
        == ["INT-009 blocks", "INT-009 blocks", "INT-009 blocks"])
    try office.grade(
      ref, "B24",
      [
        GradeFields.conditions: "A trial is pending", GradeFields.recipients: "DI Marlow",
        GradeFields.reviewOn: "01/11/2007",
      ])
    #expect(try office.report(ref).grading?.recipients == "DI Marlow")
  }

  @Test("INT-009 worked example 1: under handling 1 housing is refused and police allowed")
  func share() throws {
    let ref = try office.report(CustodyOffice.grades("B21"))
    func answers(_ agency: String) -> [FieldCode: String] {
      [
        ShareReportForm.agency: agency, ShareReportForm.recipient: "Sgt Ore",
        ShareReportForm.sentAt: "05/10/2007 09:20", ShareReportForm.text: "Sells on weekdays",
      ]
    }
    #expect(
      try office.refusals(
        ShareReportForm.id, about: ref, answers("HOU"), by: office.intelligence)
        == ["INT-009 blocks"])
    try office.save(ShareReportForm.id, about: ref, answers("POL"), by: office.intelligence)
    #expect(try office.count("SELECT count(*) FROM intelligence_share") == 1)
    let ungraded = try office.report()
    #expect(
      try office.refusals(
        ShareReportForm.id, about: ungraded, answers("POL"), by: office.intelligence)
        == ["INT-002 blocks"])
  }

  @Test("INT-009: whoever receives it under handling 5 is told its conditions")
  func told() throws {
    let ref = try office.report()
    try office.grade(
      ref, "B25",
      [
        GradeFields.conditions: "Not to be told to the family", GradeFields.recipients: "Housing",
        GradeFields.reviewOn: "01/11/2007",
      ])
    let answers = [
      ShareReportForm.agency: "HOU", ShareReportForm.recipient: "Mr Vale",
      ShareReportForm.sentAt: "05/10/2007 09:20", ShareReportForm.text: "Sells on weekdays",
    ]
    #expect(
      try office.refusals(ShareReportForm.id, about: ref, answers, by: office.intelligence)
        == ["INT-009 blocks"])
    try office.save(
      ShareReportForm.id, about: ref,
      answers.merging([ShareReportForm.told: "Not to be told to the family"]) { $1 },
      by: office.intelligence)
  }

  @Test("GEN-004: a report that is struck through stays, and nothing more is done with it")
  func struck() throws {
    let ref = try office.report(CustodyOffice.grades("B21"))
    try office.save(
      StrikeReportForm.id, about: ref, [StrikeReportForm.reason: "Entered for another area"],
      by: office.intelligence)
    #expect(try office.report(ref).state == .struck)
    #expect(
      try office.refusals(
        JudgeReportForm.id, about: ref, [JudgeReportForm.verdict: "Y"], by: office.intelligence)
        == ["GEN-004 blocks"])
    #expect(
      try office.refusals(
        StrikeReportForm.id, about: ref, [StrikeReportForm.reason: "Entered for another area"],
        by: office.intelligence) == ["GEN-004 blocks"])
  }

  @Test(
    "Matrix: only intelligence officers take reports in, grade and judge them",
    arguments: Role.allCases)
  func matrix(role: Role) throws {
    let worker = try office.worker(role)
    let ref = try office.report()
    let own = try office.submit(
      IntelligenceReportForm.id, CustodyOffice.told,
      rows: [ReportFields.subjects: [CustodyOffice.about()]], by: worker)
    let graded = try office.submit(
      GradeReportForm.id, about: ref, CustodyOffice.grades("B21"), by: worker)
    for outcome in [own, graded] {
      if case .saved = outcome {
        #expect(role == .dio)
      } else {
        #expect(role != .dio, "\(outcome)")
      }
    }
  }
}
