import Testing

@testable import CaseRules

@Suite("TIME: the worked examples")
struct WorkedExamplesTests {
  @Test(
    "TIME-003: so many working days from a day",
    arguments: [
      ("example 1", 2, "2007-12-20", "2007-12-24"),
      ("example 2: 25 and 26 are holidays", 2, "2007-12-24", "2007-12-28"),
      ("example 3: over Easter", 10, "2008-03-20", "2008-04-07"),
      ("example 4: from a Saturday over a holiday", 7, "2007-05-05", "2007-05-16"),
      ("example 5: over the summer holiday", 3, "2007-08-24", "2007-08-30"),
      ("example 6: from a Saturday", 2, "2007-10-06", "2007-10-09"),
      ("example 7: over Easter 2026", 1, "2026-04-02", "2026-04-07"),
      ("example 8: Boxing Day's substitute", 2, "2026-12-24", "2026-12-30"),
    ])
  func workingDays(name: String, days: Int, from: String, due: String) throws {
    let start = try #require(CalendarDate(iso: from))
    let found = WorkingCalendar.englandAndWales.adding(workingDays: days, to: start)
    #expect(found.iso == due, "\(name)")
  }

  @Test(
    "TIME-006: the last day of a period of months",
    arguments: [
      ("example 9", 6, "2007-08-31", "2008-02-28"),
      ("example 10", 6, "2007-09-03", "2008-03-02"),
    ])
  func periods(name: String, months: Int, from: String, last: String) throws {
    let start = try #require(CalendarDate(iso: from))
    #expect(Periods.lastDay(ofPeriodOfMonths: months, from: start).iso == last, "\(name)")
  }

  @Test("TIME-008, example 11: two clear days after a test")
  func clearDays() throws {
    let test = try #require(CalendarDate(iso: "2007-09-03"))
    let earliest = Periods.earliest(afterClearDays: 2, from: test)
    #expect(earliest.iso == "2007-09-06")
    #expect(Periods.clearDays(between: test, and: earliest) == 2)
    #expect(Periods.clearDays(between: test, and: earliest.adding(days: -1)) == 1)
  }

  @Test("TIME-007, example 12: six weeks before a release")
  func weeksBefore() throws {
    let release = try #require(CalendarDate(iso: "2008-01-02"))
    let found = Periods.weeksBefore(6, release, in: .englandAndWales)
    #expect(found.due.iso == "2007-11-21")
    #expect(found.doBy == found.due)
  }
}
