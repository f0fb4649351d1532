import Testing

@testable import CaseRules

@Suite("Typing times, dates with times, and lengths of time")
struct TimeReadingTests {
  @Test(
    "times of day",
    arguments: [
      ("9", "09:00"), ("930", "09:30"), ("9.30", "09:30"), ("0930", "09:30"), ("9pm", "21:00"),
      ("9:30 PM", "21:30"), ("12am", "00:00"), ("12pm", "12:00"), ("12.15am", "00:15"),
      ("0", "00:00"), ("2359", "23:59"), ("now", "10:04"), ("noon", "12:00"), ("22:40", "22:40"),
      ("2240h", "22:40"), ("0900 hrs", "09:00"), ("9 a m", "09:00"), ("0005", "00:05"),
    ])
  func times(typed: String, text: String) throws {
    let reading = try FieldReader.read(typed, as: .time, in: sunday())
    #expect(reading == .value(.time(try clock(text)), readBack: text))
  }

  @Test(
    "what is no time says so",
    arguments: [
      ("24:00", "There is no 24:00. Did you mean 00:00 of the next day?"),
      ("2400", "There is no 24:00. Did you mean 00:00 of the next day?"),
      ("25:00", "There is no hour 25. The day ends at 23:59"),
      ("2430", "There is no hour 24. The day ends at 23:59"),
      ("9:75", "An hour has 60 minutes. Type a time like 9, 930, 09:30, 9pm or now"),
      ("13pm", "With pm the hour is 1 to 12. Without it, type 0 to 23"),
      ("9:3", "Type a time like 9, 930, 09:30, 9pm or now"),
      ("morning", "Type a time like 9, 930, 09:30, 9pm or now"),
      ("12345", "Type a time like 9, 930, 09:30, 9pm or now"),
      (":", "Type a time like 9, 930, 09:30, 9pm or now"),
      ("pm", "Type a time like 9, 930, 09:30, 9pm or now"),
    ])
  func noTimes(typed: String, words: String) throws {
    #expect(try FieldReader.read(typed, as: .time, in: sunday()) == .problem(words))
  }

  @Test(
    "a day and a time",
    arguments: [
      (DateDirection.past, "now", "22/11/2026 10:04"),
      (.past, "10:04", "22/11/2026 10:04"), (.past, "10:05", "21/11/2026 10:05"),
      (.past, "9", "22/11/2026 09:00"), (.past, "930", "22/11/2026 09:30"),
      (.past, "9 pm", "21/11/2026 21:00"), (.future, "10:04", "22/11/2026 10:04"),
      (.future, "10:05", "22/11/2026 10:05"), (.future, "9:30", "23/11/2026 09:30"),
      (.either, "9:30", "22/11/2026 09:30"), (.either, "23:00", "22/11/2026 23:00"),
      (.past, "21/11 2240", "21/11/2026 22:40"), (.past, "yesterday 22:40", "21/11/2026 22:40"),
      (.past, "y 2240", "21/11/2026 22:40"), (.past, "t 930", "22/11/2026 09:30"),
      (.past, "fri 9pm", "20/11/2026 21:00"), (.past, "last fri 9 pm", "20/11/2026 21:00"),
      (.past, "21 nov 2026 22:40", "21/11/2026 22:40"),
      (.past, "21 nov 22:40", "21/11/2026 22:40"), (.past, "21 nov 2240", "21/11/2026 22:40"),
      (.past, "211126 2240", "21/11/2026 22:40"), (.past, "22:40 yesterday", "21/11/2026 22:40"),
      (.past, "9pm yesterday", "21/11/2026 21:00"), (.past, "21/11 at 22.40", "21/11/2026 22:40"),
      (.past, "21/11, 9", "21/11/2026 09:00"), (.past, "21/11 2026", "21/11/2026 20:26"),
      (.future, "tomorrow 10", "23/11/2026 10:00"), (.future, "fri 14", "27/11/2026 14:00"),
      (.future, "+2 9:30", "24/11/2026 09:30"),
      (.future, "+1wd 9", "23/11/2026 09:00"), (.future, "mon 0900", "23/11/2026 09:00"),
      (.past, "2026-11-21T22:40:00Z", "21/11/2026 22:40"),
      (.past, "2026-11-21T22:40", "21/11/2026 22:40"),
      (.past, "2026-07-21T22:40:00Z", "21/07/2026 23:40"),
      (.past, "21/11/2026 22:40 GMT", "21/11/2026 22:40"),
      (.past, "21/07/2026 22:40 BST", "21/07/2026 22:40"),
      (.past, "Sat 21/11/2026 22:40", "21/11/2026 22:40"),
    ])
  func moments(direction: DateDirection, typed: String, uk: String) throws {
    let reading = try FieldReader.read(typed, as: .dateTime(direction: direction), in: sunday())
    #expect(reading.answer?.moment?.uk == uk, "\(reading)")
  }

  @Test(
    "what is missing or wrong in a day with a time is told",
    arguments: [
      ("21/11", "Add the time: 21/11/2026 09:00"), ("t", "Add the time: 22/11/2026 09:00"),
      ("21 nov 2026", "Add the time: 21/11/2026 09:00"),
      ("030426", "Add the time: 03/04/2026 09:00"),
      ("21/11 24:00", "There is no 24:00. Did you mean 00:00 of the next day?"),
      ("24:00", "There is no 24:00. Did you mean 00:00 of the next day?"),
      ("31/11 22:40", "There is no 31 November. Try 30/11"),
      ("31/11", "There is no 31 November. Try 30/11"),
      ("29/3/2026 1:30", "Clocks go forward on 29/03/2026: there is no 01:30. Try 02:30"),
      ("21/07/2026 22:40 GMT", "Clocks on 21/07/2026 show BST. Leave out GMT"),
      ("some day", "Type a day and a time: 21/11 22:40, yesterday 2240, or now"),
      ("gmt", "Type a day and a time: 21/11 22:40, yesterday 2240, or now"),
      ("at", "Type a day and a time: 21/11 22:40, yesterday 2240, or now"),
    ])
  func problems(typed: String, words: String) throws {
    let reading = try FieldReader.read(typed, as: .dateTime(direction: .past), in: sunday())
    #expect(reading == .problem(words))
  }

  @Test("the hour that comes twice in October is asked about, and each answer reads back")
  func twice() throws {
    let kind = FieldKind.dateTime(direction: .past)
    let reading = try FieldReader.read("25/10 1:30", as: kind, in: sunday())
    guard case .choices(let choices) = reading else {
      Issue.record("\(reading)")
      return
    }
    #expect(choices.map(\.code) == ["25/10/2026 01:30 BST", "25/10/2026 01:30 GMT"])
    let moments = try choices.map {
      try FieldReader.read($0.code, as: kind, in: sunday()).answer?.moment?.iso
    }
    #expect(moments == ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])
  }

  @Test(
    "lengths of time",
    arguments: [
      ("90", 90, "1 h 30 min"), ("90m", 90, "1 h 30 min"), ("90 min", 90, "1 h 30 min"),
      ("1h30", 90, "1 h 30 min"), ("1h30m", 90, "1 h 30 min"), ("1 hour 30", 90, "1 h 30 min"),
      ("1.5h", 90, "1 h 30 min"), ("1:30", 90, "1 h 30 min"), ("1h", 60, "1 h"),
      ("2 hours", 120, "2 h"), ("45 minutes", 45, "45 min"), ("0", 0, "0 min"),
      (".25h", 15, "15 min"),
    ])
  func durations(typed: String, minutes: Int, words: String) throws {
    let reading = try FieldReader.read(typed, as: .duration(), in: sunday())
    #expect(reading == .value(.minutes(minutes), readBack: words))
  }

  @Test(
    "what is no length of time",
    arguments: [
      "h", "1:75", "1h75", "an hour", "1.2345h", "-5", "999999999999999999", "1:3:0", "h30",
    ])
  func noDurations(typed: String) throws {
    #expect(
      try FieldReader.read(typed, as: .duration(maxMinutes: 480), in: sunday()).problem != nil)
  }
}
