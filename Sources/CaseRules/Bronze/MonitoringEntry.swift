/// INT-035, INT-041: one month of treatment: three measures, retained or not, and nothing else.
package struct MonitoringEntry: Equatable, Sendable {
  package var number: Int
  package var on: CalendarDate
  package var noOffending: Bool
  package var attendance: Bool
  package var engagement: Bool
  /// INT-036: the day of the last attendance; nil for none since acceptance.
  package var lastAttended: CalendarDate?
  package var result: MonitoringResult
  package var by: String

  package init(
    number: Int, on: CalendarDate, noOffending: Bool, attendance: Bool, engagement: Bool,
    lastAttended: CalendarDate? = nil, result: MonitoringResult, by: String = ""
  ) {
    self.number = number
    self.on = on
    self.noOffending = noOffending
    self.attendance = attendance
    self.engagement = engagement
    self.lastAttended = lastAttended
    self.result = result
    self.by = by
  }

  /// "no offending yes, attendance no, engagement no".
  package var measures: String {
    func word(_ holds: Bool) -> String { holds ? "yes" : "no" }
    return "nothing on offending \(word(noOffending)), attendance \(word(attendance)), engagement "
      + word(engagement)
  }
}

/// INT-034: what a month of treatment came to.
package enum MonitoringResult: String, CaseIterable, Hashable, Sendable {
  case retained
  case notRetained = "not_retained"
  case completed
}

extension MonitoringResult: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .retained: "Retained"
    case .notRetained: "Not retained"
    case .completed: "Completed"
    }
  }

  package var event: BronzeEvent {
    switch self {
    case .retained: .retained
    case .notRetained: .notRetained
    case .completed: .completed
    }
  }
}
