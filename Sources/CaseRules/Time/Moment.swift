/// An instant, to the second, kept in UTC and shown in local time (TIME-001).
package struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int64

  private static let range =
    Int64(CalendarDate.earliest.dayNumber) * 86_400...Int64(CalendarDate.latest.dayNumber) * 86_400
    + 86_399

  /// The instant so many seconds after 1970 began in UTC, held inside the years 1 to 9999.
  package init(seconds: Int64) { self.seconds = seconds.clamped(to: Moment.range) }

  /// Which instant to take when the local time happens twice, or not at all.
  package enum Preference: Sendable {
    case earlier, later
  }

  /// The instant at which local clocks show the date and time.
  ///
  /// In the autumn hour that comes twice, and in the spring hour that is skipped, `preferring`
  /// chooses; ask `LocalTimeOccurrence.of(_:_:)` first where a worker should decide.
  package init(local date: CalendarDate, _ time: ClockTime, preferring: Preference = .earlier) {
    let asUTC = Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60
    let candidates = [asUTC - 3600, asUTC]
    let fitting = candidates.filter { LondonClock.offset(atUTCSeconds: $0) == asUTC - $0 }
    let pool = fitting.count == 1 ? fitting : candidates
    let chosen = preferring == .earlier ? pool.first : pool.last
    self.init(seconds: chosen ?? asUTC)
  }

  /// The instant at which local clocks show the date and time; the same as without labels.
  package init(local date: CalendarDate, time: ClockTime, preferring: Preference = .earlier) {
    self.init(local: date, time, preferring: preferring)
  }

  /// The last second of a local day: when a deadline by date runs out (TIME-001).
  package init(endOf date: CalendarDate) {
    let next = Moment(local: date, ClockTime(minutesOfDay: 1439), preferring: .later)
    self.init(seconds: next.seconds + 59)
  }

  /// Reads "2026-11-21T22:40:00Z" and nothing else.
  package init?(iso: some StringProtocol) {
    guard iso.utf8.count == 20, iso.hasSuffix("Z") else { return nil }
    let halves = iso.dropLast().split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CalendarDate(iso: halves[0]) else { return nil }
    let clock = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, clock.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Digits.number(clock[0]), let minute = Digits.number(clock[1]),
      let second = Digits.number(clock[2]), hour < 24, minute < 60, second < 60
    else { return nil }
    let ofDay = Int64(hour * 3600 + minute * 60 + second)
    self.init(seconds: Int64(date.dayNumber) * 86_400 + ofDay)
  }

  package static func < (one: Moment, other: Moment) -> Bool { one.seconds < other.seconds }

  /// What local clocks and calendars show.
  package var local: LocalDateTime {
    LocalDateTime(secondsOnLocalClock: seconds + LondonClock.offset(atUTCSeconds: seconds))
  }

  /// The local date (TIME-001).
  package var date: CalendarDate { local.date }

  /// The local time of day.
  package var time: ClockTime { local.time }

  /// The instant so many minutes later, or earlier when negative.
  package func adding(minutes: Int) -> Moment {
    let span = Int64(minutes.clamped(to: -10_000_000_000...10_000_000_000)) * 60
    return Moment(seconds: seconds + span)
  }

  /// The instant so many seconds later, or earlier when negative.
  package func adding(seconds more: Int) -> Moment {
    let span = Int64(more.clamped(to: -1_000_000_000_000...1_000_000_000_000))
    return Moment(seconds: seconds + span)
  }

  /// Whole minutes from the other instant to this one, rounded down.
  package func minutes(since other: Moment) -> Int {
    Int(floorDivide(seconds - other.seconds, 60))
  }

  /// "2026-11-21T22:40:00Z", the stored form.
  package var iso: String {
    let day = floorDivide(seconds, 86_400)
    let rest = Int(seconds - day * 86_400)
    let date = CalendarDate(dayNumber: Int(day)).parts
    // Every stored row has some of these: digit by digit, without a text for each part.
    return String(unsafeUninitializedCapacity: 20) { bytes in
      var place = 0
      func put(_ number: Int, _ digits: Int, _ then: UInt8) {
        var left = number
        for offset in (0..<digits).reversed() {
          bytes[place + offset] = UInt8(truncatingIfNeeded: 48 + left % 10)
          left /= 10
        }
        bytes[place + digits] = then
        place += digits + 1
      }
      put(date.year, 4, UInt8(ascii: "-"))
      put(date.month, 2, UInt8(ascii: "-"))
      put(date.day, 2, UInt8(ascii: "T"))
      put(rest / 3600, 2, UInt8(ascii: ":"))
      put(rest / 60 % 60, 2, UInt8(ascii: ":"))
      put(rest % 60, 2, UInt8(ascii: "Z"))
      return place
    }
  }

  /// "03/04/2026 09:05" in local time.
  package var uk: String { local.uk }

  /// "Fri 03/04/2026 09:05" in local time.
  package var ukWithWeekday: String { local.date.weekday.short + " " + local.uk }
}

extension Moment: CustomStringConvertible {
  package var description: String { iso }
}
