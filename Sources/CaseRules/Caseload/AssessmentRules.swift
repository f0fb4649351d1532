/// What must be so before somebody is assessed.
package enum AssessmentRules {
  /// What the records say about somebody who is to be assessed.
  package struct Standing: Equatable, Sendable {
    package var voluntaryExplained: Bool
    package var noAlternativeExplained: Bool
    /// An *assessment* consent is in force now.
    package var hasConsent: Bool
    /// The latest assessment of any kind, nil when there is none.
    package var latest: Assessment?

    package init(
      voluntaryExplained: Bool, noAlternativeExplained: Bool, hasConsent: Bool,
      latest: Assessment? = nil
    ) {
      self.voluntaryExplained = voluntaryExplained
      self.noAlternativeExplained = noAlternativeExplained
      self.hasConsent = hasConsent
      self.latest = latest
    }
  }

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

  package static func findings(
    _ standing: Standing, on day: CalendarDate, settings: Settings
  ) -> [Finding] {
    [
      statementsExplained(standing), consentGiven(standing),
      notDoneRecently(standing.latest, on: day, settings: settings),
    ].compactMap { $0 }
  }

  /// PPL-005: help is voluntary, and it is no way round prosecution; the client has been told both.
  package static func statementsExplained(_ standing: Standing) -> Finding? {
    switch (standing.voluntaryExplained, standing.noAlternativeExplained) {
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

  /// PPL-006: no assessment without consent to it.
  package static func consentGiven(_ standing: Standing) -> Finding? {
    standing.hasConsent
      ? nil
      : Finding(
        "PPL-006", .blocks, "There is no consent to an assessment. Record the consent first")
  }

  /// PPL-010: nobody is asked everything twice within a few weeks.
  package static func notDoneRecently(
    _ latest: Assessment?, on day: CalendarDate, settings: Settings
  ) -> Finding? {
    guard let latest, isRecent(latest.date, on: day, days: settings.duplicateAssessmentDays)
    else { return nil }
    return Finding(
      "PPL-010", .warns,
      "\(latest.by) assessed this person on \(latest.date.uk) (\(latest.ref.text)). "
        + "Read that one first; say why another is needed")
  }

  /// PPL-010: so many days ago or fewer; the last day still counts.
  package static func isRecent(_ date: CalendarDate, on day: CalendarDate, days: Int) -> Bool {
    (0...max(0, days)).contains(day.days(since: date))
  }
}
