import CaseApp
import CaseRules
import CaseStore
import SQLite
import StoreTestSupport
import Testing

@testable import CaseRuntime

/// A role that may not read people must find nobody of the demonstration anywhere.
@Suite("What roles without people could learn of them")
struct LeakTests {
  private static let closed: [Role] = [.dio, .supt, .sm, .aud, .adm]
  static let day = CalendarDate(year: 2026, month: 4, day: 14) ?? .earliest

  /// What identifies the people on file: names, PNC numbers, phones and postcodes, in small letters.
  private struct Traces {
    let words: Set<String>

    init(_ store: StoreFile) throws {
      words = try store.read { records in
        func column(_ sql: String) throws -> [String] {
          try records.query(sql) { try $0.get(0, as: String?.self) ?? "" }
        }
        let names =
          try column("SELECT family_name FROM person") + column("SELECT given_names FROM person")
          + column("SELECT pnc FROM person") + column("SELECT number FROM person_phone")
        let innocent =
          try column("SELECT name FROM worker") + column("SELECT name FROM custody_officer")
          + column("SELECT name FROM custody_suite") + column("SELECT name FROM service")
          + column("SELECT address FROM service")
          // As the police know somebody who happens to be a client, too.
          + column("SELECT family_name FROM intelligence_subject")
          + column("SELECT given_names FROM intelligence_subject")
          + column("SELECT family_name FROM edii_referral")
          + column("SELECT given_names FROM edii_referral")
        return Self.parts(names).subtracting(Self.parts(innocent))
      }
    }

    private static func parts(_ texts: [String]) -> Set<String> {
      // Years and area codes are everybody's.
      Set(
        texts.flatMap { split($0) }.filter { $0.count > (Int($0) == nil ? 3 : 5) })
    }

    private static func split(_ text: String) -> [String] {
      text.lowercased().words(with: ["'", "’"])
    }

    func found(in text: String) -> [String] {
      Set(Self.split(text)).intersection(words).sorted()
    }
  }

  /// Every question a screen can put; `index` makes the compiler ask for new ones.
  static func requests(_ some: [RecordRef]) -> [ReadRequest] {
    let page = PageRequest()
    let month = day.firstOfMonth
    return [
      .today, .board(withDeparted: true), .caseload(.mine, page), .caseload(.all, page),
      .caseload(.team, page), .caseload(.worker(WorkerID(2), name: "X"), page),
      .diary(day, everyone: true), .missed(everyone: true), .people(page), .courtList(day),
      .bailReturns(day),
      .flaggedOffers(from: month, to: day), .unfinished, .due(everyone: true),
      .due(everyone: false), .attrition(from: month, to: month), .referrals(actedSince: month),
      .calls(from: month, to: day), .directory, .callTakers, .serviceReview(month),
      .possibleRecords(everyone: true), .find("smith", .far, limit: 50), .officers, .suites,
      .workers, .workloads, .counts, .proposals, .exceptionalAccess, .trail(TrailAsk(), page),
      .actionsOfEach(some), .edii(from: month, to: day), .ediiFigures(from: month, to: day),
      .intelligenceQueue, .intelligenceReports(page, nil), .bronzes(.all),
    ]
      + some.flatMap { [ReadRequest.record($0), .actions($0), .trail(TrailAsk(about: $0), page)] }
  }

  private static func index(_ request: ReadRequest) -> Int {
    switch request {
    case .today: 0
    case .board: 1
    case .caseload: 2
    case .diary: 3
    case .people: 4
    case .courtList: 5
    case .bailReturns: 6
    case .flaggedOffers: 7
    case .unfinished: 8
    case .due: 9
    case .attrition: 10
    case .referrals: 11
    case .calls: 12
    case .directory: 13
    case .callTakers: 14
    case .serviceReview: 15
    case .possibleRecords: 16
    case .find: 17
    case .record: 18
    case .actions: 19
    case .officers: 20
    case .suites: 21
    case .workers: 22
    case .trail: 23
    case .workloads: 24
    case .counts: 25
    case .proposals: 26
    case .exceptionalAccess: 27
    case .actionsOfEach: 28
    case .edii: 29
    case .ediiFigures: 30
    case .intelligenceQueue: 31
    case .intelligenceReports: 32
    case .bronzes: 33
    case .missed: 34
    }
  }

  static func someRecords(_ store: StoreFile) throws -> [RecordRef] {
    try store.read { records in
      try RecordRef.Kind.allCases.compactMap { kind -> RecordRef? in
        let entry = try records.first(
          "SELECT record_id FROM audit WHERE record_kind = ? ORDER BY seq LIMIT 1", kind.code
        ) { try $0.int64(0) }
        return entry.map { RecordRef(kind, $0) }
      }
    }
  }

  private func sayings(
    of role: Role, _ store: StoreFile, _ some: [RecordRef]
  ) throws -> [Said] {
    try readings(of: role, store, some) + pages(of: role, store, some)
  }

  typealias Said = (what: String, text: String)

  private func said(_ what: String, _ body: () throws -> String) -> Said {
    do { return (what, try body()) } catch { return (what, "\(error)") }
  }

  private func context(of role: Role, _ store: StoreFile) throws -> RuleContext {
    let practice = try store.read { try $0.practice() }
    let worker = try #require(
      try store.read { try $0.workers().map(\.worker).first { $0.role == role } })
    return practice.context(
      at: Moment(local: Self.day, ClockTime(minutesOfDay: 600)), for: worker)
  }

  /// What is shown without a look of its own on the trail: lists, forms, what a field looks up.
  func readings(
    of role: Role, _ store: StoreFile, _ some: [RecordRef], besides more: [ReadRequest] = []
  ) throws -> [Said] {
    let context = try context(of: role, store)
    let lists = (Self.requests(some) + more).map { request in
      said("\(request)") {
        try store.read { "\(try RecordReader.answer(request, on: $0, in: context))" }
      }
    }
    let forms = FormCatalogue.all.flatMap { form in
      ([nil] + some).map { about in
        said("form \(form.id.text) \(about?.text ?? "")") {
          try store.read { "\(try FormDesk.open(form.id, about: about, on: $0, in: context))" }
        }
      }
    }
    let looked = some.map { ref in
      said("look up \(ref.text)") {
        try store.read {
          "\(try RecordLookUp.hits(ref.text, kinds: [ref.kind], on: $0, in: context))"
        }
      }
    }
    return lists + forms + looked
  }

  /// Every page, each with its look on the trail.
  func pages(of role: Role, _ store: StoreFile, _ some: [RecordRef]) throws -> [Said] {
    let context = try context(of: role, store)
    let who = try #require(
      try store.read { try SignedIn.inDemonstration(as: role, in: $0) })
    return some.map { ref in
      said("page \(ref.text)") {
        try store.write(try Attribution(by: who, at: context.now)) {
          "\(try RecordViews.view(ref, in: $0, context: context))"
        }
      }
    }
  }

  @Test("00 section 4, CUS-022: no screen, form or list names anybody", arguments: closed)
  func screens(role: Role) throws {
    let demo = try DemoFile()
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    let traces = try Traces(store)
    let some = try Self.someRecords(store)
    #expect(traces.words.count > 50)
    #expect(Set(Self.requests(some).map(Self.index)).count == 35, "every question is asked")
    for (what, text) in try sayings(of: role, store, some) {
      #expect(traces.found(in: text) == [], "\(role) \(what)")
    }
    // The walk can find something: whoever may read people does.
    let open = try sayings(of: .sup, store, some)
    #expect(open.contains { !traces.found(in: $0.text).isEmpty })
  }

  static let commands: [[String]] = [
    ["find", "smith"], ["due"], ["due", "--owner", "everyone", "--all", "--format", "csv"],
    ["history", "--format", "json"], ["history", "--person", "P-0001", "--format", "csv"],
    ["print", "client", "P-0001"], ["export", "custody"], ["export", "caseload"],
    ["export", "appointments"], ["export", "care-plans"], ["export", "treatment"],
    ["export", "calls"], ["export", "referrals"], ["export", "directory"],
    ["export", "service-review"], ["export", "edii"], ["export", "edii-figures"],
    ["export", "reports"],
    ["export", "bronze"],
    ["worker", "list"],
    ["submit", "person", "--person", "P-0001", "--dry-run"],
    ["submit", "dir", "--person", "P-0001", "--dry-run"],
  ]

  @Test("00 section 4: no command, export or error names anybody", arguments: closed)
  func commands(role: Role) throws {
    let demo = try DemoFile()
    let store = try StoreFile(existing: demo.path, as: "T")
    let traces = try Traces(store)
    store.close()
    for words in Self.commands {
      let run = try demo.run(as: role, words, input: "{}")
      #expect(traces.found(in: run.output + run.errors) == [], "\(role) \(words)")
    }
    let trail = try demo.run(as: .sup, ["history", "--format", "json"])
    #expect(!traces.found(in: trail.output).isEmpty, "the team leader reads names there")
  }

  @Test("nothing is counted for whoever may not read it", arguments: closed)
  func counts(role: Role) throws {
    let demo = try DemoFile()
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    let practice = try store.read { try $0.practice() }
    let worker = try #require(
      try store.read { try $0.workers().map(\.worker).first { $0.role == role } })
    let context = practice.context(
      at: Moment(local: Self.day, ClockTime(minutesOfDay: 600)), for: worker)
    let answer = try store.read { try RecordReader.answer(.counts, on: $0, in: context) }
    guard case .counts(let counts) = answer else {
      Issue.record("no counts")
      return
    }
    for count in [counts.people, counts.caseload, counts.appointmentsToday, counts.inCustody] {
      #expect(count == .exactly(0))
    }
    // Police users owe what bronze actions and reports ask of them, and nothing else (CUS-022).
    let overdue = try store.read {
      try DueList.lines(for: .worker(worker), in: $0, context)
    }.filter { $0.status == .overdue }
    #expect(
      overdue.allSatisfy { $0.ref.kind == .bronzeAction || $0.ref.kind == .intelligenceReport })
    if !role.isPolice { #expect(overdue.isEmpty) }
  }

  @Test("GEN-003: a search and a print that are refused are on the trail", arguments: [Role.adm])
  func refusals(role: Role) throws {
    let demo = try DemoFile()
    for (words, what) in [(["find", "smith"], "find"), (["print", "client", "P-0001"], "print")] {
      #expect(try demo.run(as: role, words).code != .done)
      let entry = try #require(try demo.trail(of: role).first)
      #expect(entry.kind == "permission.refused")
      #expect(entry.detail?.contains(what) == true)
    }
  }
}
