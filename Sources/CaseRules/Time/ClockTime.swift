/// A time of day to the minute, 00:00 to 23:59.
package struct ClockTime: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0 to 1439.
  package let minutes: Int

  package static let midnight = ClockTime(minutesOfDay: 0)

  /// The time, or nil when no clock shows it; 24:00 is not a time of day.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// The time so many minutes after midnight, held inside one day.
  package init(minutesOfDay: Int) { minutes = minutesOfDay.clamped(to: 0...1439) }

  /// Reads "09:05" and nothing else.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      let hour = Digits.number(parts[0]), let minute = Digits.number(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  package static func < (one: ClockTime, other: ClockTime) -> Bool { one.minutes < other.minutes }

  package var hour: Int { minutes / 60 }
  package var minute: Int { minutes % 60 }

  /// TIME-001: "09:05" on the 24-hour clock.
  package var text: String { Digits.padded(hour, 2) + ":" + Digits.padded(minute, 2) }
}

extension ClockTime: CustomStringConvertible {
  package var description: String { text }
}
