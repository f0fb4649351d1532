import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("INT-005: who a source is, and who may know")
struct SealedSourceTests {
  let office: CustodyOffice
  static let now = CustodyOffice.nine.adding(minutes: 60)
  /// Words that nobody else would write.
  static let source = IntelligenceSource(
    kind: .familyOrFriend, familyName: "Wenceslastre", identity: "Zebulonquist",
    howKnown: "Yttriumcousin", contact: "Xanthopsia 7", disclosingClient: PersonID(4_071_982),
    clientFamilyName: "Quodlibetov", disclosure: "Ultramarine 12")
  static let canaries = [
    "zebulonquist", "yttriumcousin", "xanthopsia", "family_or_friend", "4071982", "wenceslastre",
    "quodlibetov", "ultramarine",
  ]

  init() throws { office = try CustodyOffice() }

  private func worker(_ role: Role) throws -> Worker {
    try office.store.write(try office.temporary.attribution()) { transaction in
      var worker = Worker(id: WorkerID(0), name: "Somebody Else", role: role)
      worker.id = try transaction.addWorker(worker)
      return worker
    }
  }

  private func by(_ worker: Worker, password: Bool = true) throws -> Attribution {
    let confirmation =
      password ? Confirmation(worker: worker.id, session: "5e55", at: Self.now) : nil
    return try Attribution(
      by: worker.id, as: worker.role, at: Self.now, confirmed: confirmation)
  }

  private func keep(as worker: Worker? = nil) throws -> SourceNumber {
    let worker = worker ?? office.intelligence
    return try office.store.keepSource(
      Self.source, in: try office.context(at: Self.now, as: worker), by: try by(worker))
  }

  private func read(
    _ number: SourceNumber, as worker: Worker, because reason: String? = nil,
    password: Bool = true
  ) throws -> IntelligenceSource {
    try office.store.source(
      number, because: reason.flatMap { Reason($0, minimum: 10) },
      in: try office.context(at: Self.now, as: worker),
      by: try by(worker, password: password))
  }

  private func kinds() throws -> [String] {
    try office.store.read { try $0.query("SELECT kind FROM audit ORDER BY seq") { try $0.text(0) } }
  }

  @Test("an intelligence officer keeps and reads it, and each look is on the trail")
  func officer() throws {
    let number = try keep()
    #expect(try read(number, as: office.intelligence) == Self.source)
    #expect(try read(number, as: office.intelligence) == Self.source)
    #expect(try kinds().suffix(3) == ["source.kept", "source.view", "source.view"])
    #expect(try office.temporary.verify().isGood)
  }

  @Test("a superintendent reads it case by case, with a reason that is kept")
  func superintendent() throws {
    let number = try keep()
    let supt = try worker(.supt)
    #expect(throws: StoreError.self) { _ = try read(number, as: supt) }
    #expect(try read(number, as: supt, because: "Deciding on the bronze of today") == Self.source)
    let reason = try office.store.read {
      try $0.first("SELECT reason FROM audit WHERE kind = 'source.view'") { try $0.text(0) }
    }
    #expect(reason == "Deciding on the bronze of today")
    #expect(throws: StoreError.self) { _ = try keep(as: supt) }
  }

  @Test(
    "nobody else reads or keeps one, whatever the reason",
    arguments: Role.allCases.filter { ![.dio, .supt].contains($0) })
  func others(role: Role) throws {
    let number = try keep()
    let other = try worker(role)
    let error = #expect(throws: StoreError.self) {
      _ = try read(number, as: other, because: "I would like to know who it is")
    }
    #expect(error.flatMap { Viewing.refusal($0) }?.rule == "INT-005")
    #expect(throws: StoreError.self) { _ = try keep(as: other) }
  }

  @Test("it asks for the password again")
  func password() throws {
    let number = try keep()
    let error = #expect(throws: StoreError.self) {
      _ = try read(number, as: office.intelligence, password: false)
    }
    #expect(error.flatMap { Viewing.refusal($0) }?.rule == "GEN-006")
  }

  @Test("INT-005, INT-007: what came from a treatment service names client and disclosure record")
  func client() throws {
    let context = try office.context(at: Self.now, as: office.intelligence)
    var source = IntelligenceSource(kind: .treatmentService, identity: "Somebody")
    func refused() throws -> [String] {
      do {
        _ = try office.store.keepSource(source, in: context, by: try by(office.intelligence))
        return []
      } catch StoreError.refused(let findings) { return findings.map(\.rule) }
    }
    #expect(try refused() == ["INT-005", "INT-007"])
    source.disclosingClient = PersonID(7)
    source.clientFamilyName = "Tarrow"
    #expect(try refused() == ["INT-007"])
    source.disclosure = "DISC 12"
    #expect(try refused() == [])
  }

  @Test("INT-001: who it is need not be known")
  func anonymous() throws {
    let number = try office.store.keepSource(
      IntelligenceSource(kind: .community, identity: ""),
      in: try office.context(at: Self.now, as: office.intelligence),
      by: try by(office.intelligence))
    #expect(try read(number, as: office.intelligence).identity == "")
  }

  @Test("T2: no other table, no index, draft or entry of the trail holds a word of it")
  func canary() throws {
    let number = try keep()
    _ = try read(number, as: office.intelligence)
    let found = try office.store.read { connection -> [String] in
      let tables = try connection.query(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
      ) { try $0.text(0) }
      #expect(tables.count > 60 && tables.contains("intelligence_source"))
      return try tables.filter { $0 != "intelligence_source" }.flatMap { table in
        try connection.query("SELECT * FROM \"" + table + "\"") { row in
          (0..<row.count).compactMap { column in
            row.withStored(column) { stored -> String? in
              let text = Self.text(stored).lowercased()
              return Self.canaries.first { text.contains($0) }.map { "\(table): \($0)" }
            }
          }
        }.flatMap(\.self)
      }
    }
    #expect(found == [])
    let context = try office.context(at: Self.now, as: office.teamLeader)
    let trail = try office.store.read { records in
      try TrailRecords.lines(
        of: TrailFilter(), olderThan: nil, limit: 1_000, in: records, context)
    }
    let words = trail.map { "\($0)".lowercased() }.joined()
    #expect(Self.canaries.allSatisfy { !words.contains($0) })
  }

  private static func text(_ stored: StoredValue) -> String {
    switch stored {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let bytes), .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test("its number tells no order: it is random")
  func numbers() throws {
    let numbers = try (0..<4).map { _ in try keep().rawValue }
    #expect(Set(numbers).count == 4)
    #expect(zip(numbers, numbers.dropFirst()).contains { $1 &- $0 != 1 })
  }
}

extension StoreFile {
  /// Keeps a source, as the form of a report does.
  func keepSource(
    _ source: IntelligenceSource, in context: RuleContext, by attribution: Attribution
  ) throws -> SourceNumber {
    try write(attribution) { try SealedSources.keep(source, in: $0, context) }
  }

  /// Shows a source, as its own form does.
  func source(
    _ number: SourceNumber, because reason: Reason?, in context: RuleContext,
    by attribution: Attribution
  ) throws -> IntelligenceSource {
    try write(attribution) { try SealedSources.view(number, because: reason, in: $0, context) }
  }
}
