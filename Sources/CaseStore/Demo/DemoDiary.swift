import CaseRules

/// Hands out appointment times, so that nobody is in two places at once.
final class DemoDiary {
  private struct Slot: Hashable {
    let worker: WorkerID
    let day: CalendarDate
  }

  private var taken: [Slot: Int] = [:]
  private let calendar: WorkingCalendar

  init(calendar: WorkingCalendar) { self.calendar = calendar }

  private static let first = 8 * 60 + 30
  private static let length = 30
  private static let perDay = 16

  /// The next free time of a worker on a day, or on the first working day after it that has one.
  func slot(of worker: WorkerID, on day: CalendarDate) -> Moment {
    var day = calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(after: day)
    while taken[Slot(worker: worker, day: day), default: 0] >= Self.perDay {
      day = calendar.nextWorkingDay(after: day)
    }
    let slot = Slot(worker: worker, day: day)
    let number = taken[slot, default: 0]
    taken[slot] = number + 1
    let minutes = Self.first + number * Self.length
    return Moment(local: day, ClockTime(minutesOfDay: minutes))
  }
}
