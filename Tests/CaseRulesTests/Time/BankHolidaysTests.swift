import Testing

@testable import CaseRules

@Suite("TIME-002: the bank holiday table")
struct BankHolidaysTests {
  /// "1 Jan, 18 Apr" for a year, as computed.
  private func days(_ year: Int) -> String {
    BankHolidays.englandAndWales(year: year)
      .map { "\($0.date.day) \(MonthName.short($0.date.month))" }.joined(separator: ", ")
  }

  @Test(
    "TIME-002: the computed days are the published days of each year",
    arguments: [
      (2003, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec"),
      (2004, "1 Jan, 9 Apr, 12 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec"),
      (2005, "3 Jan, 25 Mar, 28 Mar, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec"),
      (2006, "2 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec"),
      (2007, "1 Jan, 6 Apr, 9 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec"),
      (2008, "1 Jan, 21 Mar, 24 Mar, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec"),
      (2009, "1 Jan, 10 Apr, 13 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec"),
      (2010, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec"),
      (2011, "3 Jan, 22 Apr, 25 Apr, 29 Apr, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec"),
      (2012, "2 Jan, 6 Apr, 9 Apr, 7 May, 4 Jun, 5 Jun, 27 Aug, 25 Dec, 26 Dec"),
      (2013, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec"),
      (2014, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec"),
      (2015, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec"),
      (2016, "1 Jan, 25 Mar, 28 Mar, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec"),
      (2017, "2 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec"),
      (2018, "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec"),
      (2019, "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec"),
      (2020, "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec"),
      (2021, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec"),
      (2022, "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec"),
      (2023, "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec"),
      (2024, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec"),
      (2025, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec"),
      (2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec"),
      (2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec"),
      (2028, "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec"),
      (2029, "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec"),
      (2030, "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec"),
    ])
  func published(year: Int, expected: String) {
    #expect(days(year) == expected)
  }

  @Test(
    "TIME-002: proclaimed and moved days are in the table",
    arguments: [
      (1999, 12, 31), (2002, 6, 3), (2002, 6, 4), (2011, 4, 29), (2012, 6, 4), (2012, 6, 5),
      (2020, 5, 8), (2022, 6, 2), (2022, 6, 3), (2022, 9, 19), (2023, 5, 8),
    ])
  func oneOffs(year: Int, month: Int, day: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(!WorkingCalendar.englandAndWales.isWorkingDay(date))
  }

  @Test(
    "TIME-002: days that a proclamation moved away are working days",
    arguments: [(2002, 5, 27), (2012, 5, 28), (2020, 5, 4), (2022, 5, 30)])
  func movedAway(year: Int, month: Int, day: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(WorkingCalendar.englandAndWales.isWorkingDay(date))
  }

  @Test("TIME-002: every shipped year has at least eight, all from Monday to Friday")
  func shipped() {
    for year in BankHolidays.shippedYears {
      let days = BankHolidays.englandAndWales(year: year)
      #expect(days.count >= 8, "\(year)")
      #expect(days.allSatisfy { !$0.date.weekday.isWeekend }, "\(year)")
      #expect(Set(days.map(\.date)).count == days.count, "\(year)")
    }
    #expect(BankHolidays.shippedYears == 1998...2040)
  }

  @Test("TIME-002: an added row counts as a holiday, a Scottish day does not")
  func addedRow() throws {
    let added = try #require(CalendarDate(iso: "2030-06-12"))
    let scottish = try #require(CalendarDate(iso: "2026-01-02"))
    let shipped = WorkingCalendar.englandAndWales
    let changed = WorkingCalendar(
      holidays: shipped.holidays + [BankHoliday(date: added, name: "Proclaimed")])
    #expect(shipped.isWorkingDay(added))
    #expect(!changed.isWorkingDay(added))
    #expect(changed.holidayName(on: added) == "Proclaimed")
    #expect(shipped.isWorkingDay(scottish))
  }
}
