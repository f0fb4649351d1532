import CaseApp
import CaseRules
import SQLite
import TestSupport
import Testing

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
      return words.filter { text.contains($0) }
    }
  }

  /// Puts other sources behind all reports and referrals, past the program.
  private func plant(_ planted: Planted, in path: String) throws {
    let records = try Connection(path: path, for: .writing)
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

  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }.sorted()
  }

  private func compare(_ one: [LeakTests.Said], _ other: [LeakTests.Said], _ role: Role) {
    #expect(!one.isEmpty && one.count == other.count)
    for (said, otherwise) in zip(one, other) {
      // What a set or a table of words prints first is chance.
      #expect(Self.words(said.text) == Self.words(otherwise.text), "\(role) \(said.what)")
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
      ["forms", "intelligence-report"], ["verify"], ["worker", "list"],
    ]

  @Test(
    "INT-005: no command, export, answer of submit or error has a word of it",
    arguments: [Role.dio, .sup, .supt, .ppoc, .cjit, .aud])
  func commands(role: Role) throws {
    let demo = try DemoFile(people: 24)
    try plant(.one, in: demo.path)
    for words in Self.commands {
      let run = try demo.run(as: role, words, input: "{}")
      let typed = words.last.map { [$0.lowercased()] } ?? []
      let found = Planted.one.found(in: run.output + run.errors).filter { !typed.contains($0) }
      #expect(found == [], "\(role) \(words)")
    }
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
    #expect(
      try cells(of: store).contains {
        $0.table == "intelligence_source" && $0.text.contains("zebulonquist")
      }, "the walk over the tables finds it where it is")
  }

  /// The tables besides the sealed one in which the word for its kind stands, once for each row.
  private func tablesWithKind(_ store: StoreFile) throws -> [String] {
    try cells(of: store).filter {
      $0.table != "intelligence_source" && $0.text.contains("informant")
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
