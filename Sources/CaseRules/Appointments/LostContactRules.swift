/// Who is slipping away, and what is done about it.
package enum LostContactRules {
  /// PPL-024: a silence that began before this day is longer than the gap; one that began on it
  /// stands on the last day of the gap, which is not yet at risk.
  package static func silentBefore(_ today: CalendarDate, settings: Settings) -> CalendarDate {
    today.adding(days: -settings.contactGapDays)
  }

  /// PPL-024: silent for longer than the gap.
  package static func isAtRisk(
    since: CalendarDate, on today: CalendarDate, settings: Settings
  )
    -> Bool
  {
    since < silentBefore(today, settings: settings)
  }

  /// PPL-024 for an episode: only clients on the caseload are watched.
  package static func isAtRisk(
    _ episode: Episode, on today: CalendarDate, settings: Settings
  )
    -> Bool
  {
    episode.state.isActive
      && isAtRisk(since: episode.silentSince, on: today, settings: settings)
  }

  /// What follows from a recorded attempt.
  package enum NextStep: Equatable, Sendable {
    /// The client was reached: the chain ends.
    case reached
    /// PPL-023: try again on the next working day; the number of the next attempt.
    case tryAgain(attempt: Int)
    /// PPL-023: tried often enough; the team leader is asked for a drop-out review.
    case proposeReview
  }

  /// PPL-023: unsuccessful attempts repeat each working day, up to the number in the settings.
  package static func after(
    _ result: ContactResult, failedAttempts: Int, settings: Settings
  ) -> NextStep {
    if result.isContact { return .reached }
    return failedAttempts < settings.contactAttempts
      ? .tryAgain(attempt: failedAttempts + 1) : .proposeReview
  }

  /// PPL-025: two misses in a tier 3 service 14 days apart or less.
  package static let reviewWindowDays = 14

  /// PPL-025: the miss that calls for a review: the first that came soon enough after another.
  package static func secondMiss(in days: [CalendarDate]) -> CalendarDate? {
    let days = days.sorted()
    return zip(days, days.dropFirst()).first { $1.days(since: $0) <= reviewWindowDays }?.1
  }

  /// PPL-025: whether this miss, with the ones before it, calls for a programme review.
  package static func callsForProgrammeReview(
    missed day: CalendarDate, earlierMisses: [CalendarDate]
  ) -> Bool {
    earlierMisses.contains { abs(day.days(since: $0)) <= reviewWindowDays }
  }
}
