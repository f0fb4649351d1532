package import CaseRules

/// A list of one month, or of several up to it, turned to the month before or after.
package protocol MonthListPlace: ListPlace {
  /// Its first day.
  var month: CalendarDate { get set }
}

extension MonthListPlace {
  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    switch turn {
    case .earlier: month = month.adding(months: -1)
    case .later: month = month.adding(months: 1)
    case .now: month = context.today.firstOfMonth
    case .scope, .everyone, .departed: return false
    }
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn.isInTime }
}

extension CalendarDate {
  /// "March 2026".
  package var monthWords: String { MonthName.full(month) + " " + String(year) }
}
