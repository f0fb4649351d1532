package import CaseRules

/// A list of one day, turned to the day before or after.
package protocol DayListPlace: ListPlace {
  var day: CalendarDate { get set }
}

extension DayListPlace {
  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    guard let day = turn.day(from: day, today: context.today) else { return false }
    self.day = day
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn.isInTime }
}

extension ListTurn {
  /// Whether it goes to another day or month.
  var isInTime: Bool {
    switch self {
    case .earlier, .later, .now: true
    case .scope, .everyone, .departed: false
    }
  }

  /// The day a list of one day goes to; nil for the other turns.
  func day(from day: CalendarDate, today: CalendarDate) -> CalendarDate? {
    switch self {
    case .earlier: day.adding(days: -1)
    case .later: day.adding(days: 1)
    case .now: today
    case .scope, .everyone, .departed: nil
    }
  }
}
