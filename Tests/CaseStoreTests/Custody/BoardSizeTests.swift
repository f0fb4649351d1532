import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// The lists must cost the same whether a few detentions are on file or a hundred thousand.
@Suite("The board with 100,000 detentions on file")
struct BoardSizeTests {
  /// 100,000 detentions over four years, 60 of them still in custody, none with permission.
  private func filled() throws -> CustodyOffice {
    let office = try CustodyOffice()
    try office.store.write(try office.temporary.attribution()) { transaction in
      try transaction.connection.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        INSERT INTO custody_entry (suite, cell, arrived_at, is_trigger, state, was_offered,
                                   was_accepted, departed_at, next_kind, next_at, purge_from,
                                   closed_at, entered_by, entered_at)
        SELECT 1, 'M' || (i % 40),
               strftime('%Y-%m-%dT%H:%M:%SZ', '2003-10-05', '+' || (i * 21) || ' minutes'),
               i % 3 = 0, 'departed', i % 2, i % 4 = 0,
               CASE WHEN i > 60
                 THEN strftime('%Y-%m-%dT%H:%M:%SZ', '2003-10-05', '+' || (i * 21 + 300) || ' minutes')
               END,
               CASE WHEN i > 60 AND i % 5 = 0 THEN 'court' WHEN i > 60 AND i % 5 = 1 THEN 'return' END,
               CASE WHEN i > 60 AND i % 5 IN (0, 1)
                 THEN strftime('%Y-%m-%dT%H:%M:%SZ', '2003-10-12', '+' || (i * 21) || ' minutes') END,
               CASE WHEN i > 60 THEN '2030-01-01T00:00:00Z' END,
               CASE WHEN i > 60 AND i % 2 = 0 THEN '2030-01-01T00:00:00Z' END,
               1, '2007-10-05T09:00:00Z'
        FROM n
        """)
      try transaction.audit(AuditEvent(.imported, facts: [.init("entries", 100_000)]))
    }
    return office
  }

  @Test(
    "CUS-007, CUS-012, CUS-013, CUS-021, CUS-011: every list goes by its index and sorts nothing")
  func plans() throws {
    let office = try filled()
    let day = ("2007-10-05T00:00:00Z", "2007-10-05T23:59:59Z")
    let plans: [(String, String, [String])] = try office.store.read { records in
      [
        ("custody_entry_board", "e", try records.explainQueryPlan(CustodyBoard.allInCustody, 500)),
        (
          "custody_entry_board", "e",
          try records.explainQueryPlan(CustodyBoard.suiteInCustody, 1, 500)
        ),
        (
          "custody_entry_left", "e",
          try records.explainQueryPlan(CustodyBoard.allDeparted, nil, 500)
        ),
        (
          "custody_entry_court", "e", try records.explainQueryPlan(CustodyBoard.court, day.0, day.1)
        ),
        (
          "custody_entry_return", "e",
          try records.explainQueryPlan(CustodyBoard.returnsBetween, day.0, day.1)
        ),
        (
          "custody_entry_attrition", "e",
          try records.explainQueryPlan(Attrition.live, day.0, day.1)
        ),
        (
          "custody_entry_purge", "custody_entry",
          try records.explainQueryPlan(CustodyPurge.dueOne, day.0)
        ),
        (
          "custody_entry_board", "custody_entry",
          try records.explainQueryPlan(EntryRecords.triggerDetainees, 1)
        ),
      ]
    }
    for (index, table, plan) in plans {
      #expect(
        plan.contains { $0.contains(" \(table) ") && $0.contains(index) }, "\(index): \(plan)")
      #expect(!plan.contains { $0 == "SCAN \(table)" }, "\(index): \(plan)")
    }
    let sorting = plans.filter { plan in
      plan.0 != "custody_entry_attrition"
        && plan.2.contains { $0.contains("TEMP B-TREE FOR ORDER") }
    }
    #expect(sorting.isEmpty, "\(sorting)")
    let bailed = try office.store.read {
      try $0.explainQueryPlan(CustodyBoard.bailedBetween, day.0, day.1)
    }
    #expect(bailed.contains { $0.contains("custody_entry_bailed") }, "\(bailed)")
  }

  @Test(
    "The suite a worker used last is found among the newest detentions, without an index for it")
  func usualSuite() throws {
    let office = try filled()
    let plan = try office.store.read { try $0.explainQueryPlan(ArrivalHandler.usualSuite, 1) }
    #expect(plan.contains { $0 == "SEARCH e USING INTEGER PRIMARY KEY (rowid>?)" }, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    let context = try office.context()
    let opened = try office.store.read {
      try FormDesk.open(ArrivalForm.id, about: nil, on: $0, in: context)
    }
    #expect(opened.draft[ArrivalForm.suite] == "NPT")
  }

  @Test("The answers are right and whole, not only quick")
  func answers() throws {
    let office = try filled()
    let context = try office.context()
    let (board, month) = try office.store.read { records in
      (
        try CustodyBoard.lines(in: records, context),
        try Attrition.lines(
          from: .on(1, 11, 2003), to: .on(30, 11, 2003), in: records, context)
      )
    }
    #expect(board.count == 60)
    #expect(board.prefix(20).allSatisfy { $0.isTrigger })
    #expect(board.dropFirst(20).allSatisfy { !$0.isTrigger })
    #expect(board.prefix(20).map(\.arrived) == board.prefix(20).map(\.arrived).sorted())
    let arrived = (month.first?.trigger[.arrived] ?? 0) + (month.first?.other[.arrived] ?? 0)
    #expect((2050...2060).contains(arrived), "\(arrived) arrivals at one every 21 minutes")
  }
}
