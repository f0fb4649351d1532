import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Lists at size")
struct ListPlanTests {
  private static let large = LargeFile.shared

  private static func plan(_ sql: String, _ values: [(any SQLBindable)?]) throws -> [String] {
    let file = try large.get()
    let statement = "EXPLAIN QUERY PLAN " + sql
    let bound = values.map { $0?.sqlValue ?? .null }
    return try file.file.read { records in
      try records.query(statement, values: bound.map { $0 as (any SQLBindable)? }) {
        try $0.text(3)
      }
    }
  }

  private static var context: RuleContext {
    get throws { try large.get().context(try large.get().leader) }
  }
  private static var range: [(any SQLBindable)?] { NameRange(startingWith: "smi").values }
  private static var words: [(any SQLBindable)?] { NameWords(["smi", "jo"]).values }

  @Test("The list of people is walked along its index, forwards, backwards and narrowed")
  func people() throws {
    for sql in [PersonRecords.forwards, PersonRecords.backwards] {
      let plan = try Self.plan(sql, Self.range + [50])
      let walk = "person_by_name ((family_key,given_key)>(?,?) AND (family_key,given_key)<(?,?))"
      #expect(plan.first == "SEARCH person USING INDEX " + walk)
      #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") }, "\(plan)")
    }
  }

  @Test("Caseloads are walked along theirs; a team's is gathered from its workers and sorted")
  func caseloads() throws {
    let worker = WorkerID(2)
    let scopes: [(CaseloadOf, String, [(any SQLBindable)?], Bool)] = [
      (.worker(worker), "episode_by_worker", [worker], false),
      (.team("Team 1"), "episode_by_worker", ["Team 1"], true),
      (.everyone, "episode_by_name", [], false),
    ]
    for (scope, index, values, sorts) in scopes {
      let question = CaseloadQuestion(of: scope, only: CaseloadFilter(), try Self.context)
      for sql in [question.forwards, question.backwards] {
        let plan = try Self.plan(sql, values + Self.range + Self.words + [50])
        #expect(plan.contains { $0.contains(index) }, "\(scope): \(plan)")
        #expect(plan.contains { $0.contains("TEMP B-TREE") } == sorts, "\(scope): \(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN episode") || $0.hasPrefix("SCAN person") })
      }
    }
  }

  @Test(
    "Whoever has a name is found from the name to the open episode, whatever is held to besides")
  func named() throws {
    for filter in [CaseloadFilter(), CaseloadFilter(worker: WorkerID(2), state: .activeCustody)] {
      let question = CaseloadQuestion(of: .everyone, only: filter, try Self.context)
      let plan = try Self.plan(
        question.keysOfNamed, [PersonRecords.match(["jo"]), 20_000] + question.values + [1_001])
      #expect(
        plan.contains { $0.contains("episode USING INDEX episode_open (person=?)") }, "\(plan)")
      #expect(!plan.contains { $0.hasPrefix("SCAN episode") || $0.contains("TEMP B-TREE") })
    }
  }

  @Test(
    "Whoever has a flag is found in the order of names", arguments: CaseloadFlag.all
  )
  func flagged(flag: String) throws {
    let question = CaseloadQuestion(of: .everyone, only: CaseloadFilter(), try Self.context)
    let sql = question.keys(heldTo: CaseloadQueries.andFlagged(flag))
    let values = question.values + CaseloadQueries.valuesOfFlag(flag) + [50]
    let plan = try Self.plan(sql, values)
    // Handovers that wait are few: they are gathered first, and then sorted.
    #expect(plan.contains { $0.contains("FOR ORDER BY") } == (flag == CaseloadFlag.handover))
    let (large, context) = (try Self.large.get(), try Self.context)
    let lines = try large.file.read {
      try CaseloadPages.page(of: .everyone, narrow: flag, .first, limit: 900, in: $0, context)
    }.lines
    let marked = lines.filter { $0.flags.contains(flag) }
    #expect(marked.count == lines.count, "no other risk, and no name begins so")
  }

  @Test("A worker's clients are counted, and their possible records found, among the open episodes")
  func openOnly() throws {
    let worker = WorkerID(2)
    let questions: [(String, [(any SQLBindable)?])] = [
      (CaseloadOf.worker(worker).count, [worker, 1_001]),
      (PossibleRecords.mine, [worker, worker, worker]),
    ]
    for (sql, values) in questions {
      let plan = try Self.plan(sql, values)
      let episodes = plan.filter { $0.hasPrefix("SEARCH episode") }
      #expect(!episodes.isEmpty)
      #expect(episodes.allSatisfy { $0.contains("INDEX episode_by_worker") }, "\(plan)")
    }
  }

  @Test("A caseload held to something is walked along an index; only the few overdue are sorted")
  func filters() throws {
    let filters: [(CaseloadFilter, String)] = [
      (CaseloadFilter(state: .activeCustody), "episode_by_state"),
      (CaseloadFilter(worker: WorkerID(2)), "episode_by_worker"),
      (CaseloadFilter(due: .overdue), "deadline_open"),
      (CaseloadFilter(due: .nothing), "deadline_open"),
    ]
    for (filter, index) in filters {
      let question = CaseloadQuestion(of: .everyone, only: filter, try Self.context)
      for sql in [question.forwards, question.backwards] {
        let plan = try Self.plan(sql, question.values + Self.range + Self.words + [50])
        #expect(plan.contains { $0.contains(index) }, "\(filter): \(plan)")
        let isSorted = plan.contains { $0.contains("FOR ORDER BY") }
        #expect(!isSorted || filter.due == .overdue, "\(filter): \(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(filter): \(plan)")
      }
    }
  }

  @Test("Windows of a caseload held to something follow each other without a gap")
  func filteredWindows() throws {
    let large = try Self.large.get()
    let context = large.context(large.leader)
    func page(
      _ filter: CaseloadFilter, _ place: NamePlace = .first, limit: Int = 900
    ) throws -> NamePage<CaseloadLine> {
      try large.file.read {
        try CaseloadPages.page(
          of: .everyone, only: filter, narrow: "", place, limit: limit, in: $0, context)
      }
    }
    let worker = large.workers[7]
    let held = CaseloadFilter(worker: worker.id)
    let whole = try page(held).lines
    #expect(Set(whole.map(\.worker)) == [worker.name])
    var walked: [CaseloadLine] = []
    var place = NamePlace.first
    while true {
      let part = try page(held, place, limit: 7)
      walked += part.lines
      guard part.hasAfter, let last = part.lines.last else { break }
      place = .after(
        NameKey(family: last.familyName, given: last.givenNames, number: last.ref.number))
    }
    #expect(walked == whole)
    for due in CaseloadDue.allCases {
      let lines = try page(CaseloadFilter(worker: worker.id, due: due)).lines
      #expect(lines == whole.filter { $0.dueBand == due }, "\(due)")
    }
    for contact in CaseloadContact.allCases {
      let lines = try page(CaseloadFilter(worker: worker.id, contact: contact)).lines
      #expect(lines == whole.filter { $0.atRisk == (contact == .atRisk) }, "\(contact)")
    }
    #expect(try page(CaseloadFilter(worker: worker.id, state: .activeCustody)).lines.isEmpty)
    #expect(try page(CaseloadFilter(worker: worker.id, team: worker.team)).lines == whole)
    #expect(try page(CaseloadFilter(worker: worker.id, team: "Team 0")).lines.isEmpty)
  }

  @Test("Workloads and the flags of a caseload are counted on indexes")
  func workloads() throws {
    let worker = WorkerID(2)
    let questions: [(String, [(any SQLBindable)?])] = [
      (Workloads.clientsOf, [worker]), (Workloads.silentOf, [worker, "2026-11-09"]),
      (Workloads.askedOf, [worker]), (Workloads.leavingFrom, [worker]),
      (CaseloadPages.markers, [7]),
    ]
    for (sql, values) in questions {
      let plan = try Self.plan(sql, values)
      #expect(!plan.contains { $0.hasPrefix("SCAN") && $0 != "SCAN CONSTANT ROW" }, "\(plan)")
    }
  }

  @Test("PPL-024: who is silent is found by the day of the last contact")
  func atRisk() throws {
    let plans = [
      try Self.plan(CaseloadOf.everyone.silent, ["2026-11-09", 50]),
      try Self.plan(CaseloadOf.worker(WorkerID(2)).silent, [WorkerID(2), "2026-11-09", 50]),
    ]
    #expect(plans[0].first?.contains("episode_silent (silent_since<?)") == true, "\(plans[0])")
    #expect(
      plans[1].contains { $0.contains("episode_silent_by_worker (worker=? AND silent_since<?)") },
      "\(plans[1])")
  }

  @Test("GEN-008: work lists come from the indexes of what is open, in the order of expiry")
  func due() throws {
    let end = Moment.at("2026-11-24 23:59")
    let plans = [
      "deadline_open": try Self.plan(DueList.everyone, [end, 50]),
      "deadline_open_by_worker": try Self.plan(DueList.byWorker, [WorkerID(2), end, 50]),
      "deadline_open_by_role": try Self.plan(DueList.byRole, [Role.sup, end, 50]),
    ]
    for (index, plan) in plans {
      #expect(plan.first?.contains("INDEX \(index) ") == true, "\(plan)")
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
  }

  @Test("A day's diary is read from the day's rows only")
  func diary() throws {
    let (from, to) = (Moment.at("2026-11-23 00:00"), Moment.at("2026-11-24 00:00"))
    let own = try Self.plan(Diary.ofWorker, [WorkerID(2), from, to, 50])
    #expect(own.contains { $0.contains("appointment_by_worker (worker=? AND starts>?") }, "\(own)")
    let all = try Self.plan(Diary.ofEverybody, [from, to, 50])
    #expect(all.contains { $0.contains("appointment_by_start (starts>? AND starts<?)") }, "\(all)")
    for plan in [own, all] { #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)") }
  }

  @Test("Many hits and few give the same kind of list, in the order of names")
  func narrowing() throws {
    let large = try Self.large.get()
    let context = large.context(large.workers[0])
    for (narrow, isMore) in [
      ("smith", true), ("jo smi", true), ("jo", true), ("kit jo", false), ("zoe thornwell", false),
    ] {
      let page = try large.file.read {
        try PersonRecords.page(narrow: narrow, .first, limit: 60, in: $0, context)
      }
      let keys = page.lines.map {
        NameKey(family: $0.familyName, given: $0.givenNames, number: $0.ref.number)
      }
      #expect(page.lines.count == 60 || !isMore)
      #expect(keys == keys.sorted())
      #expect(page.isMore == isMore, "\(narrow): \(page.total)")
      let words = NameFolding.typedWords(narrow)
      for line in page.lines {
        let names = NameFolding.words(line.familyName) + NameFolding.words(line.givenNames)
        #expect(words.allSatisfy { word in names.contains { $0.hasPrefix(word) } })
      }
    }
  }

  @Test("Today holds what the worker's role has, and no more rows than fit a day")
  func today() throws {
    let large = try Self.large.get()
    let worker = large.workers[3]
    let view = try large.file.read {
      try TodayRecords.view(for: worker, in: $0, large.context(worker))
    }
    #expect(!view.due.isEmpty)
    #expect(view.due.allSatisfy { $0.ownerID == worker.id })
    #expect(view.due.map { $0.due ?? .latest } == view.due.map { $0.due ?? .latest }.sorted())
    #expect(view.nextDays.count == 5)
    #expect(view.atRisk.allSatisfy { $0.atRisk && $0.worker == worker.name })
    let led = try large.file.read {
      try TodayRecords.view(for: large.leader, in: $0, large.context(large.leader))
    }
    #expect(led.due.count == TodayRecords.most)
    #expect(Set(led.due.map(\.ownerID)).count > 10)
    #expect(led.due.first?.status == .overdue)
  }

  @Test("A worker's caseload holds their clients, the team's the team's, in the order of names")
  func scopes() throws {
    let large = try Self.large.get()
    let worker = large.workers[5]
    let context = large.context(worker)
    func page(_ scope: CaseloadOf, _ narrow: String = "") throws -> NamePage<CaseloadLine> {
      try large.file.read {
        try CaseloadPages.page(of: scope, narrow: narrow, .first, limit: 900, in: $0, context)
      }
    }
    let own = try page(.worker(worker.id))
    #expect(own.lines.count == 50)
    #expect(Set(own.lines.map(\.worker)) == [worker.name])
    let team = try page(.team(worker.team))
    #expect(team.lines.count == 500)
    #expect(try page(.everyone).isMore)
    let narrowed = try page(.everyone, "max smithers")
    #expect(!narrowed.lines.isEmpty)
    #expect(narrowed.lines.allSatisfy { $0.familyName.hasPrefix("Smithers") })
    #expect(narrowed.total == narrowed.lines.count)
  }
}
