/// One event of an episode as its history tells it.
package struct EpisodeHistoryLine: Equatable, Sendable {
  package var event: String
  /// nil when the episode opened with it.
  package var from: EpisodeState?
  package var to: EpisodeState
  package var on: CalendarDate
  package var note: String
  package var by: String
  package var recorded: Moment

  package init(
    event: String, from: EpisodeState?, to: EpisodeState, on: CalendarDate, note: String,
    by: String, recorded: Moment
  ) {
    self.event = event
    self.from = from
    self.to = to
    self.on = on
    self.note = note
    self.by = by
    self.recorded = recorded
  }
}

/// PPL-005: what has been explained before an assessment.
package struct StatementsExplained: Equatable, Sendable {
  package var voluntary: Bool
  package var noAlternative: Bool

  package static let neither = StatementsExplained(voluntary: false, noAlternative: false)
  package static let both = StatementsExplained(voluntary: true, noAlternative: true)

  package init(voluntary: Bool, noAlternative: Bool) {
    self.voluntary = voluntary
    self.noAlternative = noAlternative
  }
}
