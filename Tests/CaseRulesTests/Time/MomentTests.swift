import Testing

@testable import CaseRules

/// The instant of an ISO text; the test stops where there is none.
func moment(_ iso: String, _ location: SourceLocation = #_sourceLocation) throws -> Moment {
  try #require(Moment(iso: iso), sourceLocation: location)
}

/// The time of day of "09:05"; the test stops where there is none.
func clock(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> ClockTime {
  try #require(ClockTime(text: text), sourceLocation: location)
}

@Suite("TIME-001: instants and local clocks")
struct MomentTests {
  @Test(
    "TIME-001: what British clocks show",
    arguments: [
      ("2026-11-21T22:40:00Z", "21/11/2026 22:40"), ("2026-06-30T23:30:00Z", "01/07/2026 00:30"),
      ("2026-03-29T00:59:59Z", "29/03/2026 00:59"), ("2026-03-29T01:00:00Z", "29/03/2026 02:00"),
      ("2026-10-25T00:59:59Z", "25/10/2026 01:59"), ("2026-10-25T01:00:00Z", "25/10/2026 01:00"),
      ("2007-03-25T01:00:00Z", "25/03/2007 02:00"), ("2007-10-28T01:00:00Z", "28/10/2007 01:00"),
      ("1995-10-22T00:59:59Z", "22/10/1995 01:59"), ("1995-10-22T01:00:00Z", "22/10/1995 01:00"),
      ("1989-10-29T00:59:59Z", "29/10/1989 01:59"), ("1989-10-29T01:00:00Z", "29/10/1989 01:00"),
      ("1980-03-16T01:59:59Z", "16/03/1980 01:59"), ("1980-03-16T02:00:00Z", "16/03/1980 03:00"),
      ("1980-10-26T02:00:00Z", "26/10/1980 02:00"), ("1970-01-01T00:00:00Z", "01/01/1970 01:00"),
      ("1971-10-31T01:59:59Z", "31/10/1971 02:59"), ("1971-10-31T02:00:00Z", "31/10/1971 02:00"),
      ("1950-07-01T12:00:00Z", "01/07/1950 12:00"),
    ])
  func shown(iso: String, uk: String) throws {
    #expect(try moment(iso).uk == uk)
  }

  @Test("a local time leads to its instant and back, every half hour of two years")
  func thereAndBack() throws {
    var instant = try moment("2025-12-31T00:00:00Z")
    let end = try moment("2028-01-02T00:00:00Z")
    while instant < end {
      let local = instant.local
      let early = Moment(local: local.date, local.time, preferring: .earlier)
      let late = Moment(local: local.date, local.time, preferring: .later)
      guard early == instant || late == instant else {
        Issue.record("\(instant) is not \(early) or \(late)")
        return
      }
      instant = instant.adding(minutes: 30)
    }
  }

  @Test("TIME-001: the hour that is skipped in spring does not exist")
  func spring() throws {
    let date = try day("2026-03-29")
    #expect(LocalTimeOccurrence.of(date, try clock("00:59")) == .once)
    #expect(LocalTimeOccurrence.of(date, try clock("01:00")) == .never)
    #expect(LocalTimeOccurrence.of(date, try clock("01:59")) == .never)
    #expect(LocalTimeOccurrence.of(date, try clock("02:00")) == .once)
    let half = try clock("01:30")
    #expect(Moment(local: date, half, preferring: .earlier).iso == "2026-03-29T00:30:00Z")
    #expect(Moment(local: date, half, preferring: .later).iso == "2026-03-29T01:30:00Z")
  }

  @Test("TIME-001: the hour that comes twice in autumn has two instants")
  func autumn() throws {
    let date = try day("2026-10-25")
    let first = try moment("2026-10-25T00:30:00Z")
    let second = try moment("2026-10-25T01:30:00Z")
    let half = try clock("01:30")
    #expect(LocalTimeOccurrence.of(date, half) == .twice(first, second))
    #expect(Moment(local: date, time: half, preferring: .earlier) == first)
    #expect(Moment(local: date, time: half, preferring: .later) == second)
    #expect(LocalTimeOccurrence.of(date, try clock("00:59")) == .once)
    #expect(LocalTimeOccurrence.of(date, try clock("02:00")) == .once)
  }

  @Test("TIME-001: a day ends at 23:59:59 local time")
  func endOfDay() throws {
    #expect(Moment(endOf: try day("2026-07-01")).iso == "2026-07-01T22:59:59Z")
    #expect(Moment(endOf: try day("2026-12-01")).iso == "2026-12-01T23:59:59Z")
  }

  @Test("the stored form reads back; other forms are refused")
  func stored() throws {
    for text in ["2026-11-21T22:40:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"] {
      #expect(Moment(iso: text)?.iso == text)
    }
    for text in [
      "", "2026-11-21", "2026-11-21 22:40:00Z", "2026-11-21T22:40:00", "2026-11-21T24:00:00Z",
      "2026-11-21T22:60:00Z", "2026-02-30T22:00:00Z", "2026-11-21T2:40:000Z",
      "2026-11-21t22:40:00Z",
    ] {
      #expect(Moment(iso: text) == nil, "\(text)")
    }
  }

  @Test("minutes between instants round down, and any number of minutes is safe")
  func minutes() throws {
    let start = try moment("2026-11-21T22:40:00Z")
    #expect(start.adding(seconds: 119).minutes(since: start) == 1)
    #expect(start.adding(seconds: -1).minutes(since: start) == -1)
    #expect(start.adding(minutes: 90).iso == "2026-11-22T00:10:00Z")
    #expect(start.adding(minutes: .max).iso == "9999-12-31T23:59:59Z")
    #expect(start.adding(minutes: .min).iso == "0001-01-01T00:00:00Z")
    #expect(start.adding(seconds: .min) < start)
    #expect(Moment(seconds: .max).uk == "31/12/9999 23:59")
    #expect(Moment(seconds: .min).minutes(since: Moment(seconds: .max)) < 0)
    #expect(Moment(endOf: .latest).seconds == Moment(seconds: .max).seconds)
  }

  @Test("clock times are those a clock shows")
  func clockTimes() {
    #expect(ClockTime(hour: 9, minute: 5)?.text == "09:05")
    #expect(ClockTime(hour: 24, minute: 0) == nil)
    #expect(ClockTime(hour: 9, minute: 60) == nil)
    #expect(ClockTime(hour: .max, minute: .min) == nil)
    #expect(ClockTime(text: "9:05") == nil)
    #expect(ClockTime(minutesOfDay: .max).text == "23:59")
  }
}
