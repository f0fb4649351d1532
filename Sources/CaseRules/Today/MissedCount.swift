/// PPL-022: how many missed appointments wait for a follow-up, for one line that leads to them.
package struct MissedCount: Equatable, Sendable {
  package let count: Int
  /// The first follow-up that is due.
  package let due: CalendarDate

  /// nil where everything is followed up.
  package init?(in owed: [DueLine]) {
    let followUps = owed.filter {
      $0.metByForm == ContactAttemptForm.id && $0.ref.kind == .appointment
    }
    guard let due = followUps.compactMap(\.due).min() else { return nil }
    count = followUps.count
    self.due = due
  }
}
