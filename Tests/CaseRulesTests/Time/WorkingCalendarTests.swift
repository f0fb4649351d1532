import Testing

@testable import CaseRules

@Suite("TIME-003, TIME-009: counting working days")
struct WorkingCalendarTests {
  private let calendar = WorkingCalendar.englandAndWales

  @Test("TIME-003: zero working days is the day itself, whatever day it is")
  func zero() throws {
    let saturday = try day("2007-10-06")
    #expect(calendar.adding(workingDays: 0, to: saturday) == saturday)
  }

  @Test(
    "TIME-003: from a weekend or holiday, the first working day after it is day 1",
    arguments: [
      ("2007-10-06", "2007-10-08"), ("2007-10-07", "2007-10-08"), ("2007-12-25", "2007-12-27"),
      ("2008-03-21", "2008-03-25"),
    ])
  func fromFreeDays(start: String, expected: String) throws {
    #expect(try calendar.adding(workingDays: 1, to: day(start)) == day(expected))
    #expect(try calendar.nextWorkingDay(after: day(start)) == day(expected))
  }

  @Test("TIME-003: counting back passes the same days over")
  func back() throws {
    #expect(try calendar.previousWorkingDay(before: day("2007-12-27")) == day("2007-12-24"))
    #expect(try calendar.adding(workingDays: -2, to: day("2007-12-28")) == day("2007-12-24"))
    #expect(try calendar.previousWorkingDay(before: day("2007-10-15")) == day("2007-10-12"))
  }

  @Test("TIME-003: counting forward and asking how many agree")
  func counts() throws {
    let start = try day("2007-12-20")
    for count in 1...60 {
      let end = calendar.adding(workingDays: count, to: start)
      #expect(calendar.workingDays(from: start, to: end) == count)
      #expect(calendar.isWorkingDay(end))
    }
    #expect(calendar.workingDays(from: start, to: start) == 0)
    #expect(calendar.workingDays(from: start, to: .earliest) == 0)
  }

  @Test("counting past the end of the calendar stops there")
  func ends() throws {
    #expect(calendar.adding(workingDays: 9, to: .latest) == .latest)
    #expect(calendar.adding(workingDays: -9, to: .earliest) == .earliest)
    #expect(calendar.skipped(from: .latest.adding(days: -3), to: .latest).holidays.isEmpty)
  }

  @Test(
    "the days that were passed over are told",
    arguments: [
      (
        "2007-12-20", "2007-12-28", "25 and 26 Dec (bank holidays) and the weekend of 22 and 23 Dec"
      ),
      ("2007-10-06", "2007-10-08", "the weekend of 7 Oct"),
      (
        "2008-03-20", "2008-04-07",
        "21 and 24 Mar (bank holidays) and the weekends of 22 and 23 Mar, 29 and 30 Mar, "
          + "and 5 and 6 Apr"
      ),
      ("2007-10-01", "2007-10-03", ""),
      ("2007-10-01", "2007-11-05", "5 weekends"),
      (
        "2009-12-24", "2010-01-04",
        "25 and 28 Dec and 1 Jan (bank holidays) and the weekends of 26 and 27 Dec, and 2 and 3 Jan"
      ),
      ("2007-08-24", "2007-08-28", "27 Aug (bank holiday) and the weekend of 25 and 26 Aug"),
    ])
  func skipped(from: String, to: String, words: String) throws {
    #expect(try calendar.skipped(from: day(from), to: day(to)).words == words)
  }
}
