/// When something happened: a day, or an instant where the clock time is known.
package enum Occasion: Hashable, Sendable {
  case day(CalendarDate)
  case moment(Moment)

  /// The local date (TIME-001).
  package var date: CalendarDate {
    switch self {
    case .day(let date): date
    case .moment(let moment): moment.date
    }
  }

  /// "Fri 03/04/2026", with the time where it is known.
  package var words: String {
    switch self {
    case .day(let date): date.ukWithWeekday
    case .moment(let moment): moment.ukWithWeekday
    }
  }
}
