import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("The intelligence queue")
struct IntelligenceQueueTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  private func waiting(as worker: Worker? = nil) throws -> [ReportLine] {
    let context = try office.context(as: worker ?? office.intelligence)
    return try office.store.read { try IntelligenceQueue.waiting(in: $0, context) }
  }

  private func page(
    _ narrow: String = "", in state: ReportState? = nil, _ place: ReportPlace = .first,
    limit: Int = 10
  ) throws -> ReportPage {
    let context = try office.context(as: office.intelligence)
    return try office.store.read {
      try IntelligenceQueue.page(
        narrow: narrow, in: state, place, limit: limit, in: $0, context)
    }
  }

  private func report(
    _ family: String, minute: Int, _ answers: [FieldCode: String] = [:]
  ) throws -> RecordRef {
    try office.report(
      answers.merging([
        ReportFields.received: "05/10/2007 09:\(minute)"
      ]) { $1 },
      about: CustodyOffice.about(family, "Robin", born: "0\(minute % 9 + 1)/04/19\(60 + minute)"))
  }

  @Test("INT-002: to grade and to judge come first, the oldest of each on top")
  func order() throws {
    let later = try report("Quill", minute: 25)
    let earlier = try report("Harrow", minute: 11)
    let graded = try report("Marsh", minute: 12, CustodyOffice.grades("E42"))
    let valid = try report("Ore", minute: 13, CustodyOffice.grades("B21"))
    try office.judge(valid)
    let lines = try waiting()
    #expect(lines.map(\.id.ref) == [earlier, later, graded, valid])
    #expect(lines.map(\.next) == ["Grade it", "Grade it", "Judge it", nil])
    #expect(lines[0].subjectWords == "HARROW Robin")
    #expect(lines[2].warnings(on: .on(5, 10, 2007)).first?.contains("may be deemed") == true)
  }

  @Test("narrowed by the start of a name, a place, a number or the grades")
  func narrow() throws {
    let first = try report(
      "Quill", minute: 11, CustodyOffice.grades("E42", [ReportFields.place: "Net Loft Yard"]))
    let second = try report("Quilter", minute: 12)
    #expect(try page("qui").lines.map(\.id.ref) == [second, first])
    #expect(try page("quill").lines.map(\.id.ref) == [first])
    #expect(try page("loft rob").lines.map(\.id.ref) == [first])
    #expect(try page("e/4/2").lines.map(\.id.ref) == [first])
    #expect(try page("i-0002").lines.map(\.id.ref) == [second])
    #expect(try page("pelham").lines == [], "the source is found by nothing (INT-005)")
    #expect(try page(in: .received).lines.map(\.id.ref) == [second])
  }

  @Test("a window goes on and back, and says what lies beyond it")
  func window() throws {
    let refs = try (10..<15).map { try report("Quill", minute: $0) }
    let first = try page(limit: 2)
    #expect(first.lines.map(\.id.ref) == [refs[4], refs[3]])
    #expect(!first.hasBefore && first.hasAfter && first.total == 5)
    let next = try page(.init(), in: nil, .after(refs[3].number), limit: 2)
    #expect(next.lines.map(\.id.ref) == [refs[2], refs[1]])
    #expect(next.hasBefore && next.hasAfter)
    let back = try page("quill", in: nil, .before(refs[2].number), limit: 5)
    #expect(back.lines.map(\.id.ref) == [refs[4], refs[3]])
    #expect(!back.hasBefore && back.hasAfter)
    #expect(try page("", in: nil, .last, limit: 1).lines.map(\.id.ref) == [refs[0]])
  }

  @Test(
    "matrix: roles without intelligence get no row, and their first screen no count",
    arguments: Role.allCases)
  func roles(role: Role) throws {
    _ = try report("Quill", minute: 11)
    let worker = try office.worker(role)
    let mayRead = AccessMatrix.whyNotRead(worker, .intelligence) == nil
    if mayRead {
      #expect(try waiting(as: worker).count == 1)
    } else {
      #expect(throws: StoreError.self) { _ = try waiting(as: worker) }
    }
    let context = try office.context(as: worker)
    let today = try office.store.read { try TodayRecords.view(for: worker, in: $0, context) }
    #expect(today.reports.count == (role == .dio ? 1 : 0))
  }

  @Test("however many reports there are, each question goes by an index")
  func plans() throws {
    let plans = try office.store.read { records in
      try [IntelligenceQueue.byState, IntelligenceQueue.byStateNewest].map {
        try records.explainQueryPlan($0, 0, 10)
      } + [
        try records.explainQueryPlan(
          "SELECT report FROM intelligence_word WHERE word >= ? AND word < ?", "a", "b"),
        try records.explainQueryPlan(
          "SELECT id FROM intelligence_report WHERE state = ? AND id < ? ORDER BY id DESC", 0, 9),
        try records.explainQueryPlan(
          "SELECT id FROM intelligence_subject WHERE person = ?", 1),
      ]
    }
    for plan in plans {
      let words = plan.joined(separator: "\n")
      #expect(!words.contains("SCAN report"), "\(words)")
      #expect(!words.contains("USE TEMP B-TREE FOR ORDER BY"), "\(words)")
      #expect(words.contains("USING"), "\(words)")
    }
  }
}

@Suite("INT-010: what a person's page shows of intelligence")
struct PersonIntelligenceTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  private func page(of person: RecordRef, as worker: Worker) throws -> PersonFile {
    let context = try office.context(as: worker)
    return try office.store.read {
      try PersonFiles.load(PersonID(person.number), in: $0, context)
    }
  }

  @Test("what was shared with the programme, through the subject's link, to those who read both")
  func shared() throws {
    let person = try office.person("Harrow", born: .on(3, 4, 1985))
    let ref = try office.report(CustodyOffice.grades("B22"))
    let subject = try #require(try office.report(ref).mainSubject).id.ref
    try office.save(
      ReleaseReportForm.id, about: ref,
      [
        ReleaseReportForm.topic: "RISK", ReleaseReportForm.subject: subject.text,
        ShareReportForm.recipient: "Sue Lane", ShareReportForm.sentAt: "05/10/2007 09:20",
        ShareReportForm.text: "Carries a knife",
      ], by: office.intelligence)
    #expect(try page(of: person, as: office.teamLeader).intelligence == nil, "not linked yet")
    try office.save(
      LinkSubjectForm.id, about: subject,
      [
        SameSubjectForm.other: person.text, SameSubjectForm.answer: "SAME",
        SameSubjectForm.reason: "Known to both teams",
      ], by: office.teamLeader)
    for worker in [office.teamLeader, try office.worker(.ppoc)] {
      let shown = try #require(try page(of: person, as: worker).intelligence)
      #expect(shown.released.map(\.text) == ["Carries a knife"], "\(worker.role)")
    }
    for worker in [office.arw, office.cjit] {
      let shown = try #require(try page(of: person, as: worker).intelligence)
      #expect(shown.released.map(\.text) == ["Carries a knife"], "INF-010: \(worker.role)")
      #expect(shown.subjects.isEmpty && shown.released.allSatisfy { $0.report == nil })
    }
    #expect(throws: StoreError.self) { _ = try page(of: person, as: office.intelligence) }
  }

  @Test("INT-009: handling that keeps it with police keeps it from the programme as well")
  func kept() throws {
    let ref = try office.report(CustodyOffice.grades("B21"))
    let subject = try #require(try office.report(ref).mainSubject).id.ref
    #expect(
      try office.refusals(
        ReleaseReportForm.id, about: ref,
        [
          ReleaseReportForm.topic: "RISK", ReleaseReportForm.subject: subject.text,
          ShareReportForm.recipient: "Sue Lane", ShareReportForm.sentAt: "05/10/2007 09:20",
          ShareReportForm.text: "Carries a knife",
        ], by: office.intelligence) == ["INT-009 blocks"])
  }
}
