import Testing

@testable import CaseRules

@Suite("TIME: deadlines")
struct DeadlineTests {
  private let calendar = WorkingCalendar.englandAndWales

  private func deadline(_ length: DeadlineLength, from start: Occasion?) -> Deadline {
    Deadline(
      name: "Missed follow-up", ruleID: "PPL-022", startFact: "the missed appointment",
      start: start, length: length, owner: "worker", metBy: "contact attempt recorded")
  }

  @Test(
    "TIME-003, TIME-004, TIME-005, TIME-007, TIME-009: due dates by length",
    arguments: [
      (DeadlineLength.workingDays(4), "2007-12-20", "2007-12-28"),
      (.workingDays(1), "2008-03-20", "2008-03-25"), (.calendarDays(6), "2007-10-01", "2007-10-07"),
      (.weeks(3), "2007-10-01", "2007-10-22"), (.months(3), "2007-11-30", "2008-02-29"),
      (.weeksBefore(6), "2008-01-02", "2007-11-21"), (.sameDay, "2007-10-06", "2007-10-06"),
      (.followingDay, "2007-10-05", "2007-10-06"), (.nextWorkingDay, "2007-10-05", "2007-10-08"),
    ])
  func due(length: DeadlineLength, start: String, expected: String) throws {
    let due = try deadline(length, from: .day(day(start))).due(in: calendar)
    #expect(due?.iso == expected)
  }

  @Test("TIME-013: the time of day does not count, the start day is day 0")
  func timeOfDay() throws {
    let late = try deadline(.workingDays(1), from: .moment(moment("2007-10-05T22:55:00Z")))
    let early = try deadline(.workingDays(1), from: .moment(moment("2007-10-05T05:00:00Z")))
    #expect(late.due(in: calendar)?.iso == "2007-10-08")
    #expect(early.due(in: calendar) == late.due(in: calendar))
  }

  @Test("TIME-010: immediately means within the minutes of the setting; later is late")
  func immediately() throws {
    let start = try moment("2007-10-05T10:00:00Z")
    let deadline = deadline(.immediately(withinMinutes: 60), from: .moment(start))
    let status = { (minutes: Int) in
      deadline.status(
        on: start.adding(minutes: 500), met: .moment(start.adding(minutes: minutes)),
        in: calendar)
    }
    #expect(status(60) == .met)
    #expect(status(61) == .metLate)
    #expect(deadline.status(on: start.adding(minutes: 60), met: nil, in: calendar) == .dueSoon)
    #expect(
      deadline.status(on: start.adding(minutes: 60).adding(seconds: 1), met: nil, in: calendar)
        == .overdue)
  }

  @Test(
    "TIME-011, TIME-001: status through the life of a deadline due Fri 28/12/2007",
    arguments: [
      ("2007-12-21T10:00:00Z", DeadlineStatus.running), ("2007-12-24T10:00:00Z", .running),
      ("2007-12-27T10:00:00Z", .dueSoon), ("2007-12-28T23:59:59Z", .dueSoon),
      ("2007-12-29T00:00:00Z", .overdue),
    ])
  func open(now: String, expected: DeadlineStatus) throws {
    let deadline = try deadline(.workingDays(4), from: .day(day("2007-12-20")))
    #expect(try deadline.status(on: moment(now), met: nil, in: calendar) == expected)
  }

  @Test("TIME-011: due soon reaches over holidays to the next working day")
  func dueSoonOverHolidays() throws {
    let deadline = try deadline(.workingDays(3), from: .day(day("2007-12-20")))
    #expect(deadline.due(in: calendar)?.iso == "2007-12-27")
    let status = try deadline.status(on: moment("2007-12-24T10:00:00Z"), met: nil, in: calendar)
    #expect(status == .dueSoon)
  }

  @Test(
    "TIME-011: met on or before the due date is met, later is met late",
    arguments: [("2007-12-28", DeadlineStatus.met), ("2007-12-29", .metLate)])
  func met(on: String, expected: DeadlineStatus) throws {
    let deadline = try deadline(.workingDays(4), from: .day(day("2007-12-20")))
    let now = try moment("2008-02-01T10:00:00Z")
    #expect(try deadline.status(on: now, met: .day(day(on)), in: calendar) == expected)
  }

  @Test("TIME-001: met at 23:59 local time of the due date is met, at midnight it is late")
  func metByClock() throws {
    let deadline = try deadline(.sameDay, from: .day(day("2007-07-02")))
    let now = try moment("2008-02-01T10:00:00Z")
    let inTime = try Occasion.moment(moment("2007-07-02T22:59:59Z"))
    let late = try Occasion.moment(moment("2007-07-02T23:00:00Z"))
    #expect(deadline.status(on: now, met: inTime, in: calendar) == .met)
    #expect(deadline.status(on: now, met: late, in: calendar) == .metLate)
  }

  @Test("TIME-011, TIME-012: no start date without a start fact; not applicable with its reason")
  func notRunning() throws {
    let now = try moment("2008-02-01T10:00:00Z")
    var deadline = deadline(.workingDays(4), from: nil)
    #expect(deadline.status(on: now, met: nil, in: calendar) == .noStartDate)
    #expect(deadline.due(in: calendar) == nil)
    #expect(
      deadline.working(in: calendar)
        == "4 working days from the missed appointment, which is not recorded yet")
    deadline.notApplicable = "client died"
    #expect(
      deadline.status(on: now, met: nil, in: calendar) == .notApplicable("client died"))
    #expect(!DeadlineStatus.notApplicable("").isOpen)
  }

  @Test(
    "a deadline can show its working",
    arguments: [
      (
        DeadlineLength.workingDays(4), "2007-12-20",
        "4 working days from Thu 20/12/2007: 25 and 26 Dec (bank holidays) and the weekend of "
          + "22 and 23 Dec skipped; due Fri 28/12/2007"
      ),
      (.workingDays(2), "2007-10-01", "2 working days from Mon 01/10/2007; due Wed 03/10/2007"),
      (
        .nextWorkingDay, "2007-10-05",
        "the next working day after Fri 05/10/2007: the weekend of 6 and 7 Oct skipped; "
          + "due Mon 08/10/2007"
      ),
      (.calendarDays(6), "2007-10-01", "6 calendar days from Mon 01/10/2007; due Sun 07/10/2007"),
      (.sameDay, "2007-10-01", "the same day as Mon 01/10/2007; due Mon 01/10/2007"),
      (.followingDay, "2007-10-01", "the following day after Mon 01/10/2007; due Tue 02/10/2007"),
      (
        .weeksBefore(6), "2008-02-05",
        "6 weeks before Tue 05/02/2008; due Tue 25/12/2007, which is not a working day: "
          + "do by Mon 24/12/2007"
      ),
      (.months(1), "2007-10-31", "1 month from Wed 31/10/2007; due Fri 30/11/2007"),
    ])
  func working(length: DeadlineLength, start: String, words: String) throws {
    #expect(try deadline(length, from: .day(day(start))).working(in: calendar) == words)
  }

  @Test("TIME-010: minutes show the clock in their working")
  func workingByClock() throws {
    let start = try moment("2007-10-05T10:00:00Z")
    #expect(
      deadline(.minutes(60), from: .moment(start)).working(in: calendar)
        == "60 minutes from Fri 05/10/2007 11:00; due Fri 05/10/2007 12:00")
  }

  @Test("any length is safe")
  func extremes() {
    let starts: [Occasion] = [.day(.latest), .day(.earliest), .moment(Moment(seconds: .max))]
    let lengths: [DeadlineLength] = [
      .workingDays(.min), .calendarDays(.max), .weeks(.min), .months(.max), .weeksBefore(.max),
      .minutes(.max), .immediately(withinMinutes: .min), .sameDay, .followingDay,
      .nextWorkingDay,
    ]
    for start in starts {
      for length in lengths {
        let deadline = deadline(length, from: start)
        #expect(!deadline.working(in: WorkingCalendar(holidays: [])).isEmpty)
        #expect(deadline.status(on: Moment(seconds: 0), met: nil, in: calendar) != .noStartDate)
      }
    }
  }
}
