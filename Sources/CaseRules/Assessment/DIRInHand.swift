/// A DIR of a detention that somebody has begun and not saved.
///
/// Colleagues are told that it is under way and by whom, never what it says.
package struct DIRInHand: Equatable, Sendable {
  package let by: WorkerID
  package let initials: String
  package let since: Moment

  package init(by: WorkerID, initials: String, since: Moment) {
    self.by = by
    self.initials = initials
    self.since = since
  }

  /// Whose DIR is told to a worker, of those begun, the newest first: a colleague's before their own,
  /// so that each of two who are at it learns of the other.
  ///
  /// Only of a detainee who is Seen is one under way; in any other state it was left behind.
  package static func told(
    to worker: WorkerID, of begun: [DIRInHand], in state: BoardState
  ) -> DIRInHand? {
    guard state == .seen else { return nil }
    return begun.first { $0.by != worker } ?? begun.first
  }

  /// "DIR begun 10:41 by B.COLE, not saved yet"; with the day once it is another.
  package func words(on today: CalendarDate) -> String { begun(on: today) + ", not saved yet" }

  /// "DIR begun 10:41 by B.COLE".
  package func begun(on today: CalendarDate) -> String {
    let at = since.date == today ? since.time.text : since.ukWithWeekday
    return "DIR begun \(at) by \(initials)"
  }
}
