import Testing

@testable import CaseRules

@Suite("TIME-006, TIME-007, TIME-008, TIME-014: periods, gaps and ages")
struct PeriodsTests {
  @Test(
    "TIME-014: age in completed years; born on 29/02, the birthday is 01/03 in other years",
    arguments: [
      ("1989-10-15", "2007-10-14", 17), ("1989-10-15", "2007-10-15", 18),
      ("1988-02-29", "2007-02-28", 18), ("1988-02-29", "2007-03-01", 19),
      ("1988-02-29", "2008-02-28", 19), ("1988-02-29", "2008-02-29", 20),
      ("2007-10-14", "2007-10-14", 0), ("2007-10-15", "2007-10-14", -1),
    ])
  func ages(born: String, on: String, age: Int) throws {
    #expect(try Periods.age(bornOn: day(born), on: day(on)) == age)
  }

  @Test("TIME-006: a period ends the day before its anniversary")
  func periods() throws {
    #expect(try Periods.lastDay(ofPeriodOfMonths: 1, from: day("2026-01-01")).iso == "2026-01-31")
    #expect(try Periods.lastDay(ofPeriodOfMonths: 12, from: day("2024-02-29")).iso == "2025-02-27")
  }

  @Test("TIME-007: weeks before a day that lead to a holiday show the working day before it")
  func weeksBefore() throws {
    let found = try Periods.weeksBefore(6, day("2008-02-05"), in: .englandAndWales)
    #expect(found.due.iso == "2007-12-25")
    #expect(found.doBy.iso == "2007-12-24")
  }

  @Test(
    "TIME-008: clear days lie strictly between",
    arguments: [
      ("2007-09-03", "2007-09-06", 2), ("2007-09-03", "2007-09-04", 0),
      ("2007-09-03", "2007-09-03", 0), ("2007-09-06", "2007-09-03", 2),
    ])
  func clearDays(from: String, to: String, clear: Int) throws {
    #expect(try Periods.clearDays(between: day(from), and: day(to)) == clear)
  }

  @Test("any size of period is safe")
  func extremes() {
    #expect(Periods.lastDay(ofPeriodOfMonths: .max, from: .latest) < .latest)
    #expect(Periods.weeksBefore(.max, .latest, in: .englandAndWales).due == .earliest)
    #expect(Periods.weeksBefore(.min, .latest, in: .englandAndWales).due == .latest)
    #expect(Periods.earliest(afterClearDays: .max, from: .earliest) > .earliest)
    #expect(Periods.age(bornOn: .latest, on: .earliest) < 0)
  }
}
