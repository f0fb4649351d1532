import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Reports searched by their sanitised text")
struct ReportSearchTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  private func page(_ typed: String, as worker: Worker? = nil) throws -> [ReportLine] {
    let context = try office.context(as: worker ?? office.intelligence)
    return try office.store.read {
      try IntelligenceQueue.page(narrow: typed, in: nil, .first, limit: 50, in: $0, context).lines
    }
  }

  /// Every row of every table of the index.
  private func rows() throws -> [String] {
    try office.store.read { records in
      try [
        "SELECT 'text ' || rowid || ' ' || words FROM intelligence_text",
        "SELECT 'word ' || report || ' ' || word FROM intelligence_word",
        "SELECT 'name ' || subject || ' ' || word FROM intelligence_name",
      ].flatMap { try records.query($0 + " ORDER BY 1") { try $0.text(0) } }
    }
  }

  /// Taken in, put right, joined with another and parted again.
  private func worked() throws -> RecordRef {
    let first = try office.report()
    let second = try office.report(
      [ReportFields.text: "Keeps a Staffordshire dog in the yard"],
      about: CustodyOffice.about("Harow", "Myles", description: "Red beard"))
    let (one, other) = (
      try #require(try office.report(first).mainSubject).id.ref,
      try #require(try office.report(second).mainSubject).id.ref
    )
    for answer in ["SAME", "DIFF", "SAME"] {
      try office.save(
        SameSubjectForm.id, about: other,
        [
          SameSubjectForm.other: one.text, SameSubjectForm.answer: answer,
          SameSubjectForm.reason: "Looked at again",
        ], by: office.intelligence)
    }
    try office.save(
      IntelligenceSubjectForm.id, about: one,
      [
        ReportFields.Subject.family: "Harrow", ReportFields.Subject.given: "Miles",
        ReportFields.Subject.otherNames: "Spud",
      ], by: office.intelligence)
    try office.save(
      CorrectReportForm.id, about: first,
      [
        ReportFields.received: "05/10/2007 09:10", ReportFields.relatesTo: "04/10/2007",
        ReportFields.text: "Sells crack from a garage behind the ice works",
      ], rows: [ReportFields.subjects: [CustodyOffice.about(known: one)]], by: office.intelligence)
    return first
  }

  @Test("a word of the text finds it, and the hit says why; a name needs no saying")
  func found() throws {
    let first = try worked()
    #expect(try page("garage").map(\.id.ref) == [first])
    #expect(
      try page("garag").first?.foundBy == "Sells crack from a garage behind the ice works")
    #expect(
      TextHit.excerpt(of: "One two three four five six seven eight nine ten eleven", at: "six")
        == "... two three four five six seven eight nine ten ...")
    #expect(try page("garage harrow").map(\.id.ref) == [first])
    #expect(try page("garage staffordshire") == [])
    #expect(try page("stairwell") == [], "what was put right is found as it is now")
    #expect(try page("harrow").allSatisfy { $0.foundBy == nil })
    #expect(try page("spud").count == 2, "both are about the one that stands for two")
    #expect(try page("ga") == [], "two letters are looked for in names, places and offences alone")
  }

  @Test("INT-005: it is made from sanitised text alone, and finds no source")
  func sources() throws {
    _ = try worked()
    for word in ["pelham", "jane", "neighbour", "family"] {
      #expect(try page(word) == [], "\(word)")
    }
    let indexed = try rows().joined(separator: " ")
    #expect(!indexed.contains("pelham") && !indexed.contains("neighbour"))
  }

  @Test("CUS-022, INT-005: Find, which looks for people, knows nothing of it")
  func find() throws {
    _ = try worked()
    for worker in [office.teamLeader, office.arw, try office.worker(.ppoc)] {
      let context = try office.context(as: worker)
      for typed in ["garage", "crack", "staffordshire", "harrow miles"] {
        let people = try office.store.read {
          try PersonRecords.find(typed, limit: 10, depth: .far, in: $0, context)
        }
        #expect(people.isEmpty, "\(typed)")
      }
    }
  }

  @Test("matrix: only who reads intelligence searches it", arguments: Role.allCases)
  func roles(role: Role) throws {
    _ = try worked()
    let worker = try office.worker(role)
    if AccessMatrix.whyNotRead(worker, .intelligence) == nil {
      #expect(try page("garage", as: worker).count == 1)
    } else {
      #expect(throws: StoreError.self) { _ = try page("garage", as: worker) }
    }
  }

  @Test("made anew, it holds exactly what was kept with every change")
  func rebuilt() throws {
    _ = try worked()
    let kept = try rows()
    #expect(kept.contains { $0.hasPrefix("text 1 sells crack from") })
    let count = try office.store.write(try office.temporary.attribution()) {
      try ReportIndex.rebuild(in: $0)
    }
    #expect(count == 2)
    #expect(try rows() == kept)
    #expect(try office.temporary.verify().isGood)
  }

  @Test(
    "verify finds an index that is not what the reports say",
    arguments: [
      "DELETE FROM intelligence_text WHERE rowid = 1",
      "UPDATE intelligence_text SET words = 'something else' WHERE rowid = 1",
      "INSERT INTO intelligence_text (rowid, words) VALUES (99, 'stray')",
      "DELETE FROM intelligence_word WHERE word = 'spud'",
      "INSERT INTO intelligence_name (word, subject) VALUES ('stray', 1)",
    ])
  func verified(sql: String) throws {
    _ = try worked()
    #expect(try office.temporary.verify().isGood)
    try office.store.write(try office.temporary.attribution()) { transaction in
      try transaction.connection.execute(sql)
      try transaction.audit(AuditEvent(.changed))
    }
    let look = try office.temporary.verify()
    #expect(look.counts[.search] != nil && look.counts.count == 1)
    #expect(look.breaks.allSatisfy { $0.words.contains("reindex") })
    _ = try office.store.write(try office.temporary.attribution()) {
      try ReportIndex.rebuild(in: $0)
    }
    #expect(try office.temporary.verify().isGood)
  }

  @Test("a word is looked up by the index, whatever there is")
  func plans() throws {
    let plan = try office.store.read {
      try $0.explainQueryPlan(WantedReports.byText, FullText.starting("garage"), 10)
    }.joined(separator: "\n")
    #expect(plan.contains("VIRTUAL TABLE INDEX"), "\(plan)")
  }
}

@Suite("INT-009: the day on which handling conditions are reviewed")
struct HandlingReviewTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  private static let conditions: [FieldCode: String] = [
    GradeFields.conditions: "A trial is pending", GradeFields.recipients: "DI Marlow",
    GradeFields.reviewOn: "01/11/2007",
  ]

  private func due(on day: Moment, as worker: Worker? = nil) throws -> [DueLine] {
    let worker = worker ?? office.intelligence
    let context = try office.context(at: day, as: worker)
    return try office.store.read {
      try DueList.lines(for: .worker(worker), until: context.today, in: $0, context)
    }
  }

  @Test("it is owed by intelligence officers from the day that was set, with rule and working")
  func owed() throws {
    let ref = try office.report(CustodyOffice.grades("B24", Self.conditions))
    #expect(try due(on: .at(31, 10, 2007, 9, 0)) == [])
    let line = try #require(try due(on: .at(2, 11, 2007, 9, 0)).first)
    #expect(line.ref == ref && line.rule == "INT-009" && line.status == .overdue)
    #expect(line.name == "Handling review" && line.owner == "intelligence officer")
    #expect(line.personName == "HARROW Miles" && !line.working.isEmpty)
    #expect(line.metByForm == GradeReportForm.id)
    let now = Moment.at(1, 11, 2007, 9, 0)
    let context = try office.context(at: now, as: office.intelligence)
    let today = try office.store.read {
      try TodayRecords.view(for: office.intelligence, in: $0, context)
    }
    #expect(today.due.map(\.ref) == [ref])
    #expect(try due(on: now, as: office.cjit) == [], "nobody else is told")
  }

  @Test("graded anew it is met, and the next day that is set is owed")
  func met() throws {
    let ref = try office.report()
    try office.grade(ref, "B24", Self.conditions)
    try office.grade(
      ref, "B24",
      Self.conditions.merging([
        GradeFields.reviewOn: "01/12/2007", GradeReportForm.reason: "The trial has been put off",
      ]) { $1 })
    let rows = try office.store.read { try DeadlineRecords.all(about: ref, in: $0) }
    #expect(rows.map(\.isOpen) == [false, true])
    #expect(rows.map { $0.due?.uk } == ["01/11/2007", "01/12/2007"])
    try office.grade(ref, "B22", [GradeReportForm.reason: "The trial is over"])
    let after = try office.store.read { try DeadlineRecords.all(about: ref, in: $0) }
    #expect(after.allSatisfy { !$0.isOpen })
    let context = try office.context(as: office.intelligence)
    let file = try office.store.read { try IntelligenceFiles.report(ref, in: $0, context) }
    #expect(file.deadlines.count == 2)
  }

  @Test("GEN-004: nothing is owed on a report that is struck through")
  func struck() throws {
    let ref = try office.report(CustodyOffice.grades("B24", Self.conditions))
    try office.save(
      StrikeReportForm.id, about: ref, [StrikeReportForm.reason: "Entered for another area"],
      by: office.intelligence)
    #expect(try due(on: .at(2, 11, 2007, 9, 0)) == [])
  }
}
