/// PPL-022: a missed appointment whose client nobody has tried to reach since.
package struct MissedLine: Equatable, Sendable {
  /// With the follow-up that is owed.
  package var appointment: DiaryLine

  package init(_ appointment: DiaryLine) { self.appointment = appointment }
}
