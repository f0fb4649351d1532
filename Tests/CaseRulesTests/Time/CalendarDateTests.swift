import Testing

@testable import CaseRules

/// The day of an ISO text; the test stops where there is none.
func day(_ iso: String, _ location: SourceLocation = #_sourceLocation) throws -> CalendarDate {
  try #require(CalendarDate(iso: iso), sourceLocation: location)
}

@Suite("TIME: days of the calendar")
struct CalendarDateTests {
  @Test("every day from 1890 to 2110 follows the one before it and reads back")
  func everyDay() throws {
    var current = try day("1890-01-01")
    var expected = (year: 1890, month: 1, day: 1)
    let end = try day("2110-12-31")
    while current <= end {
      guard current.parts == expected, CalendarDate(iso: current.iso) == current else {
        Issue.record("\(current) is not \(expected)")
        return
      }
      expected.day += 1
      if expected.day > CalendarDate.daysIn(month: expected.month, year: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      current = current.adding(days: 1)
    }
  }

  @Test(
    "days of the week are right",
    arguments: [
      ("1970-01-01", Weekday.thursday), ("2007-12-20", .thursday), ("2026-04-03", .friday),
      ("2000-02-29", .tuesday), ("1900-03-01", .thursday), ("0001-01-01", .monday),
    ])
  func weekdays(iso: String, expected: Weekday) throws {
    #expect(try day(iso).weekday == expected)
  }

  @Test(
    "days that do not exist are refused",
    arguments: [
      (2026, 2, 29), (1900, 2, 29), (2026, 11, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
      (0, 1, 1), (10_000, 1, 1), (2026, Int.max, 1), (Int.min, 1, 1), (2026, 1, Int.max),
    ])
  func impossible(year: Int, month: Int, number: Int) {
    #expect(CalendarDate(year: year, month: month, day: number) == nil)
  }

  @Test(
    "only the exact stored form is read",
    arguments: [
      "", "2026-4-3", "2026-04-03 ", "03/04/2026", "2026-02-30", "+026-04-03", "٢٠٢٦-04-03",
    ])
  func notISO(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("TIME-001: shown day first, with the day of the week where there is room")
  func shown() throws {
    let date = try day("2026-04-03")
    #expect(date.uk == "03/04/2026")
    #expect(date.ukWithWeekday == "Fri 03/04/2026")
    #expect(date.iso == "2026-04-03")
  }

  @Test(
    "TIME-005: months on, the same day number or the month's last day",
    arguments: [
      ("2007-08-31", 6, "2008-02-29"), ("2006-08-31", 6, "2007-02-28"),
      ("2026-01-31", 1, "2026-02-28"), ("2007-09-03", 6, "2008-03-03"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
      ("2026-12-31", 0, "2026-12-31"),
    ])
  func months(from: String, months: Int, expected: String) throws {
    #expect(try day(from).adding(months: months).iso == expected)
  }

  @Test(
    "TIME-004: calendar days and weeks do not move for weekends",
    arguments: [("2026-04-01", 2, "2026-04-03"), ("2026-04-02", 2, "2026-04-04")])
  func calendarDays(from: String, days: Int, expected: String) throws {
    #expect(try day(from).adding(days: days).iso == expected)
    #expect(try day(from).adding(weeks: days) == day(from).adding(days: days * 7))
  }

  @Test("arithmetic with any number stops at the ends of the calendar")
  func extremes() throws {
    let date = try day("2026-04-03")
    for size in [Int.max, Int.max - 1, 10_000_000, 4_000_000_000_000] {
      #expect(date.adding(days: size) == .latest)
      #expect(date.adding(days: -size) == .earliest)
      #expect(date.adding(weeks: size) == .latest)
      #expect(date.adding(months: size) == .latest)
      #expect(date.adding(months: -size) == .earliest)
      #expect(CalendarDate(dayNumber: size) == .latest)
    }
    #expect(date.adding(days: .min) == .earliest)
    #expect(date.adding(weeks: .min) == .earliest)
    #expect(date.adding(months: .min) == .earliest)
    #expect(CalendarDate(dayNumber: .min).iso == "0001-01-01")
    #expect(CalendarDate.latest.iso == "9999-12-31")
    #expect(CalendarDate.latest.adding(days: 1) == .latest)
    #expect(CalendarDate.earliest.monday == .earliest)
  }
}
