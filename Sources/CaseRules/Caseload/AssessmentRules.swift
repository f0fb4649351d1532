/// What must be so before somebody is assessed.
package enum AssessmentRules {
  /// An assessment that exists already.
  package struct Assessment: Equatable, Sendable {
    package var ref: RecordRef
    package var date: CalendarDate
    package var by: String

    package init(ref: RecordRef, date: CalendarDate, by: String) {
      self.ref = ref
      self.date = date
      self.by = by
    }
  }

  /// PPL-005: help is voluntary, and it is no way round prosecution; the client has been told both.
  package static func statementsExplained(voluntary: Bool, noAlternative: Bool) -> Finding? {
    switch (voluntary, noAlternative) {
    case (true, true): nil
    case (false, true):
      Finding("PPL-005", .blocks, "Explain first that help is voluntary, and tick that you did")
    case (true, false):
      Finding(
        "PPL-005", .blocks,
        "Explain first that help is no alternative to prosecution, and tick that you did")
    case (false, false):
      Finding(
        "PPL-005", .blocks,
        "Explain first that help is voluntary and no alternative to prosecution, and tick both")
    }
  }

  /// PPL-010: nobody is asked everything twice within a few weeks; an assessment that is written down
  /// late is held to one done since, too.
  package static func notDoneRecently(
    _ latest: Assessment?, on day: CalendarDate, settings: Settings
  ) -> Finding? {
    guard let latest, counts(latest.date, forContactOn: day, settings: settings) else { return nil }
    return Finding(
      "PPL-010", .warns,
      "\(latest.by) assessed this person on \(latest.date.uk) (\(latest.ref.text)). "
        + "Read that one first; say why another is needed")
  }

  /// PPL-010: whether a contact of that day needs no assessment of its own: one was done so many days
  /// before it or fewer, or since; the last day still counts.
  package static func counts(
    _ date: CalendarDate, forContactOn day: CalendarDate, settings: Settings
  ) -> Bool {
    day.days(since: date) <= settings.duplicateAssessmentDays
  }
}
