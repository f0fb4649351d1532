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
