import Testing

@testable import CaseRules

@Suite("Typing dates")
struct DateReadingTests {
  @Test(
    "the day comes first, whatever divides the parts",
    arguments: [
      ("3/4", "2026-04-03"), ("3.4.26", "2026-04-03"), ("3-4", "2026-04-03"),
      ("030426", "2026-04-03"), ("03042026", "2026-04-03"), ("0304", "2026-04-03"),
      ("3 apr", "2026-04-03"), ("3apr", "2026-04-03"), ("3rd april 2026", "2026-04-03"),
      ("3rd of April, 2026", "2026-04-03"), ("April 3", "2026-04-03"), ("3 4 26", "2026-04-03"),
      ("apr 3 2025", "2025-04-03"), ("2026-04-03", "2026-04-03"), ("3/04/2026", "2026-04-03"),
      ("Fri 03/04/2026", "2026-04-03"), ("03-Apr-2026", "2026-04-03"), ("30/11", "2025-11-30"),
      ("22/11", "2026-11-22"), ("23/11", "2025-11-23"), ("29/2", "2024-02-29"),
      ("1 sept 26", "2026-09-01"),
    ])
  func past(typed: String, iso: String) throws {
    let reading = try FieldReader.read(typed, as: .past, in: sunday())
    #expect(try reading.answer == .date(day(iso)), "\(reading)")
  }

  @Test(
    "without a year a planned day is the next such day, and a day on either side the nearest",
    arguments: [
      (FieldKind.future, "3/4", "2027-04-03"), (.future, "22/11", "2026-11-22"),
      (.future, "30/11", "2026-11-30"), (.future, "29/2", "2028-02-29"),
      (.either, "30/11", "2026-11-30"), (.either, "3/4", "2027-04-03"),
      (.either, "30/6", "2026-06-30"), (.either, "22/11", "2026-11-22"),
    ])
  func yearByDirection(kind: FieldKind, typed: String, iso: String) throws {
    let reading = try FieldReader.read(typed, as: kind, in: sunday())
    #expect(try reading.answer == .date(day(iso)))
    #expect(reading.readBack?.contains("year assumed") == (kind == .either))
  }

  @Test(
    "words and steps from today",
    arguments: [
      ("t", "2026-11-22"), ("today", "2026-11-22"), (".", "2026-11-22"), ("TODAY", "2026-11-22"),
      ("y", "2026-11-21"), ("yesterday", "2026-11-21"), ("tom", "2026-11-23"),
      ("tomorrow", "2026-11-23"), ("+7", "2026-11-29"), ("-3", "2026-11-19"),
      ("+2w", "2026-12-06"), ("+6m", "2027-05-22"), ("+1y", "2027-11-22"), ("+5wd", "2026-11-27"),
      ("+0", "2026-11-22"), ("-1wd", "2026-11-20"), ("+ 3 days", "2026-11-25"),
      ("+9999", "2054-04-08"),
    ])
  func relative(typed: String, iso: String) throws {
    for kind in [FieldKind.past, .future, .either] {
      #expect(
        try FieldReader.read(typed, as: kind, in: sunday()).answer == .date(day(iso)))
    }
  }

  @Test("TIME-003: working days are counted around bank holidays")
  func workingDays() throws {
    let context = ReadingContext(now: try moment("2007-12-20T12:00:00Z"))
    let reading = FieldReader.read("+4wd", as: .future, in: context)
    #expect(try reading.answer == .date(day("2007-12-28")))
  }

  @Test("TIME-005: a month that is too short says so")
  func shortMonth() throws {
    let context = ReadingContext(now: try moment("2026-01-31T12:00:00Z"))
    let reading = FieldReader.read("+1m", as: .future, in: context)
    #expect(try reading.answer == .date(day("2026-02-28")))
    #expect(reading.readBack == "Sat 28/02/2026, in 28 days, the last day of that month")
  }

  @Test(
    "days of the week: nearest on the field's side with today included; next skips one",
    arguments: [
      (FieldKind.past, "fri", "2026-11-20"), (.past, "sun", "2026-11-22"),
      (.past, "mon", "2026-11-16"), (.future, "mon", "2026-11-23"), (.future, "sun", "2026-11-22"),
      (.future, "fri", "2026-11-27"), (.future, "next fri", "2026-12-04"),
      (.past, "last tue", "2026-11-17"), (.past, "last sun", "2026-11-15"),
      (.either, "wed", "2026-11-25"), (.either, "thu", "2026-11-19"),
      (.past, "this mon", "2026-11-16"), (.future, "Thurs", "2026-11-26"),
      (.future, "weds", "2026-11-25"), (.future, "next monday", "2026-11-30"),
    ])
  func weekdays(kind: FieldKind, typed: String, iso: String) throws {
    #expect(try FieldReader.read(typed, as: kind, in: sunday()).answer == .date(day(iso)))
  }

  @Test(
    "two-digit years: births are at least ten years back, others at most twenty years ahead",
    arguments: [
      (FieldKind.birth, "3/4/85", "1985-04-03"), (.birth, "3/4/16", "2016-04-03"),
      (.birth, "3/4/17", "1917-04-03"), (.birth, "3/4/26", "1926-04-03"),
      (.past, "3/4/85", "1985-04-03"), (.future, "3/4/46", "2046-04-03"),
      (.past, "3/4/47", "1947-04-03"), (.birth, "030485", "1985-04-03"),
      (.birth, "3 apr 85", "1985-04-03"),
    ])
  func twoDigits(kind: FieldKind, typed: String, iso: String) throws {
    #expect(try FieldReader.read(typed, as: kind, in: sunday()).answer == .date(day(iso)))
  }

  @Test(
    "parts of dates, where they are allowed",
    arguments: [
      ("apr 85", "04/1985", "Apr 1985 (day not known)"),
      ("1985", "1985", "1985 (day and month not known)"), ("4/1985", "04/1985", nil),
      ("April 2001", "04/2001", nil), ("04/1985", "04/1985", nil), ("1985-04", "04/1985", nil),
    ])
  func parts(typed: String, raw: String, words: String?) throws {
    let reading = try FieldReader.read(typed, as: .partial, in: sunday())
    #expect(reading.answer?.raw == raw)
    if let words { #expect(reading.readBack == words) }
    #expect(try FieldReader.read("3/4/85", as: .partial, in: sunday()).answer?.raw == "03/04/1985")
  }

  @Test("a part date spans its first to its last day")
  func span() throws {
    let month = try #require(PartialDate(year: 2024, month: 2))
    #expect(month.earliest.iso == "2024-02-01")
    #expect(month.latest.iso == "2024-02-29")
    #expect(PartialDate(year: 2024)?.latest.iso == "2024-12-31")
    #expect(PartialDate(year: 2024, month: 13) == nil)
    #expect(PartialDate(year: 0) == nil)
    #expect(Answer.partialDate(month).dateRange?.upperBound.iso == "2024-02-29")
  }

  @Test(
    "what cannot be read says what is wrong and what to type",
    arguments: [
      (FieldKind.past, "31/11", "There is no 31 November. Try 30/11"),
      (.past, "31/11/26", "There is no 31 November. Try 30/11/26"),
      (.past, "4/13", "There is no month 13. The day comes first: 13/4"),
      (.past, "14/13", "There is no month 13. Months are 1 to 12"),
      (.past, "3/0", "There is no month 0. Months are 1 to 12"),
      (.past, "0/4", "There is no day 0. The first is 1/4"),
      (.past, "32/4", "No month has 32 days. Type the day first: 3/4"),
      (.past, "30/2", "There is no 30 February. Try 29/2"),
      (.past, "31/2/1985", "There is no 31 February. Try 28/2/1985"),
      (.past, "31/2/1984", "There is no 31 February. Try 29/2/1984"),
      (.past, "29/2/2026", "There is no 29 February in 2026. Try 28/2/2026"),
      (.past, "3/4/5", "Type the year with two or four digits: 26 or 2026"),
      (.past, "3/4/0000", "Type the year with two or four digits: 26 or 2026"),
      (.past, "3/4/123", "Type the year with two or four digits: 26 or 2026"),
      (.birth, "3/4", "Add the year: 3/4/1985"),
      (.past, "apr 85", "The day is missing: 3/4/1985"),
      (.past, "4/1985", "The day is missing: 3/4/1985"),
      (.past, "mon 3/4/2026", "03/04/2026 is a Friday, not a Monday"),
      (
        .past, "3 foo", "There is no month “foo”. Type a day like 3/4, 3 apr 2026, today, +7 or mon"
      ),
      (.past, "+", "After + or - type up to four digits: +7, +2w, +6m or +5wd"),
      (.past, "+12345", "After + or - type up to four digits: +7, +2w, +6m or +5wd"),
      (.past, "+3x", "Count in d, w, m, y or wd (working days): +7d, +2w, +6m, +5wd"),
      (.past, "soon", "Type a day like 3/4, 3 apr 2026, today, +7 or mon"),
      (.past, "3/4/26?", "Type a day like 3/4, 3 apr 2026, today, +7 or mon"),
      (.past, "1985", "There is no month 85. Months are 1 to 12"),
    ])
  func problems(kind: FieldKind, typed: String, words: String) throws {
    #expect(try FieldReader.read(typed, as: kind, in: sunday()) == .problem(words))
  }

  @Test(
    "the day is read back with its weekday and how far away it is",
    arguments: [
      (FieldKind.past, "3/4", "Fri 03/04/2026, 233 days ago"),
      (.past, "t", "Sun 22/11/2026, today"), (.past, "y", "Sat 21/11/2026, yesterday"),
      (.future, "tom", "Mon 23/11/2026, tomorrow"),
      (.past, "3/4/2020", "Fri 03/04/2020, 6 years ago"),
      (.birth, "3/4/85", "Wed 03/04/1985, aged 41"),
      (.future, "25/12", "Fri 25/12/2026, in 33 days, bank holiday: Christmas Day"),
      (.future, "1/1/2030", "Tue 01/01/2030, in 3 years, bank holiday: New Year's Day"),
    ])
  func readBack(kind: FieldKind, typed: String, words: String) throws {
    #expect(try FieldReader.read(typed, as: kind, in: sunday()).readBack == words)
  }

  @Test(
    "a time behind the day is what is wrong where only a day belongs",
    arguments: [
      ("tomorrow 10", "10"), ("fri 14", "14"), ("+2 9:30", "9:30"), ("23/11 9pm", "9pm"),
    ])
  func timeBehind(typed: String, time: String) throws {
    #expect(
      try FieldReader.read(typed, as: .date(direction: .future), in: sunday())
        == .problem("Only the day belongs here. Leave out the time, \(time)"))
  }
}
