package import CaseRules

/// What reducers may know besides their state: the clock, and what rules ask for.
package struct AppContext: Sendable {
  package let session: Session
  package let now: Moment
  /// A steady clock in milliseconds, for what lasts a moment: messages, and keys typed ahead.
  package let milliseconds: Int64

  package init(session: Session, now: Moment, milliseconds: Int64) {
    self.session = session
    self.now = now
    self.milliseconds = milliseconds
  }

  package var today: CalendarDate { now.date }
  package var worker: Worker { session.worker }

  /// The same as the rules of forms and lists know it.
  package var rules: RuleContext {
    RuleContext(
      now: now, calendar: session.calendar, settings: session.settings, codes: session.codes,
      worker: session.worker)
  }
}
