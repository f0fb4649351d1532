import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Reading the trail")
struct TrailRecordsTests {
  private static func context(_ file: TemporaryStore, _ role: Role) throws -> RuleContext {
    file.context(try file.worker("Reader \(role.code)", role))
  }

  private static func page(
    _ file: TemporaryStore, _ filter: TrailFilter, _ place: TrailPlace = .newest, limit: Int = 50,
    as role: Role = .aud
  ) throws -> TrailPage {
    let context = try context(file, role)
    return try file.read {
      try TrailRecords.page(of: filter, place, limit: limit, in: $0, context)
    }
  }

  @Test("GEN-003: who, when, what from and to, of one person, newest first")
  func person() throws {
    let file = try TemporaryStore.withHistory()
    let page = try Self.page(file, TrailFilter(record: PersonID(1).ref), as: .sup)
    #expect(page.lines.map(\.kind) == ["record.change", "record.create"])
    let change = try #require(page.lines.first)
    #expect(change.workerName == "Amina Begum" && change.role == .adm)
    #expect(change.personName == PersonName(family: "O’Neil", given: "Siân").display)
    #expect(change.revisionBefore == 1 && change.revisionAfter == 2)
    #expect(
      change.changes == [
        .init("address", from: "1 Quay Lane", to: "9 \"New\" Street\n\u{1}ends")
      ], "every character comes back")
  }

  @Test("an auditor reads the log, and nobody's name in it")
  func auditor() throws {
    let file = try TemporaryStore.withHistory()
    let page = try Self.page(file, TrailFilter(record: PersonID(1).ref), as: .aud)
    #expect(page.lines.count == 2)
    #expect(page.lines.allSatisfy { $0.personName == nil && $0.person == PersonID(1) })
  }

  @Test(
    "GEN-003: the whole trail is refused in words to whoever may not see it",
    arguments: Role.allCases.filter { ![.sup, .aud].contains($0) })
  func refused(role: Role) throws {
    let file = try TemporaryStore()
    #expect(throws: StoreError.self) { _ = try Self.page(file, TrailFilter(), as: role) }
  }

  @Test("filters by worker, kind and day")
  func filters() throws {
    let file = try TemporaryStore.withHistory()
    var filter = TrailFilter()
    filter.kinds = ["setting.change"]
    #expect(try Self.page(file, filter).lines.map(\.kind) == ["setting.change"])
    filter.kinds = []
    #expect(try Self.page(file, filter).lines == [], "words that fit nothing within what is held")
    filter = TrailFilter()
    filter.workers = [WorkerID(99)]
    #expect(try Self.page(file, filter).lines == [])
    filter.workers = [WorkerID(1), WorkerID(99)]
    #expect(try Self.page(file, filter).total > 5)
    filter = TrailFilter()
    filter.to = .on("2026-11-21")
    #expect(try Self.page(file, filter).lines == [])
    filter.from = .on("2026-11-22")
    filter.to = .on("2026-11-22")
    #expect(try Self.page(file, filter).total > 5)
  }

  @Test("a window goes along, from either end, without a gap or a repetition")
  func windows() throws {
    let file = try TemporaryStore.withHistory()
    let context = try Self.context(file, .aud)
    func page(_ place: TrailPlace) throws -> TrailPage {
      try file.read { try TrailRecords.page(of: TrailFilter(), place, limit: 3, in: $0, context) }
    }
    let newest = try page(.newest)
    #expect(newest.lines.map(\.number) == [9, 8, 7])
    #expect(!newest.hasNewer && newest.hasOlder && newest.total == 9)
    let middle = try page(.olderThan(7))
    #expect(middle.lines.map(\.number) == [6, 5, 4])
    #expect(middle.hasNewer && middle.hasOlder)
    #expect(try page(.newerThan(4)).lines.map(\.number) == [7, 6, 5])
    let oldest = try page(.oldest)
    #expect(oldest.lines.map(\.number) == [3, 2, 1])
    #expect(oldest.hasNewer && !oldest.hasOlder)
  }

  @Test("GEN-003: looking at the history is on the trail, with what was asked")
  func noted() throws {
    let file = try TemporaryStore.withHistory()
    var filter = TrailFilter(record: PersonID(1).ref)
    filter.kinds = ["person.view"]
    filter.from = .on("2026-10-01")
    let asked = filter
    try file.store.write(try file.attribution()) { try TrailRecords.note(asked, in: $0) }
    let entry = try #require(try file.read { try $0.auditEntries(about: PersonID(1)) }.first)
    #expect(entry.kind == "history.view")
    #expect(entry.detail == #"{"facts":{"kinds":"person.view","from":"2026-10-01"}}"#)
  }

  @Test(
    "T1: 20 looks out of place among 100,000 are found, by the person and by the worker, 20 of 20")
  func snoops() throws {
    let file = try TemporaryStore()
    let keyWorker = try file.worker("Cara Doyle", .cjit)
    let snoop = try file.worker("Nosy Parker", .arw)
    try TamperTests.unchecked(file.path) { tool in
      try tool.execute("DROP TRIGGER audit_follows")
      try tool.execute(
        """
        INSERT INTO audit (seq, at, step, worker, role, kind, person, record_kind, record_id,
                           detail, save_id, prev, hash)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        SELECT (SELECT max(seq) FROM audit) + i,
               strftime('%Y-%m-%dT%H:%M:%SZ', '2026-10-01 00:30:00', '+' || (i * 26) || ' seconds'),
               1, iif(i % 5000 = 0, ?, ?), 'arw', 'person.view', i / 50 + 1, 'P', i / 50 + 1,
               iif(i % 5000 = 0, '{"facts":{"as":"no_client_now"}}',
                                 '{"facts":{"as":"own_client"}}'),
               'planted', zeroblob(32), zeroblob(32)
        FROM n
        """, snoop.id, keyWorker.id)
    }
    var byWorker = TrailFilter()
    byWorker.workers = [snoop.id]
    byWorker.kinds = EventKind.codes(in: [.looked])
    byWorker.from = .on("2026-10-01")
    byWorker.to = .on("2026-10-31")
    let found = try Self.page(file, byWorker).lines
    // The same without knowing by whom: what the looker had nothing to do with.
    var unrelated = TrailFilter()
    unrelated.related = false
    #expect(try Self.page(file, unrelated).lines.map(\.number) == found.map(\.number))
    let people = (1...20).map { PersonID(Int64($0) * 100 + 1) }
    #expect(Set(found.compactMap(\.person)) == Set(people) && found.count == 20)
    for person in people {
      var filter = TrailFilter(record: person.ref)
      filter.kinds = byWorker.kinds
      filter.from = byWorker.from
      filter.to = byWorker.to
      let looks = try Self.page(file, filter, limit: 100).lines
      let strangers = looks.filter { $0.facts == [.init("as", "no_client_now")] }
      #expect(strangers.map(\.worker) == [snoop.id], "an auditor is told whose client it was")
    }
  }

  @Test("the history of one person or worker goes by an index, however long the trail is")
  func plans() throws {
    let file = try TemporaryStore()
    let plans = try file.read { connection in
      try ["a.person = ?", "a.worker = ?", "a.record_kind = 'A' AND a.record_id = ?"].map {
        try connection.explainQueryPlan(
          "SELECT a.seq FROM audit AS a WHERE " + $0
            + " AND a.kind IN (SELECT value FROM json_each('[]')) ORDER BY a.seq DESC LIMIT 50", 1)
      }
    }
    for plan in plans {
      #expect(plan.contains { $0.contains("SEARCH a USING INDEX audit_by_") }, "\(plan)")
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
  }
}
