package import CaseRules
import Glibc

/// What time it is for the program: the real time, or a demo's own day with the real time of day.
package struct Clock: Sendable {
  package let now: @Sendable () -> Moment

  package init(now: @escaping @Sendable () -> Moment) { self.now = now }

  package static let real = Clock { Moment(seconds: Int64(time(nil))) }

  /// The time of day is real, the date is not: for looking at a demo on another day.
  package static func on(_ day: CalendarDate) -> Clock {
    Clock {
      let real = Moment(seconds: Int64(time(nil)))
      return Moment(local: day, real.time).adding(seconds: Int(real.seconds % 60))
    }
  }
}
