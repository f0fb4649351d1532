import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("INT-005: the sterile corridor of a report")
struct ReportSourceTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  @Test("a text that names the source is refused as it is taken in, in every free text")
  func sanitised() throws {
    for field in [ReportFields.text, ReportFields.place, ReportFields.offenceWords] {
      #expect(
        try office.reportRefusals([field: "Told by Mrs Pelham’s son"]) == ["INT-005 blocks"],
        "\(field)")
    }
    #expect(
      try office.reportRefusals([:], about: CustodyOffice.about(description: "Pelham's tenant"))
        == ["INT-005 blocks"])
    #expect(
      try office.reportRefusals(
        CustodyOffice.grades(
          "B24",
          [
            GradeFields.conditions: "Ask Pelham", GradeFields.recipients: "DI Marlow",
            GradeFields.reviewOn: "01/11/2007",
          ])) == ["INT-005 blocks"])
  }

  @Test("and on every later change, grade, judgement, share and mistake")
  func later() throws {
    let ref = try office.report(CustodyOffice.grades("E42"))
    let subject = try #require(try office.report(ref).mainSubject)
    let row = CustodyOffice.about(known: subject.id.ref)
    let intelligence = office.intelligence
    func refused(_ form: FormID, _ answers: [FieldCode: String]) throws -> [String] {
      try office.refusals(
        form, about: ref, answers,
        rows: form == CorrectReportForm.id ? [ReportFields.subjects: [row]] : [:],
        by: intelligence)
    }
    #expect(
      try refused(
        CorrectReportForm.id,
        CustodyOffice.told.merging([ReportFields.text: "PELHAM said"]) { $1 }
          .filter { !["source-kind", "source-family", "source-identity"].contains($0.key.text) })
        == ["INT-005 blocks"])
    #expect(
      try refused(
        GradeReportForm.id,
        CustodyOffice.grades("D42", [GradeReportForm.reason: "Pelham was wrong before"]))
        == ["INT-005 blocks"])
    #expect(
      try refused(
        JudgeReportForm.id,
        [JudgeReportForm.verdict: "N", JudgeReportForm.note: "Pelham lies"]) == ["INT-005 blocks"])
    #expect(
      try refused(
        ShareReportForm.id,
        [
          ShareReportForm.agency: "POL", ShareReportForm.recipient: "Sgt Pelham",
          ShareReportForm.sentAt: "05/10/2007 09:20", ShareReportForm.text: "Sells",
        ]) == ["INT-005 blocks"])
    #expect(
      try refused(StrikeReportForm.id, [StrikeReportForm.reason: "Pelham took it all back"])
        == ["INT-005 blocks"])
    guard
      case .refused(let findings) = try office.submit(
        JudgeReportForm.id, about: ref, [JudgeReportForm.verdict: "Y"], by: intelligence,
        reasons: ["INT-003": "Pelham has always been right before"])
    else { return #expect(Bool(false), "the reason names the source") }
    #expect(findings.filter { $0.force == .blocks }.map(\.rule) == ["INT-005"])
  }

  @Test("INT-001, INT-007: kind is asked; a treatment service gives client and disclosure record")
  func kinds() throws {
    #expect(
      try office.reportRefusals([IntelligenceReportForm.kind: ""]) == ["INT-001 blocks"])
    #expect(
      try office.reportRefusals([IntelligenceReportForm.kind: "XXX"]) == ["INT-001 blocks"])
    #expect(
      try office.reportRefusals([IntelligenceReportForm.kind: "TRE"]) == [
        "INT-005 blocks", "INT-005 blocks", "INT-007 blocks",
      ])
    let client: [FieldCode: String] = [
      IntelligenceReportForm.kind: "TRE", IntelligenceReportForm.client: "P-0042",
      IntelligenceReportForm.clientFamily: "Quill", IntelligenceReportForm.disclosure: "D 7/2007",
    ]
    #expect(
      try office.reportRefusals(
        client.merging([ReportFields.text: "Quill's dealer is back"]) { $1 }) == ["INT-005 blocks"])
    try office.report(client)
  }

  @Test("nothing but the sealed table has a word of it: no row, no trail, no draft, no index")
  func sealed() throws {
    let answers: [FieldCode: String] = [
      IntelligenceReportForm.family: "Zebulonquist", IntelligenceReportForm.identity: "Yttrium",
      IntelligenceReportForm.howKnown: "Xanthopsia", IntelligenceReportForm.contact: "Wolframite",
    ]
    let ref = try office.report(answers)
    try office.grade(ref, "B21")
    try office.judge(ref)
    let words = ["zebulonquist", "yttrium", "xanthopsia", "wolframite", "family_or_friend"]
    let found = try office.store.read { records -> [String] in
      let tables = try records.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      ) { try $0.text(0) }
      return try tables.filter { $0 != "intelligence_source" }.flatMap { table in
        try records.query("SELECT * FROM \"" + table + "\"") { row -> [String] in
          try (0..<row.count).compactMap { column in
            guard case .text(let text) = try row.get(column, as: SQLValue.self) else { return nil }
            return words.first { text.lowercased().contains($0) }.map { "\(table): \($0)" }
          }
        }.flatMap(\.self)
      }
    }
    #expect(found == [])
  }

  @Test(
    "INT-039, INT-040: judged valid it opens a bronze action, and no text of that names the source")
  func bronze() throws {
    let ref = try office.report(CustodyOffice.grades("B22"))
    try office.judge(ref)
    let context = try office.context(as: office.intelligence)
    let file = try office.store.read { try IntelligenceFiles.report(ref, in: $0, context) }
    let bronze = try #require(file.bronzes.first?.ref)
    func refusals(_ words: String) throws -> [String] {
      try office.refusals(
        ResearchRequestForm.id, about: bronze,
        [
          ResearchFields.agency: "POL", ResearchFields.office: words,
          ResearchFields.asked: "05/10/2007",
        ], by: office.intelligence)
    }
    #expect(try refusals("Ask Mrs Pelham's brother").contains("INT-005 blocks"))
    #expect(try !refusals("Northfold").contains("INT-005 blocks"))
    let second = try office.report(
      CustodyOffice.grades("B22"),
      about: CustodyOffice.about(known: RecordRef(.intelligenceSubject, 1)))
    try office.judge(second)
    #expect(
      try office.store.read { try IntelligenceFiles.report(second, in: $0, context) }
        .bronzes.map(\.ref) == [bronze], "INT-040: the one that is open has it too")
  }

  @Test("INT-005: an officer and a superintendent see it with reason and password; nobody else")
  func look() throws {
    let ref = try office.report()
    let why = [SourceLookForm.reason: "The bronze depends on who it is"]
    #expect(
      try office.refusals(SourceLookForm.id, about: ref, why, by: office.intelligence)
        == ["GEN-006 blocks"])
    for worker in [office.intelligence, try office.worker(.supt)] {
      guard
        case .saved(_, _, let notes) = try office.confirmed(
          SourceLookForm.id, about: ref, why, by: worker)
      else { return #expect(Bool(false), "\(worker.role)") }
      #expect(notes.contains("Family name: Pelham") && notes.contains("Kind: Family or friend"))
    }
    #expect(
      try office.count(
        "SELECT count(*) FROM audit WHERE kind = 'source.view' AND reason LIKE 'The bronze%'") == 2)
    for role in Role.allCases where role != .dio && role != .supt {
      let outcome = try office.confirmed(
        SourceLookForm.id, about: ref, why, by: try office.worker(role))
      guard case .refused(let findings) = outcome else {
        #expect(Bool(false), "\(role)")
        continue
      }
      #expect(findings.first?.rule == "INT-005", "\(role)")
    }
  }
}
