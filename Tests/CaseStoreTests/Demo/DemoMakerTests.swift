import CaseRules
import SQLite
import TestSupport
import Testing

@testable import CaseStore

@Suite("The demonstration")
struct DemoMakerTests {
  /// Tue 14/04/2026 14:20, the Tuesday after Easter week.
  static let now = Moment.at(14, 4, 2026, 14, 20)

  /// A demonstration that is there while the tests run.
  final class Made: Sendable {
    let store: StoreFile
    private let folder: TemporaryFolder

    init(people: Int, seed: UInt64) throws {
      folder = try TemporaryFolder()
      store = try StoreFile(opening: folder.file("demo.db"), as: "T")
      try DemoMaker(people: people, seed: seed, now: DemoMakerTests.now).make(in: store) { _ in }
    }

    deinit {
      store.close()
    }

    func texts(_ sql: String) throws -> [String] {
      try store.read { try $0.query(sql) { try $0.text(0) } }
    }

    func count(_ sql: String) throws -> Int {
      try store.read { try $0.first(sql) { try $0.int(0) } } ?? 0
    }

    func context(as role: Role) throws -> RuleContext {
      let worker = try store.read { records in
        try records.workers().map(\.worker).filter { $0.role == role }.min { $0.id < $1.id }
      }
      return try store.read { try $0.practice() }
        .context(at: DemoMakerTests.now, for: try #require(worker))
    }

    /// Every row of every table, but for what is drawn by chance and when the file was made.
    func rows() throws -> [String] {
      let tables = try texts(
        """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT IN ('save', 'migration') AND name NOT LIKE 'sqlite%'
          AND name NOT LIKE 'person_words%'
        ORDER BY name
        """)
      return try tables.flatMap { table in
        let columns = try texts(
          """
          SELECT name FROM pragma_table_info('\(table)')
          WHERE name NOT IN ('save_id', 'salt', 'seals', 'prev', 'hash')
            AND NOT ('\(table)' = 'intelligence_source' AND name = 'number')
            AND NOT ('\(table)' IN ('intelligence_report', 'edii_referral') AND name = 'source')
          ORDER BY cid
          """)
        // The number of a source tells nothing, not even an order.
        let rest = table == "audit" ? " WHERE kind <> 'source.kept'" : ""
        let row = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ' ' || ")
        return try texts("SELECT \(row) FROM \"\(table)\"\(rest)").map { "\(table) \($0)" }.sorted()
      }
    }
  }

  /// Made once: what the tests below look at.
  static let made = Result { try Made(people: 300, seed: 1) }

  private var demo: Made {
    get throws { try Self.made.get() }
  }

  @Test("The same seed makes the same file, another seed another")
  func same() throws {
    let first = try Made(people: 60, seed: 5).rows()
    #expect(first.count > 2_000)
    #expect(try Made(people: 60, seed: 5).rows() == first)
    let other = try Made(people: 60, seed: 6).rows()
    let people = { (rows: [String]) in rows.filter { $0.hasPrefix("person ") } }
    #expect(people(other) != people(first))
  }

  @Test("The file is whole: every reference leads somewhere, every check holds")
  func whole() throws {
    let demo = try demo
    #expect(try demo.texts("SELECT \"table\" FROM pragma_foreign_key_check").isEmpty)
    #expect(try demo.texts("SELECT integrity_check FROM pragma_integrity_check") == ["ok"])
    #expect(
      try demo.count("SELECT count(*) FROM person")
        == demo.count("SELECT count(*) FROM person_words"), "everybody can be found")
    let mark = try demo.store.read { try $0.demoMark() }
    #expect(mark == DemoMark(seed: 1, people: 300, day: Self.now.date))
  }

  @Test(
    "TIME-011: deadlines stand in every status",
    arguments: [
      "no_start_date", "running", "due_soon", "overdue", "met", "met_late", "not_applicable",
    ])
  func statuses(_ code: String) throws {
    let demo = try demo
    let context = try demo.context(as: .sup)
    let codes = try demo.store.read { records in
      let open = try DeadlineExport.open(
        of: .everyone, after: .start, limit: 100_000, in: records, context)
      let settled = try DeadlineExport.settled(
        of: .everyone, after: .start, limit: 100_000, in: records, context)
      return (open.rows + settled.rows).map(\.line.status.code)
    }
    #expect(codes.contains(code))
  }

  @Test(
    "Every room has something in it",
    arguments: [
      "worker", "custody_suite", "custody_officer", "custody_entry", "custody_offer",
      "custody_approach", "custody_permission", "custody_departure", "custody_alert",
      "custody_count", "court_attendance", "arrest_test", "cell_sweep", "helpline_call", "dir",
      "dir_drug", "dir_action", "person", "person_alias", "person_phone", "consent", "service",
      "involved_agency", "episode", "episode_event", "handover", "appointment", "contact_attempt",
      "deadline", "draft", "audit",
    ])
  func rooms(_ table: String) throws {
    #expect(try demo.count("SELECT count(*) FROM \"\(table)\"") > 0)
  }

  @Test("Detentions, episodes and appointments stand in every state that lasts")
  func states() throws {
    let demo = try demo
    #expect(
      Set(try demo.texts("SELECT DISTINCT state FROM episode"))
        .isSuperset(of: [
          "contact", "assessed", "activeCommunity", "activeCustody", "dropOutReview", "closed",
        ]))
    #expect(
      Set(try demo.texts("SELECT DISTINCT state FROM appointment"))
        .isSuperset(of: ["booked", "attended", "attendedLate", "missed", "cancelled"]))
    #expect(
      Set(try demo.texts("SELECT DISTINCT state FROM custody_entry"))
        .isSuperset(of: ["arrived", "offered", "seen", "notSeen", "assessed", "followUp", "closed"])
    )
    #expect(
      Set(try demo.texts("SELECT DISTINCT offer_flags FROM custody_entry")).count > 3,
      "CUS-001 to CUS-004")
  }

  @Test(
    "Everybody with work of their own finds some on Today",
    arguments: [Role.arw, .cjit, .carat, .drrkw, .ppoc, .sup, .adm])
  func today(_ role: Role) throws {
    let view = try view(of: role)
    let work =
      view.custodyAlerts.count + view.inCustody.count + view.bailReturns.count
      + view.courtList.count
      + view.callAppointments.count + view.flaggedOffers.count + view.appointments.count
      + view.due.count + view.atRisk.count + view.handovers.count + view.unfinished.count
    #expect(work > 0)
  }

  @Test("The arrest referral worker's Today has each of its parts")
  func arwToday() throws {
    let view = try view(of: .arw)
    #expect(Set(view.custodyAlerts.map(\.kind)) == [.arrival, .bail])
    #expect(!view.inCustody.isEmpty && !view.bailReturns.isEmpty && !view.courtList.isEmpty)
    #expect(!view.callAppointments.isEmpty && !view.due.isEmpty && !view.unfinished.isEmpty)
  }

  @Test(
    "CUS-022: police users find nothing of custody and nobody's name",
    arguments: [
      Role.dio, .supt,
    ])
  func police(_ role: Role) throws {
    let view = try view(of: role)
    #expect(view.inCustody.isEmpty && view.bailReturns.isEmpty && view.courtList.isEmpty)
    #expect(
      view.custodyAlerts.isEmpty && view.callAppointments.isEmpty && view.flaggedOffers.isEmpty)
    #expect(
      view.appointments.isEmpty && view.due.allSatisfy { $0.ref.kind == .bronzeAction }
        && view.atRisk.isEmpty)
  }

  @Test("the police desks open on work: reports to grade, referrals, warrants, bronzes to decide")
  func policeWork() throws {
    let officer = try view(of: .dio)
    #expect(officer.reports.contains { $0.state == .received })
    #expect(officer.reports.contains { $0.state == .graded })
    #expect(officer.edii.count >= 4 && officer.due.contains { $0.status == .overdue })
    let superintendent = try view(of: .supt)
    #expect(superintendent.bronzes.contains { $0.state == .pending && $0.isLate })
    let states = try Set(demo.texts("SELECT DISTINCT state FROM bronze_action"))
    #expect(states == Set(BronzeState.allCases.map(\.rawValue)), "one in each state")
  }

  private func view(of role: Role) throws -> TodayView {
    let context = try demo.context(as: role)
    return try demo.store.read { try TodayRecords.view(for: context.worker, in: $0, context) }
  }

  @Test("GEN-008: every open deadline stands in its owner's list and in the team leader's")
  func owed() throws {
    let demo = try demo
    let leader = try demo.context(as: .sup)
    func list(_ scope: DueScope, seenBy worker: Worker) throws -> Set<String> {
      let context = RuleContext(
        now: leader.now, calendar: leader.calendar, settings: leader.settings,
        codes: leader.codes, worker: worker)
      return Set(
        try demo.store.read { records in
          try DueList.lines(for: scope, limit: 100_000, in: records, context)
            .map { "\($0.ref.text) \($0.name) \($0.due?.uk ?? "-")" }
        })
    }
    let workers = try demo.store.read { try $0.workers().map(\.worker) }
    var lists: [WorkerID: Set<String>] = [:]
    for worker in workers { lists[worker.id] = try list(.worker(worker), seenBy: worker) }
    let all = try list(.everyone, seenBy: leader.worker)
    let rows = try demo.store.read { records in
      try records.query(
        "\(DeadlineRow.columns) FROM deadline WHERE \(DeadlineRow.isOpenSQL) AND due IS NOT NULL",
        row: DeadlineRow.init(row:))
    }
    #expect(Set(rows.map(\.deadline.name)).count > 5)
    for row in rows {
      let line = "\(row.subject.text) \(row.deadline.name) \(row.due?.uk ?? "-")"
      #expect(all.contains(line), "\(line)")
      switch row.owner {
      case .worker(let id): #expect(lists[id]?.contains(line) == true, "\(line)")
      case .role(let role):
        for worker in workers where worker.role == role {
          #expect(lists[worker.id]?.contains(line) == true, "\(line)")
        }
      case .outside: break
      }
    }
  }

  @Test("Every record passes the hard rules of its form as it stands")
  func rules() throws {
    let demo = try demo
    let context = try demo.context(as: .arw)
    let forms: [(form: FormID, sql: String, kind: RecordRef.Kind)] = [
      (PersonForm.id, "SELECT id FROM person ORDER BY id LIMIT 400", .person),
      (
        DIRCorrectionForm.id,
        "SELECT id FROM dir WHERE completed_at IS NOT NULL ORDER BY id LIMIT 150", .dir
      ),
      (
        ArrivalForm.id, "SELECT id FROM custody_entry WHERE closed_at IS NULL", .custodyEntry
      ),
    ]
    for (form, sql, kind) in forms {
      let blocked = try demo.store.read { records -> [String] in
        try records.query(sql) { RecordRef(kind, try $0.int64(0)) }.flatMap { ref in
          var draft = try FormDesk.open(form, about: ref, on: records, in: context).draft
          if form == DIRCorrectionForm.id { draft[CorrectionReason.field] = "As it stands" }
          return try FormDesk.findings(
            on: FormSubmission(form: form, about: ref, draft: draft), records: records, in: context
          ).filter { $0.force == .blocks }.map { "\(ref.text) \($0.display)" }
        }
      }
      #expect(blocked.isEmpty, "\(form.text): \(blocked.prefix(3))")
    }
  }

  @Test("CUS-001, CUS-005, CUS-010, PPL-007, PPL-009: what the rules forbid is not there")
  func impossible() throws {
    let demo = try demo
    let wrong = [
      "SELECT count(*) FROM custody_entry WHERE closed_at IS NOT NULL AND offer IS NULL",
      """
      SELECT count(*) FROM custody_entry
      WHERE closed_at IS NOT NULL AND is_trigger = 1 AND approach IS NULL
      """,
      "SELECT count(*) FROM custody_entry WHERE permission_at IS NULL AND person IS NOT NULL",
      """
      SELECT count(*) FROM (SELECT person FROM episode WHERE closed IS NULL
                            GROUP BY person HAVING count(*) > 1)
      """,
      """
      SELECT count(*) FROM episode JOIN worker ON worker.id = episode.worker
      WHERE joined IS NOT NULL AND role NOT IN ('cjit', 'carat', 'drrkw')
      """,
      """
      SELECT count(*) FROM dir WHERE NOT EXISTS (
        SELECT 1 FROM consent WHERE consent.person = dir.person AND type = 'assessment'
          AND given = 1 AND given_at <= dir.started_at)
      """,
    ]
    for sql in wrong { #expect(try demo.count(sql) == 0, "\(sql)") }
  }

  @Test(
    "Nobody real can be reached: numbers for plays, serials for nobody, an area that is not there")
  func unreal() throws {
    let demo = try demo
    let phones = try demo.texts("SELECT number FROM person_phone UNION SELECT phone FROM service")
    #expect(phones.count > 100)
    #expect(phones.allSatisfy { $0.hasPrefix("07700 900") || $0.hasPrefix("01632 96") })
    let numbers = try demo.texts("SELECT pnc FROM person WHERE pnc IS NOT NULL")
    #expect(numbers.count > 100)
    #expect(numbers.allSatisfy { $0.dropFirst(5).hasPrefix("99") }, "serials from 9,900,000 up")
    let postcodes = try demo.texts("SELECT postcode FROM person WHERE postcode IS NOT NULL")
    #expect(postcodes.count > 100 && postcodes.allSatisfy { $0.hasPrefix("ZZ") })
  }

  @Test("Nothing in it has still to happen but what is planned")
  func past() throws {
    let demo = try demo
    let now = Self.now.iso
    for (table, column) in [
      ("custody_entry", "arrived_at"), ("custody_fact", "recorded_at"), ("consent", "given_at"),
      ("contact_attempt", "made_at"), ("dir", "assessed_at"), ("audit", "at"),
    ] {
      #expect(
        try demo.count("SELECT count(*) FROM \(table) WHERE \(column) > '\(now)'") == 0,
        "\(table).\(column)")
    }
  }
}
