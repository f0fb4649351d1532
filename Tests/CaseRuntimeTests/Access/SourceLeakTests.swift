import CaseApp
import CaseRules
import SQLite
import TestSupport
import Testing
import TextScreen

@testable import CaseRuntime
@testable import CaseStore

/// INT-005, INT-006: who said something, what kind of source it is and whose confidence it was told in
/// stand in one table, and nothing that anybody is shown depends on it.
@Suite("What anybody could learn of the sources of intelligence")
struct SourceLeakTests {
  /// Words that nothing else in a demonstration has.
  private struct Planted {
    let kind: String
    let family: String
    let identity: String
    let howKnown: String
    let contact: String
    let client: Int
    let clientFamily: String
    let disclosure: String

    static let one = Planted(
      kind: "family_or_friend", family: "Zebulonquist", identity: "Yttriumcousin",
      howKnown: "Wolframkitchen", contact: "Xanthopsia", client: 4_071_982,
      clientFamily: "Vermiculite", disclosure: "QUOKKA7")
    static let other = Planted(
      kind: "prison", family: "Umbriferous", identity: "Tantalumwing", howKnown: "Sphagnumyard",
      contact: "Rhodiumpost", client: 5_160_271, clientFamily: "Palimpsest",
      disclosure: "OKAPI8")

    var words: [String] {
      [family, identity, howKnown, contact, String(client), clientFamily, disclosure].map {
        $0.lowercased()
      }
    }

    func found(in text: String) -> [String] {
      let text = text.lowercased()
      return words.filter { text.holds($0) }
    }
  }

  /// Puts other sources behind all reports and referrals, past the program.
  private func plant(_ planted: Planted, in path: String) throws {
    let records = try Connection(path: path, for: .writing)
    // Those that were struck through are sealed as well, and could tell as much.
    try records.execute("DROP TRIGGER IF EXISTS intelligence_source_struck_once")
    try records.execute(
      """
      UPDATE intelligence_source
      SET kind = ?, family_name = ?, identity = ?, how_known = ?, contact = ?,
          disclosing_client = ?, client_family = ?, disclosure = ?
      """, planted.kind, planted.family, planted.identity, planted.howKnown, planted.contact,
      planted.client, planted.clientFamily, planted.disclosure)
  }

  /// Opens the records, says what they say, and closes them.
  private func said(
    in path: String, _ say: (StoreFile, [RecordRef]) throws -> [LeakTests.Said]
  ) throws -> [LeakTests.Said] {
    let store = try StoreFile(existing: path, as: "T")
    defer { store.close() }
    return try say(store, try LeakTests.someRecords(store))
  }

  private func compare(_ one: [LeakTests.Said], _ other: [LeakTests.Said], _ role: Role) {
    #expect(!one.isEmpty && one.count == other.count)
    for (said, otherwise) in zip(one, other) {
      // What a set or a table of words prints first is chance.
      let isSame =
        said.text == otherwise.text
        || said.text.words().sorted() == otherwise.text.words().sorted()
      #expect(isSame, "\(role) \(said.what)")
      #expect(Planted.one.found(in: said.text) == [], "\(role) \(said.what)")
    }
  }

  @Test(
    "INT-005, INT-006: every list, page, form, search and look-up says the same whoever the source is",
    arguments: Role.allCases)
  func screens(role: Role) throws {
    let demo = try DemoFile(people: 24)
    let searches = (Planted.one.words + Planted.other.words).map {
      ReadRequest.find($0, .far, limit: 50)
    }
    // Reading leaves nothing on the trail, which is read as well; pages do.
    func readings() throws -> [LeakTests.Said] {
      try said(in: demo.path) {
        try LeakTests().readings(of: role, $0, $1, besides: searches)
      }
    }
    func pages() throws -> [LeakTests.Said] {
      try said(in: demo.path) { try LeakTests().pages(of: role, $0, $1) }
    }
    try plant(.one, in: demo.path)
    let reading = try readings()
    try plant(.other, in: demo.path)
    compare(reading, try readings(), role)
    let other = try pages()
    try plant(.one, in: demo.path)
    compare(try pages(), other, role)
  }

  static let commands: [[String]] =
    LeakTests.commands + [
      ["find", "Zebulonquist"], ["find", "yttriumcousin"], ["find", "4071982"],
      ["export", "reports"], ["export", "bronze"], ["export", "reports", "--format", "json"],
      ["history", "--record", "I-0001"], ["history", "--record", "ER-0001"],
      ["history", "--record", "BR-0001", "--format", "json"],
      ["submit", "grade-report", "--about", "I-0001"],
      ["submit", "correct-report", "--about", "I-0001", "--dry-run"],
      ["submit", "edii-report", "--about", "ER-0001", "--dry-run"],
      ["submit", "edii-treatment", "--about", "ER-0001", "--dry-run"],
      ["submit", "bronze-letter", "--about", "BR-0001", "--dry-run"],
      ["submit", "see-source", "--about", "I-0001", "--dry-run"],
      ["submit", "correct-source", "--about", "I-0001", "--dry-run"],
      ["submit", "correct-source", "--about", "ER-0001", "--dry-run"],
      ["submit", "change-edii-referral", "--about", "ER-0001", "--dry-run"],
      ["submit", "strike-share", "--about", "I-0001", "--dry-run"],
      ["submit", "bronze-notice", "--about", "BR-0002", "--dry-run"],
      ["submit", "bronze-decide", "--about", "BR-0006", "--dry-run"],
      ["submit", "link-subject", "--about", "IS-0001", "--dry-run"],
      ["due", "--owner", "everyone", "--all", "--format", "json"], ["reindex"],
      ["forms", "intelligence-report"], ["forms", "correct-source"], ["verify"],
      ["worker", "list"],
    ]

  /// Every paper there is, as text and as HTML; what is not granted says so.
  static let papers: [[String]] = ["text", "html"].flatMap { format in
    ["BR-0003", "BR-0004", "BR-0007"].flatMap { bronze in
      [
        ["print", "letter", bronze, "--format", format],
        ["print", "notice", bronze, "1", "--format", format],
      ]
    } + [["print", "client", "P-0001", "--format", format]]
  }

  @Test(
    "INT-005: no command, export, paper, answer of submit or error has a word of it",
    arguments: Role.allCases)
  func commands(role: Role) throws {
    let demo = try DemoFile(people: 24)
    try plant(.one, in: demo.path)
    var printed = 0
    for words in Self.commands + Self.papers {
      let run = try demo.run(as: role, words, input: "{}")
      if run.code == .done, words[0] == "print" { printed += 1 }
      let typed = words.last.map { [$0.lowercased()] } ?? []
      let found = Planted.one.found(in: run.output + run.errors).filter { !typed.contains($0) }
      #expect(found == [], "\(role) \(words)")
    }
    let prints: [Role] = [.dio, .sup, .supt]
    #expect(prints.contains(role) == (printed > 3), "letters and notices were there to be printed")
  }

  /// Every pane an intelligence room has, with the page, the actions and the history behind it.
  private static let panes: [Step] =
    ["Ctrl+G i", "F7 d", "Ctrl+G b", "Ctrl+G v e", "Ctrl+G w", "Ctrl+G d", "Ctrl+G n", "Ctrl+G u"]
    .flatMap { keys -> [Step] in
      [.press(keys), .press("Enter"), .press("PgDn"), .press("F9"), .press("Esc"), .press("<")]
        + [.press("Esc"), .press("Esc")]
    }

  @Test(
    "INT-005: no pane, page, menu, history, palette or box for finding shows a word of it",
    arguments: Role.allCases)
  func desk(role: Role) throws {
    let demo = try DemoFile(people: 24)
    try plant(.one, in: demo.path)
    let desk = try Desk()
    desk.clock(LeakTests.day, 10, 0)
    // What is typed is not the whole word: it would stand in the box itself.
    let searches = Planted.one.words.flatMap { word -> [Step] in
      let beginning = String(word.dropLast(2))
      return [
        .press("Ctrl+K"), .type(beginning), .press("Esc"), .press("Esc"), .press("F3"),
        .type(beginning), .press("Esc"), .press("Esc"),
      ]
    }
    let pictures = try desk.pictures(
      as: "anybody", data: demo.path, role: role, size: Size(columns: 140, rows: 45),
      [.press("Esc"), .press("Esc")] + Self.panes + searches)
    #expect(pictures.count > 60)
    for picture in pictures { #expect(Planted.one.found(in: picture) == [], "\(role)") }
  }

  @Test(
    "INT-005: a report that was left half-way is nobody's but its author's",
    arguments: Role.allCases)
  func drafts(role: Role) throws {
    let demo = try DemoFile(people: 24)
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    let officer = try #require(
      try store.read { try $0.workers().map(\.worker).first { $0.role == .dio } })
    let begun = KeptDraft(
      form: IntelligenceReportForm.id, about: nil, draft: FormDraft(texts: Self.report),
      base: FormDraft(), revision: nil, lastPlace: nil)
    _ = try store.keep {
      try $0.keepDraft(nil, begun, by: officer.id, at: Moment(local: LeakTests.day, .midnight))
    }
    let some = try LeakTests.someRecords(store)
    let said =
      try LeakTests().readings(of: role, store, some) + LeakTests().pages(of: role, store, some)
    // Not even in the list of the author's own unfinished forms.
    for (what, text) in said { #expect(Planted.one.found(in: text) == [], "\(role) \(what)") }
  }

  @Test("the walk finds a seal that is broken: the same words where they may not stand")
  func control() throws {
    let demo = try DemoFile(people: 24)
    try plant(.one, in: demo.path)
    let records = try Connection(path: demo.path, for: .writing)
    try records.execute("UPDATE intelligence_report SET text = 'Old Mr Zebulonquist saw it'")
    try records.execute(
      """
      INSERT INTO bronze_step (bronze, event, state, words, worker, at)
      VALUES (1, NULL, 'research', 'Vermiculite told it', 1, '2026-04-01T10:00:00Z')
      """)
    let store = try StoreFile(existing: demo.path, as: "T")
    let some = try LeakTests.someRecords(store)
    let said =
      try LeakTests().readings(of: .sup, store, some) + LeakTests().pages(of: .sup, store, some)
    #expect(
      said.contains {
        $0.what.contains("intelligenceQueue") && !Planted.one.found(in: $0.text).isEmpty
      })
    #expect(said.contains { $0.what == "page BR-0001" && !Planted.one.found(in: $0.text).isEmpty })
    let found = try leaks(in: store)
    #expect(found.contains { $0.hasPrefix("intelligence_report:") })
    #expect(found.contains { $0.hasPrefix("bronze_step:") })
    store.close()
    let desk = try Desk()
    desk.clock(LeakTests.day, 10, 0)
    let pictures = try desk.pictures(
      as: "anybody", data: demo.path, role: .sup, size: .design,
      [.press("Esc"), .press("Esc")] + Self.panes)
    #expect(pictures.contains { !Planted.one.found(in: $0).isEmpty })
  }

  @Test("INT-005: a text that names the source is refused without saying whose name it is")
  func refusal() throws {
    let demo = try DemoFile(people: 24)
    try plant(.one, in: demo.path)
    let run = try demo.run(
      as: .dio, ["submit", "correct-report", "--about", "I-0001"],
      input: #"{"text": "Old Mr Zebulonquist saw it"}"#)
    #expect(run.code == .foundWrong)
    #expect(run.output.contains("INT-005"))
    #expect(Planted.one.found(in: run.output + run.errors) == [])
  }

  @Test("INT-005: a source is shown on the screen alone; submit refuses to write it anywhere")
  func onScreenOnly() throws {
    let demo = try DemoFile(people: 24)
    try plant(.one, in: demo.path)
    for options in [[], ["--dry-run"]] {
      let run = try demo.run(
        as: .dio, ["submit", "see-source", "--about", "I-0001"] + options,
        input: #"{"reason": "The bronze depends on who it is"}"#)
      #expect(run.code == .foundWrong && run.output.contains("INT-005"))
      #expect(Planted.one.found(in: run.output + run.errors) == [])
    }
  }

  private static let report: [FieldCode: String] = [
    ReportFields.received: "13/04/2026 10:00", ReportFields.relatesTo: "12/04/2026",
    ReportFields.text: "Sells heroin behind the ice works",
    IntelligenceReportForm.kind: "INF", IntelligenceReportForm.family: "Zebulonquist",
    IntelligenceReportForm.identity: "Yttriumcousin",
    IntelligenceReportForm.howKnown: "Wolframkitchen",
    IntelligenceReportForm.contact: "Xanthopsia",
  ]

  @Test("INT-005, INT-006: what is typed about a source goes to the sealed table and nowhere else")
  func tables() throws {
    let demo = try DemoFile(people: 24)
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    let before = try tablesWithKind(store)
    let practice = try store.read { try $0.practice() }
    let officer = try #require(
      try store.read { try $0.workers().map(\.worker).first { $0.role == .dio } })
    let context = practice.context(
      at: Moment(
        local: CalendarDate(year: 2026, month: 4, day: 14) ?? .earliest,
        ClockTime(minutesOfDay: 600)), for: officer)
    let by = { try Attribution(by: officer.id, as: .dio, at: context.now) }
    var draft = FormDraft(texts: Self.report)
    draft.rows[ReportFields.subjects] = [
      FormDraft.Row(id: 1, texts: [ReportFields.Subject.family: "Tamarisk"])
    ]
    // Left half-way first: the draft is the author's own, and goes when the report is saved.
    let begun = KeptDraft(
      form: IntelligenceReportForm.id, about: nil, draft: draft, base: FormDraft(), revision: nil,
      lastPlace: nil)
    let kept = try store.keep {
      try $0.keepDraft(nil, begun, by: officer.id, at: context.now)
    }
    #expect(try !leaks(in: store).isEmpty, "the draft has it until it is saved")
    let outcome = try store.save(
      FormSubmission(form: IntelligenceReportForm.id, about: nil, draft: draft, kept: kept),
      in: context, by: try by())
    guard case .saved = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try leaks(in: store) == [])
    #expect(try tablesWithKind(store) == before, "the kind stands nowhere else")
    guard case .saved(let report, _, _) = outcome else { return }
    try goOn(with: report, store, context, by)
    #expect(try leaks(in: store) == [], "no bronze row and no reason of a warning has it either")
    #expect(try tablesWithKind(store) == before)
    #expect(
      try cells(of: store).contains {
        $0.table == "intelligence_source" && $0.text.contains("zebulonquist")
      }, "the walk over the tables finds it where it is")
  }

  /// Graded, deemed valid with a reason and researched, and at each step the name is tried.
  private func goOn(
    with report: RecordRef, _ store: StoreFile, _ context: RuleContext,
    _ by: () throws -> Attribution
  ) throws {
    func save(
      _ form: FormID, _ about: RecordRef, _ answers: [FieldCode: String],
      reasons: [String: String] = [:]
    ) throws -> SaveOutcome {
      try store.save(
        FormSubmission(
          form: form, about: about, draft: FormDraft(texts: answers), reasons: reasons),
        in: context, by: by())
    }
    func refused(_ outcome: SaveOutcome) -> Bool {
      guard case .refused(let findings) = outcome else { return false }
      return findings.contains { $0.rule == "INT-005" && $0.force == .blocks }
    }
    _ = try save(
      GradeReportForm.id, report,
      [GradeFields.source: "E", GradeFields.information: "4", GradeFields.handling: "2"])
    let valid = [JudgeReportForm.verdict: "Y"]
    #expect(
      try refused(
        save(
          JudgeReportForm.id, report, valid, reasons: ["INT-003": "Zebulonquist is always right"])
      ))
    _ = try save(
      JudgeReportForm.id, report, valid, reasons: ["INT-003": "Three others have seen it"])
    let newest = try store.read {
      try $0.first("SELECT max(id) FROM bronze_action") { try $0.int64(0) }
    }
    let bronze = RecordRef(.bronzeAction, try #require(newest))
    let request: [FieldCode: String] = [
      ResearchFields.agency: "HOU", ResearchFields.asked: "14/04/2026",
      ResearchFields.reply: "known", ResearchFields.replied: "14/04/2026",
      ResearchFields.facts: "Has a tenancy",
    ]
    #expect(
      try refused(
        save(
          ResearchRequestForm.id, bronze,
          request.merging([ResearchFields.facts: "Mrs Zebulonquist pays the rent"]) { $1 })))
    _ = try save(ResearchRequestForm.id, bronze, request)
    #expect(
      try refused(
        save(
          CompleteResearchForm.id, bronze,
          [CompleteResearchForm.summary: "As the Zebulonquists say"])))
    _ = try save(CompleteResearchForm.id, bronze, [:])
  }

  /// The tables besides the sealed one in which the word for its kind stands, once for each row.
  private func tablesWithKind(_ store: StoreFile) throws -> [String] {
    try cells(of: store).filter {
      $0.table != "intelligence_source" && $0.text.holds("informant")
    }.map(\.table)
  }

  private func leaks(in store: StoreFile) throws -> [String] {
    try cells(of: store).filter { $0.table != "intelligence_source" }.filter { cell in
      !Planted.one.found(in: cell.text).isEmpty
    }.map { "\($0.table): \($0.text)" }
  }

  /// Every value of every table, indexes of words and their parts among them.
  private func cells(of store: StoreFile) throws -> [(table: String, text: String)] {
    try store.read { records in
      let tables = try records.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
      ) { try $0.text(0) }
      return try tables.flatMap { table in
        try records.query("SELECT * FROM \"" + table + "\"") { row in
          let texts = try (0..<row.count).map { Self.words(of: try row.value($0)) }
          return (table: table, text: texts.joined(separator: " ").lowercased())
        }
      }
    }
  }

  private static func words(of value: SQLValue) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    case .null: ""
    }
  }
}
